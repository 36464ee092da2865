import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ImportCounts } from '../../shared/wire/imports.ts';
import { checkSheet } from '../collect/spreadsheet/import-check.ts';
import type { OpenSheet } from '../collect/spreadsheet/open-sheet.ts';
import type { ImportSettings } from './check-import.ts';
import { planOf, ROWS_AT_ONCE } from './check-import.ts';
import type { ReadyRow } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { storeRows } from './store-rows.ts';

/** Before the first row. */
export const NOTHING_YET: ImportCounts = { new: 0, there: 0, differs: 0, leftOut: 0 };

/** Where an import stands: the last row of the sheet gone through, and what became of all up to it. */
export interface ImportStanding {
  readonly throughRow: number;
  readonly counts: ImportCounts;
  readonly isDone: boolean;
  /** Why the row behind it could not be stored, when the books have changed since the file was checked. */
  readonly refused?: FaultError;
}

/** How far one stretch of an import goes. */
export interface Stretch {
  /** Asked whenever rows were stored: whether to leave the rest for the next stretch. */
  readonly isEnough: () => boolean;
  /** Told whenever rows were stored. */
  readonly progress: (standing: ImportStanding) => void;
}

/**
 * Stores the rows behind the last one gone through, in the order of the sheet. A row is stored whole or not at all, and one
 * that is on record already is only counted, so that a file can be imported again after whatever went wrong.
 */
export async function storeImport(
  world: ImportWorld,
  sheet: OpenSheet,
  settings: ImportSettings,
  from: ImportStanding,
  { isEnough, progress }: Stretch,
): Promise<ImportStanding> {
  const excluded = new Set(settings.excluded);
  const counts = { ...from.counts };
  let waiting: ReadyRow[] = [];
  let leftOut: number[] = [];
  let throughRow = from.throughRow;
  let seen = from.throughRow;
  let refused: FaultError | undefined;
  const standing = (isDone: boolean): ImportStanding => ({
    throughRow,
    counts: { ...counts },
    isDone,
    ...(refused === undefined ? {} : { refused }),
  });

  const storeWaiting = async (): Promise<void> => {
    const outcomes = await storeRows(world, waiting, settings.leaveOutBadRows);
    const stop = outcomes.find(({ became }) => became instanceof FaultError);
    if (stop) refused = namingRow(stop.row, stop.became as FaultError); // just found to be one
    throughRow = stop ? stop.row - 1 : seen;
    counts.leftOut += leftOut.filter((row) => row <= throughRow).length;
    for (const { row, became } of outcomes) {
      if (row <= throughRow && !(became instanceof FaultError)) counts[became] += 1;
    }
    waiting = [];
    leftOut = [];
    progress(standing(false));
  };
  let isCut = false;
  await checkSheet(
    sheet,
    planOf(world, settings, () => undefined),
    async (planned) => {
      if (planned.row <= from.throughRow) return undefined;
      seen = planned.row;
      if (excluded.has(planned.row) || planned.state === 'bad') leftOut.push(planned.row);
      else waiting.push(planned as unknown as ReadyRow); // every kind's body is an object
      if (waiting.length < ROWS_AT_ONCE) return undefined;
      await storeWaiting();
      isCut = refused !== undefined || isEnough();
      return isCut ? 'stop' : undefined;
    },
  );
  if (!isCut) await storeWaiting();
  return standing(!isCut && refused === undefined);
}

function namingRow(row: number, { fault: { code, message, problems } }: FaultError): FaultError {
  const about = problems.map((problem) => ({ ...problem, field: `row ${row}, ${problem.field}` }));
  const sentence = `Row ${row} could not be stored; the rows before it are. ${message} Import the file again to settle it: what is stored is not stored twice.`;
  return new FaultError(fault(code, sentence, about));
}
