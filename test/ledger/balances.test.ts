import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { booksOf, differences, emptyMonth, rebuiltBalances, withDelta } from '../../shared/ledger/balances.ts';
import { overheadExpense } from '../../shared/ledger/costs.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import { balanceSheet, incomeStatementByMonth, trialBalance } from '../../shared/ledger/statements.ts';
import { anOverhead, anOwnersMoney, CONTEXT, posted } from './a-record.ts';
import { months } from './a-set-of-books.ts';

const [SEPTEMBER, OCTOBER, NOVEMBER] = months('2026-09', '2026-10', '2026-11') as [never, never, never];

const CAPITAL = posted(ownerMoneyMoved(anOwnersMoney(), CONTEXT));
const RENT = posted(overheadExpense(anOverhead({ cents: 145_000, on: '2026-10-01' }), CONTEXT));
const OTHER_RENT = posted(
  overheadExpense(anOverhead({ id: 'exp_2', entityId: 'qos', cents: 1_000, on: '2026-10-31' }), CONTEXT),
);
const BOOKS = booksOf(rebuiltBalances([OTHER_RENT, RENT, CAPITAL]));

test('balances come by entity and month, in order', () => {
  expect(rebuiltBalances([OTHER_RENT, RENT, CAPITAL]).map((held) => [held.entityId, held.month])).toEqual([
    ['jada', '2026-09'],
    ['jada', '2026-10'],
    ['qos', '2026-10'],
  ]);
  expect(rebuiltBalances([])).toEqual([]);
});

test('an account moves by month and stands at the sum of all months', () => {
  expect(BOOKS.account(['jada'], [OCTOBER], '1010')).toBe(-145_000);
  expect(BOOKS.account(['jada', 'qos'], [OCTOBER], '6010')).toBe(146_000);
  expect(BOOKS.accountThrough(['jada'], SEPTEMBER, ['1010'])).toBe(2_500_000);
  expect(BOOKS.accountThrough(['jada'], NOVEMBER, ['1010', '1015', '1020', '1030'])).toBe(2_355_000);
  expect(BOOKS.accountThrough(['jada'], '2026-08' as never, ['1010'])).toBe(0);
});

test('names, cash and months are what was posted', () => {
  expect(BOOKS.names(['jada'], [SEPTEMBER, OCTOBER], 'accounts')).toEqual(['a1010', 'a3000', 'a6010']);
  expect(BOOKS.cash(['jada', 'qos'], [OCTOBER], 'operating-out')).toBe(-146_000);
  expect(BOOKS.cash(['jada'], [SEPTEMBER], 'financing-in')).toBe(2_500_000);
  expect(BOOKS.months(['jada', 'qos'])).toEqual(['2026-09', '2026-10']);
  expect(BOOKS.codesThrough(['qos'], OCTOBER)).toEqual(['1010', '6010']);
});

test('a month in which everything was taken back still has entries, an empty one has none', () => {
  const books = booksOf([
    ...rebuiltBalances([RENT, posted(reversal(RENT, undefined, CONTEXT))]),
    emptyMonth('jada', NOVEMBER),
  ]);
  expect(books.hasEntries('jada', OCTOBER)).toBe(true);
  expect(books.account(['jada'], [OCTOBER], '6010')).toBe(0);
  expect(books.hasEntries('jada', NOVEMBER)).toBe(false);
  expect(books.hasEntries('qos', OCTOBER)).toBe(false);
});

test('differences name each figure that disagrees, and a missing one counts as zero', () => {
  const right = rebuiltBalances([RENT]);
  const left = right.map((month) =>
    withDelta(month, { entityId: 'jada', month: OCTOBER, group: 'accounts', deltas: { a6010: 1, a1015: 0 } }),
  );
  expect(differences(left, right)).toEqual([
    { entityId: 'jada', month: '2026-10', group: 'accounts', name: 'a6010', left: 145_001, right: 145_000 },
  ]);
  expect(differences([], right).map((of) => [of.group, of.name, of.right])).toEqual([
    ['accounts', 'a1010', -145_000],
    ['accounts', 'a6010', 145_000],
    ['cash', 'operating-out', -145_000],
  ]);
  expect(differences(right, right)).toEqual([]);
});

test('a delta of another month is not added', () => {
  const delta = { entityId: 'jada', month: OCTOBER, group: 'cash', deltas: {} } as const;
  expect(() => withDelta(emptyMonth('jada', NOVEMBER), delta)).toThrow(RangeError);
});

test('the trial balance lists accounts by code and sums to zero', () => {
  expect(trialBalance(BOOKS, ['jada'], OCTOBER)).toEqual([
    { code: '1010', name: 'Bank operating', cents: 2_355_000 },
    { code: '3000', name: 'Owner contributions', cents: -2_500_000 },
    { code: '6010', name: 'Slip rent', cents: 145_000 },
  ]);
});

test('the income statement shows costs as positive and a quiet month at zero', () => {
  const [october, november] = incomeStatementByMonth(BOOKS, ['jada'], [OCTOBER, NOVEMBER]);
  expect(october).toMatchObject({ revenueCents: 0, opexCents: 145_000, netIncomeCents: -145_000 });
  expect(october?.opex).toEqual([{ code: '6010', name: 'Slip rent', cents: 145_000 }]);
  expect(november).toMatchObject({ month: '2026-11', netIncomeCents: 0, opex: [] });
});

test('the balance sheet adds up all earnings as retained', () => {
  expect(balanceSheet(BOOKS, ['jada'], OCTOBER)).toEqual({
    through: '2026-10',
    leftOut: [],
    assets: [{ code: '1010', name: 'Bank operating', cents: 2_355_000 }],
    liabilities: [],
    equity: [
      { code: '3000', name: 'Owner contributions', cents: 2_500_000 },
      { code: '3900', name: 'Retained earnings', cents: -145_000 },
    ],
    assetsCents: 2_355_000,
    liabilitiesCents: 0,
    equityCents: 2_355_000,
  });
});

test('earnings an accountant did move to 3900 are counted once', () => {
  const closing = posted(overheadExpense(anOverhead({ id: 'exp_3', cents: 145_000, on: '2026-10-31' }), CONTEXT));
  const lines = [
    { account: '3900', cents: cents(145_000) },
    { account: '6010', cents: cents(-145_000) },
  ];
  const books = booksOf(rebuiltBalances([CAPITAL, RENT, { ...closing, lines }]));
  expect(balanceSheet(books, ['jada'], OCTOBER).equity).toContainEqual({
    code: '3900',
    name: 'Retained earnings',
    cents: -145_000,
  });
  expect(balanceSheet(books, ['jada'], OCTOBER).equityCents).toBe(2_355_000);
});
