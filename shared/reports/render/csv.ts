import type { ReportDocument } from '../document/report-document.ts';
import type { PlacedFigure } from './figures.ts';
import { figuresOf } from './figures.ts';
import { rawCell, rawUnit } from './format.ts';
import { visibleText } from './visible-text.ts';

/** The columns of the file, one row per figure. */
export const CSV_COLUMNS = ['section', 'item', 'measure', 'value', 'unit', 'certainty', 'fact', 'missing'] as const;

/** Every figure of the document as one row, exact and in its raw unit: RFC 4180, UTF-8, with a header row. */
export function csvReport(document: ReportDocument): string {
  const rows = figuresOf(document)
    .filter((placed) => !isItsOwnItem(placed))
    .map(rowOf);
  return [[...CSV_COLUMNS], ...rows].map((row) => `${row.join(',')}\r\n`).join('');
}

/** Text as a cell no spreadsheet will compute: in quotes where needed, behind an apostrophe where it begins like a formula. */
export function csvText(text: string): string {
  const shown = visibleText(text);
  const inert = isFormulaLike(text) || isFormulaLike(shown) ? `'${shown}` : shown;
  return /[",;'\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The first cell of a row names the row; it would only repeat the item column. */
function isItsOwnItem({ item, figure }: PlacedFigure): boolean {
  return figure.cell.kind === 'text' && figure.cell.value === item;
}

function rowOf({ section, item, measure, figure }: PlacedFigure): readonly string[] {
  const { cell, certainty, fact } = figure;
  return [
    csvText(section),
    csvText(item),
    csvText(measure),
    cell.kind === 'text' ? csvText(cell.value) : rawCell(cell),
    rawUnit(cell),
    cell.kind === 'unknown' ? 'unknown' : (certainty ?? ''),
    csvText(fact ?? ''),
    csvText(cell.kind === 'unknown' ? cell.missing.join('; ') : ''),
  ];
}

/**
 * Beginning with = + - @ or a full-width or small form of them, with whatever a spreadsheet may skip before it; or with
 * tab, carriage return or NUL. OWASP ASVS 1.2.10.
 */
function isFormulaLike(text: string): boolean {
  return /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫]/u.test(text) || /^[\t\r\0]/.test(text);
}
