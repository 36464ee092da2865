import Papa from 'papaparse';
import type { SheetRow } from '../../../shared/imports/sheet-row.ts';
import type { Separator } from './separator.ts';
import { separatorOf } from './separator.ts';
import type { SheetBytes } from './sheet-bytes.ts';
import { sheetTooLarge } from './sheet-refused.ts';
import type { TextEncoding } from './text-encoding.ts';
import { decodedText, encodingOf } from './text-encoding.ts';

/** How a CSV file is written. */
export interface CsvStyle {
  readonly encoding: TextEncoding;
  readonly separator: Separator;
}

/** A row may hold this much; what is longer is a quote that was opened and never closed. */
const LONGEST_ROW = 1_000_000;
const MOST_CELLS = 1_000;
const START = 65_536;

/** Finds out how a CSV file is written, from its bytes and its first lines, where the person does not say it. */
export async function csvStyle(bytes: SheetBytes, said: Partial<CsvStyle> = {}): Promise<CsvStyle> {
  const encoding = said.encoding ?? (await encodingOf(bytes));
  if (said.separator !== undefined) return { encoding, separator: said.separator };
  let start = '';
  for await (const text of evenLines(decodedText(bytes, encoding))) {
    start += text;
    if (start.length >= START) break;
  }
  const whole = start.length >= START ? start.slice(0, start.lastIndexOf('\n') + 1) || start : start;
  return { encoding, separator: separatorOf(whole) };
}

/** The rows of a CSV file in their order, numbered as a spreadsheet program would number them. */
export async function* csvRows(bytes: SheetBytes, { encoding, separator }: CsvStyle): AsyncGenerator<SheetRow> {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n', quoteChar: '"' });
  let row = 0;
  let rest = '';
  let isFirst = true;
  const rowsOf = function* (parsed: Parsed): Generator<SheetRow> {
    const trouble = new Set(parsed.errors.map((error) => error.row));
    for (const [at, cells] of parsed.data.entries()) {
      row += 1;
      if (cells.length > MOST_CELLS) throw sheetTooLarge(`Row ${row} has more than ${MOST_CELLS} cells.`);
      yield trouble.has(at) ? { row, cells, trouble: QUOTES } : { row, cells };
    }
  };
  for await (const text of evenLines(decodedText(bytes, encoding))) {
    rest += text;
    if (isFirst && rest !== '') {
      isFirst = false;
      if (/^sep=.\n/i.test(rest)) {
        rest = rest.slice(6);
        row += 1;
      }
    }
    const parsed = parser.parse(rest, 0, true) as Parsed;
    yield* rowsOf(parsed);
    rest = rest.slice(parsed.meta.cursor);
    if (rest.length > LONGEST_ROW) {
      throw sheetTooLarge(`Row ${row + 1} never ends: a quote is opened in it and not closed.`);
    }
  }
  if (rest !== '') yield* rowsOf(parser.parse(rest.endsWith('\n') ? rest.slice(0, -1) : rest, 0, false) as Parsed);
}

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

const QUOTES = 'expected quotes that match: a quote inside a quoted cell is written twice';

/** Text whose every line ends in one line feed, however the file ends its lines and wherever it is cut. */
async function* evenLines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of pieces) {
    const text = held + piece;
    held = text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    if (whole !== '') yield whole.replace(/\r\n?/g, '\n');
  }
  if (held !== '') yield '\n';
}
