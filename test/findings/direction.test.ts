import { expect, test } from 'vitest';
import { moved, sideOfAverage, sideOfTarget, stateOf } from '../../shared/reports/findings/direction.ts';

test.each([
  [-1, 'below target', 'below the average', 'bad'],
  [0, 'at target', 'at the average', 'good'],
  [1, 'above target', 'above the average', 'good'],
])('the words for %i follow its sign', (value, target, average, state) => {
  expect([sideOfTarget(value), sideOfAverage(value), stateOf(value)]).toEqual([target, average, state]);
});

test.each([
  [5, 6, 'up'],
  [6, 5, 'down'],
  [5, 5, 'unchanged'],
  [-5, -6, 'down'],
])('from %i to %i is %s', (from, to, word) => {
  expect(moved(from, to)).toBe(word);
});

test('no number, no direction', () => {
  expect(() => sideOfTarget(Number.NaN)).toThrow(RangeError);
});
