import { expect, test } from 'vitest';
import { instantIn } from '../../shared/kernel/calendar.ts';
import { decideTransition, possibleMoves } from '../../shared/operations/lifecycle.ts';
import type { Decision, LifecycleContext, Move } from '../../shared/operations/move.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import { charterSchema } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { aCharterFile, aContext, agreed, aMilestone, aMove, at, on, ZONE } from './a-charter.ts';

function moved(from: Lifecycle, move: Move, file = aCharterFile(from), context?: Partial<LifecycleContext>): Decision {
  return agreed(decideTransition(file, move, aContext(from, context)));
}

test('booking is told to the books once, on the local day', () => {
  const late = { now: at('2026-09-22T05:30:00Z'), actor: aContext().actor };
  const { charter, effects } = moved('held', { to: 'booked' }, aCharterFile('held'), late);
  expect([charter.bookedOn, effects]).toEqual(['2026-09-21', ['book']]);
});

test('lifting a weather hold books nothing a second time', () => {
  const file = aCharterFile('weather_hold', { charter: { heldFrom: 'booked' } });
  const { charter, effects } = moved('weather_hold', { to: 'booked' }, file);
  expect([charter.bookedOn, charter.heldFrom, effects]).toEqual(['2026-09-10', undefined, []]);
});

test('a weather hold remembers where it came from and turns the weather to no-go', () => {
  const { charter } = moved('boarding', { to: 'weather_hold', forecast: 'Gale warning' });
  expect(charter).toMatchObject({ heldFrom: 'boarding', weather: { go: false, forecast: 'Gale warning' } });
});

test('casting off records the head count, and the time unless it is known', () => {
  const { charter } = moved('boarding', aMove('underway'));
  expect(charter).toMatchObject({ paxAboard: 6, countCommunicatedAshore: true });
  expect(charter.milestones.find((m) => m.name === 'cast_off')?.actualAt).toBe('2026-10-01T01:35:00.000Z');
});

test('a cast-off already recorded is kept', () => {
  const milestones = [
    aMilestone('safety_brief', at('2026-10-01T01:25:00Z')),
    aMilestone('cast_off', at('2026-10-01T01:31:00Z')),
  ];
  const { charter } = moved('boarding', aMove('underway'), aCharterFile('boarding', { charter: { milestones } }));
  expect(charter.milestones.find((m) => m.name === 'cast_off')?.actualAt).toBe('2026-10-01T01:31:00.000Z');
});

test('a cast-off is never set before a safety brief recorded a little ahead of the clock', () => {
  const milestones = [aMilestone('safety_brief', at('2026-10-01T01:38:00Z'))];
  const { charter } = moved('boarding', aMove('underway'), aCharterFile('boarding', { charter: { milestones } }));
  expect(charter.milestones.find((m) => m.name === 'cast_off')?.actualAt).toBe('2026-10-01T01:38:00.000Z');
});

test('returning records the count and the time at the dock', () => {
  const { charter, effects } = moved('underway', { to: 'returned', paxAshore: 6 });
  expect(charter.paxAshore).toBe(6);
  expect(charter.milestones.find((m) => m.name === 'return_dock')?.actualAt).toBe('2026-10-01T05:30:00.000Z');
  expect(effects).toEqual([]);
});

test('completion earns the revenue and starts the reports', () => {
  const { charter, effects } = moved('returned', { to: 'completed' });
  expect(charter).toMatchObject({ completedAt: '2026-10-01T05:45:00.000Z', completionSeq: 1 });
  expect(effects).toEqual(['recognise-revenue', 'start-report-run']);
});

test('a trip that ends at 2026-10-01T05:30Z was performed on September 30, its local day', () => {
  const now = at('2026-10-01T05:30:00Z');
  expect(moved('returned', { to: 'completed' }, aCharterFile('returned'), { now }).charter.performedOn).toBe(
    '2026-09-30',
  );
});

test('the day all were ashore counts, not the day somebody completed the charter', () => {
  const file = ashoreAt('2026-10-01T05:40:00Z');
  const now = at('2026-10-03T17:00:00Z');
  expect(moved('returned', { to: 'completed' }, file, { now }).charter.performedOn).toBe('2026-09-30');
});

test('a trip that ends after local midnight was performed on the new day', () => {
  const file = ashoreAt('2026-10-01T07:00:00Z');
  const now = at('2026-10-01T07:05:00Z');
  expect(moved('returned', { to: 'completed' }, file, { now }).charter.performedOn).toBe('2026-10-01');
});

