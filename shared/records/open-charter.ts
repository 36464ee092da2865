import type { Instant, LocalDate } from '../kernel/calendar.ts';
import type { Lifecycle } from './charter-terms.ts';

/**
 * A charter whose money is not settled: what its own accounts still stand at. It is kept beside the charter in the
 * transaction of every posting and lifecycle change, and gone once every account settled by charter is back at zero, so
 * that reports read what is open and never the past.
 */
export interface OpenCharter {
  readonly charterId: string;
  readonly entityId: string;
  readonly title: string;
  readonly channelId: string;
  readonly lifecycle: Lifecycle;
  /** The local day it sails or sailed. */
  readonly sailsOn: LocalDate;
  /** The local day all were ashore; absent until then. */
  readonly performedOn?: LocalDate;
  readonly cancelledOn?: LocalDate;
  /** What the guest owes in all, tax included. */
  readonly priceCents: number;
  /** Until when the guest may cancel for a full refund; absent where that never ends. */
  readonly fullRefundUntil?: Instant;
  /** Balance-sheet accounts that are not at zero, by code, debit positive: 1100, 1110, 1150, 2100, 2105, 2200, 2300, 2400. */
  readonly balances: Readonly<Record<string, number>>;
}
