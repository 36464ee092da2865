import { describe, expect, test } from 'vitest';
import {
  federalHolidays,
  firstBusinessDay,
  isBusinessDay,
  onOrAfterBusinessDay,
} from '../../shared/kernel/business-days.ts';
import { localDate, month, plusDays } from '../../shared/kernel/calendar.ts';

/** Federal holidays as the Office of Personnel Management lists them, on the days they are observed (opm.gov). */
const OPM: Readonly<Record<number, readonly string[]>> = {
  2026: [
    '2026-01-01', // Thursday
    '2026-01-19',
    '2026-02-16',
    '2026-05-25',
    '2026-06-19', // Friday
    '2026-07-03', // Friday, for Saturday July 4
    '2026-09-07',
    '2026-10-12',
    '2026-11-11', // Wednesday
    '2026-11-26',
    '2026-12-25', // Friday
  ],
  2027: [
    '2027-01-01', // Friday
    '2027-01-18',
    '2027-02-15',
    '2027-05-31',
    '2027-06-18', // Friday, for Saturday June 19
    '2027-07-05', // Monday, for Sunday July 4
    '2027-09-06',
    '2027-10-11',
    '2027-11-11', // Thursday
    '2027-11-25',
    '2027-12-24', // Friday, for Saturday December 25
    '2027-12-31', // Friday, for Saturday January 1, 2028
  ],
  2028: [
    '2028-01-17',
    '2028-02-21',
    '2028-05-29',
    '2028-06-19', // Monday
    '2028-07-04', // Tuesday
    '2028-09-04',
    '2028-10-09',
    '2028-11-10', // Friday, for Saturday November 11
    '2028-11-23',
    '2028-12-25', // Monday
  ],
};

/** The first business day of each month, January to December, read off a wall calendar. */
const FIRST: Readonly<Record<number, readonly number[]>> = {
  2026: [2, 2, 2, 1, 1, 1, 1, 3, 1, 1, 2, 1],
  2027: [4, 1, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1],
  2028: [3, 1, 1, 3, 1, 1, 3, 1, 1, 2, 1, 1],
  2029: [2, 1, 1, 2, 1, 1, 2, 1, 4, 1, 1, 3],
  2030: [2, 1, 1, 1, 1, 3, 1, 1, 3, 1, 1, 2],
};

test.each(Object.entries(OPM))('the federal holidays of %s are those of the official list', (year, days) => {
  expect([...federalHolidays(Number(year))].sort()).toEqual(days);
});

test('June 19 is a holiday from 2021 on', () => {
  expect(federalHolidays(2021).has(localDate('2021-06-18'))).toBe(true);
  expect([...federalHolidays(2020)].filter((day) => day.includes('-06-'))).toEqual([]);
});

describe('the first business day', () => {
  const months = Object.entries(FIRST).flatMap(([year, days]) =>
    days.map((day, i) => {
      const of = `${year}-${String(i + 1).padStart(2, '0')}`;
      return [of, `${of}-0${day}`] as const;
    }),
  );

  test('is known here for sixty months', () => expect(months).toHaveLength(60));

  test.each(months)('of %s is %s', (of, expected) => expect(firstBusinessDay(month(of))).toBe(expected));

  test.each([
    ['2027-01', '2027-01-04'], // New Year on a Friday
    ['2028-01', '2028-01-03'], // New Year on a Saturday, observed the Friday before
    ['2026-11', '2026-11-02'], // the month begins on a Sunday
    ['2029-09', '2029-09-04'], // a weekend, then Labor Day
  ])('of %s is %s, by the calendar on the wall', (of, expected) => {
    expect(firstBusinessDay(month(of))).toBe(expected);
  });

  test('skips the company’s own closed days', () => {
    const closed = new Set(['2026-12-01', '2026-12-02'].map(localDate));
    expect(firstBusinessDay(month('2026-12'), closed)).toBe('2026-12-03');
  });
});

test.each([
  ['2026-11-20', true], // Friday
  ['2026-11-21', false], // Saturday
  ['2026-11-22', false], // Sunday
  ['2026-11-26', false], // Thanksgiving Day
  ['2026-11-27', true], // the day after is none
  ['2027-12-31', false], // New Year 2028, observed
  ['2028-01-01', false], // a Saturday
  ['2026-07-03', false],
  ['2026-07-06', true],
])('%s is a business day: %s', (day, expected) => expect(isBusinessDay(localDate(day))).toBe(expected));

test('what falls due on a closed day falls due on the next open one, never earlier', () => {
  expect(onOrAfterBusinessDay(localDate('2026-11-20'))).toBe('2026-11-20');
  expect(onOrAfterBusinessDay(localDate('2026-11-21'))).toBe('2026-11-23');
  expect(onOrAfterBusinessDay(localDate('2027-12-31'))).toBe('2028-01-03');
  for (let i = 0, day = localDate('2026-01-01'); i < 1_096; i += 1, day = plusDays(day, 1)) {
    const due = onOrAfterBusinessDay(day);
    expect(due >= day && due <= plusDays(day, 4)).toBe(true);
    expect(isBusinessDay(due)).toBe(true);
  }
});
