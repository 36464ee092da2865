import { expect, test } from 'vitest';
import { departedOnTime, plannedMilestones, recordMilestone, timingPanel } from '../../shared/operations/timeline.ts';
import type { MilestoneName } from '../../shared/records/charter-terms.ts';
import { LIFECYCLE } from '../../shared/records/charter-terms.ts';
import { aCharter, aCharterFile, agreed, aMilestone, at, CAPTAIN, refusedFields } from './a-charter.ts';

const NOW = at('2026-10-01T02:00:00Z');

test('a day is planned from its start and end', () => {
  expect(plannedMilestones(at('2026-10-01T01:30:00Z'), at('2026-10-01T05:30:00Z'))).toEqual([
    { name: 'crew_call', plannedAt: '2026-10-01T00:30:00.000Z' },
    { name: 'vessel_ready', plannedAt: '2026-10-01T01:00:00.000Z' },
    { name: 'guests_arrive', plannedAt: '2026-10-01T01:10:00.000Z' },
    { name: 'boarding_open', plannedAt: '2026-10-01T01:15:00.000Z' },
    { name: 'safety_brief', plannedAt: '2026-10-01T01:25:00.000Z' },
    { name: 'cast_off', plannedAt: '2026-10-01T01:30:00.000Z' },
    { name: 'return_dock', plannedAt: '2026-10-01T05:30:00.000Z' },
    { name: 'all_ashore', plannedAt: '2026-10-01T05:40:00.000Z' },
    { name: 'crew_released', plannedAt: '2026-10-01T06:10:00.000Z' },
  ]);
});

test('a planned day spans the change of clocks in elapsed time', () => {
  // 01:30 PST to five hours later, on the night clocks go forward.
  const planned = plannedMilestones(at('2026-03-08T09:30:00Z'), at('2026-03-08T14:30:00Z'));
  expect(planned.map((m) => m.plannedAt)).toEqual(planned.map((m) => m.plannedAt).sort());
  expect(planned.find((m) => m.name === 'crew_call')?.plannedAt).toBe('2026-03-08T08:30:00.000Z');
});

function recorded(name: MilestoneName, time: string, correction?: string, charter = aCharterFile('boarding').charter) {
  return recordMilestone(charter, name, at(time), correction, CAPTAIN, NOW);
}

test('a time is recorded with who recorded it', () => {
  const charter = agreed(recorded('cast_off', '2026-10-01T01:42:00Z'));
  expect(charter.milestones.find((m) => m.name === 'cast_off')).toEqual({
    name: 'cast_off',
    plannedAt: '2026-10-01T01:30:00.000Z',
    actualAt: '2026-10-01T01:42:00.000Z',
    recordedBy: 'Carl Captain',
  });
});

test('casting off before the safety brief is refused unless somebody says why it is right', () => {
  expect(refusedFields(recorded('cast_off', '2026-10-01T01:24:00Z'))).toEqual(['at']);
  expect(refusedFields(recorded('cast_off', '2026-10-01T01:24:00Z', '  '))).toEqual(['at']);
  const charter = agreed(recorded('cast_off', '2026-10-01T01:24:00Z', 'Brief given on the way to the channel'));
  expect(charter.milestones.find((m) => m.name === 'cast_off')?.correction).toBe(
    'Brief given on the way to the channel',
  );
});

test('a time later than one that comes after it is refused', () => {
  expect(refusedFields(recorded('crew_call', '2026-10-01T01:26:00Z'))).toEqual(['at']);
});

test('two things may happen in the same minute', () => {
  expect(recorded('cast_off', '2026-10-01T01:25:00Z').ok).toBe(true);
});

test('a recorded time changes only with a reason; the same time again is no change', () => {
  expect(refusedFields(recorded('safety_brief', '2026-10-01T01:26:00Z'))).toEqual(['correction']);
  expect(recorded('safety_brief', '2026-10-01T01:25:00Z').ok).toBe(true);
  expect(recorded('safety_brief', '2026-10-01T01:26:00Z', 'Watch was slow').ok).toBe(true);
});

test('a time may lie five minutes ahead of the clock and not a second more, reason or not', () => {
  expect(recorded('cast_off', '2026-10-01T02:05:00Z').ok).toBe(true);
  expect(refusedFields(recorded('cast_off', '2026-10-01T02:05:01Z', 'Clock is slow'))).toEqual(['at']);
});

test('every reason is told at once', () => {
  const charter = aCharterFile('completed').charter;
  expect(refusedFields(recorded('all_ashore', '2026-10-01T05:00:00Z', undefined, charter))).toEqual([
    'lifecycle',
    'at',
    'correction',
    'at',
  ]);
});

test.each(LIFECYCLE)('whether the day of a charter in state %s can be recorded depends on the state alone', (state) => {
  const isOpen = ['booked', 'confirmed', 'boarding', 'underway', 'returned', 'weather_hold'].includes(state);
  const charter = aCharter({ lifecycle: state });
  expect(recordMilestone(charter, 'crew_call', at('2026-10-01T00:30:00Z'), undefined, CAPTAIN, NOW).ok).toBe(isOpen);
});

test('a charter without planned milestones gets them from its times', () => {
  const charter = agreed(recorded('crew_call', '2026-10-01T00:31:00Z', undefined, aCharter({ lifecycle: 'booked' })));
  expect(charter.milestones).toMatchObject([{ name: 'crew_call', plannedAt: '2026-10-01T00:30:00.000Z' }]);
});

test.each([
  ['2026-10-01T01:30:00Z', 0, 'on-time', true],
  ['2026-10-01T01:00:00Z', -30, 'on-time', true],
  ['2026-10-01T01:40:00Z', 10, 'on-time', true],
  ['2026-10-01T01:41:00Z', 11, 'amber', false],
  ['2026-10-01T01:50:00Z', 20, 'amber', false],
  ['2026-10-01T01:51:00Z', 21, 'red', false],
] as const)('casting off at %s is %i minutes late: %s', (time, varianceMin, tone, isOnTime) => {
  const charter = aCharter({ milestones: [aMilestone('cast_off', at(time))] });
  expect(timingPanel(charter).find((row) => row.name === 'cast_off')).toMatchObject({ varianceMin, tone });
  expect(departedOnTime(charter)).toBe(isOnTime);
});

test('the panel always has nine rows in the order of the day, planned until something happens', () => {
  const rows = timingPanel(aCharter());
  expect(rows.map((row) => row.label)).toEqual([
    'Crew call',
    'Vessel ready',
    'Guests arrive',
    'Boarding open',
    'Safety brief',
    'Cast off',
    'Return dock',
    'All ashore',
    'Crew released',
  ]);
  expect(new Set(rows.map((row) => row.tone))).toEqual(new Set(['planned']));
  expect(rows[0]).not.toHaveProperty('varianceMin');
});

test('a charter that has not cast off is neither on time nor late', () => {
  expect(departedOnTime(aCharter())).toBeUndefined();
});
