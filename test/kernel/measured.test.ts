import { describe, expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import type { Basis, Measured } from '../../shared/kernel/measured.ts';
import {
  combined,
  entered,
  estimated,
  isKnown,
  known,
  lessCertain,
  mapped,
  measured,
  target,
  unknown,
} from '../../shared/kernel/measured.ts';

const basis = (over: Partial<Basis> = {}): Basis => ({ records: 'journal', asOf: localDate('2026-11-21'), ...over });
const sum = (a: number, b: number) => a + b;

describe('a figure that is not known', () => {
  test('names what is missing once each, in order', () => {
    expect(unknown('leads', 'bank', 'leads')).toEqual({ state: 'unknown', missing: ['bank', 'leads'] });
  });

  test('cannot be without a reason', () => expect(() => unknown()).toThrow(RangeError));

  test('stays unknown through any computation, and is never a zero', () => {
    const nothing: Measured<number> = unknown('bank');
    expect(known(nothing)).toBeUndefined();
    expect(isKnown(nothing)).toBe(false);
    expect(mapped(nothing, () => 0)).toEqual(unknown('bank'));
    expect(combined(nothing, measured(1, basis()), sum)).toEqual(unknown('bank'));
    expect(combined(measured(1, basis()), nothing, sum)).toEqual(unknown('bank'));
  });

  test('passes on all that is missing when two are combined', () => {
    expect(combined<number, number, number>(unknown('leads'), unknown('bank', 'leads'), sum)).toEqual(
      unknown('bank', 'leads'),
    );
  });
});

test('a measured zero is a fact', () => {
  const zero = measured(0, basis());
  expect(isKnown(zero)).toBe(true);
  expect(known(zero)).toBe(0);
});

test('a figure computed from one other keeps its certainty and where it comes from', () => {
  expect(mapped(entered(5, basis({ count: 3 })), (n) => n * 2)).toEqual(entered(10, basis({ count: 3 })));
});

describe('a figure computed from two', () => {
  const KINDS = {
    measured: measured(1, basis()),
    entered: entered(1, basis()),
    estimated: estimated(1, { ...basis(), assumption: 'As last month.' }),
    target: target(1, basis()),
  };

  test.each([
    ['measured', 'measured', 'measured'],
    ['measured', 'entered', 'entered'],
    ['entered', 'estimated', 'estimated'],
    ['measured', 'estimated', 'estimated'],
    ['estimated', 'target', 'target'],
    ['measured', 'target', 'target'],
  ] as const)('%s with %s is %s, either way round', (a, b, expected) => {
    expect(combined(KINDS[a], KINDS[b], sum).state).toBe(expected);
    expect(combined(KINDS[b], KINDS[a], sum).state).toBe(expected);
    expect(lessCertain(a, b)).toBe(expected);
  });

  test('is as old as the older, names both sources and both assumptions, and counts neither', () => {
    const a = estimated(2, { ...basis({ records: 'leads', count: 9 }), assumption: 'All convert.' });
    const b = estimated(3, { ...basis({ asOf: localDate('2026-10-31'), count: 4 }), assumption: 'Prices hold.' });
    expect(combined(a, b, sum)).toEqual({
      state: 'estimated',
      value: 5,
      basis: { records: 'leads; journal', asOf: '2026-10-31', assumption: 'All convert. Prices hold.' },
    });
  });

  test('names a shared source and a shared assumption once', () => {
    const a = estimated(2, { ...basis(), assumption: 'All convert.' });
    expect(combined(a, a, sum)).toMatchObject({ basis: { records: 'journal', assumption: 'All convert.' } });
  });

  test('names each source and assumption once however often figures of both are added up', () => {
    const leads = estimated(1, { ...basis({ records: 'leads' }), assumption: 'All convert.' });
    const each = combined(leads, measured(1, basis()), sum);
    const thirteen = Array.from({ length: 13 }, () => each).reduce((a, b) => combined(a, b, sum));
    expect(thirteen).toMatchObject({ value: 26, basis: { records: 'leads; journal', assumption: 'All convert.' } });
    const both = combined(combined(leads, estimated(1, { ...basis(), assumption: 'Prices hold.' }), sum), leads, sum);
    expect(both).toMatchObject({ basis: { assumption: 'All convert. Prices hold.' } });
  });

  test('may find that there is no answer, as a ratio over nothing does', () => {
    const over = (a: number, b: number) => (b === 0 ? unknown('a charter') : a / b);
    expect(combined(measured(1, basis()), measured(0, basis()), over)).toEqual(unknown('a charter'));
    expect(known(combined(measured(1, basis()), measured(2, basis()), over))).toBe(0.5);
  });
});
