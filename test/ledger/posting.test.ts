import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { cashMovements } from '../../shared/ledger/cash-movements.ts';
import type { EntryDraft } from '../../shared/ledger/entry.ts';
import { journalEntry } from '../../shared/ledger/entry.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { balanceReceived } from '../../shared/ledger/receipts.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import { aCharter, aPayment, booksFor, CONTEXT, on, posted } from './a-record.ts';

const PAYMENT = aPayment({
  kind: 'balance',
  cents: 107_000,
  tipCents: 20_000,
  feeCents: 3_133,
  receivedOn: '2026-10-02',
});

function moved(amounts: Record<string, number>) {
  return cashMovements({
    lines: Object.entries(amounts).map(([account, amount]) => ({ account, cents: cents(amount) })),
  });
}

function aDraft(over: Partial<EntryDraft>): EntryDraft {
  return {
    id: 'je_1',
    entityId: 'jada',
    template: 'owner_contribution',
    businessOn: on('2026-09-01'),
    memo: 'a draft',
    refs: {},
    lines: [],
    tallies: [],
    ...over,
  };
}

test('a posting adds accounts and cash to the month of the entry, margin to the month of sailing', () => {
  const entry = posted(balanceReceived(PAYMENT, booksFor(aCharter(), { 1110: 87_000 }), CONTEXT));
  expect(postingOf(entry)).toEqual({
    entry,
    monthDeltas: [
      {
        entityId: 'jada',
        month: '2026-09',
        group: 'margin',
        deltas: { contribution: -3_133, 'direct.contribution': -3_133, 'direct.merchant-fee': 3_133 },
      },
      {
        entityId: 'jada',
        month: '2026-10',
        group: 'accounts',
        deltas: { a1020: 103_867, a1110: -87_000, a2300: -20_000, a5040: 3_133 },
      },
      {
        entityId: 'jada',
        month: '2026-10',
        group: 'cash',
        deltas: { 'customer-in': 87_000, 'pass-through-in': 20_000, 'operating-out': -3_133 },
      },
    ],
    charterDeltas: { charterId: 'chr_A', deltas: { 1020: 103_867, 1110: -87_000, 2300: -20_000, 5040: 3_133 } },
  });
});

test('a memorandum entry adds tallies and nothing to its charter', () => {
  const posting = postingOf(posted(charterBooked(aCharter(), { isNew: true }, CONTEXT)));
  expect(posting.monthDeltas.map((delta) => delta.group)).toEqual(['channels', 'operations']);
  expect(posting).not.toHaveProperty('charterDeltas');
});

test.each([
  ['a deposit', { 1020: 84_447, 5040: 2_553, 2100: -87_000 }, { 'customer-in': 87_000, 'operating-out': -2_553 }],
  ['a refund', { 2400: 25_000, 1020: -25_000 }, { 'customer-refund-out': -25_000 }],
  ['tips paid out', { 2300: 20_000, 1010: -20_000 }, { 'pass-through-out': -20_000 }],
  ['sales tax remitted', { 2200: 4_000, 1010: -4_000 }, { 'pass-through-out': -4_000 }],
  ['slip rent', { 6010: 145_000, 1010: -145_000 }, { 'operating-out': -145_000 }],
  ['a supplier’s bill settled', { 2010: 500, 1010: -500 }, { 'operating-out': -500 }],
  ['a new engine', { 1500: 900_000, 1010: -900_000 }, { 'capex-out': -900_000 }],
  ['an owner’s money', { 1010: 2_500_000, 3000: -2_500_000 }, { 'financing-in': 2_500_000 }],
  ['an owner’s draw', { 3010: 1_000, 1010: -1_000 }, { 'financing-out': -1_000 }],
  ['a loan paid down', { 2600: 1_000, 1010: -1_000 }, { 'financing-out': -1_000 }],
  ['a gift card', { 1020: 30_000, 2110: -30_000 }, { 'customer-in': 30_000 }],
  ['money moved to the reserve', { 1015: 1_000, 1010: -1_000 }, {}],
  ['a performance, which touches no cash', { 2100: 120_000, 4010: -120_000 }, {}],
  ['a bill on the credit card', { 6110: 2_000, 2020: -2_000 }, {}],
  [
    'a payout short of what was due',
    { 1010: 88_000, 5035: 499, 1100: -88_499 },
    { 'customer-in': 88_499, 'operating-out': -499 },
  ],
])('cash moves by its reason: %s', (_, amounts, movements) => {
  expect(moved(amounts)).toEqual(movements);
});

test('a reversal takes cash movements back under the names they had', () => {
  const entry = posted(balanceReceived(PAYMENT, booksFor(aCharter({ lifecycle: 'booked' })), CONTEXT));
  const back = posted(reversal(entry, booksFor(aCharter({ lifecycle: 'booked' })), CONTEXT));
  expect(cashMovements(back)).toEqual({ 'customer-in': -87_000, 'pass-through-in': -20_000, 'operating-out': 3_133 });
});

test('an entry merges lines of one account, drops zeros and sorts by account', () => {
  const lines = [
    { account: '3000', cents: cents(-300) },
    { account: '1010', cents: cents(100) },
    { account: '1020', cents: cents(0) },
    { account: '1010', cents: cents(200) },
  ];
  expect(journalEntry(aDraft({ lines }), CONTEXT).lines).toEqual([
    { account: '1010', cents: 300 },
    { account: '3000', cents: -300 },
  ]);
});

test('an entry that does not balance, with an unknown account or an id that is none, is never made', () => {
  const lines = [{ account: '1010', cents: cents(1) }];
  expect(() => journalEntry(aDraft({ lines }), CONTEXT)).toThrow('out of balance by 1 cents');
  expect(() => journalEntry(aDraft({ lines: [{ account: '1011', cents: cents(0) }] }), CONTEXT)).toThrow(RangeError);
  expect(() => journalEntry(aDraft({ id: 'not an id' }), CONTEXT)).toThrow(RangeError);
});

test('a memo too long for its record is cut to 120 characters', () => {
  const memo = `${'⛵'.repeat(119)}abc`;
  expect([...journalEntry(aDraft({ memo }), CONTEXT).memo]).toHaveLength(120);
});
