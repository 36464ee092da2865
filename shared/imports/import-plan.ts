import type { Zone } from '../kernel/calendar.ts';
import { shortDigest } from '../kernel/digest.ts';
import type { KnownNames } from './cell-reading.ts';
import { fieldReader } from './field-reader.ts';
import type { MappingWishes } from './header-mapping.ts';
import type { ImportKind } from './import-kind.ts';
import type { ImportProblem, ProblemCode } from './import-problem.ts';
import type { Answers } from './open-questions.ts';
import { oneLine } from './plain-words.ts';
import { seenRows } from './seen-rows.ts';
import type { SheetRow } from './sheet-row.ts';
import { isBlank } from './sheet-row.ts';
import type { SheetSurvey } from './sheet-survey.ts';
import { totalsWatch } from './totals-row.ts';

/** What a file is read as, for whom, and what the person has said about it. */
export interface PlanSettings<Body> {
  readonly kind: ImportKind<Body>;
  readonly survey: SheetSurvey;
  readonly wishes: MappingWishes;
  readonly answers: Answers;
  readonly entityId: string;
  readonly zone: Zone;
  readonly names: KnownNames;
  /** How many problems are kept with their cell; all are counted. */
  readonly keepProblems: number;
}

/** What became of one row. */
export type PlannedRow<Body> =
  | { readonly state: 'passed-over' } // the header, what stands above it, and blank rows
  | { readonly state: 'record'; readonly row: number; readonly rowId: string; readonly body: Body }
  | { readonly state: 'bad'; readonly row: number; readonly problems: readonly ImportProblem[] };

/** What a whole file came to. */
export interface PlanSummary {
  /** Rows below the header with anything in them. */
  readonly rows: number;
  readonly records: number;
  readonly badRows: number;
  readonly problemCount: number;
  readonly problems: readonly ImportProblem[];
  readonly byCode: Readonly<Partial<Record<ProblemCode, number>>>;
  /** Texts cut to the length a record holds, by field. */
  readonly shortened: Readonly<Record<string, number>>;
}

/** Reads a file row by row, in order. What it keeps does not grow with the rows but for a few bytes each. */
export interface ImportPlan<Body> {
  readonly take: (row: SheetRow) => PlannedRow<Body>;
  readonly finish: () => PlanSummary;
}

/** Turns rows into bodies of records, each under an id that the same row has in every file it stands in. */
export function importPlan<Body>(settings: PlanSettings<Body>): ImportPlan<Body> {
  const { kind, survey, entityId, keepProblems } = settings;
  const reader = fieldReader(settings);
  const totals = totalsWatch();
  const seen = seenRows();
  const kept: ImportProblem[] = [];
  const byCode: Partial<Record<ProblemCode, number>> = {};
  const counts = { rows: 0, records: 0, badRows: 0, problemCount: 0 };
  const note = (problems: readonly ImportProblem[]) => {
    for (const problem of problems) {
      counts.problemCount += 1;
      byCode[problem.code] = (byCode[problem.code] ?? 0) + 1;
      if (kept.length < keepProblems) kept.push(problem);
    }
  };
  note([...survey.mapping.problems, ...reader.problems]);

  const take = (row: SheetRow): PlannedRow<Body> => {
    const { headerRow } = survey.mapping;
    if (headerRow === undefined || row.row <= headerRow) return { state: 'passed-over' };
    if (row.trouble === undefined && row.cells.every(isBlank)) return { state: 'passed-over' };
    counts.rows += 1;
    const planned = plannedRow(row);
    if (planned.state === 'bad') {
      counts.badRows += 1;
      note(planned.problems);
    } else counts.records += 1;
    return planned;
  };

  const plannedRow = (row: SheetRow): Exclude<PlannedRow<Body>, { readonly state: 'passed-over' }> => {
    const bad = (problems: readonly ImportProblem[]) => ({ state: 'bad', row: row.row, problems }) as const;
    if (row.trouble !== undefined) return bad([{ code: 'broken-row', row: row.row, message: row.trouble }]);
    const read = reader.read(row);
    const assembled = read.problems.length > 0 ? undefined : kind.assemble(read.fields, entityId);
    if (totals.looksLikeTotal(row, read.amounts, assembled?.ok === true)) {
      const message = 'this row looks like a total; leave it out, or change it if it is an entry of its own';
      return bad([{ code: 'looks-like-total', row: row.row, ...reader.firstCell(row), message }]);
    }
    totals.add(read.amounts);
    if (assembled === undefined) return bad(read.problems);
    if (!assembled.ok) return bad([reader.problemAt(row, assembled.field, assembled.code, assembled.expected)]);
    const rowId = rowIdOf(assembled.body);
    const before = seen.noted(rowId);
    if (before === 0) {
      seen.note(rowId, kind.equalRows === 'same' ? row.row : 1);
      return { state: 'record', row: row.row, rowId, body: assembled.body };
    }
    if (kind.equalRows === 'same') {
      const message = `expected each ${kind.one} once; row ${before} says the same ${kind.one} already`;
      return bad([{ code: 'repeated', row: row.row, ...reader.firstCell(row), message }]);
    }
    seen.note(rowId, before + 1);
    return { state: 'record', row: row.row, rowId: shortDigest(`${rowId} ${before + 1}`), body: assembled.body };
  };

  const rowIdOf = (body: Body) => {
    const told = kind.identity(body).map((part) => (typeof part === 'string' ? oneLine(part).toLowerCase() : part));
    return shortDigest(JSON.stringify([kind.id, entityId, ...told]));
  };

  const finish = () => ({ ...counts, problems: [...kept], byCode: { ...byCode }, shortened: reader.shortened() });
  return { take, finish };
}
