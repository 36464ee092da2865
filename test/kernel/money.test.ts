import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocated,
  basisPoints,
  type Cents,
  cents,
  dividedRounded,
  negated,
  ratio,
  shareOf,
  sumCents,
  ZERO,
} from '../../shared/kernel/money.ts';

const TEN_BILLION_DOLLARS = 1_000_000_000_000;
const anAmount = fc.integer({ min: -TEN_BILLION_DOLLARS, max: TEN_BILLION_DOLLARS }).map(cents);

describe('an amount is whole cents, and nothing else is', () => {
  test.each([0.5, 12.34, -0.01, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e12 + 1, -1e12 - 1])(
    '%d is refused',
    (value) => {
      expect(() => cents(value)).toThrow(RangeError);
    },
  );

  test('ten billion dollars is the largest amount, either way', () => {
    expect(cents(TEN_BILLION_DOLLARS)).toBe(1e12);
    expect(cents(-TEN_BILLION_DOLLARS)).toBe(-1e12);
  });

  test('there is one zero, without a sign', () => {
    expect(cents(-0)).toBe(0);
    expect(negated(ZERO)).toBe(0);
    expect(basisPoints(-0)).toBe(0);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%d is no number of basis points', (value) => {
    expect(() => basisPoints(value)).toThrow(RangeError);
  });
});

describe('a sum', () => {
  test('of nothing is zero', () => expect(sumCents([])).toBe(0));
  test('counts what is taken back', () => expect(sumCents([cents(174_000), cents(-174_001)])).toBe(-1));
  test('beyond the largest amount is refused rather than wrong', () => {
    expect(() => sumCents([cents(1e12), cents(1)])).toThrow(RangeError);
  });
});

describe('a share is rounded half away from zero', () => {
  // Worked by hand: 1,234,530 × 0.25 = 308,632.5.
  test.each([
    [1_234_530, 2_500, 308_633],
    [-1_234_530, 2_500, -308_633],
    [1_234_531, 2_500, 308_633], // 308,632.75
    [1_234_529, 2_500, 308_632], // 308,632.25
    [99_999, 1_150, 11_500], // 11,499.885
    [1, 5_000, 1], // 0.5
    [-1, 5_000, -1],
    [1, 4_999, 0],
    [-1, 4_999, 0],
    [3, 5_000, 2], // 1.5
    [5, 5_000, 3], // 2.5, which half to even would make 2
    [120_000, 0, 0],
    [120_000, 10_000, 120_000],
    [1e12, 10_000, 1e12],
    [999_999_999_999, 9_999, 999_899_999_999], // 999,899,999,999.0001: beyond what doubles multiply exactly
  ])('%d cents at %d basis points is %d', (amount, share, expected) => {
    expect(shareOf(cents(amount), basisPoints(share))).toBe(expected);
  });

  test('and is never further than half a cent from the exact share', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        const off = BigInt(shareOf(amount, basisPoints(share))) * 10_000n - BigInt(amount) * BigInt(share);
        expect(off <= 5_000n && off >= -5_000n).toBe(true);
      }),
    );
  });

  test('and taking back costs what giving brought', () => {
    fc.assert(
      fc.property(anAmount, fc.integer({ min: 0, max: 10_000 }), (amount, share) => {
        expect(shareOf(negated(amount), basisPoints(share))).toBe(negated(shareOf(amount, basisPoints(share))));
      }),
    );
  });
});

