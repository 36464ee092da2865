import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import type { Asking } from '../host/deps.ts';
import type { ImportWorld } from './import-world.ts';

/** A row that reads well: the same row has the same id in every file it stands in. */
export interface ReadyRow {
  readonly row: number;
  readonly rowId: string;
  readonly body: object;
}

/** What became of a row: stored, on record already, or on record with something else in it, which is left as it is. */
export type Stored = 'new' | 'there' | 'differs';

/** How rows of one kind become records. */
export interface ImportSink {
  /** What the books have against a row, by field; nothing when it can be stored or is stored already. Writes nothing. */
  readonly problems: (world: ImportWorld, row: ReadyRow) => Promise<readonly Problem[]>;
  /** Stores the record with everything that goes with it, in one transaction. @throws FaultError when it is refused. */
  readonly store: (world: ImportWorld, row: ReadyRow) => Promise<Stored>;
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

/** Whether what is on record says everything the row says. What was added to it since does not matter. */
export function compared(stored: object, { body }: ReadyRow): Stored {
  const held = stored as Readonly<Record<string, unknown>>;
  const isSame = Object.entries(body).every(([field, value]) => canonicalJson(held[field]) === canonicalJson(value));
  return isSame ? 'there' : 'differs';
}
