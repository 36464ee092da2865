import { expect, test } from 'vitest';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { CancelledBy, CancelMove, Decision } from '../../shared/operations/move.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { aCharterFile, aContext, agreed, at } from './a-charter.ts';

/** Departure is 2026-10-01T01:30Z. Until 168 hours before, nothing is kept; until 48, half; after that, everything. */
function cancelled(now: Instant, over: Partial<CancelMove> = {}, file = aCharterFile('booked')): Decision {
  const move: CancelMove = { to: 'cancelled', by: 'guest', reason: 'Ill', ...over };
  return agreed(decideTransition(file, move, aContext('booked', { now })));
}

test.each([
  ['seven days and an hour before', '2026-09-24T00:30:00Z', 0, 60_000],
  ['exactly seven days before', '2026-09-24T01:30:00Z', 0, 60_000],
  ['a second later than that', '2026-09-24T01:30:01Z', 30_000, 30_000],
  ['exactly two days before', '2026-09-29T01:30:00Z', 30_000, 30_000],
  ['a second later than that, too', '2026-09-29T01:30:01Z', 60_000, 0],
  ['after departure', '2026-10-01T02:00:00Z', 60_000, 0],
])('a guest who cancels %s is kept from what the tiers say', (_, now, retainedCents, refundCents) => {
  expect(cancelled(at(now)).charter.cancellation).toMatchObject({ retainedCents, refundCents });
});

test.each<CancelledBy>(['operator', 'weather', 'vessel', 'safety', 'authority'])(
  'a cancellation by %s keeps nothing, however late',
  (by) => {
    const { charter } = cancelled(at('2026-10-01T01:00:00Z'), { by });
    expect(charter.cancellation).toMatchObject({ by, retainedCents: 0, refundCents: 60_000 });
  },
);

test('the tiers count in any order they are written in', () => {
  const file = aCharterFile('booked');
  const cancellationTiers = [...file.charter.cancellationTiers].reverse();
  const shuffled: CharterFile = { ...file, charter: { ...file.charter, cancellationTiers } };
  expect(cancelled(at('2026-09-27T01:30:00Z'), {}, shuffled).charter.cancellation?.retainedCents).toBe(30_000);
});

test('without tiers nothing is kept; after the last tier everything is', () => {
  const lastAt48 = [{ hoursBefore: 48, retainBps: basisPoints(0) }];
  const late = at('2026-09-30T20:00:00Z');
  const kept = (cancellationTiers: CharterFile['charter']['cancellationTiers']) =>
    cancelled(late, {}, aCharterFile('booked', { charter: { cancellationTiers } })).charter.cancellation?.retainedCents;
  expect([kept([]), kept(lastAt48)]).toEqual([0, 60_000]);
});

test('half of an odd cent is kept, and both parts add up to what was held', () => {
  const { charter } = cancelled(
    at('2026-09-27T01:30:00Z'),
    {},
    aCharterFile('booked', { balances: { 2100: -33_333 } }),
  );
  expect(charter.cancellation).toMatchObject({ retainedCents: 16_667, refundCents: 16_666 });
});

test('the office may agree on another amount', () => {
  const { charter } = cancelled(at('2026-09-30T20:00:00Z'), { retainedCents: cents(10_000) });
  expect(charter.cancellation).toMatchObject({ retainedCents: 10_000, refundCents: 50_000 });
});

test('a cancellation belongs to the local day it was made', () => {
  const { charter } = cancelled(at('2026-11-01T06:30:00Z'), { by: 'operator' });
  expect(charter.cancellation?.on).toBe('2026-10-31');
});

test('the books hear of it when the charter was booked or money had come in, not of an unpaid hold', () => {
  const effectsFrom = (from: Lifecycle, balances: Record<string, number>) => {
    const move: CancelMove = { to: 'cancelled', by: 'guest', reason: 'Ill' };
    return agreed(decideTransition(aCharterFile(from, { balances }), move, aContext(from))).effects;
  };
  expect(effectsFrom('booked', {})).toEqual(['cancel']);
  expect(effectsFrom('held', { 2100: -1 })).toEqual(['cancel']);
  expect(effectsFrom('held', { 2300: -500 })).toEqual(['cancel']);
  expect(effectsFrom('held', {})).toEqual([]);
});

test('a no-show is a guest’s cancellation at departure', () => {
  const context = aContext('boarding', { now: at('2026-10-01T02:00:00Z') });
  const { charter, effects } = agreed(decideTransition(aCharterFile('boarding'), { to: 'no_show' }, context));
  expect(charter).toMatchObject({
    lifecycle: 'no_show',
    cancellation: { by: 'guest', retainedCents: 60_000, refundCents: 0, on: '2026-09-30' },
  });
  expect(effects).toEqual(['cancel']);
});
