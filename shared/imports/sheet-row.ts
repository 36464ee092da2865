/**
 * What one cell of a spreadsheet holds. Text is as it stands in the file; an empty cell is ''. Everything from a CSV file
 * is text; an XLSX file also knows numbers, days, booleans and errors.
 */
export type Cell = string | number | boolean | MarkedNumber | MomentCell | ErrorCell;

/** A number whose format says more than its value: a share, a length of time in days, or money of another currency. */
export type MarkedNumber =
  | { readonly number: number; readonly shownAs: 'percent' | 'time' }
  | { readonly number: number; readonly shownAs: 'money'; readonly currency: string };

/** A day, with the time of day where the cell has one: 2026-11-12T00:00:00. The year is not checked yet. */
export interface MomentCell {
  readonly at: string;
}

/** A cell whose program could not work it out: #REF!, #N/A, or a formula saved without its result. */
export interface ErrorCell {
  readonly error: string;
}

/** One row, under the number its spreadsheet program shows beside it. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** What is wrong with the row as it was written, such as quotes that do not match. */
  readonly trouble?: string;
}

/** Whether nothing visible stands in the cell. */
export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return cell === undefined;
  return cell === '' || !(isPlainLetter(cell.charCodeAt(0)) || VISIBLE.test(cell));
}

/** The cell as a person would read it, for quoting it back. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'number') return String(cell);
  if ('error' in cell) return cell.error;
  if ('at' in cell) return cell.at.endsWith('T00:00:00') ? cell.at.slice(0, -9) : cell.at.replace('T', ' ');
  if (cell.shownAs === 'percent') return `${roundedNoise(cell.number * 100)}%`;
  return cell.shownAs === 'money' ? `${cell.number} ${cell.currency}` : String(cell.number);
}

/** The letters a spreadsheet program shows above a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (index % 26))}`;
}

/** A number without the dust binary fractions leave behind: 7.000000000000001 is 7. */
export function roundedNoise(value: number): number {
  return Number(value.toPrecision(13));
}

/** Most cells begin with a letter or digit: then there is nothing to search for. */
function isPlainLetter(code: number): boolean {
  return code > 0x20 && code < 0x7f;
}

const VISIBLE = /[^\s\u200b-\u200d\u2060\ufeff]/;
