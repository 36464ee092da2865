import type { Posting } from '../../shared/ledger/posting.ts';
import { postingWrites } from '../stores/posting-writes.ts';
import type { StoredSubject } from '../stores/subject-store.ts';
import type { Tables } from '../stores/tables.ts';
import type { Write } from '../stores/transaction.ts';
import type { ReadyRow, RowDesk } from './import-sink.ts';

/** Rows that are stored in one transaction, each with everything that goes with it. */
export interface RowBundle {
  readonly rows: readonly ReadyRow[];
  /** Takes a row in. @throws FaultError when the books refuse it; the bundle is as it was then. */
  readonly add: (row: ReadyRow) => Promise<void>;
  /** How many writes that are, at most. */
  readonly size: () => number;
  /** What the rows write together: balances are added to once, by the sum of what every row adds. */
  readonly writes: () => readonly Write[];
}

/** The version of a business's books, and the note that its figures moved. */
const BOOKS = 2;

/** An empty bundle over a desk nobody else brings rows to. */
export function rowBundle(tables: Tables, desk: RowDesk): RowBundle {
  const rows: ReadyRow[] = [];
  const own: Write[] = [];
  const postings: Posting[] = [];
  const subjects = new Map<string, StoredSubject>();
  const balances = new Set<string>();
  return {
    rows,
    add: async (row) => {
      const part = await desk.take(row);
      rows.push(row);
      own.push(...part.own);
      postings.push(...part.postings);
      for (const subject of part.subjects ?? []) subjects.set(subject.subjectId, subject);
      for (const { monthDeltas, charterDeltas } of part.postings) {
        if (charterDeltas) balances.add(charterDeltas.charterId);
        for (const { entityId, month, group } of monthDeltas) balances.add(`${entityId} ${month} ${group}`);
      }
    },
    size: () => own.length + postings.length + balances.size + subjects.size + BOOKS + desk.inCommon().length,
    writes: () => [...own, ...postingWrites(tables, postings, [...subjects.values()]), ...desk.inCommon()],
  };
}
