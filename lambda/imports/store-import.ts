import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ImportCounts } from '../../shared/wire/imports.ts';
import { checkSheet } from '../collect/spreadsheet/import-check.ts';
import type { OpenSheet } from '../collect/spreadsheet/open-sheet.ts';
import type { ImportSettings } from './check-import.ts';
import { fieldProblems, planOf } from './check-import.ts';
import type { ReadyRow } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { sinkOf } from './sinks.ts';

/** Before the first row. */
export const NOTHING_YET: ImportCounts = { new: 0, there: 0, differs: 0, leftOut: 0 };

/** Where an import stands: the last row of the sheet gone through, and what became of all up to it. */
export interface ImportStanding {
  readonly throughRow: number;
  readonly counts: ImportCounts;
  readonly isDone: boolean;
}

/** How far one stretch of an import goes. */
export interface Stretch {
  /** Asked after every row: whether to leave the rest for the next stretch. */
  readonly isEnough: (rows: number) => boolean;
  /** Told after every row. */
  readonly progress: (standing: ImportStanding) => void;
}

/**
 * Stores the rows behind the last one gone through, in the order of the sheet. Every row is one transaction, and one that
 * is on record already is only counted, so that a file can be imported again after whatever went wrong.
 * @throws FaultError naming the row, when the books have changed since the file was checked and now refuse it.
 */
export async function storeImport(
  world: ImportWorld,
  sheet: OpenSheet,
  settings: ImportSettings,
  from: ImportStanding,
  { isEnough, progress }: Stretch,
): Promise<ImportStanding> {
  const sink = sinkOf(world.kind);
  const excluded = new Set(settings.excluded);
  const counts = { ...from.counts };
  let throughRow = from.throughRow;
  let rows = 0;
  let isCut = false;
  const standing = (isDone: boolean): ImportStanding => ({ throughRow, counts: { ...counts }, isDone });
  await checkSheet(
    sheet,
    planOf(world, settings, () => undefined),
    async (planned, at) => {
      if (planned.row <= from.throughRow) return undefined;
      const isLeftOut =
        excluded.has(planned.row) ||
        planned.state === 'bad' ||
        (settings.leaveOutBadRows && (await fieldProblems(sink.problems, world, planned, at)).length > 0);
      if (isLeftOut) counts.leftOut += 1;
      else counts[await sink.store(world, planned as unknown as ReadyRow).catch(namingRow(planned.row))] += 1;
      throughRow = planned.row;
      rows += 1;
      progress(standing(false));
      isCut = isEnough(rows);
      return isCut ? 'stop' : undefined;
    },
  );
  return standing(!isCut);
}

function namingRow(row: number): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof FaultError)) throw error;
    const { code, message, problems } = error.fault;
    const about = problems.map((problem) => ({ ...problem, field: `row ${row}, ${problem.field}` }));
    throw new FaultError(
      fault(code, `Row ${row} could not be stored; the rows before it are. ${message}`, about, error),
    );
  };
}
