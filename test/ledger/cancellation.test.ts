import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { aCharter, aPayment, at, booksFor, byAccount, byName, CONTEXT, on, posted, refusedFields } from './a-record.ts';

function aCancelled(over: Partial<NonNullable<Charter['cancellation']>> = {}): Charter {
  const { performedOn: _, ...charter } = aCharter({ lifecycle: 'cancelled', sailsOn: on('2026-11-02') });
  const cancellation = {
    by: 'guest' as const,
    reason: 'ill',
    at: at('2026-11-01T06:30:00Z'),
    on: on('2026-10-31'),
    retainedCents: cents(25_000),
    refundCents: cents(25_000),
    ...over,
  };
  return { ...charter, cancellation };
}

const REFUND = { kind: 'refund', receivedOn: '2026-11-02', cents: 25_000 };

test('of a cancelled charter’s deposit a part is income and the rest is due back', () => {
  const entry = posted(charterCancelled(booksFor(aCancelled(), { 2100: -50_000, 5040: 1_480 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 2100: 50_000, 2400: -25_000, 4090: -25_000 });
  expect(entry).toMatchObject({ id: 'je_A.cancelled', businessOn: '2026-10-31' });
});

test('a cancellation counts in the month of sailing, its income in the month of cancelling, no margin anywhere', () => {
  const entry = posted(charterCancelled(booksFor(aCancelled(), { 2100: -50_000 }), CONTEXT));
  expect(byName(entry)).toEqual({
    '2026-11 operations cancelled-guest': 1,
    '2026-11 channels direct.cancelled-guest': 1,
    '2026-10 channels direct.revenue': 25_000,
  });
});

test('a charter nobody paid for is cancelled without lines', () => {
  const file = booksFor(aCancelled({ by: 'weather', retainedCents: cents(0), refundCents: cents(0) }));
  const entry = posted(charterCancelled(file, CONTEXT));
  expect(entry.lines).toEqual([]);
  expect(byName(entry)).toEqual({
    '2026-11 operations cancelled-weather': 1,
    '2026-11 channels direct.cancelled-weather': 1,
  });
});

test('a no-show counts as one and not as a cancellation', () => {
  const file = booksFor({ ...aCancelled(), lifecycle: 'no_show' }, { 2100: -50_000 });
  expect(byName(posted(charterCancelled(file, CONTEXT)))).toMatchObject({ '2026-11 operations no-show': 1 });
  expect(Object.keys(byName(posted(charterCancelled(file, CONTEXT)))).join()).not.toContain('cancelled');
});

test('a tip paid in advance goes back with the refund', () => {
  const entry = posted(charterCancelled(booksFor(aCancelled(), { 2100: -50_000, 2300: -4_000 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 2100: 50_000, 2300: 4_000, 2400: -29_000, 4090: -25_000 });
});

test.each([
  ['keeping more than is held', { retainedCents: cents(50_001) }, ['cancellation.retainedCents']],
  ['refunding more than is left', { refundCents: cents(25_001) }, ['cancellation.refundCents']],
  ['forgetting part of what is held', { refundCents: cents(24_999) }, ['cancellation.refundCents']],
])('%s is refused', (_, over, fields) => {
  expect(refusedFields(charterCancelled(booksFor(aCancelled(over), { 2100: -50_000 }), CONTEXT))).toEqual(fields);
});

test('a charter that was not cancelled cannot be posted as cancelled', () => {
  expect(refusedFields(charterCancelled(booksFor(aCharter()), CONTEXT))).toEqual(['cancellation']);
});

test('a refund pays back what is due', () => {
  const entry = posted(refundPaid(aPayment(REFUND), booksFor(aCancelled(), { 2400: -25_000 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 1020: -25_000, 2400: 25_000 });
  expect(entry).toMatchObject({ id: 'je_1.refund', businessOn: '2026-11-02' });
  expect(entry.tallies).toEqual([]);
});

test('what a guest paid beyond the price can be given back once the charter is over, and not before', () => {
  const balances = { 2100: -25_000 };
  expect(byAccount(posted(refundPaid(aPayment(REFUND), booksFor(aCharter(), balances), CONTEXT)))).toEqual({
    1020: -25_000,
    2100: 25_000,
  });
  const booked = booksFor(aCharter({ lifecycle: 'booked' }), balances);
  expect(refusedFields(refundPaid(aPayment(REFUND), booked, CONTEXT))).toEqual(['cents']);
});

test('a refund of more than is due, or with a tip, is refused', () => {
  const payment = aPayment({ ...REFUND, cents: 25_001, tipCents: 1 });
  expect(refusedFields(refundPaid(payment, booksFor(aCancelled(), { 2400: -25_000 }), CONTEXT))).toEqual([
    'tipCents',
    'cents',
  ]);
});

test('a refund after sailing lowers revenue in the month it is paid, and the margin of the month it sailed', () => {
  const file = booksFor(aCharter(), { 4010: -120_000 });
  const entry = posted(refundAfterPerformance(aPayment(REFUND), file, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1020: -25_000, 4190: 25_000 });
  expect(byName(entry)).toEqual({
    '2026-11 channels direct.revenue': -25_000,
    '2026-09 margin contribution': -25_000,
    '2026-09 margin direct.contribution': -25_000,
    '2026-09 margin direct.earned': -25_000,
  });
});

test('no more than was paid can be refunded after sailing, earlier refunds and open balances counted', () => {
  const file = booksFor(aCharter(), { 4010: -120_000, 2200: -2_000, 1110: 40_000, 4190: 60_000 });
  const refund = (amount: number) => refundAfterPerformance(aPayment({ ...REFUND, cents: amount }), file, CONTEXT);
  expect(byAccount(posted(refund(22_000)))).toEqual({ 1020: -22_000, 4190: 22_000 });
  expect(refusedFields(refund(22_001))).toEqual(['cents']);
});

test('a charter that has not sailed has no revenue to refund', () => {
  const file = booksFor(aCharter({ lifecycle: 'booked' }), { 2100: -50_000 });
  expect(refusedFields(refundAfterPerformance(aPayment(REFUND), file, CONTEXT))).toContain('charterId');
});
