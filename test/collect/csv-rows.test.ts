import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { csvRows, csvStyle } from '../../lambda/collect/spreadsheet/csv-rows.ts';
import type { Separator } from '../../lambda/collect/spreadsheet/separator.ts';
import { SEPARATORS } from '../../lambda/collect/spreadsheet/separator.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { TextEncoding } from '../../lambda/collect/spreadsheet/text-encoding.ts';
import { bytesInPieces, encoded, WINDOWS_1252, writtenCsv } from './written-csv.ts';

const ENCODINGS: readonly TextEncoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];

async function readBack(bytes: Uint8Array, piece = 65_536, said: Parameters<typeof csvStyle>[1] = {}) {
  const file = bytesInPieces(bytes, piece);
  const rows = [];
  for await (const row of csvRows(file, await csvStyle(file, said))) rows.push(row);
  return rows;
}
const cellsOf = (rows: Awaited<ReturnType<typeof readBack>>) => rows.map(({ cells }) => cells);
const read = async (text: string) => cellsOf(await readBack(encoded(text, 'utf-8')));

const style = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  mark: fc.boolean(),
  separator: fc.constantFrom<Separator>(...SEPARATORS),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  quotes: fc.constantFrom<'always' | 'where needed'>('always', 'where needed'),
  endsInNewline: fc.boolean(),
});
const special = fc.constantFrom('"', '""', ',', ';', '\t', '|', '\n', ' ', '=', '');

describe('a table written as CSV', () => {
  it('reads back the same in any encoding, separator, line end and way of quoting, in pieces of any size', async () => {
    const latin = fc.constantFrom(...WINDOWS_1252.keys());
    const anything = fc
      .string({ unit: 'grapheme', maxLength: 6 })
      .map((text) => text.replaceAll('\ufeff', '').replace(/\r\n?/g, '\n'));
    const cellIn = (encoding: TextEncoding) =>
      fc
        .array(fc.oneof(special, encoding === 'windows-1252' ? latin : anything), { maxLength: 4 })
        .map((parts) => parts.join(''));
    const written = style.chain((how) =>
      fc.record({
        how: fc.constant(how),
        table: fc.array(fc.array(cellIn(how.encoding), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }),
        piece: fc.constantFrom(1, 2, 3, 7, 64, 65_536),
      }),
    );
    await fc.assert(
      fc.asyncProperty(written, async ({ how, table, piece }) => {
        const last = table.at(-1);
        const endsBlank = last?.length === 1 && last[0] === '' && how.quotes !== 'always';
        const bytes = writtenCsv(table, { ...how, endsInNewline: how.endsInNewline || endsBlank });
        const rows = await readBack(bytes, piece, { encoding: how.encoding, separator: how.separator });
        expect(rows).toEqual(table.map((cells, index) => ({ row: index + 1, cells })));
      }),
      { numRuns: 500 },
    );
  });

  it('is understood without being told how it is written', async () => {
    const word = fc
      .array(fc.constantFrom(...'abcdefgh éüñ ÄÖ 0123456789 .-$()'), { minLength: 1, maxLength: 12 })
      .map((letters) => `x${letters.join('')}y`);
    const tables = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc.array(fc.array(word, { minLength: width, maxLength: width }), { minLength: 3, maxLength: 20 }),
      );
    await fc.assert(
      fc.asyncProperty(style, tables, async (how, table) => {
        const found = await csvStyle(bytesInMemory(writtenCsv(table, how)));
        expect(found.separator).toBe(how.separator);
        expect(cellsOf(await readBack(writtenCsv(table, how)))).toEqual(table);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps its row numbers across blank lines, as a spreadsheet program shows them', async () => {
    const rows = await readBack(encoded('a,b\n\n\n"c\nc",d\ne,f\n', 'utf-8'));
    expect(rows.filter(({ cells }) => cells.length > 1).map(({ row }) => row)).toEqual([1, 4, 5]);
  });

  it('may say its separator in the first line', async () => {
    expect(await read('sep=;\na,b;c\n')).toEqual([['a,b', 'c']]);
  });

  it('may have titles above it with other signs in them', async () => {
    const rows = await read(
      'Sample Charters, Inc., San Diego\n\nDate;Amount\n2026-11-12;1,50\n2026-11-13;2,75\n2026-11-14;3,00\n',
    );
    expect(rows.slice(2)).toEqual([
      ['Date', 'Amount'],
      ['2026-11-12', '1,50'],
      ['2026-11-13', '2,75'],
      ['2026-11-14', '3,00'],
    ]);
  });

  it('with quotes that do not match names the row', async () => {
    const rows = await readBack(encoded('a,b\n"c"c,d\ne,f\n', 'utf-8'));
    expect(rows.filter(({ trouble }) => trouble !== undefined).map(({ row }) => row)).toEqual([2]);
  });

  it('keeps a quote inside a cell that was not quoted', async () => {
    expect(await read('size,price\n12" hose,5.00\n')).toEqual([
      ['size', 'price'],
      ['12" hose', '5.00'],
    ]);
  });
});

describe('a CSV file another program wrote', () => {
  test.each([
    ['calc-customers-windows-1252.csv', 'windows-1252', ';'],
    ['calc-customers-utf-16le.csv', 'utf-16le', '\t'],
    ['calc-customers-bars.csv', 'utf-8', '|'],
  ])('%s is read as it was typed', async (name, encoding, separator) => {
    const bytes = readFileSync(join(import.meta.dirname, '../fixtures/sheets', name));
    expect(await csvStyle(bytesInMemory(bytes))).toEqual({ encoding, separator });
    expect(cellsOf(await readBack(bytes))).toEqual([
      ['Name', 'E-mail', 'Phone'],
      ['Zoë "Z" Ümlaut', 'zoe@example.com', '+1 619 555 0100'],
      ['Two\nlines, one cell', 'two@example.com', ''],
      ['€uro – dash', 'euro@example.com', 'n/a'],
    ]);
  });
});
