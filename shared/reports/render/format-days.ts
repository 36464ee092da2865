import type { Instant, LocalDate, Month, Zone } from '../../kernel/calendar.ts';
import { dayIn, epochMs, firstDay, isZone, lastDay, monthOf, timeIn, weekday } from '../../kernel/calendar.ts';
import { dayInWords, monthInWords } from '../../kernel/month-names.ts';
import type { Period } from '../../kernel/period.ts';
import { lastDayOf } from '../../kernel/period.ts';

/** Days, instants and periods in words; the part of format.ts that needs a calendar. */

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day with its weekday: Sat, Nov 21, 2026. */
export function formatDay(day: LocalDate): string {
  return `${WEEKDAYS[weekday(day) - 1]}, ${dayInWords(day)}`;
}

/** A month as a table names it: Nov 2026. */
export function formatMonth(month: Month): string {
  return monthInWords(month);
}

/** A month's name where the year stands elsewhere: Nov. */
export function formatMonthName(month: Month): string {
  return monthName(firstDay(month)).slice(0, 3);
}

/** The year a month belongs to: 2026. */
export function formatYear(month: Month): string {
  return year(firstDay(month));
}

/** An instant on the wall clock of a zone, with the zone's name that day: Nov 21, 2026, 12:00 PM PST. UTC when the zone is not one. */
export function formatInstant(at: Instant, zoneName: string): string {
  const { zone, names } = clockOf(zoneName);
  const name = names.formatToParts(epochMs(at)).find((part) => part.type === 'timeZoneName');
  return `${dayInWords(dayIn(zone, at))}, ${twelveHours(timeIn(zone, at))} ${name?.value ?? zone}`;
}

/** The time alone of an instant on the wall clock of a zone: 12:00 PM. */
export function formatTime(at: Instant, zoneName: string): string {
  return twelveHours(timeIn(clockOf(zoneName).zone, at));
}

/** A period as its reader says it: October 2026; November 1–21, 2026; October–December 2026; 2026. */
export function formatPeriod(of: Period): string {
  const first = of.from;
  const last = lastDayOf(of);
  if (first === last) return `${monthAndDay(first)}, ${year(first)}`;
  const wholeMonths = first.endsWith('-01') && last === lastDay(monthOf(last));
  return wholeMonths ? monthSpan(first, last) : daySpan(first, last);
}

/** The same where there is little room: Oct 2026; Nov 1–21, 2026. */
export function formatPeriodShort(of: Period): string {
  return formatPeriod(of).replace(/[A-Z][a-z]{3,}/g, (name) => name.slice(0, 3));
}

function monthSpan(first: LocalDate, last: LocalDate): string {
  if (monthOf(first) === monthOf(last)) return `${monthName(first)} ${year(first)}`;
  if (year(first) !== year(last)) return `${monthName(first)} ${year(first)} – ${monthName(last)} ${year(last)}`;
  if (first.endsWith('-01-01') && last.endsWith('-12-31')) return year(first);
  return `${monthName(first)}–${monthName(last)} ${year(first)}`;
}

function daySpan(first: LocalDate, last: LocalDate): string {
  if (monthOf(first) === monthOf(last)) return `${monthAndDay(first)}–${dayOfMonth(last)}, ${year(first)}`;
  if (year(first) === year(last)) return `${monthAndDay(first)} – ${monthAndDay(last)}, ${year(first)}`;
  return `${monthAndDay(first)}, ${year(first)} – ${monthAndDay(last)}, ${year(last)}`;
}

interface Clock {
  readonly zone: Zone;
  readonly names: Intl.DateTimeFormat;
}

/** Making a formatter costs more than a thousand uses of it; there are few zones, so each is made once. */
const clocks = new Map<string, Clock>();

function clockOf(zoneName: string): Clock {
  const held = clocks.get(zoneName);
  if (held !== undefined) return held;
  const zone = isZone(zoneName) ? zoneName : ('UTC' as Zone);
  const clock = { zone, names: new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' }) };
  if (zone === zoneName) clocks.set(zoneName, clock);
  return clock;
}

function twelveHours(time: string): string {
  const hour = Number(time.slice(0, 2));
  return `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}

function monthAndDay(day: LocalDate): string {
  return `${monthName(day)} ${dayOfMonth(day)}`;
}

function monthName(day: LocalDate): string {
  return MONTHS[Number(day.slice(5, 7)) - 1] ?? day;
}

function dayOfMonth(day: LocalDate): string {
  return String(Number(day.slice(8)));
}

function year(day: LocalDate): string {
  return day.slice(0, 4);
}