test.each([
  ['2026-03-09T06:59:00Z', '2026-03-08'], // 23:59 PDT on the day of 23 hours
  ['2026-03-09T07:00:00Z', '2026-03-09'],
  ['2026-11-02T07:59:00Z', '2026-11-01'], // 23:59 PST on the day of 25 hours
  ['2026-11-02T08:00:00Z', '2026-11-02'],
])('all ashore at %s is %s in San Diego, days with a change of clocks included', (ashore, day) => {
  const now = at('2026-11-21T20:00:00Z');
  expect(moved('returned', { to: 'completed' }, ashoreAt(ashore), { now }).charter.performedOn).toBe(day);
});

test('reopening takes the revenue back, forgets the day, keeps the number and says why', () => {
  const { charter, effects } = moved('completed', { to: 'returned', reopenReason: 'Wrong head count' });
  expect(effects).toEqual(['reverse-revenue']);
  expect(charter).not.toHaveProperty('performedOn');
  expect(charter).not.toHaveProperty('completedAt');
  expect(charter.completionSeq).toBe(1);
  expect(charter.overrides).toMatchObject([{ guard: 'reopen', reason: 'Wrong head count', by: 'Olivia Office' }]);
});

test('a reopened charter completes under the next number, on the day it sailed', () => {
  const { charter: open } = moved('completed', { to: 'returned', reopenReason: 'Wrong head count' });
  const file = { ...aCharterFile('returned'), charter: open };
  const { charter, effects } = moved('returned', { to: 'completed' }, file, { now: at('2026-10-09T17:00:00Z') });
  expect([charter.completionSeq, charter.performedOn]).toEqual([2, '2026-09-30']);
  expect(effects).toEqual(['recognise-revenue', 'start-report-run']);
});

test('rescheduling names the charter that takes its place', () => {
  expect(moved('weather_hold', aMove('rescheduled')).charter.rebookedTo).toBe('chr_B');
});

test.each<[Lifecycle, Lifecycle]>([
  ['quoted', 'held'],
  ['held', 'booked'],
  ['booked', 'weather_hold'],
  ['booked', 'cancelled'],
  ['boarding', 'underway'],
  ['underway', 'returned'],
  ['returned', 'completed'],
  ['completed', 'returned'],
])('what comes of going from %s to %s is a charter the records accept', (from, to) => {
  expect(charterSchema.safeParse(moved(from, aMove(to, from)).charter).error).toBeUndefined();
});

test('deciding changes nothing in the file it was given', () => {
  const file = aCharterFile('returned');
  const before = structuredClone(file);
  moved('returned', { to: 'completed' }, file);
  expect(file).toEqual(before);
});

test('the screen asks for what a move needs and does not call it a problem', () => {
  const of = (from: Lifecycle, context?: Partial<LifecycleContext>) =>
    Object.fromEntries(possibleMoves(aCharterFile(from), aContext(from, context)).map((m) => [m.to, m.needs]));
  expect(of('quoted')).toEqual({ held: ['holdExpiresAt'], declined: [] });
  expect(of('held')).toMatchObject({ booked: [], cancelled: ['by', 'reason'] });
  expect(of('held', { channelCollects: true })).toMatchObject({ booked: ['otaAcceptance'] });
  expect(of('boarding')).toMatchObject({
    underway: ['paxAboard', 'countCommunicatedAshore'],
    weather_hold: ['forecast'],
  });
  expect(of('underway')).toEqual({ returned: ['paxAshore'] });
  expect(of('completed')).toEqual({ closed: [], returned: ['reopenReason'] });
  expect(possibleMoves(aCharterFile('boarding'), aContext('boarding'))[0]).toMatchObject({
    to: 'underway',
    label: 'Cast off',
    primary: true,
    problems: [],
  });
});

test('a hold entered by wall clock ends when that clock says, also in the hour that comes twice', () => {
  const holdExpiresAt = instantIn(ZONE, on('2026-11-01'), '01:30');
  const file = aCharterFile('quoted', { charter: { startAt: at('2026-11-20T01:30:00Z') } });
  const { charter } = moved('quoted', { to: 'held', holdExpiresAt }, file);
  expect(charter.holdExpiresAt).toBe('2026-11-01T08:30:00.000Z');
});

function ashoreAt(text: string): CharterFile {
  return aCharterFile('returned', { charter: { milestones: [aMilestone('all_ashore', at(text))] } });
}
