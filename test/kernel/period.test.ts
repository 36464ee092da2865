import { describe, expect, test } from 'vitest';
import { localDate, month } from '../../shared/kernel/calendar.ts';
import {
  contains,
  dayCount,
  lastDayOf,
  monthPeriod,
  monthsOf,
  monthToDate,
  period,
  periodName,
} from '../../shared/kernel/period.ts';

const of = (from: string, until: string) => period(localDate(from), localDate(until));

test.each([
  ['2026-11-01', '2026-11-01'],
  ['2026-11-02', '2026-11-01'],
])('from %s until %s is no period', (from, until) => expect(() => of(from, until)).toThrow(RangeError));

test('a month ends before the first of the next', () => {
  expect(monthPeriod(month('2026-12'))).toEqual({ from: '2026-12-01', until: '2027-01-01' });
});

describe('a month to date', () => {
  test.each([
    ['2026-11-01', '2026-11-02', 1],
    ['2026-11-21', '2026-11-22', 21],
    ['2026-11-30', '2026-12-01', 30],
    ['2024-02-29', '2024-03-01', 29],
    ['2026-12-31', '2027-01-01', 31],
  ])('on %s ends before %s and has %d days', (today, until, days) => {
    const toDate = monthToDate(localDate(today));
    expect(toDate).toEqual({ from: `${today.slice(0, 7)}-01`, until });
    expect(dayCount(toDate)).toBe(days);
    expect(lastDayOf(toDate)).toBe(today);
  });
});

test('a period holds its first day and not the day it ends before', () => {
  const november = monthPeriod(month('2026-11'));
  expect(
    ['2026-10-31', '2026-11-01', '2026-11-30', '2026-12-01'].map((day) => contains(november, localDate(day))),
  ).toEqual([false, true, true, false]);
});

test.each([
  ['2026-11-30', '2026-12-02', ['2026-11', '2026-12']],
  ['2026-11-30', '2026-12-01', ['2026-11']],
  ['2026-12-01', '2027-03-01', ['2026-12', '2027-01', '2027-02']],
])('the months touched from %s until %s are %j', (from, until, months) => {
  expect(monthsOf(of(from, until))).toEqual(months);
});

test.each([
  ['2026-10-01', '2026-11-01', '2026-10'],
  ['2026-11-01', '2026-11-22', '2026-11-01..2026-11-21'],
  ['2026-10-01', '2026-12-01', '2026-10-01..2026-11-30'],
  ['2026-10-02', '2026-11-01', '2026-10-02..2026-10-31'],
])('from %s until %s is called %s', (from, until, name) => expect(periodName(of(from, until))).toBe(name));
