import { columnsByName, headerRow, headerWords } from './header-row.ts';
import type { ImportKind } from './import-kind.ts';
import type { ImportProblem } from './import-problem.ts';
import type { SheetRow } from './sheet-row.ts';
import { columnLetters } from './sheet-row.ts';

/** How many rows a header is looked for in: titles, addresses and dates of printing stand above it. */
export const HEAD_ROWS = 40;

/** One column of the file and what becomes of it. */
export interface MappedColumn {
  readonly index: number;
  readonly letters: string;
  /** As written; empty where nothing stands above the column. */
  readonly header: string;
  /** The field it fills; nothing when it is ignored. */
  readonly field?: string;
  /** Who says so: the header's name, or the person. */
  readonly by?: 'name' | 'person';
}

/** Where the header is, and which column fills which field. */
export interface HeaderMapping {
  /** The last row of the header; rows below it are read. Nothing when no row looks like one. */
  readonly headerRow?: number;
  readonly columns: readonly MappedColumn[];
  readonly problems: readonly ImportProblem[];
}

/** What the person says about a file beside what stands in it. */
export interface MappingWishes {
  /** Field → header or letters of the column, where the names do not tell. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Field → one text for every row: a bank statement never says which account it is of. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Finds the header among the first rows of a file and gives each field its column. */
export function headerMapping(kind: ImportKind, head: readonly SheetRow[], wishes: MappingWishes = {}): HeaderMapping {
  const found = headerRow(kind, head, Object.values(wishes.columns ?? {}));
  if (found === undefined) return { columns: [], problems: [noHeader(kind)] };
  const headers = found.texts;
  const fields = new Map<number, Pick<MappedColumn, 'field' | 'by'>>();
  const problems: ImportProblem[] = [];
  for (const [field, wish] of Object.entries(wishes.columns ?? {})) {
    const fits = wishedColumns(headers, wish);
    const [index] = fits;
    if (kind.columns[field] === undefined || index === undefined || fits.length > 1) {
      problems.push(wishProblem(kind, field, wish, fits));
    } else fields.set(index, { field, by: 'person' });
  }
  for (const [field, column] of Object.entries(kind.columns)) {
    if (wishes.columns?.[field] !== undefined || wishes.values?.[field] !== undefined) continue;
    const fits = namedColumns(headers, column.names).filter((index) => !fields.has(index));
    const [index] = fits;
    if (index === undefined) continue;
    if (fits.length > 1) problems.push(doubleColumn(headers, fits));
    else fields.set(index, { field, by: 'name' });
  }
  const columns = headers.map((header, index) => ({
    index,
    letters: columnLetters(index),
    header,
    ...fields.get(index),
  }));
  return { headerRow: found.row, columns, problems: [...problems, ...missingColumns(kind, columns, wishes)] };
}

/** The columns of the first name anything is called by: a name in front wins over those behind it. */
function namedColumns(headers: readonly string[], names: readonly string[]): number[] {
  const columns = columnsByName(headers);
  for (const name of names) {
    const fits = columns.get(headerWords(name));
    if (fits !== undefined) return fits;
  }
  return [];
}

function wishedColumns(headers: readonly string[], wish: string): number[] {
  const byName = namedColumns(headers, [wish]);
  if (byName.length > 0) return byName;
  return headers.flatMap((_header, index) => (columnLetters(index) === wish.toUpperCase() ? [index] : []));
}

function missingColumns(kind: ImportKind, columns: readonly MappedColumn[], wishes: MappingWishes): ImportProblem[] {
  const has = (field: string) =>
    columns.some((column) => column.field === field) || wishes.values?.[field] !== undefined;
  const title = (field: string) => kind.columns[field]?.title ?? field;
  const missing = Object.entries(kind.columns).filter(([field, { required }]) => required && !has(field));
  const groups = kind.anyOf.filter((ways) => !ways.some((way) => way.every(has)));
  return [
    ...missing.map(([, { title, example }]) =>
      missingColumn(title, `say which it is, such as ${example}; or give one ${title} for every row`),
    ),
    ...groups.map((ways) => {
      const words = ways.map((way) => way.map(title).join(' and ')).join(', or ');
      return missingColumn(words, 'one of these ways is needed');
    }),
  ];
}

function missingColumn(title: string, hint: string): ImportProblem {
  return { code: 'missing-column', header: title, message: `expected a column ${title}: ${hint}` };
}

function doubleColumn(headers: readonly string[], fits: readonly number[]): ImportProblem {
  const header = headers[fits[0] ?? 0] ?? '';
  const where = fits.map(columnLetters).join(' and ');
  return {
    code: 'double-column',
    header,
    letters: where,
    message: `expected one column called ${header}; say which of ${where} counts`,
  };
}

function wishProblem(kind: ImportKind, field: string, wish: string, fits: readonly number[]): ImportProblem {
  if (kind.columns[field] === undefined) {
    const message = `expected a field of ${kind.many}: ${Object.keys(kind.columns).join(', ')}`;
    return { code: 'not-understood', header: field, value: wish, message };
  }
  if (fits.length > 1)
    return { code: 'double-column', header: wish, message: `expected one column called ${wish}; give its letters` };
  return { code: 'missing-column', header: wish, message: `expected a column called ${wish}, or with these letters` };
}

function noHeader(kind: ImportKind): ImportProblem {
  const wanted = Object.values(kind.columns).filter(({ required }) => required);
  const names = wanted.map(({ title }) => title).join(', ');
  return {
    code: 'no-header',
    message: `expected a row with the names of the columns in the first ${HEAD_ROWS} rows: ${names}`,
  };
}
