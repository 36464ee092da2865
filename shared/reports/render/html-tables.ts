import type { Column, Figure } from '../document/report-document.ts';
import type { TableBlock } from './figures.ts';
import { tableRows } from './figures.ts';
import { certaintyMark, formatCell } from './format.ts';
import type { Html } from './html-escape.ts';
import { html, NO_HTML } from './html-escape.ts';
import { htmlMark, htmlNote, htmlUnbroken, htmlUnknown } from './html-sentence.ts';
import { COLORS } from './mail-styles.ts';
import type { NoteOf } from './sentence.ts';
import type { Aside, TableNotes } from './table-notes.ts';
import { tableNotes } from './table-notes.ts';
import { EMPTY_TABLE, missingSentence } from './wording.ts';

/**
 * A table that fits a phone. One narrow enough stays a table everywhere. A wider one is written as one small list per
 * row, each value with its label, and becomes columns only where the style sheet says there is width for them.
 */
export function htmlTable(table: TableBlock, noteOf: NoteOf): Html {
  const rows = tableRows(table);
  const caption = html`<p class="m" style="margin:14px 0 6px;font-size:13px;color:${COLORS.muted}"><b>${table.caption}</b></p>`;
  if (rows.length === 0) return html`${caption}<p style="margin:0 0 12px">${EMPTY_TABLE}</p>`;
  const missing = missingSentence(rows);
  const notes = tableNotes(table, noteOf);
  const body = fitsPhone(table, rows, notes) ? plainTable(table, rows, notes) : fluidTable(table, rows, notes);
  return html`${caption}${body}${missingLine(missing)}`;
}

/** The figures below a picture of them: the same table set small, with only what it needs on each row. */
export function compactTable(table: TableBlock, noteOf: NoteOf): Html {
  const rows = tableRows(table);
  const missing = missingSentence(rows);
  const notes = tableNotes(table, noteOf);
  return html`<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:10px 0 0;font-size:12px;line-height:19px"><tr valign="bottom">${headings(table, notes)}</tr>${rows.map(
    (row, line) =>
      html`<tr>${row.map((figure, at) => {
        const { align } = columnAt(table, at);
        return html`<td${alignment(align)}>${cell(figure, notes.cells[line]?.[at], align)}</td>`;
      })}</tr>`,
  )}</table>${missingLine(missing)}`;
}

function missingLine(missing: string | undefined): Html {
  return missing === undefined
    ? NO_HTML
    : html`<p class="u" style="margin:8px 0 0;font-size:13px;line-height:18px;color:${COLORS.unknown}"><em>${missing}</em></p>`;
}

type Rows = readonly (readonly Figure[])[];

/** Room between the margins of a 320 pixel screen, and what a character and a gap take of it. */
const PHONE_ROOM = 276;
const CHARACTER = 7.6;
const SPACE = CHARACTER / 2;
const NOTE = 20;
const GAP = 12;

function fitsPhone(table: TableBlock, rows: Rows, notes: TableNotes): boolean {
  const needs = table.columns.map(({ heading }, at) =>
    Math.max(
      widthOf(longestWord(heading)),
      ...rows.map((row, line) => widthOf(unbreakable(row[at])) + noteWidth(notes.cells[line]?.[at])),
    ),
  );
  return needs.reduce((sum, width) => sum + width + GAP, -GAP) <= PHONE_ROOM;
}

/** Words may break between each other, figures may not. */
function unbreakable(figure: Figure | undefined): string {
  if (figure === undefined) return '';
  if (figure.cell.kind === 'text') return longestWord(figure.cell.value);
  return `${formatCell(figure.cell, 'table')}${certaintyMark(figure)}`;
}

/** A footnote's number does not break off the word before it. */
function noteWidth({ note }: Aside = {}): number {
  return note === undefined ? 0 : NOTE;
}

function longestWord(text: string): string {
  return text.split(/\s/).reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character === ' ' ? SPACE : CHARACTER;
  return width;
}

/** Room inside cells and lines between rows are the table's and the rows', not said again in each cell. */
function plainTable(table: TableBlock, rows: Rows, notes: TableNotes): Html {
  return html`<table class="t" width="100%" cellpadding="5" style="${TABLE}"><tr valign="bottom">${headings(table, notes)}</tr>${rows.map(
    (row, line) => {
      return html`<tr style="border-top:${edgeOf(isTotal(table, line))}">${row.map((figure, at) => {
        const { align } = columnAt(table, at);
        return html`<td${edgeCell(at)}${alignment(align)}>${cell(figure, notes.cells[line]?.[at], align)}</td>`;
      })}</tr>`;
    },
  )}</table>`;
}

