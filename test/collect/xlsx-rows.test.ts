import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { refusalOf } from './a-refusal.ts';
import { rowsIn, rowsOfWorkbook } from './a-workbook.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../fixtures/sheets', name));
const NO_RESULT = { error: 'a formula saved without its result' };

describe('a workbook another program wrote', () => {
  it('by openpyxl: merged title, days, booleans, errors, euros, formulas without results', async () => {
    expect(await rowsIn(fixture('openpyxl-expenses.xlsx'))).toEqual([
      { row: 1, cells: ['JADA expenses 2026'] },
      { row: 2, cells: ['printed for the office'] },
      { row: 4, cells: ['Date', 'Vendor', 'Amount', 'Category', 'Paid with', 'Receipt', 'Notes'] },
      {
        row: 5,
        cells: [{ at: '2026-11-02T00:00:00' }, 'Harbor Fuel Dock', 512.4, 5020, 'credit card', true, 'Diesel'],
      },
      {
        row: 6,
        cells: [{ at: '2026-11-03T00:00:00' }, 'Café Mañana', 48.15, 'Provisions and consumables', 'cash', false],
      },
      {
        row: 7,
        cells: [{ at: '2026-11-04T15:30:00' }, 'Dock B', { error: '#REF!' }, 5050, 'bank', true, 'two nights'],
      },
      { row: 8, cells: [{ at: '2026-11-05T00:00:00' }, 'Chandlery', NO_RESULT, 6030, 'visa', true, 'rope'] },
      {
        row: 9,
        cells: [
          { at: '2026-11-06T00:00:00' },
          'Marine store',
          { number: 77.5, shownAs: 'money', currency: 'EUR' },
          6030,
          'visa',
          true,
          'in euro',
        ],
      },
      { row: 10, cells: [{ at: '1999-12-31T00:00:00' }, 'Old bill', 10, 6030, 'visa', true] },
      { row: 11, cells: ['Total', '', NO_RESULT] },
    ]);
  });

  it('by LibreOffice Calc, from the same: formulas with the results it worked out', async () => {
    const rows = await rowsIn(fixture('calc-expenses.xlsx'));
    expect(rows.find(({ row }) => row === 8)?.cells[2]).toBe(25);
    expect(rows.find(({ row }) => row === 9)?.cells[2]).toEqual({ number: 77.5, shownAs: 'money', currency: 'EUR' });
    expect(rows.find(({ row }) => row === 5)?.cells[0]).toEqual({ at: '2026-11-02T00:00:00' });
    expect(rows.find(({ row }) => row === 11)?.cells[2]).toEqual({ error: '#REF!' });
  });

  it('by XlsxWriter, counted from 1904, with its texts in the cells', async () => {
    expect(await rowsIn(fixture('xlsxwriter-bank-1904.xlsx'))).toEqual([
      { row: 1, cells: ['Posting date', 'Description', 'Debit', 'Credit', 'Balance'] },
      { row: 2, cells: [{ at: '2026-01-01T00:00:00' }, 'Opening transfer', '', 2500, 2500] },
      { row: 3, cells: [{ at: '2026-02-28T00:00:00' }, 'HARBOR FUEL DOCK', 84.2, '', 2415.8] },
      { row: 4, cells: [{ at: '2028-02-29T00:00:00' }, 'Leap day & <slip> rent', 1200, '', 1215.8] },
    ]);
  });

  it('by XlsxWriter: lengths of time, text in several styles, a formula with its result', async () => {
    expect(await rowsIn(fixture('xlsxwriter-work.xlsx'))).toEqual([
      { row: 1, cells: ['Date', 'Client', 'Hours', 'Rate', 'Billable', 'Note'] },
      {
        row: 2,
        cells: [
          { at: '2026-11-09T00:00:00' },
          'acme',
          { number: 0.0625, shownAs: 'time' },
          125,
          true,
          'Checked the backups',
        ],
      },
      {
        row: 3,
        cells: [
          { at: '2026-11-10T00:00:00' },
          'acme',
          { number: 0.01388888888888889, shownAs: 'time' },
          125.5,
          'no',
          'Call',
        ],
      },
    ]);
  });

  it('by Gnumeric', async () => {
    const rows = await rowsIn(fixture('gnumeric-targets.xlsx'));
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['Metric', 'Target'],
      ['revenue', 42000.5],
      ['revenue', 38000],
      ['charters', 24],
    ]);
  });

  it('by LibreOffice Calc', async () => {
    const rows = await rowsIn(fixture('calc-stays.xlsx'));
    expect(rows[1]?.cells.slice(1, 5)).toEqual([
      { at: '2026-10-03T00:00:00' },
      { at: '2026-10-07T00:00:00' },
      'Zoë Ümlaut',
      'Airbnb',
    ]);
  });

  it('is read from its first sheet, or from the one somebody names', async () => {
    const bytes = fixture('openpyxl-payouts.xlsx');
    expect((await openSheet(bytesInMemory(bytes))).about).toBe('the sheet Payouts, one of 3 (Payouts, Notes, Old)');
    expect(await rowsIn(bytes, 'Notes')).toEqual([{ row: 1, cells: ['nothing here'] }]);
    expect(await refusalOf(rowsIn(bytes, 'Nowhere'))).toContain('Payouts, Notes, Old');
  });
});

