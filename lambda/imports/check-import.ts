import type { MappingWishes } from '../../shared/imports/header-mapping.ts';
import type { ImportProblem } from '../../shared/imports/import-problem.ts';
import { quotedCell } from '../../shared/imports/import-problem.ts';
import type { Answers } from '../../shared/imports/open-questions.ts';
import { isBlank } from '../../shared/imports/sheet-row.ts';
import type { SheetSurvey } from '../../shared/imports/sheet-survey.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import type { FileFindings } from '../../shared/wire/imports.ts';
import type { RowAtHand } from '../collect/spreadsheet/import-check.ts';
import { checkSheet } from '../collect/spreadsheet/import-check.ts';
import type { OpenSheet } from '../collect/spreadsheet/open-sheet.ts';
import type { ReadyRow, RowDesk } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { sinkOf } from './sinks.ts';

/** Rows are held against the books so many at a time. */
export const ROWS_AT_ONCE = 100;

/** What the person has said about a file. */
export interface ImportSettings {
  readonly wishes: MappingWishes;
  readonly answers: Answers;
  /** Bad rows are left out and counted, and do not keep the rest from being imported. */
  readonly leaveOutBadRows: boolean;
  /** Rows that are left out whatever they hold, by their number in the sheet. */
  readonly excluded: readonly number[];
}

/** What a file came to, with its columns as they were read. */
export interface Findings extends FileFindings {
  readonly survey: SheetSurvey;
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
  let waiting: RowAtHand<unknown>[] = [];
  const desk = sink.desk(world);
  const checkWaiting = async (): Promise<void> => {
    const rows = waiting;
    waiting = [];
    const held = await sink.onRecord(world, rows.flatMap(readyIn));
    for (const at of rows) {
      const [ready] = readyIn(at);
      const isThere = ready !== undefined && held.has(ready.rowId);
      const problems =
        at.planned.state === 'bad' ? at.planned.problems : isThere ? [] : await fieldProblems(desk, world, at);
      if (problems.length === 0) counts.ready += 1;
      else {
        counts.badRows += 1;
        if (settings.leaveOutBadRows) counts.leftOut += 1;
        note(problems);
      }
    }
  };
  const checked = await checkSheet(sheet, planOf(world, settings, progress), async (planned, at) => {
    if (excluded.has(planned.row)) counts.leftOut += 1;
    else waiting.push(at);
    if (waiting.length >= ROWS_AT_ONCE) await checkWaiting();
  });
  await checkWaiting();
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

/** The row that was planned, unless it is bad. */
function readyIn({ planned }: RowAtHand<unknown>): readonly ReadyRow[] {
  return planned.state === 'bad' ? [] : [planned as unknown as ReadyRow]; // every kind's body is an object
}

/** What the books have against a row, each at the cell it is about. */
async function fieldProblems(
  desk: RowDesk,
  world: ImportWorld,
  at: RowAtHand<unknown>,
): Promise<readonly ImportProblem[]> {
  try {
    await Promise.all(readyIn(at).map(desk.take));
    return [];
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
