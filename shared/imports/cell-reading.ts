import type { Zone } from '../kernel/calendar.ts';
import type { ProblemCode } from './import-problem.ts';
import type { Cell } from './sheet-row.ts';

/** A cell read as what its column holds, or why it could not be and what was expected. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T; readonly shortened?: true }
  | { readonly ok: false; readonly code: ProblemCode; readonly expected: string };

/** Which number comes first in 11/12/2026. */
export type DateOrder = 'month-first' | 'day-first';
/** What stands before the cents in 1,234.50. */
export type DecimalMark = 'point' | 'comma';

/** The lists names are looked up in: what people call it, and the id it has with us. */
export type NameList = 'account' | 'channel' | 'charter' | 'property' | 'client' | 'contract' | 'job';
export type KnownNames = { readonly [List in NameList]?: readonly KnownName[] };
export interface KnownName {
  readonly id: string;
  readonly names: readonly string[];
}

/** What must be known beside the cell to read it: decided over the whole column, or told by the person. */
export interface ReadingStyle {
  readonly dateOrder?: DateOrder | undefined;
  readonly decimalMark?: DecimalMark | undefined;
  /** Where the business is: the day of a point in time is counted there. */
  readonly zone: Zone;
  readonly names: KnownNames;
}

/** How the cells of a column are read. */
export interface Reading<T> {
  /** What the whole column must agree on before its first cell can be read. */
  readonly asks: 'date-order' | 'decimal-mark' | 'nothing';
  readonly read: (cell: Cell, style: ReadingStyle) => CellReading<T>;
}

export function value<T>(of: T): CellReading<T> {
  return { ok: true, value: of };
}

export function unread(code: ProblemCode, expected: string): CellReading<never> {
  return { ok: false, code, expected };
}

/** Reads text and whatever else a cell may hold as text, but never an error. */
export function readText<T>(cell: Cell, text: string, read: (text: string) => CellReading<T>): CellReading<T> {
  return typeof cell === 'object' && 'error' in cell ? errorCell(cell.error) : read(text);
}

/** The refusal of a cell whose program could not work it out. */
export function errorCell(error: string): CellReading<never> {
  return unread('error-cell', `expected a value; the spreadsheet program could not work this cell out (${error})`);
}
