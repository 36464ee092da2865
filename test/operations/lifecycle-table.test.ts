import { expect, test } from 'vitest';
import { decideTransition, possibleMoves } from '../../shared/operations/lifecycle.ts';
import type { LifecycleContext } from '../../shared/operations/move.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { LIFECYCLE } from '../../shared/records/charter-terms.ts';
import { aCharterFile, aContext, aMove, at, problemsOf } from './a-charter.ts';

/** The lifecycle as the domain describes it, written down a second time. A sample weather hold came from confirmed. */
const WAYS: Readonly<Record<Lifecycle, readonly Lifecycle[]>> = {
  inquiry: ['quoted', 'declined'],
  quoted: ['held', 'declined'],
  held: ['booked', 'expired', 'cancelled'],
  booked: ['confirmed', 'weather_hold', 'rescheduled', 'cancelled'],
  confirmed: ['boarding', 'weather_hold', 'rescheduled', 'no_show', 'cancelled'],
  boarding: ['underway', 'weather_hold', 'no_show', 'cancelled'],
  underway: ['returned'],
  returned: ['completed'],
  completed: ['closed', 'returned'],
  closed: [],
  weather_hold: ['confirmed', 'rescheduled', 'cancelled'],
  rescheduled: [],
  cancelled: [],
  no_show: [],
  expired: [],
  declined: [],
};

const PAIRS = LIFECYCLE.flatMap((from) => LIFECYCLE.map((to) => ({ from, to })));

/** A file and context in which nothing stands in the way of this step, if it exists. */
function inOrder(from: Lifecycle, to: Lifecycle): [CharterFile, LifecycleContext] {
  if (to === 'expired') {
    return [aCharterFile(from, { balances: {} }), aContext(from, { now: at('2026-09-22T17:00:00Z') })];
  }
  if (to === 'no_show') return [aCharterFile(from), aContext(from, { now: at('2026-10-01T02:00:00Z') })];
  return [aCharterFile(from), aContext(from)];
}

function decided(from: Lifecycle, to: Lifecycle) {
  const [file, context] = inOrder(from, to);
  return decideTransition(from === 'weather_hold' ? withGo(file) : file, aMove(to, from), context);
}

function withGo(file: CharterFile): CharterFile {
  const weather = { go: true, at: at('2026-09-30T23:00:00Z'), by: 'Carl Captain', forecast: 'W 10 kt' };
  return { ...file, charter: { ...file.charter, weather } };
}

test.each(PAIRS.filter(({ from, to }) => WAYS[from].includes(to)))(
  'a charter in order goes from $from to $to',
  ({ from, to }) => {
    const result = decided(from, to);
    expect(result.ok ? result.value.charter.lifecycle : result.fault).toBe(to);
  },
);

test.each(PAIRS.filter(({ from, to }) => !WAYS[from].includes(to)))(
  'nothing leads from $from to $to',
  ({ from, to }) => {
    expect(problemsOf(decided(from, to)).map(({ field }) => field)).toEqual(['lifecycle']);
  },
);

test('a step that does not exist is refused with the steps that do', () => {
  const result = decideTransition(aCharterFile('inquiry'), { to: 'completed' }, aContext());
  expect(problemsOf(result)[0]?.message).toBe(
    'A charter in state inquiry cannot become completed. Possible from here: quoted, declined.',
  );
});

test('after the end nothing is possible, and the refusal says so', () => {
  const result = decideTransition(aCharterFile('closed'), { to: 'quoted' }, aContext());
  expect(problemsOf(result)[0]?.message).toContain('Nothing can follow.');
  expect(possibleMoves(aCharterFile('closed'), aContext())).toEqual([]);
});

test.each(['booked', 'confirmed', 'boarding'] as const)(
  'a weather hold from %s goes back there and nowhere else',
  (from) => {
    const file = withGo(aCharterFile('weather_hold', { charter: { heldFrom: from } }));
    const back = (['booked', 'confirmed', 'boarding'] as const).filter(
      (to) => decideTransition(file, aMove(to), aContext('confirmed')).ok,
    );
    expect(back).toEqual([from]);
  },
);

test.each(LIFECYCLE)('the screen offers from %s exactly the steps there are', (from) => {
  const offered = possibleMoves(aCharterFile(from), aContext(from)).map(({ to }) => to);
  expect([...offered].sort()).toEqual([...WAYS[from]].sort());
});

test.each(LIFECYCLE.filter((from) => WAYS[from].length > 0))(
  'from %s there is at most one way forward, named first',
  (from) => {
    const moves = possibleMoves(aCharterFile(from), aContext(from));
    expect(moves.map(({ primary }) => primary)).toEqual(moves.map((_, index) => index === 0));
  },
);

test('the store, not the decider, raises the version', () => {
  const result = decided('inquiry', 'quoted');
  expect(result.ok && result.value.charter.version).toBe(1);
});
