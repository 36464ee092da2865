import { describe, expect, test } from 'vitest';
import {
  averageBookingValue,
  averageContribution,
  breakEvenCharters,
  breakEvenRevenue,
  cancellationRate,
  concentration,
  forecast,
  gapToDate,
  runwayTenths,
  weighted,
} from '../../shared/reports/facts/formulas.ts';

describe('break-even', () => {
  test.each([
    [800_000, 80_000, 10],
    [800_001, 80_000, 11],
    [1, 80_000, 1],
    [0, 80_000, 0],
  ])('%i cents of fixed cost at %i a charter needs %i', (fixed, average, needed) => {
    expect(breakEvenCharters(fixed, average)).toBe(needed);
  });

  test('is out of reach when a charter leaves nothing or less', () => {
    expect(breakEvenCharters(800_000, 0)).toBeUndefined();
    expect(breakEvenCharters(800_000, -1)).toBeUndefined();
    expect(breakEvenRevenue(800_000, 0, 100_000)).toBeUndefined();
  });

  test('revenue is fixed cost over the contribution share: $8,000 at 40 % is $20,000', () => {
    expect(breakEvenRevenue(800_000, 40_000, 100_000)).toBe(2_000_000);
  });
});

describe('runway', () => {
  test.each([
    [300_000, 100_000, 30],
    [399_999, 100_000, 39],
    [-50_000, 100_000, 0],
  ])('%i cents at a burn of %i a month last %i tenths of a month', (cash, burn, tenths) => {
    expect(runwayTenths(cash, burn)).toBe(tenths);
  });

  test('has no number while cash does not shrink', () => {
    expect(runwayTenths(300_000, 0)).toBeUndefined();
    expect(runwayTenths(300_000, -1)).toBeUndefined();
  });
});

test('an average over nothing is nothing, not zero', () => {
  expect(averageContribution(0, 0)).toBeUndefined();
  expect(averageBookingValue(0, 0)).toBeUndefined();
  expect(cancellationRate(0, 0)).toBeUndefined();
  expect(concentration([])).toBeUndefined();
  expect(concentration([0, -5])).toBeUndefined();
});

test('the largest part of 700, 200 and 100 is 70 %; what was refunded on balance is no part', () => {
  expect(concentration([200, 700, 100])).toBe(7_000);
  expect(concentration([700, 300, -400])).toBe(7_000);
});

test('halves of a cent go away from zero', () => {
  expect(averageContribution(-3, 2)).toBe(-2);
  expect(weighted(1, 5_000)).toBe(1);
  expect(forecast(0, 1, 5_000)).toBe(1);
  expect(gapToDate(0, 1, 15, 30)).toBe(-1);
});
