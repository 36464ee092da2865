import type { SheetBytes } from './sheet-bytes.ts';
import { stretch } from './sheet-bytes.ts';
import { sheetRefused } from './sheet-refused.ts';

/** What a file is by its first bytes, whatever its name says. @throws FaultError naming what it is instead of a sheet. */
export async function fileKind(bytes: SheetBytes): Promise<'csv' | 'xlsx'> {
  const start = await stretch(bytes, 0, 512);
  if (start.length === 0) throw sheetRefused('This file is empty.');
  const begins = (...wanted: number[]) => wanted.every((byte, at) => start[at] === byte);
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0x50, 0x4b, 0x05, 0x06)) return 'xlsx';
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    throw sheetRefused('This is an old Excel file (.xls) or one with a password. Save it as .xlsx without a password.');
  }
  if (begins(0x25, 0x50, 0x44, 0x46)) throw sheetRefused('This is a PDF. Ask for the table as CSV or XLSX.');
  const text = new TextDecoder('latin1').decode(start).replace(/^ï»¿/, '').trimStart().toLowerCase();
  if (/^<(!doctype|html|\?xml|table)/.test(text)) {
    throw sheetRefused('This is a web page or an XML file, whatever its name says. Save it as CSV or XLSX.');
  }
  return 'csv';
}
