import { expect, test } from 'vitest';
import { recordOverride } from '../../shared/operations/overrides.ts';
import type { PostCharterInput } from '../../shared/operations/post-charter.ts';
import { submitPostCharterReport } from '../../shared/operations/post-charter.ts';
import { recordWeather } from '../../shared/operations/weather.ts';
import { LIFECYCLE } from '../../shared/records/charter-terms.ts';
import { ADMIN, aCharter, agreed, at, CAPTAIN, CREW, refusedFields } from './a-charter.ts';

const NOW = at('2026-10-01T05:45:00Z');
const CONFIRMED = aCharter({ lifecycle: 'confirmed' });
const RETURNED = aCharter({ lifecycle: 'returned' });

const REPORT: PostCharterInput = {
  engineHoursStart: 1200,
  engineHoursEnd: 1202,
  fuelAddedGallons: 0,
  seaState: 'calm, 2 ft',
  incident: false,
};

test('the captain’s report is on the charter with who handed it in and when', () => {
  const charter = agreed(submitPostCharterReport(RETURNED, REPORT, CAPTAIN, NOW));
  expect(charter.postCharterReport).toEqual({ ...REPORT, submittedAt: NOW, submittedBy: 'Carl Captain' });
});

test('a report handed in again replaces the first', () => {
  const first = agreed(submitPostCharterReport(RETURNED, REPORT, CAPTAIN, NOW));
  const second = agreed(submitPostCharterReport(first, { ...REPORT, incident: true }, CAPTAIN, NOW));
  expect(second.postCharterReport?.incident).toBe(true);
});

test('a report is due between return and completion', () => {
  const open = LIFECYCLE.filter(
    (lifecycle) => submitPostCharterReport(aCharter({ lifecycle }), REPORT, CAPTAIN, NOW).ok,
  );
  expect(open).toEqual(['returned']);
});

test('engine hours may stand still but not run backwards', () => {
  const ending = (engineHoursEnd: number) =>
    submitPostCharterReport(RETURNED, { ...REPORT, engineHoursEnd }, CAPTAIN, NOW);
  expect(ending(1200).ok).toBe(true);
  expect(refusedFields(ending(1199))).toEqual(['engineHoursEnd']);
});

test('everything wrong with a report is told at once', () => {
  const input = { ...REPORT, fuelAddedGallons: -1, engineHoursEnd: 1, seaState: ' ' };
  expect(refusedFields(submitPostCharterReport(aCharter({ lifecycle: 'closed' }), input, CREW, NOW))).toEqual([
    'lifecycle',
    'actor',
    'fuelAddedGallons',
    'engineHoursEnd',
    'seaState',
  ]);
});

test('a captain overrides the waivers, on record and with a reason', () => {
  const input = { guard: 'waivers', reason: ' Signed on shore ' };
  expect(agreed(recordOverride(CONFIRMED, input, CAPTAIN, NOW)).overrides).toEqual([
    { guard: 'waivers', reason: 'Signed on shore', by: 'Carl Captain', at: NOW },
  ]);
});

test('overrides are added, never replaced', () => {
  const once = agreed(recordOverride(CONFIRMED, { guard: 'waivers', reason: 'one' }, CAPTAIN, NOW));
  const twice = agreed(recordOverride(once, { guard: 'waivers', reason: 'two' }, CAPTAIN, NOW));
  expect(twice.overrides.map(({ reason }) => reason)).toEqual(['one', 'two']);
});

test.each([
  ['the office', ADMIN, 'waivers', 'Late', 'actor'],
  ['anybody, of the passenger limit', CAPTAIN, 'paxExpected', 'Only one more', 'guard'],
  ['anybody without a reason', CAPTAIN, 'waivers', ' ', 'reason'],
] as const)('an override by %s is refused', (_, actor, guard, reason, field) => {
  expect(refusedFields(recordOverride(CONFIRMED, { guard, reason }, actor, NOW))).toEqual([field]);
});

test('the latest weather decision counts', () => {
  const go = agreed(recordWeather(CONFIRMED, { go: true, forecast: 'W 10 kt' }, CAPTAIN, NOW));
  const noGo = agreed(recordWeather(go, { go: false, forecast: 'Gale warning' }, ADMIN, NOW));
  expect(noGo.weather).toEqual({ go: false, forecast: 'Gale warning', by: 'Olivia Office', at: NOW });
});

test('a weather decision needs a forecast, a captain and a charter that still may sail', () => {
  const result = recordWeather(aCharter({ lifecycle: 'cancelled' }), { go: true, forecast: '' }, CREW, NOW);
  expect(refusedFields(result)).toEqual(['lifecycle', 'actor', 'forecast']);
});