describe('a cell', () => {
  const styles = (...codes: string[]) =>
    `<numFmts>${codes.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`).join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_code, at) => `<xf numFmtId="${200 + at}"/>`).join('')}</cellXfs>`;
  const cell = async (xml: string, more: Parameters<typeof rowsOfWorkbook>[0] = {}) =>
    (await rowsOfWorkbook({ sheetData: `<row><c r="A1" t="str"><v>x</v></c>${xml}</row>`, ...more }))[0]?.cells[1];

  test.each([
    ['a shared text', '<c t="s"><v>1</v></c>', 'two parts'],
    ['a shared text that is not there', '<c t="s"><v>9</v></c>', { error: 'a text that is missing from the file' }],
    ['text in the cell', '<c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', ' a '],
    ['text with escapes', '<c t="str"><v>a_x000D_b &lt;&#233;&gt;</v></c>', 'a\rb <é>'],
    ['a yes', '<c t="b"><v>1</v></c>', true],
    ['a no', '<c t="b"><v>0</v></c>', false],
    ['an error', '<c t="e"><v>#N/A</v></c>', { error: '#N/A' }],
    ['a number', '<c><v>1.5E3</v></c>', 1500],
    ['a day in words', '<c t="d"><v>2026-11-12T09:30:00</v></c>', '2026-11-12T09:30:00'],
    ['an empty result', '<c t="str"><f>A1</f><v></v></c>', undefined],
    ['a formula without result', '<c><f>1+1</f></c>', NO_RESULT],
    ['nonsense', '<c><v>12abc</v></c>', { error: 'a number that cannot be read' }],
  ])('holds %s', async (_what, xml, expected) => {
    const strings =
      '<si><t>one</t></si><si><r><t>two </t></r><rPh sb="0" eb="1"><t>spoken</t></rPh><r><t>parts</t></r></si>';
    expect(await cell(xml, { strings })).toEqual(expected);
  });

  test.each([
    ['mm/dd/yyyy', 46338, { at: '2026-11-12T00:00:00' }],
    ['d-mmm-yy', 36526, { at: '2000-01-01T00:00:00' }],
    ['yyyy\\-mm\\-dd hh:mm', 46338.395833333336, { at: '2026-11-12T09:30:00' }],
    ['[$-409]mmmm d, yyyy;@', 46338, { at: '2026-11-12T00:00:00' }],
    ['[h]:mm', 0.0625, { number: 0.0625, shownAs: 'time' }],
    ['h:mm AM/PM', 0.5, { number: 0.5, shownAs: 'time' }],
    ['0.0%', 0.15, { number: 0.15, shownAs: 'percent' }],
    ['#,##0.00 [$€-407]', 5, { number: 5, shownAs: 'money', currency: 'EUR' }],
    ['&quot;CHF&quot; 0.00', 5, { number: 5, shownAs: 'money', currency: 'CHF' }],
    ['[$$-409]#,##0.00;[Red]-[$$-409]#,##0.00', 5, 5],
    ['&quot;days&quot; 0', 5, 5],
    ['General', 46338, 46338],
    ['0.00E+00', 46338, 46338],
    ['_(* #,##0.00_);_(* (#,##0.00);_(* &quot;-&quot;??_);_(@_)', 5, 5],
  ])('formatted %s is what its format says', async (code, value, expected) => {
    expect(await cell(`<c s="1"><v>${value}</v></c>`, { styles: styles(code) })).toEqual(expected);
  });

  test.each([
    ['0', 46338, '2026-11-12T00:00:00'],
    ['1', 44876, '2026-11-12T00:00:00'],
    ['0', 60.5, '1900-02-28T12:00:00'],
    ['0', 61, '1900-03-01T00:00:00'],
    ['0', 1, '1900-01-01T00:00:00'],
  ])('counted from 1904 = %s, day %d is %s', async (is1904, serial, at) => {
    const workbookPr = `<workbookPr date1904="${is1904}"/>`;
    expect(await cell(`<c s="1"><v>${serial}</v></c>`, { workbookPr, styles: styles('yyyy-mm-dd') })).toEqual({ at });
  });

  it('stands where its name says, whatever is left out', async () => {
    const sheetData =
      '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row><row><c r="A4" s="0"/><c r="XFD4"/></row><row r="9"><c><v>3</v></c></row>';
    expect(await rowsOfWorkbook({ sheetData })).toEqual([
      { row: 3, cells: ['', '', 1, 2] },
      { row: 9, cells: [3] },
    ]);
  });

  it('is found under any prefix', async () => {
    const sheet =
      '<x:worksheet xmlns:x="u"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await rowsOfWorkbook({ sheet })).toEqual([{ row: 1, cells: [7] }]);
  });
});
