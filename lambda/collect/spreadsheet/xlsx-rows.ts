import type { Cell, SheetRow } from '../../../shared/imports/sheet-row.ts';
import { isBlank } from '../../../shared/imports/sheet-row.ts';
import type { SheetBytes } from './sheet-bytes.ts';
import { sheetRefused, sheetTooLarge } from './sheet-refused.ts';
import type { CellContext } from './xlsx-cells.ts';
import { cellOf, unescaped } from './xlsx-cells.ts';
import type { Workbook, WorkbookSheet } from './xlsx-workbook.ts';
import { readXml, xmlEvents } from './xml-events.ts';
import { unpacked } from './zip-entries.ts';

const LARGEST_SHEET = 1_000_000_000;
const LARGEST_STRINGS = 200_000_000;
const MOST_STRINGS = 1_000_000;
const MOST_LETTERS = 50_000_000;
const MOST_CELLS = 1_000;

/** The texts the cells of a workbook share. They are held in memory, which is why there is a limit. */
export async function sharedStrings(bytes: SheetBytes, { sharedStrings: entry }: Workbook): Promise<string[]> {
  const strings: string[] = [];
  if (entry === undefined) return strings;
  let text = '';
  let takes = false;
  let letters = 0;
  let phonetic = false;
  await readXml(unpacked(bytes, entry, LARGEST_STRINGS), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') takes = !phonetic;
    },
    text: (piece) => {
      if (takes) text += piece;
    },
    close: (name) => {
      if (name === 't') takes = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        strings.push(unescaped(text));
        letters += text.length;
        if (strings.length > MOST_STRINGS || letters > MOST_LETTERS) {
          throw sheetTooLarge('This workbook holds more different texts than we take. Save the sheet as CSV.');
        }
      }
    },
  });
  return strings;
}

/** The rows of a sheet that have anything in them, under the numbers their program shows. */
export async function* xlsxRows(
  bytes: SheetBytes,
  sheet: WorkbookSheet,
  context: CellContext,
): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = [];
  let row = 0;
  let cells: Cell[] = [];
  let column = -1;
  let raw = { type: '', style: 0, hasFormula: false };
  let text = '';
  let takes = false;
  let isData = false;
  let phonetic = false;

  const put = () => {
    const cell = cellOf({ ...raw, text }, context);
    if (isBlank(cell)) return;
    if (column >= MOST_CELLS) throw sheetTooLarge(`Row ${row} has more than ${MOST_CELLS} cells.`);
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  };
  const events = xmlEvents(unpacked(bytes, sheet.entry, LARGEST_SHEET), {
    open: (name, attributes) => {
      if (name === 'sheetData') isData = true;
      else if (!isData) return;
      else if (name === 'row') {
        const next = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
        if (!Number.isInteger(next) || next <= row)
          throw sheetRefused(`This file is damaged: a row after row ${row} is out of order.`);
        row = next;
        cells = [];
        column = -1;
      } else if (name === 'c') {
        column = attributes['r'] === undefined ? column + 1 : columnOf(attributes['r']);
        raw = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), hasFormula: false };
        text = '';
      } else if (name === 'f') raw.hasFormula = true;
      else if (name === 'rPh') phonetic = true;
      else if (name === 'v' || name === 't') takes = !phonetic;
    },
    text: (piece) => {
      if (takes) text += piece;
    },
    close: (name) => {
      if (name === 'sheetData') isData = false;
      else if (name === 'v' || name === 't') takes = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'c' && isData) put();
      else if (name === 'row' && isData && cells.length > 0) done.push({ row, cells });
    },
  });
  for await (const _piece of events) {
    yield* done;
    done = [];
  }
}

/** The place of a cell by its name: B7 is 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  if (column < 1 || column > 16_384) throw sheetRefused(`This file is damaged: ${reference.slice(0, 20)} is no cell.`);
  return column - 1;
}