const TABLE = 'font-size:14px;line-height:20px;border-collapse:collapse';

/** The line above a row; a total stands below a stronger one and is stronger itself. */
function edgeOf(total: boolean): string {
  return total ? '2px solid #b9c6d2;font-weight:600' : `1px solid ${COLORS.line}`;
}

function fluidTable(table: TableBlock, rows: Rows, notes: TableNotes): Html {
  // the headings are there once; only the row they stand in begins otherwise in Outlook
  return html`<table class="f" width="100%" cellpadding="0" style="${TABLE}"><!--[if mso]><tr valign="bottom"><![endif]--><!--[if !mso]><!--><tr class="th" valign="bottom" style="display:none"><!--<![endif]-->${headings(table, notes)}</tr>${rows.map(
    (row, line) => {
      const total = isTotal(table, line);
      const [first, ...later] = row.map((figure, at) => ({ figure, aside: notes.cells[line]?.[at] }));
      return html`<tr style="border-top:${edgeOf(total)}">${first === undefined ? NO_HTML : firstCell(first)}${later.map(
        (each, at) => {
          const column = columnAt(table, at + 1);
          const padding = at === later.length - 1 ? ';padding:0 0 9px' : '';
          const side = isShort(each.figure) ? 'right' : 'left';
          return html`<td${column.align === 'left' ? html` class="tl"` : NO_HTML}${alignment(side)} style="display:block${padding}">${isEmpty(each.figure) ? NO_HTML : label(column, notes.headings[at + 1]?.mark, isShort(each.figure))}${cell(each.figure, each.aside, column.align)}</td>`;
        },
      )}</tr>`;
    },
  )}</table>`;
}

/** The first cell names the row: on a phone it is the heading of the list below it. */
function firstCell({ figure, aside }: { readonly figure: Figure; readonly aside: Aside | undefined }): Html {
  return html`<td class="a" style="display:block;padding:9px 0 1px"><b>${cell(figure, aside, 'left')}</b></td>`;
}

/** Under a column that is not added up there is nothing, and on a phone no label either. */
function isEmpty({ cell }: Figure): boolean {
  return cell.kind === 'text' && cell.value === '';
}

/** Short values stand beside their label on a phone, long ones below it. */
function isShort(figure: Figure): boolean {
  return formatCell(figure.cell, 'table').length <= 22;
}

/** The footnote's number stands on the column's heading, or where the definition is, not on every label again. */
function label({ heading }: Column, mark: string | undefined, beside: boolean): Html {
  return html`<i style="${beside ? 'float:left' : 'display:block'}">${heading}${asideHtml(mark === undefined ? {} : { mark })} </i>`;
}

function headings(table: TableBlock, notes: TableNotes): Html {
  return html`${table.columns.map(
    ({ heading, align }, at) =>
      html`<th${edgeCell(at)} scope="col" align="${align}">${heading}${asideHtml(notes.headings[at])}</th>`,
  )}`;
}

function asideHtml({ mark, note }: Aside = {}): Html {
  return html`${mark === undefined ? NO_HTML : html` ${mark}`}${htmlNote(note)}`;
}

/** Marks and footnote numbers stand before numbers, so that digits stay below each other, and behind words. */
function cell(figure: Figure, { mark, note }: Aside = {}, align: 'left' | 'right'): Html {
  const value = valueHtml(figure);
  if (mark === undefined && note === undefined) return value;
  return align === 'left'
    ? html`${value}${mark === undefined ? NO_HTML : html`&nbsp;${htmlMark(mark)}`}${htmlNote(note)}`
    : html`${htmlNote(note)}${mark === undefined ? NO_HTML : html`${htmlMark(mark)}&nbsp;`}${value}`;
}

function valueHtml({ cell }: Figure): Html {
  const text = formatCell(cell, 'table');
  if (cell.kind === 'unknown') return htmlUnknown(text);
  if (cell.kind !== 'text') return htmlUnbroken(text);
  return longestWord(text).length > 20
    ? html`<span style="word-break:break-word;overflow-wrap:anywhere">${text}</span>`
    : html`${text}`;
}

function columnAt(table: TableBlock, at: number): Column {
  return table.columns[at] ?? { heading: '', align: 'left' };
}

/** The first cell of a row stands at the edge: a class, as Gmail knows no other way to say so. */
function edgeCell(at: number): Html {
  return at === 0 ? html` class="a"` : NO_HTML;
}

/** Left is where cells stand unless told. */
function alignment(align: 'left' | 'right'): Html {
  return align === 'left' ? NO_HTML : html` align="right"`;
}

function isTotal(table: TableBlock, line: number): boolean {
  return line === table.rows.length;
}
