import type { KnownNames } from '../../shared/imports/cell-reading.ts';
import type { MappingWishes } from '../../shared/imports/header-mapping.ts';
import type { ImportKind } from '../../shared/imports/import-kind.ts';
import type { PlannedRow, PlanSummary } from '../../shared/imports/import-plan.ts';
import { importPlan } from '../../shared/imports/import-plan.ts';
import type { Answers } from '../../shared/imports/open-questions.ts';
import type { Cell, SheetRow } from '../../shared/imports/sheet-row.ts';
import type { SheetSurvey } from '../../shared/imports/sheet-survey.ts';
import { sheetSurvey } from '../../shared/imports/sheet-survey.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';

/** Rows as a reader would hand them over, numbered from one. */
export function rowsOf(table: readonly (readonly Cell[])[]): SheetRow[] {
  return table.map((cells, index) => ({ row: index + 1, cells }));
}

export function surveyOf(
  kind: ImportKind,
  table: readonly (readonly Cell[])[],
  wishes: MappingWishes = {},
): SheetSurvey {
  const fold = sheetSurvey(kind, wishes);
  for (const row of rowsOf(table)) fold.take(row);
  return fold.finish();
}

/** What the person may say about the sheet of a test. */
export interface SheetOptions {
  readonly wishes?: MappingWishes;
  readonly answers?: Answers;
  readonly names?: KnownNames;
  readonly entityId?: string;
  readonly keepProblems?: number;
}

/** A whole table planned: its rows as they came out, and what they came to. */
export function planned<Body>(
  kind: ImportKind<Body>,
  table: readonly (readonly Cell[])[],
  { wishes = {}, answers = {}, names = {}, entityId = 'jada', keepProblems = 100 }: SheetOptions = {},
): { readonly rows: readonly PlannedRow<Body>[]; readonly summary: PlanSummary } {
  const survey = surveyOf(kind as ImportKind, table, wishes);
  const zone = 'America/Los_Angeles' as Zone;
  const plan = importPlan({ kind, survey, wishes, answers, entityId, zone, names, keepProblems });
  const rows = rowsOf(table).map((row) => plan.take(row));
  return { rows, summary: plan.finish() };
}

/** The bodies a table came to, in order. */
export function bodiesOf<Body>(rows: readonly PlannedRow<Body>[]): Body[] {
  return rows.flatMap((row) => (row.state === 'record' ? [row.body] : []));
}

/** The ids of the rows a table came to, in order. */
export function idsOf(rows: readonly PlannedRow<unknown>[]): string[] {
  return rows.flatMap((row) => (row.state === 'record' ? [row.rowId] : []));
}