describe('a quotient is rounded half away from zero', () => {
  test.each([
    [1, 2, 1],
    [-1, 2, -1],
    [1, -2, -1],
    [-1, -2, 1],
    [5, 2, 3],
    [-5, 2, -3],
    [7, 3, 2],
    [8, 3, 3],
    [1, 3, 0],
    [-1, 3, 0],
    [0, -7, 0],
    [9_007_199_254_740_991, 2, 4_503_599_627_370_496],
  ])('%d ÷ %d is %d', (numerator, denominator, expected) => {
    expect(dividedRounded(numerator, denominator)).toBe(expected);
  });

  test('nothing is divided by zero', () => {
    expect(() => dividedRounded(1, 0)).toThrow(RangeError);
    expect(() => dividedRounded(1, -0)).toThrow(RangeError);
  });

  test.each([
    [1.5, 2],
    [1, 2.5],
    [Number.NaN, 2],
    [1, Number.POSITIVE_INFINITY],
  ])('%d ÷ %d is refused: only whole numbers are divided', (numerator, denominator) => {
    expect(() => dividedRounded(numerator, denominator)).toThrow(RangeError);
  });
});

describe('a ratio in basis points', () => {
  test.each([
    [1, 3, 3_333],
    [2, 3, 6_667],
    [1, 8, 1_250],
    [1, 20_000, 1], // half a basis point
    [-1, 20_000, -1],
    [1, 20_001, 0],
    [3, 2, 15_000],
    [0, 5, 0],
    [-1, 4, -2_500],
  ])('%d of %d is %d', (part, whole, expected) => expect(ratio(part, whole)).toBe(expected));

  test('of nothing is no ratio, not zero', () => {
    expect(ratio(5, 0)).toBeUndefined();
    expect(ratio(0, 0)).toBeUndefined();
  });
});

describe('an amount split by weights', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));

  test.each<[number, number[], number[]]>([
    [100_001, [1, 1, 1, 1, 1], [20_001, 20_000, 20_000, 20_000, 20_000]],
    [-100_001, [1, 1, 1, 1, 1], [-20_001, -20_000, -20_000, -20_000, -20_000]],
    [100, [1, 1, 1], [34, 33, 33]],
    [200, [1, 1, 1], [67, 67, 66]],
    [100, [1, 0, 2], [33, 0, 67]], // 33.3 and 66.7: the larger remainder gets the cent
    [10, [3, 3, 1], [4, 4, 2]], // 4.29, 4.29, 1.43
    [0, [5, 5], [0, 0]],
    [7, [2], [7]],
    [2, [1, 1, 1], [1, 1, 0]], // ties go to the earlier parts
  ])('%d by %j is %j', (total, by, expected) => {
    expect(allocated(cents(total), by)).toEqual(expected);
  });

  test('always adds back up', () => {
    fc.assert(
      fc.property(anAmount, weights, (total, by) => {
        const parts = allocated(total, by);
        expect(parts).toHaveLength(by.length);
        expect(sumCents(parts)).toBe(total);
      }),
    );
  });

  test('gives no part more than a cent away from its exact share, and nothing to a weight of zero', () => {
    fc.assert(
      fc.property(anAmount, weights, (total, by) => {
        const sum = by.reduce((a, b) => a + BigInt(b), 0n);
        allocated(total, by).forEach((part, i) => {
          const off = BigInt(part) * sum - BigInt(total) * BigInt(by[i] ?? 0);
          expect(off < sum && off > -sum).toBe(true);
          if (by[i] === 0) expect(part).toBe(0);
        });
      }),
    );
  });

  test('a debt is split as the same credit would be', () => {
    fc.assert(
      fc.property(anAmount, weights, (total, by) => {
        expect(allocated(negated(total), by)).toEqual(allocated(total, by).map((part: Cents) => negated(part)));
      }),
    );
  });

  test.each<[string, number[]]>([
    ['there are no weights', []],
    ['all weights are zero', [0, 0]],
    ['a weight is negative', [3, -1]],
    ['a weight is a fraction', [0.5, 0.5]],
    ['a weight is no number', [1, Number.NaN]],
    ['a weight has no end', [1, Number.POSITIVE_INFINITY]],
  ])('is refused when %s', (_why, by) => {
    expect(() => allocated(cents(100), by)).toThrow(RangeError);
  });
});
