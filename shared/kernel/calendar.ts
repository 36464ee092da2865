import { Temporal } from 'temporal-polyfill';

/** A calendar day, YYYY-MM-DD, in whatever zone its owner names. Compares as text. */
export type LocalDate = string & { readonly __unit: 'day' };
/** A calendar month, YYYY-MM. Compares as text. */
export type Month = string & { readonly __unit: 'month' };
/** A point in time, ISO 8601 in UTC with milliseconds: 2026-11-21T20:00:00.000Z. Compares as text. */
export type Instant = string & { readonly __unit: 'instant' };
/** An IANA time zone name. */
export type Zone = string & { readonly __unit: 'zone' };

const DAY = /^(20\d\d|2100)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^(20\d\d|2100)-(0[1-9]|1[0-2])$/;
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const LOCAL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether text is a real day of the years 2000–2100 (2026-02-30 is not). */
export function isLocalDate(text: string): text is LocalDate {
  if (!DAY.test(text)) return false;
  return Number(text.slice(8)) <= daysInMonth(text.slice(0, 7) as Month);
}

/** Whether text is a month of the years 2000–2100. */
export function isMonth(text: string): text is Month {
  return MONTH.test(text);
}

/** Whether text is a point in time with an explicit offset, on a day that exists, in the years 2000–2100 of UTC. */
export function isInstant(text: string): text is Instant {
  if (!INSTANT.test(text) || !isLocalDate(text.slice(0, 10))) return false;
  const at = Date.parse(text);
  return !Number.isNaN(at) && isLocalDate(new Date(at).toISOString().slice(0, 10));
}

/** Whether text is a wall-clock time, HH:MM. */
export function isLocalTime(text: string): boolean {
  return LOCAL_TIME.test(text);
}

let zones: ReadonlySet<string> | undefined;

/** Whether this runtime knows the time zone. */
export function isZone(text: string): text is Zone {
  try {
    // The list is at hand at once; a format, which also knows the older names, takes ten milliseconds the first time.
    zones ??= new Set(Intl.supportedValuesOf('timeZone'));
    if (zones.has(text)) return true;
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return text.includes('/') || text === 'UTC';
  } catch {
    return false;
  }
}

/** @throws RangeError unless the text is a real day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** @throws RangeError unless the text is a month. */
export function month(text: string): Month {
  if (!isMonth(text)) throw new RangeError(`not a month: ${text}`);
  return text;
}

/** The instant in its one spelling, UTC with milliseconds. @throws RangeError unless the text is a point in time. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new RangeError(`not a point in time: ${text}`);
  return new Date(text).toISOString() as Instant;
}

/** The instant a millisecond clock shows. */
export function instantOfMs(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant;
}

/** Milliseconds since 1970 of an instant. */
export function epochMs(at: Instant): number {
  return Date.parse(at);
}

/** The instant so many milliseconds later. */
export function plusMs(at: Instant, ms: number): Instant {
  return instantOfMs(epochMs(at) + ms);
}

/** The instant so many minutes later; minutes may be negative. */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return plusMs(at, minutes * 60_000);
}

/** Whole minutes from one instant to another, halves away from zero; negative when the second comes first. */
export function minutesBetween(from: Instant, to: Instant): number {
  const minutes = (epochMs(to) - epochMs(from)) / 60_000;
  return Math.sign(minutes) * Math.round(Math.abs(minutes)) || 0;
}

/** The calendar day it is in a zone at an instant: 2026-10-01T05:30Z is 2026-09-30 in Los Angeles. */
export function dayIn(zone: Zone, at: Instant): LocalDate {
  return zoned(zone, at).toPlainDate().toString() as LocalDate;
}

/** The wall-clock time in a zone at an instant, HH:MM. */
export function timeIn(zone: Zone, at: Instant): string {
  return zoned(zone, at).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * The instant of a wall-clock time in a zone. A time skipped in spring moves forward by the gap; a time that
 * happens twice in autumn means the first.
 */
export function instantIn(zone: Zone, day: LocalDate, time: string): Instant {
  const at = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return instantOfMs(at.epochMilliseconds);
}

/** The day so many days later; days may be negative. */
export function plusDays(day: LocalDate, days: number): LocalDate {
  const at = Number(day.slice(8)) + days;
  if (at >= 1 && at <= 28 && Number.isInteger(at)) return `${day.slice(0, 8)}${TWO_DIGITS[at]}` as LocalDate; // every month has as many
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10) as LocalDate;
}

/** Calendar days from one day to another; negative when the second comes first. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * A day as days since 1970-01-01, counted in the proleptic Gregorian calendar with years that begin in March, so that the
 * leap day is their last (H. Richards, Explanatory Supplement to the Astronomical Almanac, 3rd ed., 15.11).
 */
function dayNumber(day: LocalDate): number {
  const month = Number(day.slice(5, 7));
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8)) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + ofYear - 719_468;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(day: LocalDate): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

export function monthOf(day: LocalDate): Month {
  return day.slice(0, 7) as Month;
}

/** The month so many months later; months may be negative. */
export function plusMonths(of: Month, months: number): Month {
  const index = Number(of.slice(0, 4)) * 12 + Number(of.slice(5)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${TWO_DIGITS[(index % 12) + 1]}` as Month;
}

export function firstDay(of: Month): LocalDate {
  return `${of}-01` as LocalDate;
}

export function lastDay(of: Month): LocalDate {
  return `${of}-${TWO_DIGITS[daysInMonth(of)]}` as LocalDate;
}

export function daysInMonth(of: Month): number {
  return new Date(Date.UTC(Number(of.slice(0, 4)), Number(of.slice(5)), 0)).getUTCDate();
}

/** The months from one to another, both included, earliest first; empty when the second comes first. */
export function monthsThrough(from: Month, through: Month): Month[] {
  const months: Month[] = [];
  for (let at = from; at <= through; at = plusMonths(at, 1)) months.push(at);
  return months;
}

/** Days and months as dates write them. */
const TWO_DIGITS: readonly string[] = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

function zoned(zone: Zone, at: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(epochMs(at)).toZonedDateTimeISO(zone);
}
