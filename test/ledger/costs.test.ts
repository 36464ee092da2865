import { expect, test } from 'vitest';
import { charterExpense, crewPaid, expensePaid, fuelBought, overheadExpense } from '../../shared/ledger/costs.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import {
  aCharter,
  anExpense,
  anOverhead,
  aTipPayout,
  booksFor,
  byAccount,
  byName,
  CONTEXT,
  posted,
  refusedFields,
} from './a-record.ts';

const BOOKED = booksFor(aCharter({ lifecycle: 'booked' }));
const SAILED = booksFor(aCharter());

test('crew is paid from where the expense says', () => {
  const entry = posted(crewPaid(anExpense({ account: '5010', cents: 36_000 }), BOOKED, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1010: -36_000, 5010: 36_000 });
  const onCard = posted(crewPaid(anExpense({ account: '5010', cents: 36_000, paidFrom: '2020' }), BOOKED, CONTEXT));
  expect(byAccount(onCard)).toEqual({ 2020: -36_000, 5010: 36_000 });
});

test('a cost before sailing changes no margin yet, one after sailing lowers the month of sailing', () => {
  expect(posted(fuelBought(anExpense(), BOOKED, CONTEXT)).tallies).toEqual([]);
  expect(byName(posted(fuelBought(anExpense(), SAILED, CONTEXT)))).toEqual({
    '2026-09 margin contribution': -8_733,
    '2026-09 margin direct.contribution': -8_733,
  });
});

test('a cost of a cancelled charter lowers no margin', () => {
  const cancelled = booksFor(aCharter({ lifecycle: 'cancelled' }));
  expect(posted(fuelBought(anExpense(), cancelled, CONTEXT)).tallies).toEqual([]);
});

test('a fixed cost laid to a charter is booked there but is no part of its margin', () => {
  const entry = posted(charterExpense(anExpense({ account: '6030' }), SAILED, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1010: -8_733, 6030: 8_733 });
  expect(entry.tallies).toEqual([]);
});

test('an expense without a charter is overhead', () => {
  const entry = posted(overheadExpense(anOverhead({ cents: 145_000 }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 1010: -145_000, 6010: 145_000 });
  expect(entry.refs).toEqual({ recordId: 'exp_1' });
});

test.each([
  ['5010', 'crew_paid'],
  ['5015', 'crew_paid'],
  ['5020', 'fuel_bought'],
  ['5025', 'charter_expense'],
  ['6030', 'charter_expense'],
])('a charter’s expense on account %s is %s', (account, template) => {
  expect(posted(expensePaid(anExpense({ account }), BOOKED, CONTEXT)).template).toBe(template);
});

test('fuel for no charter in particular is overhead', () => {
  expect(posted(expensePaid(anOverhead({ account: '5020' }), undefined, CONTEXT)).template).toBe('overhead_expense');
});

test('whatever template writes an expense down, it has one id', () => {
  const ids = [
    posted(expensePaid(anExpense({ account: '5010' }), BOOKED, CONTEXT)).id,
    posted(expensePaid(anOverhead(), undefined, CONTEXT)).id,
  ];
  expect(ids).toEqual(['je_1.expense', 'je_1.expense']);
});

test.each([
  ['an account nobody has heard of', { account: '9999' }],
  ['a bank account', { account: '1015' }],
  ['a vessel, which is an investment', { account: '1500' }],
  ['revenue', { account: '4010' }],
])('%s is no account for an expense', (_, over) => {
  expect(refusedFields(overheadExpense(anOverhead(over), CONTEXT))).toEqual(['account']);
  expect(refusedFields(charterExpense(anExpense(over), BOOKED, CONTEXT))).toEqual(['account']);
});

test('the card processor keeps its own fees of what it holds, for a charter or for the house, and pays nobody else', () => {
  const kept = { account: '5040', cents: 1_250, paidFrom: '1020' } as const;
  expect(byAccount(posted(overheadExpense(anOverhead(kept), CONTEXT)))).toEqual({ 5040: 1_250, 1020: -1_250 });
  expect(byAccount(posted(expensePaid(anExpense(kept), BOOKED, CONTEXT)))).toEqual({ 5040: 1_250, 1020: -1_250 });
  expect(refusedFields(overheadExpense(anOverhead({ account: '6110', paidFrom: '1020' }), CONTEXT))).toEqual([
    'paidFrom',
  ]);
});

test('an expense of nothing, or with the wrong template, charter or entity is refused by field', () => {
  expect(refusedFields(overheadExpense(anOverhead({ cents: 0 }), CONTEXT))).toEqual(['cents']);
  expect(refusedFields(overheadExpense(anExpense(), CONTEXT))).toEqual(['charterId']);
  expect(refusedFields(crewPaid(anExpense({ account: '5020' }), BOOKED, CONTEXT))).toEqual(['account']);
  expect(refusedFields(fuelBought(anExpense({ account: '5010' }), BOOKED, CONTEXT))).toEqual(['account']);
  expect(refusedFields(charterExpense(anExpense({ charterId: 'chr_B', entityId: 'qos' }), BOOKED, CONTEXT))).toEqual([
    'charterId',
    'entityId',
  ]);
});

test('a tip is paid to one person by name, out of what the others have left', () => {
  const people = [{ id: 'usr_carl', name: 'Carl Captain' }];
  const part = aTipPayout({ userId: 'usr_carl', cents: 12_000 });
  const entry = posted(tipsPaidOut(part, booksFor(aCharter(), { 2300: -20_000 }), CONTEXT, people));
  expect(byAccount(entry)).toEqual({ 1010: -12_000, 2300: 12_000 });
  expect(entry.memo).toContain('to Carl Captain for');
  const left = booksFor(aCharter(), { 2300: -8_000 });
  expect(refusedFields(tipsPaidOut(part, left, CONTEXT, people))).toEqual(['cents']);
  expect(refusedFields(tipsPaidOut(aTipPayout({ userId: 'usr_nobody', cents: 1 }), left, CONTEXT, people))).toEqual([
    'userId',
  ]);
});

test('tips go to the crew from what guests left, and never beyond it', () => {
  const file = booksFor(aCharter(), { 2300: -20_000 });
  expect(byAccount(posted(tipsPaidOut(aTipPayout(), file, CONTEXT)))).toEqual({ 1010: -20_000, 2300: 20_000 });
  expect(refusedFields(tipsPaidOut(aTipPayout({ cents: 20_001 }), file, CONTEXT))).toEqual(['cents']);
  expect(refusedFields(tipsPaidOut(aTipPayout({ cents: 0 }), file, CONTEXT))).toEqual(['cents']);
});
