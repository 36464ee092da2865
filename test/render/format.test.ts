import { describe, expect, test } from 'vitest';
import type { Instant, LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { listed } from '../../shared/kernel/listed.ts';
import type { Cell } from '../../shared/reports/document/report-document.ts';
import {
  certaintyMark,
  formatCell,
  formatCount,
  formatShort,
  rawCell,
  rawUnit,
} from '../../shared/reports/render/format.ts';
import { formatInstant, formatPeriod, formatPeriodShort } from '../../shared/reports/render/format-days.ts';

const at = (value: string) => value as Instant;
const on = (value: string) => value as LocalDate;

describe('a cell is written one way for people and one way for programs', () => {
  const table: readonly [Cell, string, string, string][] = [
    [{ kind: 'cents', value: 123_456 }, '$1,234.56', '1234.56', 'USD'],
    [{ kind: 'cents', value: -123_456 }, '−$1,234.56', '-1234.56', 'USD'],
    [{ kind: 'cents', value: 0 }, '$0.00', '0.00', 'USD'],
    [{ kind: 'cents', value: 5 }, '$0.05', '0.05', 'USD'],
    [{ kind: 'cents', value: -5 }, '−$0.05', '-0.05', 'USD'],
    [{ kind: 'cents', value: 100_000_000_000 }, '$1,000,000,000.00', '1000000000.00', 'USD'],
    [{ kind: 'count', value: 0 }, '0', '0', 'count'],
    [{ kind: 'count', value: 999 }, '999', '999', 'count'],
    [{ kind: 'count', value: 1_000 }, '1,000', '1000', 'count'],
    [{ kind: 'count', value: -1_234_567 }, '−1,234,567', '-1234567', 'count'],
    [{ kind: 'share', value: 3548 }, '35.5 %', '3548', 'basis points'],
    [{ kind: 'share', value: 3545 }, '35.5 %', '3545', 'basis points'],
    [{ kind: 'share', value: 3544 }, '35.4 %', '3544', 'basis points'],
    [{ kind: 'share', value: -3545 }, '−35.5 %', '-3545', 'basis points'],
    [{ kind: 'share', value: 10_000 }, '100.0 %', '10000', 'basis points'],
    [{ kind: 'share', value: -4 }, '0.0 %', '-4', 'basis points'],
    [{ kind: 'share', value: 12_345_678 }, '123,456.8 %', '12345678', 'basis points'],
    [{ kind: 'months', value: 34 }, '3.4 months', '3.4', 'months'],
    [{ kind: 'months', value: 5 }, '0.5 months', '0.5', 'months'],
    [{ kind: 'months', value: -12 }, '−1.2 months', '-1.2', 'months'],
    [{ kind: 'days', value: 36 }, '36 days', '36', 'days'],
    [{ kind: 'days', value: 1 }, '1 day', '1', 'days'],
    [{ kind: 'days', value: 1_200 }, '1,200 days', '1200', 'days'],
    [{ kind: 'minutes', value: 80 }, '1 h 20 min', '80', 'minutes'],
    [{ kind: 'minutes', value: 60 }, '1 h', '60', 'minutes'],
    [{ kind: 'minutes', value: 0 }, '0 min', '0', 'minutes'],
    [{ kind: 'minutes', value: -95 }, '−1 h 35 min', '-95', 'minutes'],
    [{ kind: 'minutes', value: 2_879 }, '47 h 59 min', '2879', 'minutes'],
    [{ kind: 'minutes', value: 13_086 }, '9 days 2 h', '13086', 'minutes'],
    [{ kind: 'minutes', value: 90_000 }, '62 days 12 h', '90000', 'minutes'],
    [{ kind: 'day', value: on('2026-11-21') }, 'Sat, Nov 21, 2026', '2026-11-21', 'day'],
    [{ kind: 'day', value: on('2027-01-04') }, 'Mon, Jan 4, 2027', '2027-01-04', 'day'],
    [
      { kind: 'instant', value: at('2026-11-21T20:00:00.000Z'), zone: 'America/Los_Angeles' },
      'Nov 21, 2026, 12:00 PM PST',
      '2026-11-21T20:00:00.000Z',
      'instant',
    ],
    [{ kind: 'text', value: 'JADA' }, 'JADA', 'JADA', 'text'],
    [{ kind: 'unknown', missing: ['equity holding'] }, 'unknown — record equity holding to see this', '', ''],
    [{ kind: 'unknown', missing: ['a', 'b', 'c'] }, 'unknown — record a, b and c to see this', '', ''],
  ];
  test.each(table)('%o is %s, and %s %s to a program', (cell, text, raw, unit) => {
    expect(formatCell(cell)).toBe(text);
    expect(rawCell(cell)).toBe(raw);
    expect(rawUnit(cell)).toBe(unit);
  });
});

test('an unknown is one word in a table', () => {
  expect(formatCell({ kind: 'unknown', missing: ['equity holding'] }, 'table')).toBe('unknown');
});

test('an instant is told on the clock of its zone, by the name the zone has that day', () => {
  expect(formatInstant(at('2026-07-01T06:59:00.000Z'), 'America/Los_Angeles')).toBe('Jun 30, 2026, 11:59 PM PDT');
  expect(formatInstant(at('2026-07-01T07:05:00.000Z'), 'America/Los_Angeles')).toBe('Jul 1, 2026, 12:05 AM PDT');
  expect(formatInstant(at('2026-11-01T08:30:00.000Z'), 'America/Los_Angeles')).toBe('Nov 1, 2026, 1:30 AM PDT');
  expect(formatInstant(at('2026-11-01T09:30:00.000Z'), 'America/Los_Angeles')).toBe('Nov 1, 2026, 1:30 AM PST');
  expect(formatInstant(at('2026-11-21T20:00:00.000Z'), 'UTC')).toBe('Nov 21, 2026, 8:00 PM UTC');
  expect(formatInstant(at('2026-11-21T20:00:00.000Z'), 'Not/AZone')).toBe('Nov 21, 2026, 8:00 PM UTC');
});

test.each([
  ['2026-10-01', '2026-11-01', 'October 2026'],
  ['2026-11-01', '2026-11-22', 'November 1–21, 2026'],
  ['2026-11-21', '2026-11-22', 'November 21, 2026'],
  ['2026-10-01', '2027-01-01', 'October–December 2026'],
  ['2026-01-01', '2027-01-01', '2026'],
  ['2026-12-01', '2027-03-01', 'December 2026 – February 2027'],
  ['2026-10-15', '2026-11-22', 'October 15 – November 21, 2026'],
  ['2026-12-15', '2027-01-15', 'December 15, 2026 – January 14, 2027'],
])('the period from %s until %s is %s', (from, until, text) => {
  expect(formatPeriod({ from: on(from), until: on(until) })).toBe(text);
});

test('only figures nobody measured are marked', () => {
  const cell: Cell = { kind: 'count', value: 3 };
  expect(certaintyMark({ cell, certainty: 'measured' })).toBe('');
  expect(certaintyMark({ cell, certainty: 'entered' })).toBe('(e)');
  expect(certaintyMark({ cell, certainty: 'estimated' })).toBe('(est.)');
  expect(certaintyMark({ cell, certainty: 'target' })).toBe('(t)');
  expect(certaintyMark({ cell })).toBe('');
});

test('names are listed as a sentence lists them', () => {
  expect(listed([])).toBe('');
  expect(listed(['a'])).toBe('a');
  expect(listed(['a', 'b'])).toBe('a and b');
  expect(formatCount(12)).toBe('12');
});

describe('where there is room for a word', () => {
  test.each<[Cell, string]>([
    [{ kind: 'cents', value: 0 }, '$0'],
    [{ kind: 'cents', value: 50 }, '$0.50'],
    [{ kind: 'cents', value: 64_049 }, '$640'],
    [{ kind: 'cents', value: 99_950 }, '$1K'],
    [{ kind: 'cents', value: 1_234_567 }, '$12.3K'],
    [{ kind: 'cents', value: -120_000_000 }, '−$1.2M'],
    [{ kind: 'cents', value: 99_999_999 }, '$1M'],
    [{ kind: 'cents', value: 9_007_199_254_740_991 }, '$90.1T'],
    [{ kind: 'count', value: 9_999 }, '9,999'],
    [{ kind: 'count', value: 12_345 }, '12.3K'],
    [{ kind: 'month', value: '2026-11' as Month }, 'Nov'],
    [{ kind: 'unknown', missing: ['fixed costs'] }, 'unknown'],
  ])('%j is %s', (cell, text) => {
    expect(formatShort(cell)).toBe(text);
  });
});

test('a period where there is little room', () => {
  const of = (from: string, until: string) => formatPeriodShort({ from: from as LocalDate, until: until as LocalDate });
  expect(of('2026-10-01', '2026-11-01')).toBe('Oct 2026');
  expect(of('2026-11-01', '2026-11-22')).toBe('Nov 1–21, 2026');
  expect(of('2026-05-01', '2026-08-01')).toBe('May–Jul 2026');
});
