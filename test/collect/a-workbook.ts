import { strToU8, zipSync } from 'fflate';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesInMemory } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { SheetRow } from '../../shared/imports/sheet-row.ts';

/** What a workbook made by hand is made of; a test says what matters to it. */
export interface WorkbookParts {
  readonly sheetData?: string;
  /** Everything of the sheet, where a test needs more than its data. */
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  readonly more?: Readonly<Record<string, string>>;
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The bytes of the smallest workbook that holds these parts. */
export function workbookBytes(parts: WorkbookParts): Uint8Array {
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${REL}">${parts.workbookPr ?? ''}<sheets><sheet name="One" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="${REL}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml':
      parts.sheet ?? `<worksheet ${MAIN}><sheetData>${parts.sheetData ?? ''}</sheetData></worksheet>`,
    ...(parts.strings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst ${MAIN}>${parts.strings}</sst>` }),
    ...(parts.styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet ${MAIN}>${parts.styles}</styleSheet>` }),
    ...parts.more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** The rows of a file, read through the one door. */
export async function rowsIn(bytes: Uint8Array, sheet?: string): Promise<SheetRow[]> {
  const open = await openSheet(bytesInMemory(bytes), sheet === undefined ? {} : { sheet });
  const rows: SheetRow[] = [];
  for await (const row of open.rows()) rows.push(row);
  return rows;
}

/** The rows of a workbook made of these parts. */
export function rowsOfWorkbook(parts: WorkbookParts): Promise<SheetRow[]> {
  return rowsIn(workbookBytes(parts));
}
