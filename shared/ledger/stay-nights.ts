import type { LocalDate, Month } from '../kernel/calendar.ts';
import { daysBetween, firstDay, monthOf, plusDays, plusMonths } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import { allocated, cents } from '../kernel/money.ts';

/** Some nights, told by the first and by the day after the last. */
export interface NightSpan {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** A night of a stay: what it brings and what the platform keeps of that. */
export interface StayNight {
  readonly night: LocalDate;
  readonly cents: Cents;
  readonly feeCents: Cents;
}

/** A stay as far as its nights are concerned. */
export interface PricedStay {
  readonly checkIn: LocalDate;
  readonly checkOut: LocalDate;
  readonly totalCents: number;
  readonly platformFeeCents: number;
}

/** The nights of a stay with its total and fee spread over them to the cent, odd cents on the first. Nights are days of the calendar: a day of 23 or 25 hours is one. */
export function nightsOfStay(stay: PricedStay): readonly StayNight[] {
  const nights = daysBetween(stay.checkIn, stay.checkOut);
  const weights = Array.from({ length: nights }, () => 1);
  const fees = allocated(cents(stay.platformFeeCents), weights);
  return allocated(cents(stay.totalCents), weights).map((amount, i) => ({
    night: plusDays(stay.checkIn, i),
    cents: amount,
    feeCents: fees[i]!, // as many fees as nights
  }));
}

/** The nights of a span that lie in another; zero when they do not meet. */
export function nightsWithin(span: NightSpan, within: NightSpan): number {
  const from = span.from > within.from ? span.from : within.from;
  const until = span.until < within.until ? span.until : within.until;
  return Math.max(0, daysBetween(from, until));
}

/** The nights of some spans that lie in another, each night once however many spans it lies in. */
export function nightsTogether(spans: readonly NightSpan[], within: NightSpan): number {
  let counted = within.from;
  let nights = 0;
  for (const { from, until } of [...spans].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    nights += nightsWithin({ from, until }, { from: counted, until: within.until });
    if (until > counted) counted = until;
  }
  return nights;
}

/** The nights of a month. */
export function monthSpan(month: Month): NightSpan {
  return { from: firstDay(month), until: firstDay(plusMonths(month, 1)) };
}

/** The parts of a stay by month, each as one record of nights tells it. */
export function stayMonths(stay: PricedStay): readonly NightSpan[] {
  const parts: NightSpan[] = [];
  for (let from = stay.checkIn; from < stay.checkOut; ) {
    const next = firstDay(plusMonths(monthOf(from), 1));
    const until = next < stay.checkOut ? next : stay.checkOut;
    parts.push({ from, until });
    from = until;
  }
  return parts;
}
