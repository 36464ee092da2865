import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEADER = ['Date', 'Vendor', 'Amount', 'Account', 'Paid from', 'Charter', 'Memo', 'Receipt'];
const FIRST_SERIAL = 46_023; // 2026-01-01
const VENDORS = 5_000;

/** The same expenses as CSV and as XLSX, so many rows of each; the paths of both. */
export async function madeFiles(
  folder: string,
  rows: number,
): Promise<{ readonly csv: string; readonly xlsx: string }> {
  const csv = join(folder, `expenses-${rows}.csv`);
  const xlsx = join(folder, `expenses-${rows}.xlsx`);
  await writeFile(csv, [HEADER.join(','), ...each(rows, csvLine), ''].join('\n'));
  await writeFile(xlsx, workbook(rows));
  return { csv, xlsx };
}

function csvLine(at: number): string {
  const day = new Date(Date.UTC(2026, 0, 1 + (at % 365))).toISOString().slice(0, 10);
  return `${day},Vendor ${at % VENDORS},"${amount(at)}",5020,credit card,,"Row ${at}, as it was paid",yes`;
}

/** Dollars and cents with their thousands set apart: from 10.00 to 2,009.99. */
function amount(at: number): string {
  const cents = 1_000 + ((at * 7_919) % 200_000);
  const dollars = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${dollars}.${String(cents % 100).padStart(2, '0')}`;
}

function workbook(rows: number): Uint8Array {
  const shared = [...HEADER, 'credit card', ...each(VENDORS, (at) => `Vendor ${at}`)];
  const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${[headerXml(), ...each(rows, rowXml)].join('')}</sheetData></worksheet>`;
  const files = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><sheets><sheet name="Expenses" sheetId="1" r:id="a"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="b" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="c" Type="${REL}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': sheet,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function headerXml(): string {
  return `<row r="1">${HEADER.map((_name, at) => `<c r="${'ABCDEFGH'.charAt(at)}1" t="s"><v>${at}</v></c>`).join('')}</row>`;
}

function rowXml(at: number): string {
  const row = at + 2;
  const text = (column: string, index: number) => `<c r="${column}${row}" t="s"><v>${index}</v></c>`;
  return (
    `<row r="${row}"><c r="A${row}" s="1"><v>${FIRST_SERIAL + (at % 365)}</v></c>${text('B', HEADER.length + 1 + (at % VENDORS))}` +
    `<c r="C${row}"><v>${amount(at).replace(',', '')}</v></c><c r="D${row}"><v>5020</v></c>${text('E', HEADER.length)}` +
    `<c r="G${row}" t="inlineStr"><is><t>Row ${at}, as it was paid</t></is></c><c r="H${row}" t="b"><v>1</v></c></row>`
  );
}

function each(count: number, make: (at: number) => string): string[] {
  return Array.from({ length: count }, (_none, at) => make(at));
}
