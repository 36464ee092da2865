import { expect, test } from 'vitest';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { aCharter, at, booksFor, byAccount, byName, CONTEXT, on, posted, price, refusedFields } from './a-record.ts';

const PRICE = [
  price('charter', 135_000),
  price('addon_taxable', 10_000),
  price('fee', 5_000),
  price('service_charge', 2_000),
  price('discount', -7_500),
  price('tax', 1_163),
];

test('a performed charter turns what was held into revenue by kind and tax', () => {
  const file = booksFor(aCharter({ priceLines: PRICE }), { 2100: -145_663 });
  const entry = posted(charterPerformed(file, CONTEXT));
  expect(byAccount(entry)).toEqual({ 2100: 145_663, 2200: -1_163, 4010: -127_500, 4020: -15_000, 4030: -2_000 });
  expect(entry).toMatchObject({ id: 'je_A.performed.1', businessOn: '2026-09-30' });
});

test('what has not been paid when the charter is performed, the guest owes', () => {
  const entry = posted(charterPerformed(booksFor(aCharter(), { 2100: -50_000 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 1110: 70_000, 2100: 50_000, 4010: -120_000 });
});

test('a payment beyond the price stays with the deposits', () => {
  const entry = posted(charterPerformed(booksFor(aCharter(), { 2100: -121_000 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 2100: 120_000, 4010: -120_000 });
});

test('a charter given away has no lines but counts as performed, and its costs lower the margin', () => {
  const file = booksFor(aCharter({ priceLines: [price('charter', 0)] }), { 5010: 36_000, 1010: -36_000 });
  const entry = posted(charterPerformed(file, CONTEXT));
  expect(entry.lines).toEqual([]);
  expect(byName(entry)).toMatchObject({
    '2026-09 operations performed': 1,
    '2026-09 margin performed': 1,
    '2026-09 margin contribution': -36_000,
  });
});

test('performance counts guests, the channel and the margin after the costs so far', () => {
  const balances = { 1020: 84_447, 2100: -145_663, 5040: 4_200, 5015: 35_000, 5025: 5_000, 5050: 3_100, 6010: 9_999 };
  const entry = posted(charterPerformed(booksFor(aCharter({ priceLines: PRICE, paxAboard: 5 }), balances), CONTEXT));
  expect(byName(entry)).toEqual({
    '2026-09 operations performed': 1,
    '2026-09 operations pax': 5,
    '2026-09 channels direct.performed': 1,
    '2026-09 channels direct.revenue': 144_500,
    '2026-09 margin performed': 1,
    '2026-09 margin contribution': 97_200,
    '2026-09 margin direct.performed': 1,
    '2026-09 margin direct.earned': 144_500,
    '2026-09 margin direct.merchant-fee': 4_200,
    '2026-09 margin direct.contribution': 97_200,
  });
});

test.each([
  ['at the planned time', '2026-10-01T01:30:00.000Z', 1],
  ['ten minutes late', '2026-10-01T01:40:00.000Z', 1],
  ['ten minutes and a second late', '2026-10-01T01:40:01.000Z', undefined],
])('a departure %s', (_, actualAt, onTime) => {
  const castOff = { name: 'cast_off', plannedAt: at('2026-10-01T01:30:00Z'), actualAt: at(actualAt) } as const;
  const tallies = byName(posted(charterPerformed(booksFor(aCharter({ milestones: [castOff] })), CONTEXT)));
  expect(tallies['2026-09 operations on-time-departures']).toBe(onTime);
  expect(tallies['2026-09 operations timed-departures']).toBe(1);
});

test('a departure nobody timed is neither on time nor late', () => {
  const castOff = { name: 'cast_off', plannedAt: at('2026-10-01T01:30:00Z') } as const;
  const tallies = byName(posted(charterPerformed(booksFor(aCharter({ milestones: [castOff] })), CONTEXT)));
  expect(Object.keys(tallies).filter((name) => name.includes('departures'))).toEqual([]);
});

test('revenue belongs to the local day all were ashore, not to the day it sailed', () => {
  const file = booksFor(aCharter({ sailsOn: on('2026-09-30'), performedOn: on('2026-10-01') }));
  expect(posted(charterPerformed(file, CONTEXT)).businessOn).toBe('2026-10-01');
});

test('a reopened charter performs again under the next number', () => {
  expect(posted(charterPerformed(booksFor(aCharter({ completionSeq: 2 })), CONTEXT)).id).toBe('je_A.performed.2');
});

test('a charter without its day, or with discounts above its price, is refused', () => {
  const { performedOn: _, ...charter } = aCharter({ priceLines: [price('charter', 100), price('discount', -101)] });
  expect(refusedFields(charterPerformed(booksFor(charter), CONTEXT))).toEqual(['performedOn', 'priceLines']);
});
