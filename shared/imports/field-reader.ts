import type { Zone } from '../kernel/calendar.ts';
import type { CellReading, KnownNames, ReadingStyle } from './cell-reading.ts';
import type { MappedColumn, MappingWishes } from './header-mapping.ts';
import type { Column, ImportKind } from './import-kind.ts';
import type { ImportProblem, ProblemCode } from './import-problem.ts';
import { quotedCell } from './import-problem.ts';
import type { Answers } from './open-questions.ts';
import { dateOrderOf, decimalMarkOf } from './open-questions.ts';
import type { SheetRow } from './sheet-row.ts';
import { columnLetters, isBlank } from './sheet-row.ts';
import type { SheetSurvey } from './sheet-survey.ts';

/** The fields of one row, the amounts among them, and what could not be read. */
export interface ReadFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly amounts: ReadonlyMap<string, number>;
  readonly problems: readonly ImportProblem[];
}

/** Reads rows of one file as the fields of its kind. */
export interface FieldReader {
  readonly read: (row: SheetRow) => ReadFields;
  /** What is wrong with the values the person gave for every row. */
  readonly problems: readonly ImportProblem[];
  readonly problemAt: (row: SheetRow, field: string, code: ProblemCode, message: string) => ImportProblem;
  /** Where the first filled cell of a row is, and what stands there. */
  readonly firstCell: (row: SheetRow) => Pick<ImportProblem, 'letters' | 'header' | 'value'>;
  readonly shortened: () => Readonly<Record<string, number>>;
}

/** What reading needs to know about the file and the business. */
export interface ReaderSettings {
  readonly kind: Pick<ImportKind, 'columns'>;
  readonly survey: SheetSurvey;
  readonly wishes: MappingWishes;
  readonly answers: Answers;
  readonly zone: Zone;
  readonly names: KnownNames;
}

interface Source {
  readonly field: string;
  readonly column: Column;
  readonly style: ReadingStyle;
  readonly place: MappedColumn;
}

/** One reader for a file: which cell fills which field, and in which style it is read. */
export function fieldReader({ kind, survey, wishes, answers, zone, names }: ReaderSettings): FieldReader {
  const { columns } = survey.mapping;
  const shortened: Record<string, number> = {};
  const styleOf = (field: string): ReadingStyle => ({
    dateOrder: dateOrderOf(field, survey.dateOrders, answers),
    decimalMark: decimalMarkOf(survey, answers),
    zone,
    names,
  });
  const sources: Source[] = columns.flatMap((place) => {
    const column = place.field === undefined ? undefined : kind.columns[place.field];
    return place.field === undefined || column === undefined
      ? []
      : [{ field: place.field, column, style: styleOf(place.field), place }];
  });
  const everyRow = valuesForEveryRow(kind, wishes.values ?? {}, styleOf);

  const read = (row: SheetRow): ReadFields => {
    const fields: Record<string, unknown> = { ...everyRow.fields };
    const amounts = new Map<string, number>();
    const problems = strayCells(row, columns.length);
    for (const { field, column, style, place } of sources) {
      const cell = row.cells[place.index] ?? '';
      if (isBlank(cell)) {
        if (column.required)
          problems.push({
            code: 'missing',
            row: row.row,
            ...at(place),
            message: `expected ${column.title}; the cell is empty`,
          });
        continue;
      }
      const reading = column.reading.read(cell, style) as CellReading<unknown>;
      if (!reading.ok) {
        problems.push({
          code: reading.code,
          row: row.row,
          ...at(place),
          value: quotedCell(cell),
          message: reading.expected,
        });
        continue;
      }
      fields[field] = reading.value;
      if (reading.shortened) shortened[field] = (shortened[field] ?? 0) + 1;
      if (column.reading.asks === 'decimal-mark') amounts.set(field, Number(reading.value));
    }
    return { fields, amounts, problems };
  };

  const problemAt = (row: SheetRow, field: string, code: ProblemCode, message: string): ImportProblem => {
    const place = columns.find((column) => column.field === field);
    if (place === undefined) return { code, row: row.row, header: kind.columns[field]?.title ?? field, message };
    const cell = row.cells[place.index];
    return { code, row: row.row, ...at(place), ...(isBlank(cell) ? {} : { value: quotedCell(cell) }), message };
  };

  const firstCell = (row: SheetRow) => {
    const index = row.cells.findIndex((cell) => !isBlank(cell));
    const place = columns[index];
    const where = place === undefined ? { letters: columnLetters(Math.max(index, 0)) } : at(place);
    return { ...where, value: quotedCell(row.cells[index]) };
  };

  return { read, problems: everyRow.problems, problemAt, firstCell, shortened: () => ({ ...shortened }) };
}

function at({ letters, header }: MappedColumn): Pick<ImportProblem, 'letters' | 'header'> {
  return header === '' ? { letters } : { letters, header };
}

/** Values beyond the last header: the sign of a separator or a quote too many. */
function strayCells(row: SheetRow, width: number): ImportProblem[] {
  const index = row.cells.findIndex((cell, at) => at >= width && !isBlank(cell));
  if (index < 0) return [];
  const message = 'expected no value here: the header has no column above it';
  return [
    { code: 'broken-row', row: row.row, letters: columnLetters(index), value: quotedCell(row.cells[index]), message },
  ];
}

function valuesForEveryRow(
  kind: Pick<ImportKind, 'columns'>,
  values: Readonly<Record<string, string>>,
  styleOf: (field: string) => ReadingStyle,
): { readonly fields: Readonly<Record<string, unknown>>; readonly problems: readonly ImportProblem[] } {
  const fields: Record<string, unknown> = {};
  const problems: ImportProblem[] = [];
  for (const [field, text] of Object.entries(values)) {
    const column = kind.columns[field];
    if (column === undefined) {
      const message = `expected one of the fields ${Object.keys(kind.columns).join(', ')}`;
      problems.push({ code: 'not-understood', header: field, value: text, message });
      continue;
    }
    const reading = column.reading.read(text, styleOf(field)) as CellReading<unknown>;
    if (reading.ok) fields[field] = reading.value;
    else
      problems.push({ code: reading.code, header: column.title, value: quotedCell(text), message: reading.expected });
  }
  return { fields, problems };
}
