import type { Cell } from '../../../shared/imports/sheet-row.ts';
import type { FormatMeaning } from './number-formats.ts';

/** A cell as its XML has it. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  /** What stands in it, or which shared text. */
  readonly text: string;
  readonly hasFormula: boolean;
}

/** What all cells of a workbook are read with. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly styles: readonly FormatMeaning[];
  readonly from1904: boolean;
}

/** The cell as a person sees it: text, a number, a day, a yes or no, or an error. */
export function cellOf({ type, style, text, hasFormula }: RawCell, context: CellContext): Cell {
  switch (type) {
    case 's':
      return context.sharedStrings[Number(text)] ?? { error: 'a text that is missing from the file' };
    case 'str':
    case 'inlineStr':
      return unescaped(text);
    case 'b':
      return text.trim() === '1' || text.trim() === 'true';
    case 'e':
      return { error: text };
    case 'd':
      return text;
    default:
      if (text === '') return hasFormula ? { error: 'a formula saved without its result' } : '';
      return numberCell(Number(text), context.styles[style] ?? { is: 'number' }, context.from1904);
  }
}

/** Control characters are written _x000D_ in a workbook (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function numberCell(value: number, meaning: FormatMeaning, from1904: boolean): Cell {
  if (!Number.isFinite(value)) return { error: 'a number that cannot be read' };
  switch (meaning.is) {
    case 'day':
      return momentOf(value + (from1904 ? 1_462 : 0));
    case 'time':
      return { number: value, shownAs: 'time' };
    case 'percent':
      return { number: value, shownAs: 'percent' };
    case 'money':
      return { number: value, shownAs: 'money', currency: meaning.currency };
    case 'number':
      return value;
  }
}

/** Day 1 is the first of January 1900, and 1900 counts as a leap year, which it was not: from March on, count from 1899-12-30. */
function momentOf(serial: number): Cell {
  if (serial < 0 || serial >= 2_958_466) return { error: '########' };
  const seconds = Math.round(serial * 86_400);
  const at = new Date(Date.UTC(1899, 11, serial < 60 ? 31 : 30) + seconds * 1_000);
  return { at: at.toISOString().slice(0, 19) };
}
