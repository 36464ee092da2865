import type { Instant, LocalDate } from '../../kernel/calendar.ts';
import { listed } from '../../kernel/listed.ts';
import type { Certainty } from '../../kernel/measured.ts';
import { gathered } from '../../kernel/missing.ts';
import { dividedRounded } from '../../kernel/money.ts';
import type { Cell, Figure } from '../document/report-document.ts';
import { formatDay, formatInstant, formatMonth, formatMonthName, formatTime } from './format-days.ts';

/** Where a cell is read: in a sentence there is room to say what is missing, in a table there is not. */
export type CellStyle = 'sentence' | 'table';

/**
 * The text of a cell as a person reads it: −$1,234.56, 35.5 %, 3.4 months, 36 days, 1 h 20 min. Not escaped for any format.
 * @example formatCell({ kind: 'unknown', missing: ['equity holding'] }) // unknown — record equity holding to see this
 */
export function formatCell(cell: Cell, style: CellStyle = 'sentence'): string {
  switch (cell.kind) {
    case 'cents':
      return signed(cell.value, `$${decimal(cell.value, 2)}`);
    case 'count':
      return formatCount(cell.value);
    case 'share': {
      const tenths = dividedRounded(cell.value, 10);
      return signed(tenths, `${decimal(tenths, 1)} %`);
    }
    case 'months':
      return signed(cell.value, `${decimal(cell.value, 1)} months`);
    case 'days':
      return cell.value === 1 ? '1 day' : `${formatCount(cell.value)} days`;
    case 'minutes':
      return signed(cell.value, hoursAndMinutes(Math.abs(cell.value)));
    case 'rating':
      return `${decimal(cell.value, 1)} of 5`;
    case 'day':
      return formatDay(cell.value as LocalDate);
    case 'month':
      return formatMonth(cell.value);
    case 'instant':
      return (cell.timeOnly ? formatTime : formatInstant)(cell.value as Instant, cell.zone);
    case 'text':
      return cell.value;
    case 'unknown':
      return style === 'table' ? 'unknown' : `unknown — record ${listed(gathered(cell.missing))} to see this`;
  }
}

/** The cell's text with the mark of its certainty behind it. */
export function formatFigure(figure: Figure, style: CellStyle = 'sentence'): string {
  const mark = certaintyMark(figure);
  return mark === '' ? formatCell(figure.cell, style) : `${formatCell(figure.cell, style)} ${mark}`;
}

const MARKS: Readonly<Record<Certainty, string>> = { measured: '', entered: '(e)', estimated: '(est.)', target: '(t)' };

/** How a known figure is marked when nobody measured it; empty for measured figures, words and unknowns. */
export function certaintyMark(figure: Figure): string {
  return figure.certainty === undefined || figure.cell.kind === 'unknown' ? '' : MARKS[figure.certainty];
}

/** A whole number with thousands separators: 12,345. */
export function formatCount(value: number): string {
  return signed(value, grouped(Math.abs(value)));
}

const STEPS = [
  [1_000_000_000_000, 'T'],
  [1_000_000_000, 'B'],
  [1_000_000, 'M'],
  [1_000, 'K'],
] as const;

/**
 * The text of a cell where there is room for a word: $12.3K, −$1.2M, 640, Nov. For axes and marks, never instead of the
 * exact figure.
 */
export function formatShort(cell: Cell): string {
  switch (cell.kind) {
    case 'cents':
      return signed(cell.value, `$${shortMoney(Math.abs(cell.value))}`);
    case 'count':
      return signed(cell.value, shortCount(Math.abs(cell.value)));
    case 'month':
      return formatMonthName(cell.value);
    case 'share':
    case 'months':
    case 'days':
    case 'minutes':
    case 'rating':
    case 'day':
    case 'instant':
    case 'text':
    case 'unknown':
      return formatCell(cell, 'table');
  }
}

/** Whole dollars below a thousand; cents only where there are no dollars to tell apart. */
function shortMoney(cents: number): string {
  if (cents < 1_000 && cents % 100 !== 0) return decimal(cents, 2);
  const dollars = dividedRounded(cents, 100);
  return dollars < 1_000 ? grouped(dollars) : thousands(cents, 100);
}

function shortCount(count: number): string {
  return count < 10_000 ? grouped(count) : thousands(count, 1);
}

/** In tenths of the largest step that leaves a whole number before the point: 12.3K, 5M. */
function thousands(value: number, units: number): string {
  const at = STEPS.findIndex(([size]) => dividedRounded(value, (size * units) / 10) >= 10);
  const [size, name] = STEPS[at] ?? [1_000, 'K'];
  const text = decimal(dividedRounded(value, (size * units) / 10), 1);
  return `${text.endsWith('.0') ? text.slice(0, -2) : text}${name}`;
}

/**
 * The exact value for a program: cents as 1234.56, shares in basis points, months with one decimal, days and instants
 * in ISO 8601. Empty when unknown.
 */
export function rawCell(cell: Cell): string {
  switch (cell.kind) {
    case 'cents':
      return `${cell.value < 0 ? '-' : ''}${plainDecimal(cell.value, 2)}`;
    case 'months':
    case 'rating':
      return `${cell.value < 0 ? '-' : ''}${plainDecimal(cell.value, 1)}`;
    case 'count':
    case 'share':
    case 'days':
    case 'minutes':
    case 'day':
    case 'month':
    case 'instant':
    case 'text':
      return String(cell.value);
    case 'unknown':
      return '';
  }
}

/** The unit the raw value is in. */
export function rawUnit(cell: Cell): string {
  return UNITS[cell.kind];
}

const UNITS: Readonly<Record<Cell['kind'], string>> = {
  cents: 'USD',
  count: 'count',
  share: 'basis points',
  months: 'months',
  days: 'days',
  minutes: 'minutes',
  rating: 'stars of 5',
  day: 'day',
  month: 'month',
  instant: 'instant',
  text: 'text',
  unknown: '',
};

/** A real minus sign before what is below zero; what rounds to zero has no sign. */
function signed(value: number, magnitude: string): string {
  return value < 0 ? `−${magnitude}` : magnitude;
}

function hoursAndMinutes(total: number): string {
  const hours = Math.floor(total / 60);
  const minutes = total % 60;
  if (hours === 0) return `${minutes} min`;
  if (hours >= 48) return daysAndHours(hours);
  return minutes === 0 ? `${grouped(hours)} h` : `${grouped(hours)} h ${minutes} min`;
}

/** From two days on minutes say nothing. */
function daysAndHours(hours: number): string {
  const rest = hours % 24;
  const days = `${grouped(Math.floor(hours / 24))} days`;
  return rest === 0 ? days : `${days} ${rest} h`;
}

/** The magnitude of a whole number of 10^-places, with separators; digits are moved, never divided. */
function decimal(value: number, places: number): string {
  const [whole, fraction] = split(value, places);
  return `${grouped(whole)}.${fraction}`;
}

function plainDecimal(value: number, places: number): string {
  return split(value, places).join('.');
}

function split(value: number, places: number): [string, string] {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  return [digits.slice(0, -places), digits.slice(-places)];
}

function grouped(value: number | string): string {
  const digits = String(value);
  return digits.length <= 3 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
