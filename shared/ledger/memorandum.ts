import { monthOf } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry } from '../records/journal.ts';
import { priceTotals } from '../records/pricing.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { entryId, journalEntry, unpostable } from './entry.ts';

/**
 * A charter was booked: no money has moved, the month just counts it and its price without tax. A charter that costs
 * nothing counts as booked-free as well, so that an average price can leave it out. A booking that moved here from another
 * day has been counted: only what it now costs more, or less, is added.
 */
export function charterBooked(
  charter: Charter,
  known: { readonly isNew: boolean; readonly movedFrom?: Charter },
  context: PostingContext,
): Result<JournalEntry> {
  const { bookedOn, channelId } = charter;
  if (bookedOn === undefined) {
    return unpostable([{ field: 'bookedOn', message: 'the day it was booked is not recorded' }]);
  }
  const month = monthOf(bookedOn);
  const before = known.movedFrom?.bookedOn === undefined ? undefined : known.movedFrom;
  const counts = countsOf(charter);
  const counted = before === undefined ? { booked: 0, value: 0, free: 0 } : countsOf(before);
  const booked = counts.booked - counted.booked;
  const value = counts.value - counted.value;
  const free = counts.free - counted.free;
  const draft = {
    id: entryId(charter.id, 'booked'),
    entityId: charter.entityId,
    template: 'charter_booked' as const,
    businessOn: bookedOn,
    memo: `booked: ${charter.title}`,
    refs: { charterId: charter.id, channelId },
    lines: [],
    tallies: [
      tally(month, 'operations', 'booked', booked),
      tally(month, 'operations', 'booked-value', value),
      tally(month, 'operations', 'booked-free', free),
      tally(month, 'channels', `${channelId}.booked`, booked),
      tally(month, 'channels', `${channelId}.booked-value`, value),
      tally(month, 'channels', `${channelId}.booked-free`, free),
      tally(month, 'channels', `${channelId}.new-customers`, known.isNew ? 1 : 0),
    ],
  };
  return ok(journalEntry(draft, context));
}

/** What one booking counts for: itself, its price without tax, and whether it is given away. */
function countsOf({ priceLines }: Charter): { readonly booked: number; readonly value: number; readonly free: number } {
  const value = priceTotals(priceLines).netCents;
  return { booked: 1, value, free: value === 0 ? 1 : 0 };
}
