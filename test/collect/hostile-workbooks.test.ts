import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, test } from 'vitest';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { refusalOf } from './a-refusal.ts';
import { rowsIn, rowsOfWorkbook, workbookBytes } from './a-workbook.ts';

const SHEET = 'xl/worksheets/sheet1.xml';
const one = { sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>' };

describe('a workbook made to harm', () => {
  it('that says one of its parts unpacks to four gigabytes is refused before it is unpacked', async () => {
    const bytes = claiming(workbookBytes(one), SHEET, 0xfffffffe);
    expect(await refusalOf(rowsIn(bytes))).toMatch(/says it unpacks to 4295 MB/);
  });

  it('that says it holds more than four gigabytes in all is refused', async () => {
    const bytes = workbookBytes(one);
    new DataView(bytes.buffer).setUint32(bytes.length - 22 + 16, 0xffffffff, true);
    expect(await refusalOf(rowsIn(bytes))).toMatch(/four gigabytes/);
  });

  it('that unpacks to more than it says is stopped there', async () => {
    const bomb = workbookBytes({ sheetData: `<row r="1"><c r="A1"><v>1</v></c></row>${' '.repeat(50_000_000)}` });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(rowsIn(claiming(bomb, SHEET, 1_000)))).toMatch(/more than it says/);
  });

  it('whose shared texts would fill the memory is refused', async () => {
    const strings = `<si><t>${'a'.repeat(1_000)}</t></si>`.repeat(51_000);
    expect(await refusalOf(rowsOfWorkbook({ ...one, strings }))).toMatch(/more different texts/);
  });

  it('with a text that never ends is refused', async () => {
    const sheetData = `<row r="1"><c r="A1" t="str"><v>${'a'.repeat(6_000_000)}</v></c></row>`;
    expect(await refusalOf(rowsOfWorkbook({ sheetData }))).toMatch(/longer than any text/);
  });

  test.each([
    ['entities that multiply', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>', '&b;'],
    ['an entity that reads a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a document type alone', '<!DOCTYPE worksheet>', '1'],
  ])('with %s is refused', async (_what, doctype, text) => {
    const sheet = `<?xml version="1.0"?>${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>${text}</v></c></row></sheetData></worksheet>`;
    expect(await refusalOf(rowsOfWorkbook({ sheet }))).toMatch(/document type/);
  });

  it('with an entity nobody declared is refused', async () => {
    expect(await refusalOf(rowsOfWorkbook({ sheetData: '<row r="1"><c t="str"><v>&b;</v></c></row>' }))).toMatch(
      /well-formed/,
    );
  });

  test.each([
    ['a tag that is not closed', '<row r="1"><c r="A1"><v>1</v></c>', /well-formed/],
    ['rows out of order', '<row r="5"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row>', /out of order/],
    ['a row that is no number', '<row r="x"><c><v>1</v></c></row>', /out of order/],
    ['a cell far out', '<row r="1"><c r="AMM1"><v>1</v></c></row>', /more than 1000 cells/],
    ['a cell beyond the last column', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>', /is no cell/],
    ['a cell without letters', '<row r="1"><c r="11"><v>1</v></c></row>', /is no cell/],
  ])('with %s is refused', async (_what, sheetData, says) => {
    expect(await refusalOf(rowsOfWorkbook({ sheetData }))).toMatch(says);
  });

  it('that links outside itself is read without going there', async () => {
    const rels =
      '<Relationships><Relationship Id="r1" Type="x/worksheet" TargetMode="External" Target="https://example.com/sheet.xml"/></Relationships>';
    const bytes = workbookBytes({ ...one, more: { 'xl/_rels/workbook.xml.rels': rels } });
    expect(await refusalOf(rowsIn(bytes))).toMatch(/no sheet with cells/);
  });

  test.each([
    ['a binary workbook', { 'xl/workbook.bin': 'x' }, /xlsb/],
    [
      'an OpenDocument file',
      { mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' },
      /\.ods/,
    ],
    ['a Numbers file', { 'Index/Document.iwa': 'x' }, /Numbers/],
    ['any other zip file', { 'holiday.jpg': 'x' }, /no workbook/],
  ])('that is %s is called by its name', async (_what, files, says) => {
    const bytes = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
    expect(await refusalOf(rowsIn(bytes))).toMatch(says);
  });

  it('that is protected with a password is called so', async () => {
    const bytes = workbookBytes(one);
    const view = new DataView(bytes.buffer);
    for (const at of headersIn(bytes)) view.setUint16(at + 8, view.getUint16(at + 8, true) | 1, true);
    expect(await refusalOf(rowsIn(bytes))).toMatch(/password/);
  });

  it('cut anywhere is refused and never read by half', async () => {
    const bytes = workbookBytes({
      sheetData: '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(1),
      strings: '<si><t>a</t></si>',
    });
    for (let end = 4; end < bytes.length; end += 7) {
      expect(await refusalOf(rowsIn(bytes.subarray(0, end)))).toMatch(/cut short|damaged|no workbook/);
    }
  });

  it('with a byte changed anywhere is read or refused, never anything else', async () => {
    const whole = workbookBytes(one);
    for (let at = 4; at < whole.length; at += 5) {
      const bytes = whole.slice();
      bytes[at] = (bytes[at] ?? 0) ^ 0x41;
      await refusalOf(openSheet(bytesInMemory(bytes)).then(() => rowsIn(bytes)));
    }
  });
});

/** Where the entries of a zip file's directory begin. */
function headersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 1) if (view.getUint32(at, true) === 0x02014b50) found.push(at);
  return found;
}

/** The same zip file, its directory telling a lie about how large one entry is. */
function claiming(bytes: Uint8Array, name: string, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  const header = headersIn(bytes).find((at) => {
    const length = view.getUint16(at + 28, true);
    return new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) === name;
  });
  if (header === undefined) throw new Error(`no ${name}`);
  view.setUint32(header + 24, size, true);
  return bytes;
}
