import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { committed } from '../stores/transaction.ts';
import type { ReadyRow, Stored } from './import-sink.ts';
import { compared } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { worldNow } from './import-world.ts';
import { rowBundle } from './row-bundle.ts';
import { sinkOf } from './sinks.ts';

/** What became of one row: how it was stored, that it was left out, or why it was refused. */
export interface RowOutcome {
  readonly row: number;
  readonly became: Stored | 'leftOut' | FaultError;
}

/**
 * A transaction holds a hundred writes. What a row adds to those before it is less than what is kept free here: its
 * records, its audit line, its entry, a charter, and balances of groups and months the others do not touch. Records are
 * short, so that a hundred of them never come near the four megabytes a transaction holds.
 */
const MOST_WRITES = 100;
const KEPT_FREE = 24;
const ATTEMPTS = 3;

/**
 * Stores rows in their order, as many in one transaction as fit. When the books moved under a transaction nothing of it is
 * stored, and its rows are stored one by one on what stands then. Behind a row that is refused nothing is stored, unless
 * bad rows are left out.
 */
export async function storeRows(
  world: ImportWorld,
  rows: readonly ReadyRow[],
  leaveOutBadRows: boolean,
): Promise<readonly RowOutcome[]> {
  const sink = sinkOf(world.kind);
  const held = await sink.onRecord(world, rows);
  const outcomes: RowOutcome[] = [];
  let isStopped = false;
  const note = (row: ReadyRow, became: Stored | FaultError) => {
    const isRefused = became instanceof FaultError;
    outcomes.push({ row: row.row, became: isRefused && leaveOutBadRows ? 'leftOut' : became });
    isStopped ||= isRefused && !leaveOutBadRows;
  };
  let bundle = rowBundle(world.deps.tables, sink.desk(world));
  const storeBundle = async () => {
    const { rows: bundled } = bundle;
    const writes = bundle.writes();
    bundle = rowBundle(world.deps.tables, sink.desk(world));
    if (bundled.length === 0) return;
    const isStored = writes.length < MOST_WRITES && (await committed(world.deps.tables, writes)).stored;
    for (const row of bundled) {
      if (!isStopped) note(row, isStored ? 'new' : await storedAlone(world, row));
    }
  };
  for (const row of rows) {
    const before = held.get(row.rowId);
    const refused = before ? undefined : await refusal(() => bundle.add(row));
    if (refused && !leaveOutBadRows) await storeBundle();
    if (isStopped) break;
    if (before) note(row, compared(sink, before, row));
    else if (refused) note(row, refused);
    else if (bundle.size() > MOST_WRITES - KEPT_FREE) await storeBundle();
    if (isStopped) break;
  }
  if (!isStopped) await storeBundle();
  return outcomes;
}

/** Stores one row on the books as they stand now; again, when somebody is faster. */
async function storedAlone(world: ImportWorld, row: ReadyRow): Promise<Stored | FaultError> {
  const sink = sinkOf(world.kind);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const now = await worldNow(world);
    const before = (await sink.onRecord(now, [row])).get(row.rowId);
    if (before) return compared(sink, before, row);
    const alone = rowBundle(now.deps.tables, sink.desk(now));
    const refused = await refusal(() => alone.add(row));
    if (refused) return refused;
    if ((await committed(now.deps.tables, alone.writes())).stored) return 'new';
  }
  return new FaultError(fault('conflict', 'Others keep recording about the same thing. Import the file again later.'));
}

async function refusal(work: () => Promise<void>): Promise<FaultError | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof FaultError) return error;
    throw error;
  }
}
