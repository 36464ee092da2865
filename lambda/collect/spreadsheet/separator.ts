import Papa from 'papaparse';
import { sheetRefused } from './sheet-refused.ts';

/** What may stand between two cells of a CSV file. */
export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** The separator under which the first lines fall into the same number of cells most often, and into most. */
export function separatorOf(start: string): Separator {
  const said = /^sep=(.)\r?\n/i.exec(start)?.[1];
  const named = SEPARATORS.find((separator) => separator === said);
  if (named !== undefined) return named;
  const scores = SEPARATORS.map((separator) => ({ separator, ...shape(start, separator) }));
  scores.sort((a, b) => b.score - a.score || SEPARATORS.indexOf(a.separator) - SEPARATORS.indexOf(b.separator));
  const [best, next] = scores;
  if (best !== undefined && next !== undefined && best.score > 1 && best.score === next.score) {
    throw sheetRefused(
      `The cells of this file could be parted by ${spoken(best.separator)} or by ${spoken(next.separator)}: say which.`,
    );
  }
  return best?.separator ?? ',';
}

/** A separator in words. */
export function spoken(separator: Separator): string {
  return { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[separator];
}

/** How many cells most lines have, weighed by how many lines have that many. Lines of one cell say nothing. */
function shape(start: string, separator: Separator): { readonly score: number } {
  const { data } = Papa.parse<string[]>(start, {
    delimiter: separator,
    newline: '\n',
    skipEmptyLines: true,
    preview: 200,
  });
  const widths = new Map<number, number>();
  for (const row of data) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
  let score = 1;
  for (const [width, lines] of widths)
    score = Math.max(score, 1 + (lines / data.length) * (lines / data.length) * width);
  return { score };
}
