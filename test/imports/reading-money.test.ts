import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { amountEitherSign, amountNotBelowZero, anyAmount } from '../../shared/imports/reading-money.ts';
import type { Cell } from '../../shared/imports/sheet-row.ts';
import { aStyle, outcome } from './a-style.ts';

const point = aStyle({ decimalMark: 'point' });
const comma = aStyle({ decimalMark: 'comma' });

describe('an amount of money', () => {
  test.each<[Cell, number]>([
    ['1234.5', 123450],
    ['$1,234.50', 123450],
    ['$ 1,234.50', 123450],
    ['US$1,234.50', 123450],
    ['USD 1,234.50', 123450],
    ['1,234.50 USD', 123450],
    ['(12.00)', -1200],
    ['$(12.00)', -1200],
    ['($12.00)', -1200],
    ['-12.00', -1200],
    ['-$12.00', -1200],
    ['$-12.00', -1200],
    ['12.00-', -1200],
    ['\u221212.00', -1200],
    ['12.00 CR', 1200],
    ['12.00 DR', -1200],
    ['12.00DR', -1200],
    ['+12.00', 1200],
    ['0', 0],
    ['-0.00', 0],
    ['.5', 50],
    ['5.', 500],
    ["1'234'567.89", 123456789],
    ['1 234.50', 123450],
    ['1\u00a0234.50', 123450],
    ['12.3400', 1234],
    ['10,000,000,000.00', 1_000_000_000_000],
    [1234.5, 123450],
    [0.1 + 0.2, 30],
    [1.15, 115],
    [-7, -700],
  ])('%j is read', (cell, cents) => {
    expect(outcome(anyAmount.read(cell, point))).toBe(cents);
  });

  test.each<[string, number]>([
    ['1.234,50', 123450],
    ['12,5', 1250],
    ['1.234', 123400],
    ['$ 1.234.567,89', 123456789],
  ])('%j is read where the comma stands before the cents', (cell, cents) => {
    expect(outcome(anyAmount.read(cell, comma))).toBe(cents);
  });

  test.each<[Cell, string]>([
    ['1.234,50 €', 'other-currency'],
    ['EUR 12.00', 'other-currency'],
    ['£12.00', 'other-currency'],
    ['CA$12.00', 'other-currency'],
    ['12.00 cad', 'other-currency'],
    [{ number: 77.5, shownAs: 'money', currency: 'EUR' }, 'other-currency'],
    ['10,000,000,000.01', 'out-of-range'],
    ['99999999999999999999999', 'out-of-range'],
    [1e13, 'out-of-range'],
    ['12.345', 'not-understood'],
    [12.345, 'not-understood'],
    ['1,23,456.00', 'not-understood'],
    ['12,34', 'not-understood'],
    ['-(12.00)', 'not-understood'],
    ['-12.00 DR', 'not-understood'],
    ['(12.00', 'not-understood'],
    ['12.00)', 'not-understood'],
    ['=12.00', 'not-understood'],
    ['1e3', 'not-understood'],
    ['0x10', 'not-understood'],
    ['-', 'not-understood'],
    ['n/a', 'not-understood'],
    ['twelve', 'not-understood'],
    ['12.00 13.00', 'not-understood'],
    [true, 'not-understood'],
    [{ at: '2026-11-12T00:00:00' }, 'not-understood'],
    [{ number: 0.5, shownAs: 'percent' }, 'not-understood'],
    [{ error: '#REF!' }, 'error-cell'],
    [Number.NaN, 'not-understood'],
  ])('%j is refused', (cell, code) => {
    expect(outcome(anyAmount.read(cell, point))).toBe(`refused: ${code}`);
  });

  it('names the currency it refuses', () => {
    const read = anyAmount.read('1.234,50 €', point);
    expect(read.ok ? '' : read.expected).toContain('EUR');
  });

  it('is not guessed where 1,234 could be a thousand or a little more than one', () => {
    expect(outcome(anyAmount.read('1,234', aStyle()))).toBe('refused: ambiguous');
    expect(outcome(anyAmount.read('1,234', point))).toBe(123400);
    expect(outcome(anyAmount.read('1,234', comma))).toBe('refused: not-understood');
  });

  it('keeps to the sign its column allows', () => {
    expect(outcome(amountNotBelowZero.read('(12.00)', point))).toBe('refused: not-allowed');
    expect(outcome(amountEitherSign.read('-84.20', point))).toBe(8420);
  });

  it('reads back every amount written in any of the usual ways', () => {
    const ways: readonly ((whole: string, cents: string, negative: boolean) => string)[] = [
      (whole, cents, negative) => `${negative ? '-' : ''}${whole}.${cents}`,
      (whole, cents, negative) => (negative ? `(${grouped(whole, ',')}.${cents})` : `$${grouped(whole, ',')}.${cents}`),
      (whole, cents, negative) => `$${grouped(whole, ',')}.${cents}${negative ? '-' : ''}`,
      (whole, cents, negative) => `${whole}.${cents} ${negative ? 'DR' : 'CR'}`,
      (whole, cents, negative) => `${negative ? '-' : ''}US$ ${grouped(whole, ' ')}.${cents}`,
    ];
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom(...ways), (amount, write) => {
        const digits = String(Math.abs(amount)).padStart(3, '0');
        const written = write(digits.slice(0, -2), digits.slice(-2), amount < 0);
        expect([written, outcome(anyAmount.read(written, point))]).toEqual([written, amount === 0 ? 0 : amount]);
      }),
    );
  });

  it('answers anything at all, at once', () => {
    const long = `${'1'.repeat(500_000)}${' '.repeat(500_000)}x`;
    expect(outcome(anyAmount.read(long, point))).toBe('refused: not-understood');
    fc.assert(
      fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom(..."0123456789.,' ()-+$€CRDUS%e") }), (text) => {
        const read = anyAmount.read(text, point);
        expect(read.ok ? Number.isSafeInteger(read.value) : read.expected !== '').toBe(true);
      }),
    );
  });
});

function grouped(whole: string, mark: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, mark);
}
