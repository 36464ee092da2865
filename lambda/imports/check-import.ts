import type { MappingWishes } from '../../shared/imports/header-mapping.ts';
import type { ImportProblem } from '../../shared/imports/import-problem.ts';
import { quotedCell } from '../../shared/imports/import-problem.ts';
import type { Answers, OpenQuestion } from '../../shared/imports/open-questions.ts';
import { isBlank } from '../../shared/imports/sheet-row.ts';
import type { SheetSurvey } from '../../shared/imports/sheet-survey.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import type { RowAtHand } from '../collect/spreadsheet/import-check.ts';
import { checkSheet } from '../collect/spreadsheet/import-check.ts';
import type { OpenSheet } from '../collect/spreadsheet/open-sheet.ts';
import type { ReadyRow } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { sinkOf } from './sinks.ts';

/** What the person has said about a file. */
export interface ImportSettings {
  readonly wishes: MappingWishes;
  readonly answers: Answers;
  /** Bad rows are left out and counted, and do not keep the rest from being imported. */
  readonly leaveOutBadRows: boolean;
  /** Rows that are left out whatever they hold, by their number in the sheet. */
  readonly excluded: readonly number[];
}

/** What a whole file came to, read against the books, before anything is written. */
export interface Findings {
  readonly survey: SheetSurvey;
  readonly questions: readonly OpenQuestion[];
  /** False while a question is open or a column is missing: then no row has been read. */
  readonly isRead: boolean;
  readonly ready: number;
  readonly badRows: number;
  readonly leftOut: number;
  readonly problemCount: number;
  /** The first of them, each with its cell. */
  readonly problems: readonly ImportProblem[];
  /** Whether every row that is not left out can be stored. */
  readonly isClean: boolean;
}

/** Called now and then with how many rows were gone through. */
export type Progress = (step: 'survey' | 'plan', rows: number) => void;

/** Reads a whole file and asks the books about every row. Writes nothing. */
export async function checkImport(
  world: ImportWorld,
  sheet: OpenSheet,
  settings: ImportSettings,
  keepProblems: number,
  progress: Progress = () => undefined,
): Promise<Findings> {
  const sink = sinkOf(world.kind);
  const excluded = new Set(settings.excluded);
  const counts = { ready: 0, badRows: 0, leftOut: 0, problemCount: 0 };
  const kept: ImportProblem[] = [];
  const note = (problems: readonly ImportProblem[]) => {
    counts.problemCount += problems.length;
    kept.push(...problems.slice(0, Math.max(0, keepProblems - kept.length)));
  };
  const checked = await checkSheet(sheet, planOf(world, settings, progress), async (planned, at) => {
    if (excluded.has(planned.row)) {
      counts.leftOut += 1;
      return;
    }
    const problems =
      planned.state === 'bad' ? planned.problems : await fieldProblems(sink.problems, world, planned, at);
    if (problems.length === 0) counts.ready += 1;
    else {
      counts.badRows += 1;
      if (settings.leaveOutBadRows) counts.leftOut += 1;
      note(problems);
    }
  });
  const { survey, questions, summary } = checked;
  const ofFile =
    summary === undefined ? survey.mapping.problems : summary.problems.filter(({ row }) => row === undefined);
  note(ofFile);
  const isRead = summary !== undefined;
  const isClean = isRead && ofFile.length === 0 && (counts.badRows === 0 || settings.leaveOutBadRows);
  return { survey, questions, isRead, ...counts, problems: kept, isClean };
}

/** How a file is read for these settings, the same for checking and for storing. */
export function planOf(world: ImportWorld, { wishes, answers }: ImportSettings, progress: Progress) {
  const { kind, entityId, names, deps } = world;
  return { kind, entityId, names, zone: deps.config.zone, wishes, answers, keepProblems: 100, progress };
}

/** What the books have against a row, each at the cell it is about. */
export async function fieldProblems(
  problemsOf: (world: ImportWorld, row: ReadyRow) => Promise<readonly Problem[]>,
  world: ImportWorld,
  row: Omit<ReadyRow, 'body'> & { readonly body: unknown },
  at: RowAtHand<unknown>,
): Promise<readonly ImportProblem[]> {
  try {
    const problems = await problemsOf(world, row as ReadyRow); // every kind's body is an object
    return problems.map((problem) => atCell(world, problem, at));
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.problems.length === 0) throw error;
    return error.fault.problems.map((problem) => atCell(world, problem, at));
  }
}

function atCell(
  { kind }: ImportWorld,
  { field, message }: Problem,
  { row, survey }: RowAtHand<unknown>,
): ImportProblem {
  const place = survey.mapping.columns.find((column) => column.field === field);
  const about = { code: 'not-allowed', row: row.row, message } as const;
  if (place === undefined) return { ...about, header: kind.columns[field]?.title ?? field };
  const cell = row.cells[place.index];
  const { letters, header } = place;
  return { ...about, letters, ...(header && { header }), ...(isBlank(cell) ? {} : { value: quotedCell(cell) }) };
}
