import { describe, expect, test } from 'vitest';
import { booksOf, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { chargedBetween, sentBetween } from '../../shared/ledger/between-entities.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import {
  balanceSheet,
  incomeStatementByMonth,
  trialBalance,
  trialBalanceLeftOut,
} from '../../shared/ledger/statements.ts';
import type { BetweenEntities, BetweenTransfer } from '../../shared/records/house-money.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { anOwnersMoney, CONTEXT, on, posted, STAMP } from './a-record.ts';
import { months } from './a-set-of-books.ts';

/*
 * Worked by hand. The agency (dc) bills jada $900 for its pages and qos $400; jada pays $600 of it; qdn, the third
 * business, cleans for jada for $250. Each began with $10,000 of its owner's money.
 *            dc                    jada                        qos            qdn
 * 1010   +10,000 +600         +10,000 −600                 +10,000        +10,000
 * 1800   +900 +400 −600                                                    +250
 * 2700                        −900 +600 −250               −400
 * 4310   −1,300 (4310)                                                     −250 (4120)
 * cost                        +900 (6110) +250 (5050)      +400 (6110)
 */
const DAY = on('2026-10-12');
const [OCTOBER, NOVEMBER] = months('2026-10', '2026-11') as [never, never];
const ENTITIES = ['dc', 'jada', 'qos', 'qdn'];

const CAPITAL = ENTITIES.map((entityId) =>
  posted(ownerMoneyMoved(anOwnersMoney({ id: `own_${entityId}`, entityId, cents: 1_000_000, on: DAY }), CONTEXT)),
);
const PAGES_JADA = charge('btw_1', 'dc', 'jada', 90_000, '4310', '6110');
const PAGES_QOS = charge('btw_2', 'dc', 'qos', 40_000, '4310', '6110');
const CLEANING = charge('btw_3', 'qdn', 'jada', 25_000, '4120', '5050');
const PAID = transfer('btt_1', 'jada', 'dc', 60_000);
const ENTRIES = [...CAPITAL, ...PAGES_JADA, ...PAGES_QOS, ...CLEANING, ...PAID];
const BOOKS = booksOf(rebuiltBalances(ENTRIES));

describe('both sides in scope', () => {
  test('neither charge nor debt is shown, what is left out says so, and the sheet still balances', () => {
    expect(rows(trialBalance(BOOKS, ['dc', 'jada'], OCTOBER))).toEqual({
      '1010': 2_000_000,
      '1800': 40_000, // qos is not in scope and owes this
      '2700': -25_000, // qdn is not in scope and is owed this
      '3000': -2_000_000,
      '4310': -40_000,
      '5050': 25_000,
    });
    expect(rows(trialBalanceLeftOut(BOOKS, ['dc', 'jada'], OCTOBER))).toEqual({
      '1800': 30_000,
      '2700': -30_000,
      '4310': -90_000,
      '6110': 90_000,
    });
    const sheet = balanceSheet(BOOKS, ['dc', 'jada'], OCTOBER);
    expect([sheet.assetsCents, sheet.liabilitiesCents, sheet.equityCents]).toEqual([2_040_000, 25_000, 2_015_000]);
    expect(rows(sheet.leftOut)).toEqual({ '1800': 30_000, '2700': 30_000 });
  });

  test('revenue and cost are those with others, and net income is the sum of both', () => {
    const [statement] = incomeStatementByMonth(BOOKS, ['dc', 'jada'], [OCTOBER]);
    expect(statement).toMatchObject({ revenueCents: 40_000, cogsCents: 25_000, opexCents: 0, netIncomeCents: 15_000 });
    expect(rows(statement?.leftOut ?? [])).toEqual({ '4310': 90_000, '6110': 90_000 });
  });
});

describe('one side in scope', () => {
  test('everything is shown: it is revenue from, and a debt of, another business', () => {
    expect(rows(trialBalance(BOOKS, ['dc'], OCTOBER))).toEqual({
      '1010': 1_060_000,
      '1800': 70_000,
      '3000': -1_000_000,
      '4310': -130_000,
    });
    expect(trialBalanceLeftOut(BOOKS, ['dc'], OCTOBER)).toEqual([]);
    expect(rows(trialBalance(BOOKS, ['qos', 'qdn'], OCTOBER))).toMatchObject({ '1800': 25_000, '2700': -40_000 });
    expect(balanceSheet(BOOKS, ['qos', 'qdn'], OCTOBER).leftOut).toEqual([]);
  });
});

describe('three businesses and all four', () => {
  test('each pair within the scope is left out, whoever charged whom', () => {
    expect(rows(trialBalance(BOOKS, ['dc', 'jada', 'qdn'], OCTOBER))).toEqual({
      '1010': 3_000_000,
      '1800': 40_000,
      '3000': -3_000_000,
      '4310': -40_000,
    });
    expect(rows(trialBalance(BOOKS, ENTITIES, OCTOBER))).toEqual({ '1010': 4_000_000, '3000': -4_000_000 });
    const [statement] = incomeStatementByMonth(BOOKS, ENTITIES, [OCTOBER]);
    expect(rows(statement?.leftOut ?? [])).toEqual({
      '4120': 25_000,
      '4310': 130_000,
      '5050': 25_000,
      '6110': 130_000,
    });
  });

  test('a business named twice is in scope once', () => {
    expect(trialBalance(BOOKS, ['dc', 'jada', 'dc'], OCTOBER)).toEqual(trialBalance(BOOKS, ['dc', 'jada'], OCTOBER));
  });
});

describe('a charge taken back after its month was closed', () => {
  const back = PAGES_JADA.map((entry) => posted(reversal(entry, undefined, CONTEXT, on('2026-11-01'))));
  const books = booksOf(rebuiltBalances([...ENTRIES, ...back]));

  test('leaves the closed month as it was and is left out of the month it was taken back in', () => {
    const [october, november] = incomeStatementByMonth(books, ['dc', 'jada'], [OCTOBER, NOVEMBER]);
    expect(october).toEqual(incomeStatementByMonth(BOOKS, ['dc', 'jada'], [OCTOBER])[0]);
    expect(november).toMatchObject({ revenueCents: 0, opexCents: 0, netIncomeCents: 0 });
    expect(rows(november?.leftOut ?? [])).toEqual({ '4310': -90_000, '6110': -90_000 });
  });
});

function charge(id: string, entityId: string, otherEntityId: string, amount: number, revenue: string, cost: string) {
  const record = { ...STAMP, id, entityId, otherEntityId, cents: amount, on: DAY, what: 'work' };
  return both(chargedBetween({ ...record, revenueAccount: revenue, expenseAccount: cost } as BetweenEntities, CONTEXT));
}

function transfer(id: string, entityId: string, otherEntityId: string, amount: number) {
  const record = { ...STAMP, id, entityId, otherEntityId, cents: amount, on: DAY, what: 'paid' };
  return both(sentBetween(record as BetweenTransfer, CONTEXT));
}

function both(result: ReturnType<typeof sentBetween>): readonly JournalEntry[] {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

function rows(list: readonly { readonly code: string; readonly cents: number }[]): Record<string, number> {
  return Object.fromEntries(list.map(({ code, cents: amount }) => [code, amount]));
}
