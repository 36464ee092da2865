import type { LocalDate } from '../kernel/calendar.ts';
import { monthOf, plusDays } from '../kernel/calendar.ts';
import type { Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { JournalEntry, Tally } from '../records/journal.ts';
import type { Lead } from '../records/marketing.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { entryId, journalEntry } from './entry.ts';

/** A lead that books within so many days of asking counts as won by its month; a later booking is not its month's merit. */
export const WON_WITHIN_DAYS = 30;

/**
 * Somebody asked: counted in the month of the day they did, whatever comes of it, with what had already come of it when
 * it was written down.
 */
export function leadReceived(lead: Lead, context: PostingContext): Result<JournalEntry> {
  const draft = { ...aboutLead(lead), id: entryId(lead.id, 'lead'), template: 'lead_received' as const };
  return ok(journalEntry({ ...draft, businessOn: lead.askedOn, tallies: leadTallies(lead) }, context));
}

/**
 * What a change of a lead moves in the counts, always in the month it was asked: a quote, a win within thirty days,
 * either of them taken back, another channel or day. Nothing when no count moves. `on` is the day of the change.
 */
export function leadChanged(
  before: Lead,
  after: Lead,
  on: LocalDate,
  context: PostingContext,
): JournalEntry | undefined {
  const draft = {
    ...aboutLead(after),
    id: entryId(after.id, 'changed', after.version),
    template: 'lead_changed' as const,
    businessOn: on,
    tallies: [...takenBack(before), ...leadTallies(after)],
  };
  const entry = journalEntry(draft, context);
  return entry.tallies.length === 0 ? undefined : entry;
}

/** Nobody asked after all, or the lead was entered twice: everything it counted for is taken back, in the month it was asked. */
export function leadWithdrawn(lead: Lead, on: LocalDate, context: PostingContext): JournalEntry {
  const draft = {
    ...aboutLead(lead),
    id: entryId(lead.id, 'withdrawn', lead.version),
    template: 'lead_changed' as const,
    businessOn: on,
    tallies: takenBack(lead),
  };
  return journalEntry(draft, context);
}

function takenBack(lead: Lead): Tally[] {
  return leadTallies(lead).map((held) => tally(held.month as Tally['month'], held.group, held.name, -held.amount));
}

/** What a lead counts for as it stands: asked, quoted, won within thirty days, of its channel and of all. */
export function leadTallies(lead: Lead): Tally[] {
  const month = monthOf(lead.askedOn);
  const isWon = lead.wonOn !== undefined && lead.wonOn <= plusDays(lead.askedOn, WON_WITHIN_DAYS);
  const counts = { leads: 1, quoted: lead.quotedOn === undefined ? 0 : 1, won: isWon ? 1 : 0 };
  return Object.entries(counts).flatMap(([name, amount]) => [
    tally(month, 'operations', name, amount),
    tally(month, 'channels', `${lead.channelId}.${name}`, amount),
  ]);
}

function aboutLead(lead: Lead) {
  const refs = { recordId: lead.id, channelId: lead.channelId };
  return { entityId: lead.entityId, memo: `lead: ${lead.name}`, refs, lines: [] };
}
