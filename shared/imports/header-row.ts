import type { ImportKind } from './import-kind.ts';
import { quotedCell } from './import-problem.ts';
import { plainWords } from './plain-words.ts';
import type { SheetRow } from './sheet-row.ts';
import { cellText, isBlank } from './sheet-row.ts';

/** A row that names the columns below it, and its texts by place. */
export interface HeaderRow {
  readonly row: number;
  readonly texts: readonly string[];
}

/** One name alone may be a word in a title or beside a sum; two are no accident. */
const NO_ACCIDENT = 2;

/**
 * The row, or the two rows of a header with merged cells, that name the most fields; the upper one on a tie. Where no row
 * names two, the widest row of words with a row below it: a person can say what each of its columns holds.
 */
export function headerRow(
  kind: ImportKind,
  head: readonly SheetRow[],
  wished: readonly string[],
): HeaderRow | undefined {
  const best = mostNamed(kind, head, wished);
  if (best !== undefined && (best.score >= NO_ACCIDENT || isOfWords(head, best.at))) return best;
  return widestOfWords(head) ?? best;
}

/** A header as names are compared: what people write, without a dollar sign. */
export function headerWords(text: string): string {
  return plainWords(plainWords(text).replaceAll('$', ' '));
}

/** The places of each name in a header. */
export function columnsByName(headers: readonly string[]): ReadonlyMap<string, number[]> {
  const columns = new Map<string, number[]>();
  headers.forEach((header, index) => {
    const name = headerWords(header);
    if (name !== '') columns.set(name, [...(columns.get(name) ?? []), index]);
  });
  return columns;
}

function mostNamed({ columns }: ImportKind, head: readonly SheetRow[], wished: readonly string[]) {
  const names = [...Object.values(columns).map((column) => column.names), ...wished.map((name) => [name])];
  const wanted = names.map((some) => some.map(headerWords));
  let best: (HeaderRow & { readonly at: number; readonly score: number }) | undefined;
  for (const [at, row] of head.entries()) {
    const lower = textsOf(row);
    const above = head[at - 1];
    for (const texts of above === undefined ? [lower] : [lower, joined(above, lower)]) {
      const places = columnsByName(texts);
      const score = wanted.filter((some) => some.some((name) => places.has(name))).length;
      if (score > (best?.score ?? 0)) best = { row: row.row, texts, at, score };
    }
  }
  return best;
}

function widestOfWords(head: readonly SheetRow[]): HeaderRow | undefined {
  const rows = head.filter((_row, at) => isOfWords(head, at));
  const width = Math.max(0, ...rows.map(filled));
  const found = rows.find((row) => filled(row) === width);
  return found && { row: found.row, texts: textsOf(found) };
}

/** Whether a row could be a header: two words or more, no figure among them, and something below them. */
function isOfWords(head: readonly SheetRow[], at: number): boolean {
  const row = head[at];
  if (row === undefined || filled(row) < 2 || head.slice(at + 1).every((below) => filled(below) === 0)) return false;
  return row.cells.every((cell) => isBlank(cell) || (typeof cell === 'string' && !/\d/.test(cell)));
}

function filled({ cells }: SheetRow): number {
  return cells.filter((cell) => !isBlank(cell)).length;
}

function textsOf({ cells }: SheetRow): string[] {
  return cells.map((cell) => (typeof cell === 'string' ? quotedCell(cell).trim() : ''));
}

/** A header of two rows: where the lower cell is empty, what stands above it holds for the column. */
function joined(above: SheetRow, lower: readonly string[]): string[] {
  const width = Math.max(above.cells.length, lower.length);
  return Array.from({ length: width }, (_none, index) => {
    const own = lower[index] ?? '';
    return own !== '' || isBlank(above.cells[index]) ? own : quotedCell(cellText(above.cells[index])).trim();
  });
}
