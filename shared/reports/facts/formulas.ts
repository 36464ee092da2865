import type { BasisPoints, Cents } from '../../kernel/money.ts';
import { basisPoints, cents, dividedRounded, ratio, shareOf } from '../../kernel/money.ts';

/** What one charter leaves: price after discount, less everything that sailing it costs. */
export function contributionMargin(of: {
  readonly charterCents: number;
  readonly addonCents: number;
  readonly discountCents: number;
  readonly commissionCents: number;
  readonly merchantFeeCents: number;
  readonly variableCents: number;
}): Cents {
  const earned = of.charterCents + of.addonCents - of.discountCents;
  return cents(earned - of.commissionCents - of.merchantFeeCents - of.variableCents);
}

/** Contribution per charter: the sum over the number, never an average of averages; nothing without a charter. */
export function averageContribution(contributionCents: number, charters: number): Cents | undefined {
  return charters > 0 ? cents(dividedRounded(contributionCents, charters)) : undefined;
}

/** Charters to sail in a month before it pays for itself, rounded up; nothing when no number of them would. */
export function breakEvenCharters(fixedCents: number, averageContributionCents: number): number | undefined {
  return averageContributionCents > 0 ? Math.ceil(fixedCents / averageContributionCents) : undefined;
}

/** Revenue a month needs before it pays for itself: fixed cost over contribution's share of revenue. */
export function breakEvenRevenue(
  fixedCents: number,
  contributionCents: number,
  revenueCents: number,
): Cents | undefined {
  if (contributionCents <= 0 || revenueCents <= 0) return undefined;
  const exact = BigInt(fixedCents) * BigInt(revenueCents);
  const whole = BigInt(contributionCents);
  return cents(Number((exact * 2n + whole) / (whole * 2n)));
}

/** Cash that running the business took out: operating outflow, of which tips and taxes passed on are no part. */
export function grossBurn(operatingOutCents: number, passThroughOutCents: number): Cents {
  return cents(operatingOutCents - passThroughOutCents);
}

/** Gross burn less what customers brought, of which tips and taxes held for others are no part. */
export function netBurn(grossBurnCents: number, customerInCents: number, passThroughInCents: number): Cents {
  return cents(grossBurnCents - (customerInCents - passThroughInCents));
}

/** Per month, halves away from zero. @throws RangeError without a month. */
export function perMonth(totalCents: number, months: number): Cents {
  return cents(dividedRounded(totalCents, months));
}

/** Tenths of a month the cash lasts, floored, never below zero; nothing while the business is not burning cash. */
export function runwayTenths(unrestrictedCents: number, monthlyNetBurnCents: number): number | undefined {
  if (monthlyNetBurnCents <= 0) return undefined;
  return Math.max(0, Math.floor((unrestrictedCents * 10) / monthlyNetBurnCents));
}

/** Value booked per booking that has a price; nothing without one. */
export function averageBookingValue(valueCents: number, bookings: number): Cents | undefined {
  return bookings > 0 ? cents(dividedRounded(valueCents, bookings)) : undefined;
}

/** Of the charters that came to an end, the share that was cancelled; nothing when none came to an end. */
export function cancellationRate(cancelled: number, resolved: number): BasisPoints | undefined {
  return ratio(cancelled, resolved);
}

/** Actual less target: negative when short. */
export function targetGap(actualCents: number, targetCents: number): Cents {
  return cents(actualCents - targetCents);
}

/** The part of a target that the elapsed days stand for. */
export function proratedTarget(targetCents: number, elapsedDays: number, days: number): Cents {
  return cents(dividedRounded(targetCents * elapsedDays, days));
}

/** Actual less the part of the target that the elapsed days stand for. */
export function gapToDate(actualCents: number, targetCents: number, elapsedDays: number, days: number): Cents {
  return cents(actualCents - proratedTarget(targetCents, elapsedDays, days));
}

/** The month at the pace so far; nothing before its fifth day, when a pace says little. */
export function runRate(monthToDateCents: number, elapsedDays: number, days: number): Cents | undefined {
  return elapsedDays < 5 ? undefined : cents(dividedRounded(monthToDateCents * days, elapsedDays));
}

/** The month's revenue so far and what is on the books for the rest of it, less the share usually cancelled. */
export function forecast(monthToDateCents: number, onBooksCents: number, cancellationBps: number): Cents {
  return cents(monthToDateCents + shareOf(cents(onBooksCents), basisPoints(10_000 - cancellationBps)));
}

/** The share the largest part has of the whole; nothing when the parts come to nothing. */
export function concentration(parts: readonly number[]): BasisPoints | undefined {
  const positive = parts.filter((part) => part > 0);
  return ratio(
    Math.max(0, ...positive),
    positive.reduce((a, b) => a + b, 0),
  );
}

/** An expected amount weighed by how likely it is, halves away from zero. */
export function weighted(expectedCents: number, probabilityBps: number): Cents {
  return shareOf(cents(expectedCents), basisPoints(probabilityBps));
}
