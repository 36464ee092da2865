import { expect, test } from 'vitest';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { aCharter, aPayment, booksFor, byAccount, CONTEXT, posted, refusedFields } from './a-record.ts';

const BOOKED = booksFor(aCharter({ lifecycle: 'booked' }));

test('a deposit is the guest’s money, and the processor’s fee our cost', () => {
  const entry = posted(depositReceived(aPayment({ cents: 87_000, feeCents: 2_553 }), BOOKED, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1020: 84_447, 2100: -87_000, 5040: 2_553 });
  expect(entry).toMatchObject({ id: 'je_1.deposit', template: 'deposit_received', businessOn: '2026-09-10' });
  expect(entry.refs).toEqual({ charterId: 'chr_A', channelId: 'direct', recordId: 'pay_1' });
  expect(entry.tallies).toEqual([]);
});

test('a tip is never revenue, and the fee on it stays ours', () => {
  const payment = aPayment({ kind: 'balance', cents: 107_000, tipCents: 20_000, feeCents: 3_133 });
  const entry = posted(balanceReceived(payment, BOOKED, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1020: 103_867, 2100: -87_000, 2300: -20_000, 5040: 3_133 });
});

test.each([
  ['card', '1020'],
  ['cash', '1030'],
  ['transfer', '1010'],
])('a payment by %s lies on account %s', (method, account) => {
  const entry = posted(depositReceived(aPayment({ method, cents: 100 }), BOOKED, CONTEXT));
  expect(byAccount(entry)).toEqual({ [account]: 100, 2100: -100 });
});

test('a balance paid after sailing settles what the guest owes; anything beyond waits to be given back', () => {
  const file = booksFor(aCharter(), { 1110: 30_000 });
  const entry = posted(balanceReceived(aPayment({ kind: 'balance', cents: 31_000 }), file, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1020: 31_000, 1110: -30_000, 2100: -1_000 });
});

test('a fee paid after sailing lowers the margin of the month the charter sailed', () => {
  const payment = aPayment({ kind: 'balance', cents: 10_000, feeCents: 320, receivedOn: '2026-10-03' });
  const entry = posted(balanceReceived(payment, booksFor(aCharter(), { 1110: 10_000 }), CONTEXT));
  const margin = (name: string, amount: number) => ({ month: '2026-09', group: 'margin', name, amount });
  expect(entry.tallies).toEqual([
    margin('contribution', -320),
    margin('direct.contribution', -320),
    margin('direct.merchant-fee', 320),
  ]);
});

test.each([
  ['a payment of nothing', { cents: 0 }, ['cents']],
  ['a tip above the payment', { cents: 100, tipCents: 101 }, ['tipCents']],
  ['a fee above the payment', { cents: 100, feeCents: 101 }, ['feeCents']],
  ['a balance called a deposit', { kind: 'balance' }, ['kind']],
  ['another charter’s payment', { charterId: 'chr_B' }, ['charterId']],
  ['another entity’s payment', { entityId: 'qos' }, ['entityId']],
  ['several faults at once', { cents: 0, feeCents: 1, tipCents: 1 }, ['cents', 'tipCents', 'feeCents']],
])('%s is refused by field', (_, over, fields) => {
  expect(refusedFields(depositReceived(aPayment(over), BOOKED, CONTEXT))).toEqual(fields);
});

test('the same payment always makes the same entry', () => {
  const twice = [1, 2].map(() => posted(depositReceived(aPayment(), BOOKED, CONTEXT)));
  expect(twice[0]).toEqual(twice[1]);
});

test('a payment with a very long id still makes an id whose reversal fits', () => {
  const entry = posted(depositReceived(aPayment({ id: `pay_${'x'.repeat(80)}` }), BOOKED, CONTEXT));
  expect(entry.id).toMatch(/^je_[a-z2-7]{20}\.deposit$/);
});
