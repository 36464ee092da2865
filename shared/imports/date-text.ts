import type { LocalDate } from '../kernel/calendar.ts';
import { isLocalDate } from '../kernel/calendar.ts';
import type { DateOrder } from './cell-reading.ts';

/** What a written day consists of, before it is decided which number is the day. */
export interface WrittenDay {
  readonly year: number;
  /** Month and day where the writing itself says which is which; else the two numbers in the order they stand. */
  readonly said: 'year-first' | 'by-name' | 'two-numbers';
  readonly first: number;
  readonly second: number;
  /** Whether two figures stand for the year: then the first number could be one too. */
  readonly shortYear?: true;
  /** HH:MM:SS where a time of day stands behind it, and the distance to UTC where that is said too: Z or +02:00. */
  readonly time?: string;
  readonly offset?: string;
}

/** The parts of a written day, or nothing when the text is none. Two figures for a year mean this century. */
export function writtenDay(text: string): WrittenDay | undefined {
  if (text.length > LONGEST) return undefined;
  const match = WITH_TIME.exec(text.trim());
  const time = match?.groups?.['hour'] === undefined ? undefined : timeOf(match.groups);
  if (match === null || time === 'none') return undefined;
  const day = YEAR_FIRST.exec(match.groups?.['day'] ?? '') ?? COMPACT.exec(match.groups?.['day'] ?? '');
  const parts =
    day !== null ? yearFirst(day) : (namedDay(match.groups?.['day'] ?? '') ?? twoNumbers(match.groups?.['day'] ?? ''));
  return parts && { ...parts, ...time };
}

/** The day that is meant; nothing when nobody has said whether month or day comes first and it matters. */
export function dayWritten(
  written: WrittenDay,
  order: DateOrder | undefined,
): LocalDate | 'ambiguous' | 'no-such-day' | 'out-of-range' {
  const { year, said, first, second } = written;
  const evidence = orderEvidence(written);
  if (order === undefined && evidence === 'either') return 'ambiguous';
  const dayFirst = said === 'two-numbers' && (order ?? evidence) === 'day-first';
  const [month, day] = dayFirst ? [second, first] : [first, second];
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  if (isLocalDate(text)) return text;
  return isLocalDate(`2000${text.slice(4)}`) && (year < 2000 || year > 2100) ? 'out-of-range' : 'no-such-day';
}

/** Which order of day and month a written day allows; silent where there is one reading or none. */
export function orderEvidence({ said, first, second, shortYear, year }: WrittenDay): DateOrder | 'either' | 'silent' {
  if (said !== 'two-numbers') return 'silent';
  const monthFirst = first <= 12 && second <= 31;
  const dayFirst = second <= 12 && first <= 31;
  const yearFirst = shortYear === true && second <= 12 && year - 2000 >= 1 && year - 2000 <= 31;
  if (monthFirst && !dayFirst) return 'month-first';
  if (yearFirst) return 'either';
  if (monthFirst && dayFirst) return first === second ? 'silent' : 'either';
  return dayFirst ? 'day-first' : 'silent';
}

type Parts = Pick<WrittenDay, 'year' | 'said' | 'first' | 'second' | 'shortYear'>;

function yearFirst([, year, month, day]: RegExpExecArray): Parts {
  return { year: Number(year), said: 'year-first', first: Number(month), second: Number(day) };
}

function twoNumbers(text: string): Parts | undefined {
  const match = NUMBERS.exec(text);
  if (match === null) return undefined;
  const [, first, , second, year = ''] = match;
  const parts = { year: fullYear(year), said: 'two-numbers', first: Number(first), second: Number(second) } as const;
  return year.length === 2 ? { ...parts, shortYear: true } : parts;
}

function namedDay(text: string): Parts | undefined {
  const match = DAY_MONTH.exec(text) ?? MONTH_DAY.exec(text);
  const { day, month, year } = match?.groups ?? {};
  const index = monthNumber(month ?? '');
  return index === undefined ? undefined : { year: fullYear(year), said: 'by-name', first: index, second: Number(day) };
}

/** 1 to 12 for the English name of a month or its first three letters. */
export function monthNumber(name: string): number | undefined {
  const wanted = name.toLowerCase().replace('.', '');
  const short = wanted === 'sept' ? 'sep' : wanted;
  const index = MONTHS.findIndex((month) => month === short || (short.length === 3 && month.startsWith(short)));
  return index < 0 ? undefined : index + 1;
}

function fullYear(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function timeOf(groups: Readonly<Record<string, string | undefined>>): Pick<WrittenDay, 'time' | 'offset'> | 'none' {
  const { hour = '', minute = '', second = '00', half, offset } = groups;
  const given = Number(hour);
  if (half !== undefined && (given < 1 || given > 12)) return 'none';
  const hours = half === undefined ? given : (given % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return 'none';
  const time = `${two(hours)}:${minute}:${second}`;
  return offset === undefined ? { time } : { time, offset: offsetText(offset) };
}

function offsetText(offset: string): string {
  if (/^(z|utc|gmt)$/i.test(offset)) return 'Z';
  return `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const LONGEST = 60;
const WITH_TIME =
  /^(?<day>\S.*?)(?:(?:[T,]\s?|,?\s)\s?(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d{1,9})?)?\s?(?<half>[ap]\.?m\.?)?\s?(?<offset>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$/i;
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const COMPACT = /^(\d{4})(\d\d)(\d\d)$/;
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)$/;
const WEEKDAY = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s)?';
const NAME = '(?<month>[a-z]{3,9}\\.?)';
const YEAR = "(?:'?(?<year>\\d{4}|\\d\\d))";
const DAY_MONTH = new RegExp(`^${WEEKDAY}(?<day>\\d{1,2})(?:st|nd|rd|th)?[-/\\s.]\\s?${NAME}[-/\\s,]\\s?${YEAR}$`, 'i');
const MONTH_DAY = new RegExp(
  `^${WEEKDAY}${NAME}[-/\\s]\\s?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?:,\\s?|[-/\\s])${YEAR}$`,
  'i',
);
