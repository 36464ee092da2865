import type { Instant, LocalDate, Month } from '../kernel/calendar.ts';
import { dayIn, instant, instantIn, isInstant, isMonth, monthOf } from '../kernel/calendar.ts';
import type { CellReading, Reading, ReadingStyle } from './cell-reading.ts';
import { errorCell, unread, value } from './cell-reading.ts';
import type { WrittenDay } from './date-text.ts';
import { dayWritten, monthNumber, writtenDay } from './date-text.ts';
import type { Cell } from './sheet-row.ts';

/** A day, and the point in time where the cell says one. */
export interface Moment {
  readonly on: LocalDate;
  readonly at?: Instant;
}

/** A calendar day as it is written; a time of day behind it is passed over. */
export const day: Reading<LocalDate> = { asks: 'date-order', read: readDay };
/** A day with its time of day in the business's own zone, unless the cell says how far from UTC it is. */
export const moment: Reading<Moment> = {
  asks: 'date-order',
  read: (cell, style) => readMoment(cell, style, undefined),
};
/** The same, in a column whose times are UTC. */
export const utcMoment: Reading<Moment> = { asks: 'date-order', read: (cell, style) => readMoment(cell, style, 'Z') };
/** A month: 2026-11, Nov 2026, 11/2026, or any day of it. */
export const monthOfYear: Reading<Month> = { asks: 'date-order', read: readMonth };

const EXPECTED = 'expected a day, such as 2026-11-12';

function readDay(cell: Cell, { dateOrder }: ReadingStyle): CellReading<LocalDate> {
  const written = partsOf(cell);
  return 'ok' in written ? written : checkedDay(written, dateOrder);
}

function readMoment(cell: Cell, style: ReadingStyle, usual: string | undefined): CellReading<Moment> {
  const written = partsOf(cell);
  if ('ok' in written) return written;
  const on = checkedDay(written, style.dateOrder);
  if (!on.ok || written.time === undefined) return on.ok ? value({ on: on.value }) : on;
  const offset = written.offset ?? usual;
  if (offset === undefined) return value({ on: on.value, at: instantIn(style.zone, on.value, written.time) });
  const text = `${on.value}T${written.time}${offset}`;
  if (!isInstant(text)) return unread('out-of-range', 'expected a day from 2000 to 2100');
  const at = instant(text);
  return value({ on: dayIn(style.zone, at), at });
}

function readMonth(cell: Cell, style: ReadingStyle): CellReading<Month> {
  const month = typeof cell === 'string' && cell.length <= LONGEST ? writtenMonth(cell.trim()) : undefined;
  if (month !== undefined)
    return isMonth(month) ? value(month) : unread('out-of-range', 'expected a month from 2000 to 2100');
  const read = readDay(cell, style);
  if (read.ok) return value(monthOf(read.value));
  return read.code === 'not-understood' ? unread('not-understood', 'expected a month, such as 2026-11') : read;
}

/** YYYY-MM of a month written without a day. */
function writtenMonth(text: string): string | undefined {
  const numbers = /^(\d{4})[-/.](\d{1,2})$/.exec(text) ?? /^(?<month>\d{1,2})[-/.](?<year>\d{4})$/.exec(text);
  const named = /^(?<name>[a-z]{3,9})\.?[-/\s,]\s?(?<year>\d{4})$/i.exec(text);
  const year = numbers?.groups?.['year'] ?? numbers?.[1] ?? named?.groups?.['year'];
  const month = numbers ? Number(numbers.groups?.['month'] ?? numbers[2]) : monthNumber(named?.groups?.['name'] ?? '');
  if (year === undefined || month === undefined || month < 1 || month > 12) return undefined;
  return `${year}-${String(month).padStart(2, '0')}`;
}

function checkedDay(written: WrittenDay, order: ReadingStyle['dateOrder']): CellReading<LocalDate> {
  const day = dayWritten(written, order);
  if (day === 'ambiguous') return unread('ambiguous', 'expected to be told whether the day or the month comes first');
  if (day === 'out-of-range') return unread('out-of-range', 'expected a day from 2000 to 2100');
  if (day !== 'no-such-day') return value(day);
  const first = order === 'day-first' ? 'the day' : 'the month';
  const hint = written.said === 'two-numbers' && order !== undefined ? ` read with ${first} first` : '';
  return unread('not-understood', `expected a day that exists${hint}`);
}

function partsOf(cell: Cell): WrittenDay | (CellReading<never> & { readonly ok: false }) {
  const text = typeof cell === 'object' && 'at' in cell ? midnightless(cell.at) : cell;
  const written = typeof text === 'string' ? writtenDay(text) : undefined;
  if (written) return written;
  const refusal =
    typeof text === 'object' && 'error' in text ? errorCell(text.error) : unread('not-understood', EXPECTED);
  return refusal as CellReading<never> & { readonly ok: false };
}

/** A cell that holds a day and no time holds midnight: that is no time of day anybody wrote. */
function midnightless(at: string): string {
  return at.endsWith('T00:00:00') ? at.slice(0, -9) : at;
}

const LONGEST = 60;
