import { describe, expect, test } from 'vitest';
import { hours, minutes, nauticalMiles, share, stars, wholeNumber } from '../../shared/imports/reading-numbers.ts';
import type { Cell } from '../../shared/imports/sheet-row.ts';
import { aStyle, outcome } from './a-style.ts';

const point = aStyle({ decimalMark: 'point' });

describe('numbers', () => {
  test.each<[Cell, unknown]>([
    ['1,840', 1840],
    ['0', 0],
    [24, 24],
    ['24.0', 24],
    ['-1', 'refused: not-understood'],
    ['1.5', 'refused: not-understood'],
    ['1000001', 'refused: out-of-range'],
    ['many', 'refused: not-understood'],
  ])('%j as a whole number is %j', (cell, expected) => {
    expect(outcome(wholeNumber.read(cell, point))).toBe(expected);
  });

  test.each<[Cell, unknown]>([
    ['15%', 1500],
    ['15 %', 1500],
    ['12.5%', 1250],
    ['15', 1500],
    [40, 4000],
    ['0', 0],
    ['0.5%', 50],
    [{ number: 0.15, shownAs: 'percent' }, 1500],
    [{ number: 0.07, shownAs: 'percent' }, 700],
    ['0.15', 'refused: ambiguous'],
    ['1', 'refused: ambiguous'],
    ['101%', 'refused: out-of-range'],
    ['-5%', 'refused: out-of-range'],
    ['12.345%', 'refused: not-understood'],
  ])('%j as a share is %j', (cell, expected) => {
    expect(outcome(share.read(cell, point))).toBe(expected);
  });

  test.each<[Cell, unknown]>([
    ['1.5', 90],
    ['1:30', 90],
    ['01:30:00', 90],
    ['1h 30m', 90],
    ['1 h', 60],
    ['90 min', 90],
    ['1.5 hours', 90],
    [0.1, 6],
    [{ number: 0.0625, shownAs: 'time' }, 90],
    [{ number: 20 / 1440, shownAs: 'time' }, 20],
    ['0', 'refused: not-understood'],
    ['0.33', 'refused: not-understood'],
    ['24.5', 'refused: out-of-range'],
    ['1:75', 'refused: not-understood'],
    ['', 'refused: not-understood'],
  ])('%j in a column of hours is %j minutes', (cell, expected) => {
    expect(outcome(hours.read(cell, point))).toBe(expected);
  });

  test('a bare number in a column of minutes is minutes', () => {
    expect(outcome(minutes.read('90', point))).toBe(90);
    expect(outcome(minutes.read('1.5h', point))).toBe(90);
  });

  test.each<[Cell, unknown]>([
    ['4.7', 47],
    [5, 50],
    ['4.75', 'refused: not-understood'],
    ['5.1', 'refused: not-understood'],
    ['0', 'refused: not-understood'],
  ])('%j stars are %j tenths', (cell, expected) => {
    expect(outcome(stars.read(cell, point))).toBe(expected);
  });

  test('miles may carry their unit', () => {
    expect(outcome(nauticalMiles.read('124 nm', point))).toBe(124);
  });
});
