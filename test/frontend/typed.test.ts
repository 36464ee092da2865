import { describe, expect, it } from 'vitest';
import { paymentBodyOf } from '../../frontend/panels/charter/payment-model.ts';
import { postCharterBodyOf } from '../../frontend/panels/charter/post-charter-model.ts';
import { centsTyped, countTyped, fieldTime, instantTyped } from '../../frontend/panels/charter/typed-model.ts';
import { aFile } from './a-charter.ts';

describe('amounts as people type them', () => {
  it.each([
    ['1200', 120_000],
    ['1,200.00', 120_000],
    ['$ 75.5', 7_550],
    ['0.29', 29],
    ['1.005', undefined],
    ['1,20', undefined],
    ['-5', undefined],
    ['', undefined],
    ['1e3', undefined],
  ])('%s', (text, cents) => {
    expect(centsTyped(text)).toBe(cents);
  });

  it.each([
    ['6', 6],
    [' 12 ', 12],
    ['6.5', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('count %s', (text, count) => {
    expect(countTyped(text)).toBe(count);
  });
});

describe('times as a field holds them', () => {
  it('is read and shown on the clock of the charter', () => {
    expect(instantTyped('2026-07-01T12:00', 'America/Los_Angeles')).toBe('2026-07-01T19:00:00.000Z');
    expect(fieldTime('2026-07-01T19:00:00.000Z', 'America/Los_Angeles')).toBe('2026-07-01T12:00');
  });

  it.each(['', '2026-02-30T12:00', '2026-07-01', '2026-07-01T25:00'])('%s is not a time', (text) => {
    expect(instantTyped(text, 'America/Los_Angeles')).toBeUndefined();
  });
});

describe("the captain's report", () => {
  const typed = { engineHoursStart: '100', engineHoursEnd: '103', fuelAddedGallons: '0', seaState: 'calm', damage: '' };

  it('leaves out what was left empty; an unticked incident is none', () => {
    expect(postCharterBodyOf(aFile({ version: 3 }).charter, typed)).toEqual({
      ok: true,
      body: {
        version: 3,
        engineHoursStart: 100,
        engineHoursEnd: 103,
        fuelAddedGallons: 0,
        seaState: 'calm',
        incident: false,
      },
    });
  });

  it('an engine that ran backwards is pointed out', () => {
    const read = postCharterBodyOf(aFile().charter, { ...typed, engineHoursEnd: '99' });
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(['engineHoursEnd']);
  });
});

describe('a payment', () => {
  const typed = {
    kind: 'balance',
    method: 'card',
    cents: '940',
    tipCents: '',
    feeCents: '27.56',
    receivedOn: '2026-11-21',
    reference: '',
  };

  it('carries its request key; no tip is none', () => {
    expect(paymentBodyOf(typed, 'key12345')).toEqual({
      ok: true,
      body: {
        requestKey: 'key12345',
        kind: 'balance',
        method: 'card',
        cents: 94_000,
        tipCents: 0,
        feeCents: 2_756,
        receivedOn: '2026-11-21',
      },
    });
  });

  it('a tip cannot be more than what was paid', () => {
    const read = paymentBodyOf({ ...typed, tipCents: '941' }, 'key12345');
    expect(read.ok ? [] : read.problems.map(({ field }) => field)).toEqual(['tipCents']);
  });
});
