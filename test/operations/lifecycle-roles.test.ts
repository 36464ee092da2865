import { expect, test } from 'vitest';
import { decideTransition, possibleMoves } from '../../shared/operations/lifecycle.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { ADMIN, aCharterFile, aContext, aMove, at, CAPTAIN, CREW } from './a-charter.ts';

const STEPS: readonly [Lifecycle, Lifecycle, 'office' | 'command'][] = [
  ['inquiry', 'quoted', 'office'],
  ['inquiry', 'declined', 'office'],
  ['quoted', 'held', 'office'],
  ['held', 'booked', 'office'],
  ['held', 'cancelled', 'office'],
  ['booked', 'confirmed', 'office'],
  ['booked', 'weather_hold', 'command'],
  ['booked', 'rescheduled', 'office'],
  ['booked', 'cancelled', 'office'],
  ['confirmed', 'boarding', 'command'],
  ['confirmed', 'weather_hold', 'command'],
  ['weather_hold', 'confirmed', 'command'],
  ['weather_hold', 'cancelled', 'office'],
  ['boarding', 'underway', 'command'],
  ['boarding', 'cancelled', 'office'],
  ['underway', 'returned', 'command'],
  ['returned', 'completed', 'command'],
  ['completed', 'returned', 'office'],
  ['completed', 'closed', 'office'],
];

test.each(STEPS)('from %s to %s is for the %s', (from, to, who) => {
  const may = (actor: typeof ADMIN) =>
    decideTransition(aCharterFile(from), aMove(to, from), aContext(from, { actor })).ok;
  expect({ admin: may(ADMIN), captain: may(CAPTAIN), crew: may(CREW) }).toEqual({
    admin: true,
    captain: who === 'command',
    crew: false,
  });
});

test('a no-show and an expiry are for the office', () => {
  const late = { now: at('2026-10-01T02:00:00Z'), actor: CAPTAIN };
  const noShow = decideTransition(aCharterFile('boarding'), { to: 'no_show' }, aContext('boarding', late));
  const expiry = decideTransition(aCharterFile('held', { balances: {} }), { to: 'expired' }, aContext('held', late));
  expect([noShow, expiry].map((result) => !result.ok && result.fault.code)).toEqual(['forbidden', 'forbidden']);
});

test('who may not do something learns whom to ask, beside everything else that is missing', () => {
  const file = aCharterFile('confirmed', { slots: [] });
  const result = decideTransition(file, { to: 'boarding' }, aContext('confirmed', { actor: CREW }));
  expect(!result.ok && result.fault).toMatchObject({
    code: 'forbidden',
    problems: [
      { field: 'actor', message: 'Ask a captain or an admin for this: Open boarding.' },
      { field: 'slots.captain' },
    ],
  });
});

test('the screen shows the captain the office’s buttons with the reason they are off', () => {
  const moves = possibleMoves(aCharterFile('booked'), aContext('booked', { actor: CAPTAIN }));
  expect(moves.map(({ to, problems }) => [to, problems.map(({ field }) => field)])).toEqual([
    ['confirmed', ['actor']],
    ['weather_hold', []],
    ['rescheduled', ['actor']],
    ['cancelled', ['actor']],
  ]);
});
