import type { KnownNames } from '../../../shared/imports/cell-reading.ts';
import type { MappingWishes } from '../../../shared/imports/header-mapping.ts';
import type { ImportKind } from '../../../shared/imports/import-kind.ts';
import type { PlannedRow, PlanSummary } from '../../../shared/imports/import-plan.ts';
import { importPlan } from '../../../shared/imports/import-plan.ts';
import type { Answers, OpenQuestion } from '../../../shared/imports/open-questions.ts';
import { openQuestions } from '../../../shared/imports/open-questions.ts';
import type { SheetRow } from '../../../shared/imports/sheet-row.ts';
import type { SheetSurvey } from '../../../shared/imports/sheet-survey.ts';
import { sheetSurvey } from '../../../shared/imports/sheet-survey.ts';
import type { Zone } from '../../../shared/kernel/calendar.ts';
import type { OpenSheet } from './open-sheet.ts';

/** What a file is checked as, and what the person has said about it. */
export interface CheckRequest<Body> {
  readonly kind: ImportKind<Body>;
  readonly entityId: string;
  readonly zone: Zone;
  readonly names: KnownNames;
  readonly wishes: MappingWishes;
  readonly answers: Answers;
  readonly keepProblems: number;
  /** Told after every thousand rows of each of the two readings. */
  readonly progress: (step: 'survey' | 'plan', rows: number) => void;
}

/** A row that is planned, with its cells as they stand and what is known of the whole file. */
export interface RowAtHand<Body> {
  readonly planned: Exclude<PlannedRow<Body>, { readonly state: 'passed-over' }>;
  readonly row: SheetRow;
  readonly survey: SheetSurvey;
}

/** Takes each row as it is planned. Reading waits for it, and ends when it answers `stop`. */
export type RowSink<Body> = (planned: RowAtHand<Body>['planned'], at: RowAtHand<Body>) => unknown;

/** What a check found: how the file is laid out, what must be asked, and what its rows came to. */
export interface Checked {
  readonly survey: SheetSurvey;
  readonly questions: readonly OpenQuestion[];
  /** Nothing while a question is open or a column is missing: then no row has been read. */
  readonly summary?: PlanSummary;
}

/** Reads a file twice: once to see how it is written, once row by row. One row is in hand at a time. */
export async function checkSheet<Body>(
  sheet: OpenSheet,
  request: CheckRequest<Body>,
  sink: RowSink<Body>,
): Promise<Checked> {
  const { kind, wishes, answers, progress } = request;
  const fold = sheetSurvey(kind, wishes);
  let rows = 0;
  const count = (step: 'survey' | 'plan') => {
    rows += 1;
    if (rows % 1_000 === 0) progress(step, rows);
  };
  for await (const row of sheet.rows()) {
    fold.take(row);
    count('survey');
  }
  const survey = fold.finish();
  const questions = openQuestions(survey, answers);
  if (questions.length > 0 || survey.mapping.problems.length > 0) return { survey, questions };
  const plan = importPlan({ ...request, survey });
  rows = 0;
  for await (const row of sheet.rows()) {
    const planned = plan.take(row);
    count('plan');
    if (planned.state === 'passed-over') continue;
    if ((await sink(planned, { planned, row, survey })) === 'stop') break;
  }
  return { survey, questions, summary: plan.finish() };
}
