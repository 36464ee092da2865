import type { LocalDate, Month } from './calendar.ts';
import { daysBetween, firstDay, monthOf, monthsThrough, plusDays, plusMonths } from './calendar.ts';

/** Days from `from` up to but not including `until`. Never empty. */
export interface Period {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** @throws RangeError when the period would be empty. */
export function period(from: LocalDate, until: LocalDate): Period {
  if (until <= from) throw new RangeError(`empty period ${from} to ${until}`);
  return { from, until };
}

/** The whole of a month. */
export function monthPeriod(of: Month): Period {
  return { from: firstDay(of), until: firstDay(plusMonths(of, 1)) };
}

/** The month a day lies in, up to and including that day. */
export function monthToDate(today: LocalDate): Period {
  return { from: firstDay(monthOf(today)), until: plusDays(today, 1) };
}

/** Calendar days in the period. */
export function dayCount(of: Period): number {
  return daysBetween(of.from, of.until);
}

/** The last day that belongs to the period. */
export function lastDayOf(of: Period): LocalDate {
  return plusDays(of.until, -1);
}

export function contains(of: Period, day: LocalDate): boolean {
  return of.from <= day && day < of.until;
}

/** Every month the period touches, earliest first. */
export function monthsOf(of: Period): Month[] {
  return monthsThrough(monthOf(of.from), monthOf(lastDayOf(of)));
}

/** The period as one word for keys and file names: 2026-10, or 2026-11-01..2026-11-21. */
export function periodName(of: Period): string {
  const month = monthOf(of.from);
  const whole = monthPeriod(month);
  return of.from === whole.from && of.until === whole.until ? month : `${of.from}..${lastDayOf(of)}`;
}
