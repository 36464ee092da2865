import type { BasisPoints } from '../kernel/money.ts';
import { basisPoints } from '../kernel/money.ts';
import type { CellReading, Reading, ReadingStyle } from './cell-reading.ts';
import { errorCell, unread, value } from './cell-reading.ts';
import { decimalText } from './decimal-mark.ts';
import type { Cell } from './sheet-row.ts';
import { roundedNoise } from './sheet-row.ts';

const MILLION = 1_000_000;

/** A whole number from nothing to a million. */
export const wholeNumber: Reading<number> = {
  asks: 'decimal-mark',
  read: (cell, style) => {
    const read = readNumber(cell, style, 'expected a whole number, zero or more');
    if (!read.ok) return read;
    if (!Number.isInteger(read.value) || read.value < 0)
      return unread('not-understood', 'expected a whole number, zero or more');
    return read.value <= MILLION ? read : unread('out-of-range', 'expected a number up to a million');
  },
};

/** A share in basis points: 15% or 15. A bare number of one or less could mean two things and is refused. */
export const share: Reading<BasisPoints> = {
  asks: 'decimal-mark',
  read: (cell, style) => {
    const expected = 'expected a share with its percent sign, such as 15%';
    const isPercent = typeof cell === 'object' && 'shownAs' in cell && cell.shownAs === 'percent';
    const hasSign = typeof cell === 'string' && /%\s*$/.test(cell);
    const bare = hasSign ? (cell as string).replace(/\s*%\s*$/, '') : cell;
    const read = isPercent ? value(roundedNoise(cell.number * 100)) : readNumber(bare, style, expected);
    if (!read.ok) return read;
    if (!isPercent && !hasSign && read.value > 0 && read.value <= 1) return unread('ambiguous', expected);
    const points = roundedNoise(read.value * 100);
    if (!Number.isInteger(points)) return unread('not-understood', 'expected a share with two decimals at most');
    return points >= 0 && points <= 10_000
      ? value(basisPoints(points))
      : unread('out-of-range', 'expected a share from 0% to 100%');
  },
};

/** Stars in tenths from 10 to 50: 4.7 is 47. */
export const stars: Reading<number> = {
  asks: 'decimal-mark',
  read: (cell, style) => {
    const expected = 'expected stars from 1 to 5 with one decimal, such as 4.7';
    const read = readNumber(cell, style, expected);
    if (!read.ok) return read;
    const tenths = roundedNoise(read.value * 10);
    return Number.isInteger(tenths) && tenths >= 10 && tenths <= 50
      ? value(tenths)
      : unread('not-understood', expected);
  },
};

/** Nautical miles, whole. */
export const nauticalMiles: Reading<number> = {
  asks: 'decimal-mark',
  read: (cell, style) =>
    wholeNumber.read(typeof cell === 'string' ? cell.replace(/\s*(nm|nmi|nautical miles?)\s*$/i, '') : cell, style),
};

/** Minutes from a length of time in hours: 1.5, 1:30, 1h 30m or 90 min. */
export const hours: Reading<number> = { asks: 'decimal-mark', read: (cell, style) => readDuration(cell, style, 60) };
/** Minutes from a number of minutes, or any other way of writing a length of time. */
export const minutes: Reading<number> = { asks: 'decimal-mark', read: (cell, style) => readDuration(cell, style, 1) };

function readDuration(cell: Cell, style: ReadingStyle, bareUnit: number): CellReading<number> {
  const expected = 'expected a length of time up to 24 hours in whole minutes, such as 1:30 or 1.5 hours';
  const read = durationMinutes(cell, style, bareUnit, expected);
  if (!read.ok) return read;
  const whole = roundedNoise(read.value);
  if (!Number.isInteger(whole) || whole <= 0) return unread('not-understood', expected);
  return whole <= 1_440 ? value(whole) : unread('out-of-range', expected);
}

function durationMinutes(cell: Cell, style: ReadingStyle, bareUnit: number, expected: string): CellReading<number> {
  if (typeof cell === 'object' && 'shownAs' in cell && cell.shownAs === 'time') return value(cell.number * 1_440);
  if (typeof cell !== 'string' || cell.length > LONGEST) return scaled(readNumber(cell, style, expected), bareUnit);
  const clock = /^\s*(\d{1,2}):([0-5]\d)(?::00)?\s*h?\s*$/i.exec(cell);
  if (clock) return value(Number(clock[1]) * 60 + Number(clock[2]));
  const words = /^\s*(?:(\d{1,2})\s*h(?:rs?|ours?)?)?\s*(?:(\d{1,4})\s*m(?:in|ins|inutes?)?)?\s*$/i.exec(cell);
  if (words && (words[1] ?? words[2]) !== undefined) return value(Number(words[1] ?? 0) * 60 + Number(words[2] ?? 0));
  const inHours = /^(.*\d)\s*h(?:rs?|ours?)?\s*$/i.exec(cell);
  return inHours
    ? scaled(readNumber(inHours[1] ?? '', style, expected), 60)
    : scaled(readNumber(cell, style, expected), bareUnit);
}

function scaled(read: CellReading<number>, by: number): CellReading<number> {
  return read.ok ? value(read.value * by) : read;
}

function readNumber(cell: Cell, { decimalMark }: ReadingStyle, expected: string): CellReading<number> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? value(cell) : unread('not-understood', expected);
  if (typeof cell === 'object' && 'error' in cell) return errorCell(cell.error);
  if (typeof cell !== 'string' || cell.length > LONGEST) return unread('not-understood', expected);
  const match = /^([-+]?)\s*(.*\d.*)$/.exec(cell.trim().replace(/\s/g, ' '));
  const number = match && decimalText(match[2] ?? '', decimalMark);
  if (number === 'ambiguous') {
    return unread('ambiguous', 'expected to be told whether the comma or the point stands before the decimals');
  }
  if (number === undefined || number === null) return unread('not-understood', expected);
  return value(Number(number) * (match?.[1] === '-' ? -1 : 1));
}

const LONGEST = 60;
