import type { LocalDate, Month } from './calendar.ts';
import { daysInMonth, firstDay, plusDays, weekday } from './calendar.ts';

/**
 * Federal holidays as observed in a year: 5 U.S.C. § 6103 with the Saturday-to-Friday and Sunday-to-Monday rule.
 * New Year's Day of the following year is included when it is observed on December 31.
 */
export function federalHolidays(year: number): ReadonlySet<LocalDate> {
  const days = [
    observed(date(year, 1, 1)),
    nthWeekday(year, 1, 1, 3), // Birthday of Martin Luther King, Jr.
    nthWeekday(year, 2, 1, 3), // Washington's Birthday
    lastWeekday(year, 5, 1), // Memorial Day
    observed(date(year, 6, 19)), // Juneteenth, since 2021 (Pub. L. 117-17)
    observed(date(year, 7, 4)),
    nthWeekday(year, 9, 1, 1), // Labor Day
    nthWeekday(year, 10, 1, 2), // Columbus Day
    observed(date(year, 11, 11)), // Veterans Day
    nthWeekday(year, 11, 4, 4), // Thanksgiving Day
    observed(date(year, 12, 25)),
    observed(date(year + 1, 1, 1)),
  ];
  return new Set(days.filter((day) => day.startsWith(`${year}-`) && (year >= 2021 || !day.includes('-06-'))));
}

/** Whether a day is Monday to Friday, no federal holiday and none of the company's own blackout days. */
export function isBusinessDay(day: LocalDate, blackout: ReadonlySet<LocalDate> = new Set()): boolean {
  return weekday(day) <= 5 && !federalHolidays(Number(day.slice(0, 4))).has(day) && !blackout.has(day);
}

/** The day itself when it is a business day, else the next one. */
export function onOrAfterBusinessDay(day: LocalDate, blackout?: ReadonlySet<LocalDate>): LocalDate {
  let at = day;
  while (!isBusinessDay(at, blackout)) at = plusDays(at, 1);
  return at;
}

export function firstBusinessDay(of: Month, blackout?: ReadonlySet<LocalDate>): LocalDate {
  return onOrAfterBusinessDay(firstDay(of), blackout);
}

function date(year: number, month: number, day: number): LocalDate {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as LocalDate;
}

function observed(day: LocalDate): LocalDate {
  const at = weekday(day);
  return at === 6 ? plusDays(day, -1) : at === 7 ? plusDays(day, 1) : day;
}

function nthWeekday(year: number, month: number, wanted: number, nth: number): LocalDate {
  const first = date(year, month, 1);
  return plusDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
}

function lastWeekday(year: number, month: number, wanted: number): LocalDate {
  const first = date(year, month, 1);
  const last = plusDays(first, daysInMonth(first.slice(0, 7) as Month) - 1);
  return plusDays(last, -((weekday(last) - wanted + 7) % 7));
}
