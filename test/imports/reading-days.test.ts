import { describe, expect, it, test } from 'vitest';
import { day, moment, monthOfYear, utcMoment } from '../../shared/imports/reading-days.ts';
import type { Cell } from '../../shared/imports/sheet-row.ts';
import { aStyle, outcome } from './a-style.ts';

const monthFirst = aStyle({ dateOrder: 'month-first' });
const dayFirst = aStyle({ dateOrder: 'day-first' });

describe('a day', () => {
  test.each<[Cell]>([
    ['2026-11-12'],
    ['2026/11/12'],
    ['2026-11-12T09:30:00'],
    ['2026-11-12 23:59'],
    ['2026-11-12T23:30:00Z'],
    ['20261112'],
    ['12 Nov 2026'],
    ['12-Nov-26'],
    ['12. November 2026'],
    ['Nov 12, 2026'],
    ['November 12 2026'],
    ['Nov. 12th, 2026'],
    ['Thu, Nov 12, 2026'],
    ['Thursday 12 November 2026'],
    [' 2026-11-12 '],
    [{ at: '2026-11-12T00:00:00' }],
    [{ at: '2026-11-12T15:30:00' }],
  ])('%j is November 12 whoever reads it', (cell) => {
    expect(outcome(day.read(cell, aStyle()))).toBe('2026-11-12');
    expect(outcome(day.read(cell, dayFirst))).toBe('2026-11-12');
  });

  test.each([
    ['11/12/2026', '2026-11-12', '2026-12-11'],
    ['11.12.2026', '2026-11-12', '2026-12-11'],
    ['11-12-26', '2026-11-12', '2026-12-11'],
    ['1/2/2026 4:05 PM', '2026-01-02', '2026-02-01'],
  ])('%s has two readings', (cell, first, second) => {
    expect(outcome(day.read(cell, aStyle()))).toBe('refused: ambiguous');
    expect(outcome(day.read(cell, monthFirst))).toBe(first);
    expect(outcome(day.read(cell, dayFirst))).toBe(second);
  });

  it('is the same either way where both numbers are', () => {
    expect(outcome(day.read('11/11/2026', aStyle()))).toBe('2026-11-11');
  });

  test.each<[Cell, string]>([
    ['1999-12-31', 'out-of-range'],
    ['2101-01-01', 'out-of-range'],
    ['12/31/1999', 'out-of-range'],
    [{ at: '1904-01-01T00:00:00' }, 'out-of-range'],
    ['2026-02-29', 'not-understood'],
    ['2026-13-01', 'not-understood'],
    ['31 Jun 2026', 'not-understood'],
    ['13/13/2026', 'not-understood'],
    ['45973', 'not-understood'],
    [45973, 'not-understood'],
    ['26-11-12', 'ambiguous'],
    ['Nov 2026', 'not-understood'],
    ['12/11-2026', 'not-understood'],
    ['2026-11-12 25:00', 'not-understood'],
    ['tomorrow', 'not-understood'],
    ['12 Nov 2026 garbage', 'not-understood'],
    [true, 'not-understood'],
    [{ error: '#VALUE!' }, 'error-cell'],
  ])('%j is refused', (cell, code) => {
    expect(outcome(day.read(cell, aStyle()))).toBe(`refused: ${code}`);
  });

  it('that does not exist in the order somebody chose is refused, not turned round', () => {
    expect(outcome(day.read('25/12/2026', monthFirst))).toBe('refused: not-understood');
    expect(outcome(day.read('2/29/2028', monthFirst))).toBe('2028-02-29');
  });
});

describe('a point in time', () => {
  it('is told in the zone of the business', () => {
    const read = moment.read('2026-11-12 09:30', aStyle());
    expect(outcome(read)).toEqual({ on: '2026-11-12', at: '2026-11-12T17:30:00.000Z' });
  });

  it('in UTC belongs to the day it is at home: half past seven in London is the evening before', () => {
    expect(outcome(utcMoment.read('2026-11-12 07:30', aStyle()))).toEqual({
      on: '2026-11-11',
      at: '2026-11-12T07:30:00.000Z',
    });
  });

  it('that says how far from UTC it is needs no zone', () => {
    const read = moment.read('2026-11-12T09:30:15+02:00', aStyle());
    expect(outcome(read)).toEqual({ on: '2026-11-11', at: '2026-11-12T07:30:15.000Z' });
  });

  it('knows noon from midnight', () => {
    const at = (text: string) => (outcome(moment.read(text, aStyle())) as { at: string }).at;
    expect([at('2026-07-01 12:00 AM'), at('2026-07-01 12:00 pm')]).toEqual([
      '2026-07-01T07:00:00.000Z',
      '2026-07-01T19:00:00.000Z',
    ]);
    expect(outcome(moment.read('2026-07-01 13:00 pm', aStyle()))).toBe('refused: not-understood');
  });

  it('has no time of day where nobody wrote one', () => {
    expect(outcome(moment.read({ at: '2026-11-12T00:00:00' }, aStyle()))).toEqual({ on: '2026-11-12' });
  });
});

describe('a month', () => {
  test.each<[Cell]>([
    ['2026-11'],
    ['11/2026'],
    ['Nov 2026'],
    ['November 2026'],
    ['2026-11-30'],
    ['Nov-2026'],
    [{ at: '2026-11-01T00:00:00' }],
  ])('%j is November 2026', (cell) => {
    expect(outcome(monthOfYear.read(cell, aStyle()))).toBe('2026-11');
  });

  test.each([
    ['1999-12', 'out-of-range'],
    ['2026-13', 'not-understood'],
    ['Smarch 2026', 'not-understood'],
    ['Q4', 'not-understood'],
  ])('%s is refused', (cell, code) => {
    expect(outcome(monthOfYear.read(cell, aStyle()))).toBe(`refused: ${code}`);
  });
});
