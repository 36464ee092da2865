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
 * nothing counts as booked-free as well, so that an average price can leave it out.
 */
export function charterBooked(
  charter: Charter,
  customer: { readonly isNew: boolean },
  context: PostingContext,
): Result<JournalEntry> {
  const { bookedOn, channelId } = charter;
  if (bookedOn === undefined) {
    return unpostable([{ field: 'bookedOn', message: 'the day it was booked is not recorded' }]);
  }
  const month = monthOf(bookedOn);
  const valueCents = priceTotals(charter.priceLines).netCents;
  const draft = {
    id: entryId(charter.id, 'booked'),
    entityId: charter.entityId,
    template: 'charter_booked' as const,
    businessOn: bookedOn,
    memo: `booked: ${charter.title}`,
    refs: { charterId: charter.id, channelId },
    lines: [],
    tallies: [
      tally(month, 'operations', 'booked', 1),
      tally(month, 'operations', 'booked-value', valueCents),
      tally(month, 'operations', 'booked-free', valueCents === 0 ? 1 : 0),
      tally(month, 'channels', `${channelId}.booked`, 1),
      tally(month, 'channels', `${channelId}.booked-value`, valueCents),
      tally(month, 'channels', `${channelId}.booked-free`, valueCents === 0 ? 1 : 0),
      tally(month, 'channels', `${channelId}.new-customers`, customer.isNew ? 1 : 0),
    ],
  };
  return ok(journalEntry(draft, context));
}
