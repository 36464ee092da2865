import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { Asking } from '../host/deps.ts';
import type { StoredSubject } from '../stores/subject-store.ts';
import type { Write } from '../stores/transaction.ts';
import type { ImportWorld } from './import-world.ts';

/** A row that reads well: the same row has the same id in every file it stands in. */
export interface ReadyRow {
  readonly row: number;
  readonly rowId: string;
  readonly body: object;
}

/** What became of a row: stored, on record already, or on record with something else in it, which is left as it is. */
export type Stored = 'new' | 'there' | 'differs';

/** What one row becomes: records and audit lines of its own, and what it moves in the books. */
export interface RowPart {
  readonly own: readonly Write[];
  readonly postings: readonly Posting[];
  /** What it is about beside a charter, with the books it was first decided on: they must not have moved when it is stored. */
  readonly subjects?: readonly StoredSubject[];
}

/** Takes rows that are not on record one after the other, each on the books as those before it would leave them. */
export interface RowDesk {
  /** What the row becomes. Writes nothing. @throws FaultError naming every field the books have something against. */
  readonly take: (row: ReadyRow) => Promise<RowPart>;
  /** What the rows taken so far write once for all of them, such as the next version of their charter. */
  readonly inCommon: () => readonly Write[];
}

/** How rows of one kind become records. */
export interface ImportSink {
  /** What a row says, as a record keeps it: the body of the row, where nothing else is said. */
  readonly said?: (row: ReadyRow) => object;
  /** What is on record of these rows already, by the id of the row: one look for all of them. */
  readonly onRecord: (world: ImportWorld, rows: readonly ReadyRow[]) => Promise<ReadonlyMap<string, object>>;
  /** Begins with the books as they stand. */
  readonly desk: (world: ImportWorld) => RowDesk;
}

/** The row as a record, stamped as imported. */
export function importedRecord({ now, user }: Asking, prefix: string, { rowId, body }: ReadyRow): object {
  return {
    ...body,
    id: `${prefix}_${rowId}`,
    createdAt: now,
    createdBy: user.id,
    updatedAt: now,
    version: 1,
    source: 'import',
    schemaVersion: 1,
  };
}

/** Records that were found, by the ids of the rows they are of. */
export function byRow(prefix: string, records: readonly { readonly id: string }[]): ReadonlyMap<string, object> {
  return new Map(records.map((record) => [record.id.slice(prefix.length + 1), record]));
}

/** Whether what is on record says everything the row says. What was added to it since does not matter. */
export function compared({ said }: ImportSink, stored: object, row: ReadyRow): Stored {
  const held = stored as Readonly<Record<string, unknown>>;
  const isSame = Object.entries(said?.(row) ?? row.body).every(
    ([field, value]) => canonicalJson(held[field]) === canonicalJson(value),
  );
  return isSame ? 'there' : 'differs';
}

/** Nothing in common. */
export function nothingInCommon(): readonly Write[] {
  return [];
}

/** @throws FaultError `refused` when the books have anything against a row. */
export function requireNone(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new FaultError(fault('refused', 'The books do not take it.', problems));
}
