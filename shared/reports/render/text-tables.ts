import type { Figure } from '../document/report-document.ts';
import type { TableBlock } from './figures.ts';
import { tableRows } from './figures.ts';
import { formatCell } from './format.ts';
import type { NoteOf } from './sentence.ts';
import { tableNotes, withAside } from './table-notes.ts';
import { filled, padded, TEXT_WIDTH, widthOf } from './text-layout.ts';
import { visibleText } from './visible-text.ts';
import { EMPTY_TABLE, missingSentence } from './wording.ts';

/** A table as lines: in columns where they fit, else one row after the other with its measures below each other. */
export function textTable(table: TableBlock, noteOf: NoteOf): readonly string[] {
  const rows = tableRows(table);
  if (rows.length === 0) return [...filled(visibleText(table.caption)), EMPTY_TABLE];
  const missing = missingSentence(rows);
  return [
    ...filled(visibleText(table.caption)),
    '',
    ...body(gridOf(table, noteOf)),
    ...(missing === undefined ? [] : ['', ...filled(visibleText(missing))]),
  ];
}

interface Grid {
  readonly headings: readonly string[];
  readonly aligns: readonly ('left' | 'right')[];
  readonly cells: readonly (readonly string[])[];
  readonly hasTotals: boolean;
}

const GAP = 2;
/** Narrower than this a first column reads as a list of syllables. */
const NARROWEST_LABEL = 14;

function gridOf(table: TableBlock, noteOf: NoteOf): Grid {
  const notes = tableNotes(table, noteOf);
  const aligns = table.columns.map((column) => column.align);
  return {
    aligns,
    headings: table.columns.map(({ heading }, at) => withAside(visibleText(heading), notes.headings[at] ?? {})),
    cells: tableRows(table).map((row, line) =>
      row.map((figure, at) => withAside(cellText(figure), notes.cells[line]?.[at] ?? {}, aligns[at])),
    ),
    hasTotals: table.totals !== undefined,
  };
}

function cellText(figure: Figure): string {
  return visibleText(formatCell(figure.cell, 'table'));
}

function body(grid: Grid): readonly string[] {
  const others = widths(grid).slice(1);
  const room = TEXT_WIDTH - others.reduce((sum, width) => sum + width + GAP, 0);
  const wanted = Math.max(...column(grid, 0).map(widthOf));
  if (wanted > room && (room < NARROWEST_LABEL || grid.aligns[0] === 'right')) return stacked(grid);
  return inColumns(grid, [Math.min(wanted, room), ...others]);
}

function widths(grid: Grid): readonly number[] {
  return grid.headings.map((heading, at) =>
    Math.max(...heading.split(' ').map(widthOf), ...grid.cells.map((row) => widthOf(row[at] ?? ''))),
  );
}

function column(grid: Grid, at: number): readonly string[] {
  return [grid.headings[at] ?? '', ...grid.cells.map((row) => row[at] ?? '')];
}

function inColumns(grid: Grid, columnWidths: readonly number[]): readonly string[] {
  const line = (cells: readonly string[]) => set(cells, columnWidths, grid.aligns);
  const rule = '-'.repeat(columnWidths.reduce((sum, width) => sum + width, GAP * (columnWidths.length - 1)));
  const lines = grid.cells.map(line);
  const totals = grid.hasTotals ? [rule, ...(lines.at(-1) ?? [])] : [];
  const plain = grid.hasTotals ? lines.slice(0, -1) : lines;
  return [...line(grid.headings), rule, ...plain.flat(), ...totals];
}

/** One row over as many lines as its longest cell takes, all cells ending on the last of them. */
function set(cells: readonly string[], columnWidths: readonly number[], aligns: Grid['aligns']): readonly string[] {
  const blocks = cells.map((cell, at) => filled(cell, '', '', Math.max(1, columnWidths[at] ?? 1)));
  const height = Math.max(...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, at) =>
    blocks
      .map((block, i) => padded(block[at - height + block.length] ?? '', columnWidths[i] ?? 0, aligns[i] ?? 'left'))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

function stacked(grid: Grid): readonly string[] {
  const [, ...labels] = grid.headings;
  const labelWidth = Math.min(24, Math.max(0, ...labels.map(widthOf)));
  const rows = grid.cells.map(([first = '', ...rest]) => [
    ...filled(first),
    ...rest.flatMap((cell, at) => pair(labels[at] ?? '', cell, labelWidth)),
  ]);
  return rows.flatMap((row, at) => (at === 0 ? row : ['', ...row]));
}

/** A label and what it says beside it, both filled into their own column. */
function pair(label: string, value: string, labelWidth: number): readonly string[] {
  if (widthOf(label) > labelWidth) return [...filled(label, '  '), ...filled(value, '    ')];
  return filled(value, `  ${padded(label, labelWidth, 'left')}  `, ' '.repeat(labelWidth + 4));
}
