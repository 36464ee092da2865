import type { Instant, LocalDate, Month, Zone } from '../../shared/kernel/calendar.ts';
import { firstDay, instantIn, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';

/** The day the sample is made for: everything in it is told from here. */
export interface SampleDay {
  readonly today: LocalDate;
  readonly now: Instant;
  readonly zone: Zone;
}

/** Who every record of the sample says it was made by. */
export const SAMPLE_AUTHOR = 'sample portfolio';
/** Full months of history before the month of the day itself. */
const HISTORY_MONTHS = 15;

/** The first month the sample's books know. */
export function firstMonth({ today }: SampleDay): Month {
  return plusMonths(monthOf(today), -HISTORY_MONTHS);
}

/** The first day of it: nothing in the sample happened earlier, old papers apart. */
export function openingDay(day: SampleDay): LocalDate {
  return firstDay(firstMonth(day));
}

/** A time of day in the sample's zone. */
export function timeOn(day: SampleDay, on: LocalDate, time: string): Instant {
  return instantIn(day.zone, on, time);
}

/** What every record carries beside its own fields, as of an instant; never later than now. */
export function stampAt(day: SampleDay, at: Instant, updatedAt: Instant = at) {
  return {
    createdAt: notAfterNow(day, at),
    createdBy: SAMPLE_AUTHOR,
    updatedAt: notAfterNow(day, updatedAt),
    version: 1,
    source: 'sample',
    schemaVersion: 1,
  } as const;
}

/** The same for a record of a business day: written down around noon. */
export function stampOn(day: SampleDay, on: LocalDate) {
  return stampAt(day, timeOn(day, on, '12:00'));
}

/** When an entry of a business day was written down: that evening, or now if that is still to come. */
export function postingOn(day: SampleDay, on: LocalDate): PostingContext {
  return { postedAt: notAfterNow(day, timeOn(day, on, '18:30')), postedBy: SAMPLE_AUTHOR };
}

function notAfterNow({ now }: SampleDay, at: Instant): Instant {
  return at < now ? at : now;
}
