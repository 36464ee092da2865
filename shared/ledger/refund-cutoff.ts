import type { Instant, LocalDate } from '../kernel/calendar.ts';
import { plusMinutes } from '../kernel/calendar.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { CharterBooks } from './charter-entry.ts';
import { balanceOf, charterEntry } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId } from './entry.ts';

/**
 * The last instant at which the guest may still cancel for a full refund, from the charter's cancellation tiers; nothing
 * where none are agreed, because then everything goes back at any time. Where even the earliest tier keeps something, it
 * had ended when the charter was entered.
 */
export function fullRefundUntil(
  charter: Pick<Charter, 'cancellationTiers' | 'startAt' | 'createdAt'>,
): Instant | undefined {
  const tiers = [...charter.cancellationTiers].sort((a, b) => b.hoursBefore - a.hoursBefore);
  if (tiers.length === 0) return undefined;
  const keeping = tiers.findIndex((tier) => tier.retainBps > 0);
  const last = keeping < 0 ? tiers.at(-1) : tiers[keeping - 1];
  return last === undefined ? charter.createdAt : plusMinutes(charter.startAt, -last.hoursBefore * 60);
}

/**
 * Guest money stops being refundable: what stands on 2100 moves to 2105, whatever came in by then. Nothing to write while
 * the guest may cancel for a full refund, once the trip is over or called off, or when all of it has moved already.
 */
export function refundCutoffPassed(
  file: CharterBooks,
  at: Instant,
  on: LocalDate,
  context: PostingContext,
): JournalEntry | undefined {
  const { charter } = file;
  const until = fullRefundUntil(charter);
  const refundableCents = -balanceOf(file, '2100');
  if (until === undefined || at <= until || refundableCents === 0 || !AHEAD.has(charter.lifecycle)) return undefined;
  const draft = {
    id: entryId(charter.id, 'cutoff', on),
    template: 'refund_cutoff_passed' as const,
    businessOn: on,
    memo: `no full refund any more: ${charter.title}`,
    lines: [debit('2100', refundableCents), credit('2105', refundableCents)],
    tallies: [],
  };
  return charterEntry(file, draft, context);
}

/** The states in which the guest could still cancel, or is just sailing. */
const AHEAD: ReadonlySet<Charter['lifecycle']> = new Set([
  'booked',
  'confirmed',
  'boarding',
  'underway',
  'returned',
  'weather_hold',
]);
