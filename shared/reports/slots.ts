import { isBusinessDay, onOrAfterBusinessDay } from '../kernel/business-days.ts';
import type { Instant, LocalDate, Zone } from '../kernel/calendar.ts';
import { dayIn, firstDay, instantIn, monthOf, plusDays, plusMonths, weekday } from '../kernel/calendar.ts';
import type { Period } from '../kernel/period.ts';
import { monthPeriod } from '../kernel/period.ts';
import type { Rhythm } from './run.ts';

/** The wall-clock time at which scheduled reports fall due: never in the hours that daylight saving skips or repeats. */
export const DUE_TIME = '08:00';

/** What makes a day a business day: the zone days are counted in, and the days the company keeps closed. */
export interface BusinessCalendar {
  readonly zone: Zone;
  readonly closedDays: ReadonlySet<LocalDate>;
}

/** One moment at which scheduled reports fall due. */
export interface Slot {
  readonly rhythm: Rhythm;
  /** The key of its run: monthly.2026-12, weekly.2026-11-23 (the Monday), daily.2026-11-23. The same slot, the same key. */
  readonly key: string;
  readonly dueOn: LocalDate;
  readonly dueAt: Instant;
  /** The month just closed, for monthly reports; the others cover the month up to the day they are made. */
  readonly period?: Period;
}

/**
 * The last slot that had fallen due by an instant. Monthly: the first business day of a month; weekly: Monday, or the
 * first business day after it in the same week; daily: every business day. Each at 08:00 local time.
 */
export function lastSlot(rhythm: Rhythm, now: Instant, calendar: BusinessCalendar): Slot {
  return walked(rhythm, dayIn(calendar.zone, now), -1, calendar, (slot) => slot.dueAt <= now);
}

/** The first slot that falls due after an instant. */
export function nextSlot(rhythm: Rhythm, now: Instant, calendar: BusinessCalendar): Slot {
  const last = lastSlot(rhythm, now, calendar);
  return walked(rhythm, spanStart(rhythm, last), 1, calendar, (slot) => slot.dueAt > now);
}

/** Every slot that fell due from one instant up to and including another, earliest first. */
export function slotsBetween(rhythm: Rhythm, from: Instant, until: Instant, calendar: BusinessCalendar): Slot[] {
  const slots: Slot[] = [];
  let slot = lastSlot(rhythm, until, calendar);
  while (slot.dueAt >= from) {
    slots.unshift(slot);
    slot = walked(rhythm, before(rhythm, spanStart(rhythm, slot)), -1, calendar, () => true);
  }
  return slots;
}

/** Walks spans (months, weeks, days) from the one a day lies in until a slot is found that fits. */
function walked(
  rhythm: Rhythm,
  day: LocalDate,
  direction: 1 | -1,
  calendar: BusinessCalendar,
  fits: (slot: Slot) => boolean,
): Slot {
  for (let at = startOf(rhythm, day); ; at = direction > 0 ? after(rhythm, at) : before(rhythm, at)) {
    const slot = slotOf(rhythm, at, calendar);
    if (slot !== undefined && fits(slot)) return slot;
  }
}

/** The slot of the span that starts on a day; a week or a day without a business day has none. */
function slotOf(rhythm: Rhythm, start: LocalDate, { zone, closedDays }: BusinessCalendar): Slot | undefined {
  const at = (dueOn: LocalDate, name: string): Slot => ({
    rhythm,
    key: `${rhythm}.${name}`,
    dueOn,
    dueAt: instantIn(zone, dueOn, DUE_TIME),
  });
  switch (rhythm) {
    case 'monthly': {
      const month = monthOf(start);
      return { ...at(onOrAfterBusinessDay(start, closedDays), month), period: monthPeriod(plusMonths(month, -1)) };
    }
    case 'weekly': {
      const dueOn = onOrAfterBusinessDay(start, closedDays);
      return dueOn < plusDays(start, 7) ? at(dueOn, start) : undefined;
    }
    case 'daily':
      return isBusinessDay(start, closedDays) ? at(start, start) : undefined;
  }
}

/** The first day of the month or week a slot belongs to, read from its key; the day itself for a daily one. */
function spanStart(rhythm: Rhythm, { key }: Slot): LocalDate {
  const name = key.slice(rhythm.length + 1);
  return (rhythm === 'monthly' ? `${name}-01` : name) as LocalDate;
}

function startOf(rhythm: Rhythm, day: LocalDate): LocalDate {
  switch (rhythm) {
    case 'monthly':
      return firstDay(monthOf(day));
    case 'weekly':
      return plusDays(day, 1 - weekday(day));
    case 'daily':
      return day;
  }
}

function after(rhythm: Rhythm, start: LocalDate): LocalDate {
  return moved(rhythm, start, 1);
}

function before(rhythm: Rhythm, start: LocalDate): LocalDate {
  return moved(rhythm, start, -1);
}

function moved(rhythm: Rhythm, start: LocalDate, spans: number): LocalDate {
  if (rhythm === 'monthly') return firstDay(plusMonths(monthOf(start), spans));
  return plusDays(start, rhythm === 'weekly' ? 7 * spans : spans);
}
