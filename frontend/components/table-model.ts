import type { Figure } from '../../shared/reports/document/report-document.ts';
import type { TableBlock } from '../../shared/reports/render/figures.ts';
import { formatCount } from '../../shared/reports/render/format.ts';

/** What a phone shows of a long table at first: which rows wait, and the words that bring them. */
export interface Fold {
  isLater(row: number): boolean;
  readonly words: string;
}

/** From so many columns on a phone would have to scroll sideways to read one row; from one less where its words are many. */
const WIDE = 4;
const MANY_WORDS = 40;
const KEPT = 6;
/** A card is as long as its row is wide. */
const KEPT_CARDS = 4;
/** Less than this is not worth a press. */
const WORTH_FOLDING = 3;
/** Longer words stand below their heading, not beside it. */
const BESIDE = 28;

/** Whether a phone shows a card for each row. */
export function isWide(table: TableBlock): boolean {
  const hasManyWords = table.rows.some((row) => row.some((figure) => textLength(figure) > MANY_WORDS));
  return table.columns.length >= (hasManyWords ? WIDE - 1 : WIDE);
}

/** Which columns hold words that need a line of their own on a card. */
export function longColumns(table: TableBlock): ReadonlySet<number> {
  const columns = table.columns.map((_, at) => at);
  return new Set(columns.filter((at) => table.rows.some((row) => textLength(row[at]) > BESIDE)));
}

function textLength(figure: Figure | undefined): number {
  return figure?.cell.kind === 'text' ? figure.cell.value.length : 0;
}

/** How a phone folds a table: months to the last ones, anything else to the first; nothing where it is short enough. */
export function foldOf(table: TableBlock): Fold | undefined {
  const { length } = table.rows;
  const kept = isWide(table) ? KEPT_CARDS : KEPT;
  if (length < kept + WORTH_FOLDING) return undefined;
  const isMonths = table.rows.every((row) => row[0]?.cell.kind === 'month');
  return {
    isLater: (row) => (isMonths ? row < length - kept : row >= kept),
    words: `Show all ${formatCount(length)}${isMonths ? ' months' : ''}`,
  };
}
