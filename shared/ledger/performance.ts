import type { LocalDate } from '../kernel/calendar.ts';
import { monthOf, plusMinutes } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { JournalEntry, Tally } from '../records/journal.ts';
import type { PriceTotals } from '../records/pricing.ts';
import { priceTotals } from '../records/pricing.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, heldOn, releasedLines } from './charter-entry.ts';
import { tally } from './charter-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, problemIf } from './entry.ts';

/** A departure this much after its planned time is still on time. */
const ON_TIME_GRACE_MIN = 10;

/**
 * All are ashore: what the guest paid in advance becomes revenue and tax; what is missing, the guest owes. A payment
 * beyond the price stays with the deposits until it is given back.
 */
export function charterPerformed(file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const { charter } = file;
  const totals = priceTotals(charter.priceLines);
  return entryUnless(performanceProblems(charter, totals), () => {
    const paidCents = Math.min(heldOn(file), totals.totalCents);
    const draft = {
      ...performanceDraft(charter),
      template: 'charter_performed' as const,
      lines: [...releasedLines(file, paidCents), debit('1110', totals.totalCents - paidCents), ...revenueLines(totals)],
    };
    return charterEntry(file, draft, context);
  });
}

/** What keeps a charter's performance from being posted. */
export function performanceProblems(charter: Charter, totals: PriceTotals): readonly Problem[] {
  return [
    ...problemIf(charter.performedOn === undefined, 'performedOn', 'the day all were ashore is not recorded'),
    ...problemIf(totals.totalCents < 0, 'priceLines', 'the discounts are more than the price'),
  ];
}

/** What every performance entry says, whoever collected the money. */
export function performanceDraft(charter: Charter) {
  const businessOn = charter.performedOn!; // performanceProblems has refused a charter without it
  return {
    id: entryId(charter.id, 'performed', charter.completionSeq),
    businessOn,
    memo: `performed: ${charter.title}`,
    tallies: performanceTallies(charter, businessOn),
  };
}

/** The price by what each part is: trip less discount, add-ons, service charge, and the tax we hold for the state. */
export function revenueLines(totals: PriceTotals) {
  return [
    credit('4010', totals.charterCents),
    credit('4020', totals.addonCents),
    credit('4030', totals.serviceChargeCents),
    credit('2200', totals.taxCents),
  ];
}

function performanceTallies(charter: Charter, on: LocalDate): Tally[] {
  const month = monthOf(on);
  const castOff = charter.milestones.find((milestone) => milestone.name === 'cast_off');
  const isTimed = castOff?.actualAt !== undefined;
  const isOnTime = isTimed && castOff.actualAt <= plusMinutes(castOff.plannedAt, ON_TIME_GRACE_MIN);
  return [
    tally(month, 'operations', 'performed', 1),
    tally(month, 'operations', 'pax', charter.paxAboard ?? charter.paxExpected),
    tally(month, 'operations', 'timed-departures', isTimed ? 1 : 0),
    tally(month, 'operations', 'on-time-departures', isOnTime ? 1 : 0),
    tally(month, 'channels', `${charter.channelId}.performed`, 1),
  ];
}
