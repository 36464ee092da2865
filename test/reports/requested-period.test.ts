import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { dayCount, monthPeriod } from '../../shared/kernel/period.ts';
import { requestedPeriod } from '../../shared/reports/requested-period.ts';

const ask = (from: string, until: string, today = '2026-11-21') =>
  requestedPeriod({ from: localDate(from), until: localDate(until) }, localDate(today));

test.each([
  ['2026-11-21', '2026-10-01', '2026-11-01'],
  ['2026-11-01', '2026-10-01', '2026-11-01'],
  ['2027-01-31', '2026-12-01', '2027-01-01'],
])('who names no period on %s is told of the last closed month', (today, from, until) => {
  expect(requestedPeriod(undefined, localDate(today))).toEqual({ ok: true, value: { from, until } });
});

describe('a period is taken that is', () => {
  test.each([
    ['one month that is over', '2026-10-01', '2026-11-01', '2026-11-21'],
    ['three months that are over', '2026-08-01', '2026-11-01', '2026-11-21'],
    ['months of two years', '2025-12-01', '2026-02-01', '2026-11-21'],
    ['the running month up to today', '2026-11-01', '2026-11-22', '2026-11-21'],
    ['the running month on its first day', '2026-11-01', '2026-11-02', '2026-11-01'],
    ['the running month on its last day', '2026-11-01', '2026-12-01', '2026-11-30'],
    ['February up to a leap day', '2028-02-01', '2028-03-01', '2028-02-29'],
    ['two years with a leap day', '2024-01-01', '2026-01-01', '2026-11-21'],
  ])('%s', (_what, from, until, today) => {
    expect(ask(from, until, today)).toEqual({ ok: true, value: { from, until } });
  });
});

describe('a period is refused, and the end that does not fit is named, when it', () => {
  test.each<[string, string, string, string, string[]]>([
    ['begins inside a month', '2026-10-02', '2026-11-01', '2026-11-21', ['period.from']],
    ['ends inside a month', '2026-09-01', '2026-10-15', '2026-11-21', ['period.until']],
    ['begins and ends inside months', '2026-09-02', '2026-10-15', '2026-11-21', ['period.from', 'period.until']],
    ['ends today rather than after it', '2026-11-01', '2026-11-21', '2026-11-21', ['period.until', 'period.until']],
    ['is a month that is not over', '2026-11-01', '2026-12-01', '2026-11-21', ['period.until']],
    ['ends after a month that is not over', '2026-10-01', '2026-12-01', '2026-11-30', ['period.until']],
    [
      'runs from an earlier month up to today',
      '2026-10-01',
      '2026-11-22',
      '2026-11-21',
      ['period.until', 'period.until'],
    ],
    ['lies ahead', '2027-01-01', '2027-02-01', '2026-11-21', ['period.until']],
    ['is empty', '2026-10-01', '2026-10-01', '2026-11-21', ['period']],
    ['ends before it begins', '2026-10-01', '2026-09-01', '2026-11-21', ['period']],
    ['is longer than two years', '2024-10-01', '2026-11-01', '2026-11-21', ['period']],
    ['is two years and a February', '2025-02-01', '2027-03-01', '2027-03-21', ['period']],
  ])('%s', (_what, from, until, today, fields) => {
    const result = ask(from, until, today);
    expect(result).toMatchObject({ ok: false, fault: { code: 'invalid' } });
    expect(result.ok ? [] : result.fault.problems.map((problem) => problem.field)).toEqual(fields);
  });
});

test('whatever is asked for, what is taken is whole months that are over or the running month to date', () => {
  const anyDay = fc.integer({ min: 0, max: 1_500 }).map((days) => plusDays(localDate('2024-01-01'), days));
  fc.assert(
    fc.property(anyDay, anyDay, anyDay, (from, until, today) => {
      const result = requestedPeriod({ from, until }, today);
      if (!result.ok) return;
      expect(from.endsWith('-01')).toBe(true);
      expect(from < until).toBe(true);
      expect(until <= plusDays(today, 1)).toBe(true);
      expect(until.endsWith('-01') || until === plusDays(today, 1)).toBe(true);
      expect(dayCount(result.value)).toBeLessThanOrEqual(731);
    }),
  );
});

test('every one of the last 24 months can be asked for, and none to come', () => {
  const today = localDate('2026-11-21');
  const [earliest, last] = ['2024-11', '2026-10'].map((text) => monthPeriod(text as never).from.slice(0, 7) as never);
  for (const of of monthsThrough(earliest as never, last as never)) {
    expect(requestedPeriod(monthPeriod(of), today)).toEqual({ ok: true, value: monthPeriod(of) });
  }
  for (const ahead of [1, 2, 14]) {
    expect(requestedPeriod(monthPeriod(plusMonths(last as never, ahead)), today).ok).toBe(false);
  }
});
