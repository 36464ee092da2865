import { describe, expect, it, test } from 'vitest';
import { csvRows, csvStyle } from '../../lambda/collect/spreadsheet/csv-rows.ts';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { encodingOf } from '../../lambda/collect/spreadsheet/text-encoding.ts';
import { refusalOf } from './a-refusal.ts';
import { encoded } from './written-csv.ts';

const bytesOf = (...parts: readonly (string | number[])[]) =>
  bytesInMemory(
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part)))),
  );

describe('the encoding of a text file', () => {
  test.each([
    ['a mark of UTF-8', bytesOf([0xef, 0xbb, 0xbf], 'a,é'), 'utf-8'],
    ['plain letters only', bytesOf('a,b'), 'utf-8'],
    ['well-formed letters of several bytes', bytesOf('Zoë,😀'), 'utf-8'],
    ['a byte that is no UTF-8, far into the file', bytesOf('a,b\n'.repeat(30_000), [0x5a, 0xeb, 0x0a]), 'windows-1252'],
    ['UTF-16 with its mark', bytesOf([0xfe, 0xff], [0, 0x61]), 'utf-16be'],
    ['UTF-16 without a mark', bytesInMemory(encoded('Name,Amount\n', 'utf-16be')), 'utf-16be'],
  ])('is told by %s', async (_what, bytes, encoding) => {
    expect(await encodingOf(bytes)).toBe(encoding);
  });

  it('that changes inside the file is refused, with the line', async () => {
    expect(await refusalOf(encodingOf(bytesOf('Zoë\nb\n', [0x5a, 0xeb, 0x0a])))).toContain('line 3');
  });

  test.each([
    ['a letter written too long', [0xc0, 0xaf]],
    ['half a surrogate', [0xed, 0xa0, 0x80]],
    ['a number beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ])('is not UTF-8 with %s', async (_what, wrong) => {
    expect(await encodingOf(bytesOf('a', wrong))).toBe('windows-1252');
  });
});

describe('a file that is no table', () => {
  test.each([
    ['nothing', bytesOf(''), /empty/],
    ['zero bytes', bytesOf('a,b\n', [0x61, 0, 0, 0, 1]), /zero bytes/],
    ['an old workbook', bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /\.xls/],
    ['a PDF', bytesOf('%PDF-1.7\n'), /PDF/],
    ['a web page called .xls', bytesOf('<html><table><tr><td>1</td></tr></table>'), /web page/],
    ['XML', bytesOf([0xef, 0xbb, 0xbf], '<?xml version="1.0"?><Workbook/>'), /XML/],
  ])('is refused by what it is: %s', async (_what, bytes, says) => {
    expect(await refusalOf(openSheet(bytes))).toMatch(says);
  });
});

describe('a CSV file made to harm', () => {
  async function rowsOf(text: string): Promise<number> {
    const bytes = bytesOf(text);
    let rows = 0;
    for await (const _row of csvRows(bytes, await csvStyle(bytes, { separator: ',' }))) rows += 1;
    return rows;
  }

  it('with a quote that never closes is refused before it fills the memory', async () => {
    expect(await refusalOf(rowsOf(`a,b\n"${'x,y\n'.repeat(1_000_000)}`))).toContain('Row 2');
  });

  it('with a row of endless cells is refused', async () => {
    expect(await refusalOf(rowsOf(`a,b\n${','.repeat(5_000)}\n`))).toContain('Row 2');
  });

  it('with nothing but quotes or separators comes to an end', async () => {
    expect(await rowsOf(`${'"'.repeat(100_001)}\n`)).toBe(1);
    expect(await rowsOf('\n'.repeat(200_000))).toBe(200_000);
  });
});
