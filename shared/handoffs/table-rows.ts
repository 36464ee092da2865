import type { Table, TableRow } from 'mdast';
import type { HandoffProblem } from './handoff-problem.ts';
import { quoted } from './handoff-problem.ts';
import type { HandoffRow } from './handoff-row.ts';
import { idOf, keyOf, misfits } from './handoff-row.ts';
import { lineOf, plainText } from './outline.ts';
import type { Column, SectionKind } from './section-kinds.ts';

/** What came of reading something: its rows, and what could not be read. */
export interface RowsRead {
  readonly rows: readonly HandoffRow[];
  readonly problems: readonly HandoffProblem[];
}

/** No table of a handoff document is longer. */
const MOST_ROWS = 200;

/** The rows of a table as records. A bad row is left out and named; a table without a column it needs is not read. */
export function tableRows(table: Table, section: SectionKind, entityId: string, unsafe: ReadonlySet<number>): RowsRead {
  const [header, ...body] = table.children;
  if (header === undefined) return { rows: [], problems: [] };
  const { columns, problems } = columnsOf(header, section);
  const lacking = section.columns.filter((column) => column.required && !columns.includes(column));
  if (lacking.length > 0) {
    const names = lacking.map(({ title }) => title).join(', ');
    const about = { line: lineOf(header), message: `expected the column ${names} in this table` };
    return { rows: [], problems: [...problems, about] };
  }
  const read = body.slice(0, MOST_ROWS).map((row): RowsRead => {
    if (unsafe.has(lineOf(row))) return { rows: [], problems: [] };
    return rowOf(row, columns, section, entityId);
  });
  return {
    rows: read.flatMap(({ rows }) => rows),
    problems: [...problems, ...read.flatMap((one) => one.problems), ...tooMany(body)],
  };
}

function tooMany(body: readonly TableRow[]): HandoffProblem[] {
  const first = body[MOST_ROWS];
  if (first === undefined) return [];
  const message = `expected at most ${MOST_ROWS} rows in a table; ${body.length - MOST_ROWS} from here on are not read`;
  return [{ line: lineOf(first), message }];
}

/** The column each place of the header stands for, and what is wrong with the header. */
function columnsOf(header: TableRow, section: SectionKind) {
  const line = lineOf(header);
  const problems: HandoffProblem[] = [];
  const columns: (Column | undefined)[] = [];
  for (const cell of header.children) {
    const title = plainText(cell);
    const column = section.columns.find((known) => keyOf(known.title) === keyOf(title));
    const expected = section.columns.map((known) => known.title).join(', ');
    if (column === undefined)
      problems.push({ line, message: `expected one of ${expected}, not the column ${quoted(title)}` });
    else if (columns.includes(column)) problems.push({ line, message: `expected the column ${column.title} once` });
    columns.push(columns.includes(column) ? undefined : column);
  }
  return { columns, problems };
}

function rowOf(
  row: TableRow,
  columns: readonly (Column | undefined)[],
  section: SectionKind,
  entityId: string,
): RowsRead {
  const line = lineOf(row);
  const problems: HandoffProblem[] = [];
  const body: Record<string, unknown> = {};
  if (row.children.length > columns.length) {
    problems.push({
      line,
      message: `expected ${columns.length} cells, as in the header; ${row.children.length} stand here`,
    });
  }
  for (const column of section.columns) {
    const cell = row.children[columns.indexOf(column)];
    const written = cell === undefined ? '' : plainText(cell);
    const read = cellOf(written, column);
    if ('expected' in read) problems.push({ line, message: `${column.title}: ${read.expected}` });
    else if (read.value !== undefined) body[column.field] = read.value;
  }
  if (problems.length > 0) return { rows: [], problems };
  return checked({ ...named(section, entityId, String(body[section.key])), line, body }, section, entityId);
}

function cellOf(written: string, column: Column) {
  if (written !== '' && written !== '–' && written !== '-') {
    const read = column.read(written);
    return 'expected' in read ? { expected: `${read.expected}, not ${quoted(written)}` } : read;
  }
  return column.required ? { expected: 'expected something in this cell' } : { value: column.otherwise };
}

function named({ kind, prefix }: SectionKind, entityId: string, name: string) {
  const key = keyOf(name);
  return { kind, name, key, id: idOf(prefix, entityId, key) };
}

/** The row, when it fits the register it goes into. */
function checked(row: HandoffRow, section: SectionKind, entityId: string): RowsRead {
  const problems = misfits(row, entityId).map(({ field, message }) => {
    const column = section.columns.find((known) => field.startsWith(known.field));
    return { line: row.line, message: `${column?.title ?? field}: ${message}` };
  });
  return problems.length > 0 ? { rows: [], problems } : { rows: [row], problems };
}
