import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { CellReading, DecimalMark, Reading, ReadingStyle } from './cell-reading.ts';
import { errorCell, unread, value } from './cell-reading.ts';
import { otherCurrency, withoutDollars } from './currencies.ts';
import { decimalText } from './decimal-mark.ts';
import { notDollars } from './reading-text.ts';
import type { Cell } from './sheet-row.ts';

const EXPECTED = 'expected an amount of US dollars, such as 1,234.50';
const TOO_LARGE = 'expected an amount within ten billion dollars';
const FRACTION = 'expected whole cents: this amount has more than two decimals';
const LIMIT = 1e12;
/** No amount anybody writes is longer; what is, is not searched for one. */
const LONGEST = 60;

/** An amount of money with its sign: (12.00), -12.00, 12.00- and 12.00 DR are below zero. */
export const anyAmount: Reading<Cents> = { asks: 'decimal-mark', read: readMoney };

/** An amount of money that is written without a sign. */
export const amountNotBelowZero: Reading<Cents> = {
  asks: 'decimal-mark',
  read: (cell, style) => {
    const read = readMoney(cell, style);
    if (!read.ok || read.value >= 0) return read;
    return unread('not-allowed', 'expected an amount of zero or more');
  },
};

/** An amount whose column already says which way the money went: a debit may be written 12.00 or -12.00. */
export const amountEitherSign: Reading<Cents> = {
  asks: 'decimal-mark',
  read: (cell, style) => {
    const read = readMoney(cell, style);
    return read.ok ? value(cents(Math.abs(read.value))) : read;
  },
};

function readMoney(cell: Cell, { decimalMark }: ReadingStyle): CellReading<Cents> {
  if (typeof cell === 'string') return moneyOf(cell, decimalMark);
  if (typeof cell === 'number') return centsOf(cell);
  if (typeof cell === 'boolean' || 'at' in cell) return unread('not-understood', EXPECTED);
  if ('error' in cell) return errorCell(cell.error);
  if (cell.shownAs === 'money') return otherMoney(cell.currency);
  return unread('not-understood', EXPECTED);
}

function otherMoney(currency: string): CellReading<never> {
  return unread('other-currency', notDollars(currency));
}

/** A number a spreadsheet program worked out. The dust of binary fractions is no third decimal. */
function centsOf(dollars: number): CellReading<Cents> {
  const exact = dollars * 100;
  const whole = Math.round(exact);
  if (!Number.isFinite(exact)) return unread('not-understood', EXPECTED);
  if (Math.abs(whole) > LIMIT) return unread('out-of-range', TOO_LARGE);
  return Math.abs(exact - whole) < 1e-3 ? value(cents(whole)) : unread('not-understood', FRACTION);
}

function moneyOf(written: string, mark: DecimalMark | undefined): CellReading<Cents> {
  if (written.length > LONGEST) return unread('not-understood', EXPECTED);
  const currency = otherCurrency(written);
  if (currency !== undefined) return otherMoney(currency);
  const signed = signOf(withoutDollars(written).replace(SPACES, ' ').replace(MINUS, '-').trim());
  if (signed === undefined) return unread('not-understood', EXPECTED);
  const number = decimalText(signed.digits, mark);
  if (number === 'ambiguous') {
    return unread('ambiguous', 'expected to be told whether the comma or the point stands before the cents');
  }
  if (number === undefined) return unread('not-understood', EXPECTED);
  const [whole = '', fraction = ''] = number.split('.');
  if (/[1-9]/.test(fraction.slice(2))) return unread('not-understood', FRACTION);
  const total = Number(whole) * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!(total <= LIMIT)) return unread('out-of-range', TOO_LARGE);
  return value(cents(signed.negative ? -total : total));
}

/** The sign, said once: in brackets, by a minus before or behind, or by CR and DR. Twice is no way to write it. */
function signOf(text: string): { readonly digits: string; readonly negative: boolean } | undefined {
  const match = SIGNED.exec(text);
  const { open, before, digits = '', behind, close, side } = match?.groups ?? {};
  if (match === null || (open === undefined) !== (close === undefined)) return undefined;
  const marks = [open, before, behind, side].filter((mark) => mark !== undefined);
  if (marks.length > 1) return undefined;
  const [mark = '+'] = marks;
  return { digits: digits.trim(), negative: mark !== '+' && mark.toUpperCase() !== 'CR' };
}

const SIGNED =
  /^(?<open>\()?\s*(?<before>[-+])?\s*(?<digits>[\d.,' ]*\d[\d.,' ]*?)\s*(?<behind>[-+])?\s*(?<close>\))?\s*(?<side>CR|DR)?\.?$/i;

const SPACES = /\s+/g;
/** The minus signs of typesetters. */
const MINUS = /[\u2212\u2012\u2013]/g;
