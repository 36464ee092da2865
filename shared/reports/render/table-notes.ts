import type { Figure } from '../document/report-document.ts';
import type { TableBlock } from './figures.ts';
import { tableRows } from './figures.ts';
import { certaintyMark } from './format.ts';
import type { NoteOf } from './sentence.ts';

/** What stands small beside a heading or a cell: the mark of its certainty and the number of its footnote. */
export interface Aside {
  readonly mark?: string;
  /** One number, or several of a row of totals in the order of its columns. */
  readonly note?: string;
}

/** Where a table says how its figures are known and defined: on a heading that speaks for its column, or on cells. */
export interface TableNotes {
  readonly headings: readonly Aside[];
  /** Per row, the totals last; a note common to a whole row stands on its first cell. */
  readonly cells: readonly (readonly Aside[])[];
}

/**
 * The marks and footnotes of a table, each as far out as it is true: one on a heading rather than ten below it. A total
 * defined otherwise than what it adds up has a footnote of its own, beside the word total.
 */
export function tableNotes(table: TableBlock, noteOf: NoteOf): TableNotes {
  const rows = tableRows(table);
  const headings = table.columns.map((_, at) => {
    const figures = rows.flatMap((row) => row[at] ?? []);
    const known = figures.filter(({ cell }) => cell.kind !== 'unknown');
    const listed = table.rows.flatMap((row) => row[at] ?? []);
    return aside(shared(known.map(markOf), 'by-all'), shared(listed.map(noteOf), 'by-any'));
  });
  return {
    headings,
    cells: rows.map((row, line) => rowNotes(row, headings, noteOf, line === table.rows.length)),
  };
}

function rowNotes(
  row: readonly Figure[],
  headings: readonly Aside[],
  noteOf: NoteOf,
  isTotals: boolean,
): readonly Aside[] {
  const notes = row.map((figure, at) => {
    const note = noteOf(figure);
    return headings[at]?.note === note ? undefined : note;
  });
  const common = isTotals
    ? [...new Set(notes.flatMap((note) => note ?? []))].join(', ') || undefined
    : shared(notes, 'by-any');
  return row.map((figure, at) =>
    aside(
      headings[at]?.mark === undefined ? markOf(figure) : undefined,
      common === undefined ? notes[at] : at === 0 ? common : undefined,
    ),
  );
}

function markOf(figure: Figure): string | undefined {
  return certaintyMark(figure) || undefined;
}

/** The one value they share. A footnote may be shared by those that have one; a mark must be on every figure. */
function shared(values: readonly (string | undefined)[], by: 'by-all' | 'by-any'): string | undefined {
  const distinct = new Set(by === 'by-any' ? values.filter((value) => value !== undefined) : values);
  return distinct.size === 1 ? [...distinct][0] : undefined;
}

function aside(mark: string | undefined, note: string | undefined): Aside {
  return { ...(mark === undefined ? {} : { mark }), ...(note === undefined ? {} : { note }) };
}

/** Text with its asides: behind words, but before numbers in a right-hand column, whose digits stay below each other. */
export function withAside(text: string, { mark, note }: Aside, align: 'left' | 'right' = 'left'): string {
  const number = note === undefined ? undefined : `[${note}]`;
  const parts = align === 'right' ? [number, mark, text] : [text, mark, number];
  return parts.filter((part) => part !== undefined).join(' ');
}
