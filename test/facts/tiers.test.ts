import { expect, test } from 'vitest';
import { allocated, cents } from '../../shared/kernel/money.ts';
import type { Tier } from '../../shared/reports/facts/finance/tiers.ts';
import { allocationPlan, tierHeld, tierReached } from '../../shared/reports/facts/finance/tiers.ts';

test.each([
  [-1, 0, false, true, 0],
  [799_999, 800_000, false, true, 0],
  [800_000, 800_000, false, true, 1],
  [2_399_999, 800_000, false, true, 1],
  [2_400_000, 800_000, false, false, 2],
  [2_400_000, 800_000, false, true, 3],
  [4_799_999, 800_000, true, true, 2],
  [4_800_000, 800_000, true, true, 3],
] as const)(
  '%s cents free at a fixed cost of %s, seasonal %s, paying %s is tier %s',
  (free, fixed, isSeasonal, paying, tier) => {
    expect(tierReached({ unrestrictedCents: free, fixedCents: fixed, isSeasonal, paysForItself: paying })).toBe(tier);
  },
);

const HELD: readonly (readonly [readonly Tier[], Tier])[] = [
  [[1], 1],
  [[1, 2], 1],
  [[1, 2, 2], 2],
  [[1, 2, 3], 2],
  [[1, 2, 3, 3], 3],
  [[3, 1], 1],
  [[3, 1, 3], 1],
  [[3, 1, 3, 3], 3],
  [[1, 2, 1, 2], 1],
  [[0, 1, 2, 3], 2],
  [[3, 3, 0], 0],
];
test.each(HELD)('month-ends that reach %j hold tier %s', (reached, tier) => {
  expect(tierHeld(reached)).toBe(tier);
});

test.each([0, 1, 2, 3] as const)('the plan of tier %s shares out the whole, to the cent', (tier) => {
  for (const isFull of [false, true]) {
    const weights = allocationPlan(tier, isFull).map(({ shareBps }) => shareBps);
    expect(weights.reduce((a, b) => a + b, 0)).toBe(10_000);
    expect(allocated(cents(100_001), weights).reduce((a, b) => a + b, 0)).toBe(100_001);
  }
});

test('growth takes half, the reserve three tenths until it is full, debt and upkeep the rest', () => {
  expect(allocationPlan(3, false).map(({ shareBps }) => shareBps)).toEqual([5_000, 3_000, 2_000]);
  expect(allocationPlan(3, true).map(({ shareBps }) => shareBps)).toEqual([5_000, 5_000]);
  expect(allocationPlan(2, false).map(({ shareBps }) => shareBps)).toEqual([2_500, 7_500]);
});
