import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import type { PriceLine } from '../../shared/records/charter.ts';
import { PRICE_LINE_KINDS } from '../../shared/records/charter-terms.ts';
import { priceTotals } from '../../shared/records/pricing.ts';

const line = (kind: PriceLine['kind'], totalCents: number): PriceLine => ({
  kind,
  text: kind,
  qty: 1,
  unitCents: cents(totalCents),
  totalCents: cents(totalCents),
});

describe('the price of a charter', () => {
  test('is added up by what each part means to the books', () => {
    const lines = [
      line('charter', 120_000),
      line('discount', -12_000),
      line('addon_taxable', 40_000),
      line('addon_nontaxable', 10_000),
      line('fee', 2_500),
      line('service_charge', 15_000),
      line('tax', 3_100),
    ];
    expect(priceTotals(lines)).toEqual({
      charterCents: 108_000,
      discountCents: -12_000,
      addonCents: 52_500,
      serviceChargeCents: 15_000,
      taxCents: 3_100,
      netCents: 175_500,
      totalCents: 178_600,
    });
  });

  test('is nothing when there are no lines', () => {
    expect(Object.values(priceTotals([]))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  test.each<[PriceLine['kind'], string, number]>([
    ['tax', 'netCents', 0],
    ['tax', 'totalCents', 500],
    ['fee', 'addonCents', 500],
    ['service_charge', 'addonCents', 0],
    ['discount', 'charterCents', 500],
  ])('counts a line of %s of 500 in %s as %d', (kind, field, expected) => {
    expect(priceTotals([line(kind, 500)])).toMatchObject({ [field]: expected });
  });

  const lines = fc.array(
    fc
      .tuple(fc.constantFrom(...PRICE_LINE_KINDS), fc.integer({ min: -10_000_000, max: 10_000_000 }))
      .map(([k, c]) => line(k, c)),
    { maxLength: 30 },
  );

  test('loses no line and counts none twice: the parts are the total', () => {
    fc.assert(
      fc.property(lines, (held) => {
        const totals = priceTotals(held);
        const all = held.reduce((sum, each) => sum + each.totalCents, 0);
        expect(totals.totalCents).toBe(cents(all));
        expect(totals.charterCents + totals.addonCents + totals.serviceChargeCents).toBe(totals.netCents);
        expect(cents(totals.netCents + totals.taxCents)).toBe(totals.totalCents);
      }),
    );
  });

  test('is the same in whatever order the lines stand', () => {
    fc.assert(fc.property(lines, (held) => void expect(priceTotals([...held].reverse())).toEqual(priceTotals(held))));
  });
});
