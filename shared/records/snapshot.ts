import type { Instant, LocalDate, Zone } from '../kernel/calendar.ts';
import type { CharterFile, CharterOutline } from './charter.ts';
import type { MonthBalances } from './journal.ts';
import type { OpenCharter } from './open-charter.ts';
import type { RecordKind, RecordOf } from './registry.ts';

/** What came of reading one kind of record: its records, or why they could not be read. */
export type Source<T> =
  | { readonly state: 'read'; readonly records: readonly T[] }
  | { readonly state: 'unreadable'; readonly because: string };

/** The kinds of record a report run reads whole. */
export type RegisterSources = { readonly [K in RecordKind]: Source<RecordOf<K>> };

/**
 * Everything one report run may look at, as it was at one instant. Archived beside the reports, so that any figure can
 * be computed again from it.
 */
export interface Snapshot {
  readonly takenAt: Instant;
  /** The business day it is, in the company's zone. */
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly registers: RegisterSources;
  /** The month balances of every entity, every month: closing balances are sums over all of them. */
  readonly balances: Source<MonthBalances>;
  /** Charters that start from today on and have not ended: what is on the books. */
  readonly upcoming: Source<CharterOutline>;
  /** Charters whose money is not settled, whenever they sail or sailed. */
  readonly openCharters: Source<OpenCharter>;
  /** The charter whose completion started the run, whole. */
  readonly completed?: CharterFile;
}
