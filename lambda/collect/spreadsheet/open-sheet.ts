import type { SheetRow } from '../../../shared/imports/sheet-row.ts';
import { csvRows, csvStyle } from './csv-rows.ts';
import { fileKind } from './file-kind.ts';
import type { Separator } from './separator.ts';
import { spoken } from './separator.ts';
import type { SheetBytes } from './sheet-bytes.ts';
import { sheetRefused } from './sheet-refused.ts';
import type { TextEncoding } from './text-encoding.ts';
import { sharedStrings, xlsxRows } from './xlsx-rows.ts';
import { openWorkbook } from './xlsx-workbook.ts';

/** What the person says where a file does not. */
export interface OpenWishes {
  readonly sheet?: string;
  readonly separator?: Separator;
  readonly encoding?: TextEncoding;
}

/** A table in a file, ready to be read as often as it takes. */
export interface OpenSheet {
  /** In words, for the person: which sheet of which, or how the text is written. */
  readonly about: string;
  readonly rows: () => AsyncIterable<SheetRow>;
}

/** Opens a CSV or XLSX file by what it is, not by what it is called. @throws FaultError when it is neither. */
export async function openSheet(bytes: SheetBytes, wishes: OpenWishes = {}): Promise<OpenSheet> {
  return (await fileKind(bytes)) === 'csv' ? openCsv(bytes, wishes) : openXlsx(bytes, wishes.sheet);
}

async function openCsv(bytes: SheetBytes, { encoding, separator }: OpenWishes): Promise<OpenSheet> {
  const found = await csvStyle(bytes, { ...(encoding && { encoding }), ...(separator && { separator }) });
  return {
    about: `text in ${found.encoding.toUpperCase()}, cells parted by ${spoken(found.separator)}`,
    rows: () => csvRows(bytes, found),
  };
}

async function openXlsx(bytes: SheetBytes, wanted: string | undefined): Promise<OpenSheet> {
  const workbook = await openWorkbook(bytes);
  const names = workbook.sheets.map(({ name }) => name);
  const shown = workbook.sheets.filter(({ hidden }) => !hidden);
  const sheet =
    wanted === undefined ? (shown[0] ?? workbook.sheets[0]) : workbook.sheets.find(({ name }) => name === wanted);
  if (sheet === undefined)
    throw sheetRefused(`This workbook has no sheet called ${wanted}; it has ${names.join(', ')}.`);
  const strings = await sharedStrings(bytes, workbook);
  const others = names.length > 1 ? `, one of ${names.length} (${names.slice(0, 10).join(', ')})` : '';
  const { styles, from1904 } = workbook;
  return {
    about: `the sheet ${sheet.name}${others}`,
    rows: () => xlsxRows(bytes, sheet, { sharedStrings: strings, styles, from1904 }),
  };
}
