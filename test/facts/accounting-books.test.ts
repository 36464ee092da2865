import { describe, expect, test } from 'vitest';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { aMonth, anEntity, aSheet, aSnapshot, OCTOBER, TODAY, valueOn } from './a-snapshot.ts';

/** October: 10,000.00 charter revenue, 500.00 refunded, 2,000.00 crew, 1,000.00 commission, 3,000.00 slip, 100.00 unsorted. */
const OCTOBER_BOOKS = aMonth('2026-10', {
  accounts: {
    '1010': 640_000,
    '2100': -300_000,
    '4010': -1_000_000,
    '4190': 50_000,
    '5010': 200_000,
    '5030': 100_000,
    '6010': 300_000,
    '6900': 10_000,
  },
  cash: { 'customer-in': 1_250_000, 'customer-refund-out': -50_000, 'operating-out': -560_000 },
});
const SEPTEMBER_BOOKS = aMonth('2026-09', { accounts: { '1010': 100_000, '4010': -100_000 } });
const BALANCES = [SEPTEMBER_BOOKS, OCTOBER_BOOKS];
const sheet = aSheet({ balances: BALANCES }, OCTOBER);

test.each([
  ['trial-balance-difference', 0],
  ['gross-profit', 650_000], // 9,500.00 − 3,000.00
  ['operating-cost', 310_000],
  ['net-income', 340_000],
  ['net-income-year-to-date', 440_000],
  ['net-margin', 3_579], // 3,400 ÷ 9,500
  ['commission-share', 1_000], // 1,000 ÷ 10,000
  ['uncategorised-cents', 10_000],
  ['uncategorised-share', 164], // 100 ÷ 6,100
  ['total-assets', 740_000],
  ['total-liabilities', 300_000],
  ['total-equity', 440_000],
  ['retained-earnings', 440_000],
  ['accounts-on-wrong-side', 0],
  ['deposits-closing', 300_000],
  ['bridge-cash', 1_200_000],
  ['bridge-deposits', -300_000],
  ['bridge-withheld', 50_000], // what is left of 9,500.00
  ['bridge-revenue', 950_000],
])('%s is %i', (id, value) => {
  expect(valueOn(sheet, id)).toBe(value);
});

test('an entry that does not balance shows to the cent', () => {
  const off = aSheet({ balances: [aMonth('2026-10', { accounts: { '1010': 101, '4010': -100 } })] }, OCTOBER);
  expect(valueOn(off, 'trial-balance-difference')).toBe(1);
});

test('a bank below zero and a tip owed by the crew are on the wrong side', () => {
  const accounts = { '1010': -500, '2300': 300, '1100': -200, '6010': 400 };
  expect(valueOn(aSheet({ balances: [aMonth('2026-10', { accounts })] }, OCTOBER), 'accounts-on-wrong-side')).toBe(2);
});

test('an account is shown as it stands and as the month moved it, on its usual side', () => {
  expect(valueOn(sheet, 'account-balance', 'account-4010')).toBe(-1_100_000);
  expect(valueOn(sheet, 'account-amount', 'account-4010')).toBe(1_100_000);
  expect(valueOn(sheet, 'account-period', 'account-4010')).toBe(1_000_000);
  expect(valueOn(sheet, 'account-year', 'account-6010')).toBe(300_000);
});

test('expenses stand on the line of the form the business files, for the year', () => {
  const lines = sheet.subjects('tax-line').map(({ id, name }) => [name, valueOn(sheet, 'tax-line-year', id)]);
  expect(lines).toEqual([
    ['Schedule C 2026, line 10', 100_000],
    ['Schedule C 2026, line 11', 200_000],
    ['Schedule C 2026, line 20b', 300_000],
    ['Schedule C 2026, no line', 10_000],
  ]);
});

describe('the close', () => {
  const period = (month: string, over: object) => ({
    id: `per_${month}`,
    month,
    status: 'closed',
    checks: [],
    ...over,
  });
  const closedSeptember = (over: object = {}) =>
    period('2026-09', {
      closedOn: '2026-10-09',
      closedNetIncomeCents: 100_000,
      closedAssetsCents: 100_000,
      ...over,
    });
  const closing = period('2026-10', {
    status: 'closing',
    checks: [
      { name: 'Receipts collected', ownerRole: 'Operations', done: false },
      { name: 'Bank explained', ownerRole: 'Accounting', done: true },
    ],
  });
  const closeOn = (...periods: object[]) =>
    aSheet({ balances: BALANCES, records: { 'accounting-period': periods } }, OCTOBER);

  test('took the days from the end of the month to the day it was closed', () => {
    expect(valueOn(closeOn(closedSeptember(), closing), 'days-to-close')).toBe(9);
  });

  test('of the last month is open for as long as one business has not closed it', () => {
    const sheet = closeOn(closedSeptember(), closing);
    expect(valueOn(sheet, 'last-month-status')).toBe('closing');
    expect(valueOn(sheet, 'unclosed-days')).toBe(21);
    expect([valueOn(sheet, 'close-checks-open'), valueOn(sheet, 'close-checks')]).toEqual([1, 2]);
    expect(sheet.subjects('close-check').map(({ name }) => name)).toEqual(['Receipts collected', 'Bank explained']);
  });

  test('is broken by a posting that changes income or assets afterwards', () => {
    expect(valueOn(closeOn(closedSeptember(), closing), 'closed-months-changed')).toBe(0);
    const later = closeOn(closedSeptember({ closedNetIncomeCents: 99_999 }), closing);
    expect(valueOn(later, 'closed-months-changed')).toBe(1);
    const { closedAssetsCents: _, ...silent } = closedSeptember() as Record<string, unknown>;
    expect(valueOn(closeOn(silent, closing), 'closed-months-changed')).toMatch(
      /^unknown: income and assets at the close/,
    );
  });

  test('of the last month is known to be open as soon as one business has not closed it, whatever others record', () => {
    const silent = aMonth('2026-10', { accounts: { '1010': 100, '4010': -100 } }, 'qos');
    const young = aMonth('2026-11', { accounts: { '1010': 100, '4010': -100 } }, 'qos');
    const both = (balances: typeof BALANCES, period: object) =>
      factSheet(
        aSnapshot({
          balances: [...BALANCES, ...balances],
          records: {
            entity: [anEntity(), anEntity({ id: 'qos', name: 'Queen' })],
            'accounting-period': [closedSeptember(), period],
          },
        }),
        ['jada', 'qos'],
        OCTOBER,
      );
    expect(valueOn(both([silent], closing), 'last-month-status')).toBe('closing');
    expect(valueOn(both([silent], closing), 'unclosed-days')).toBe(21);
    expect(valueOn(both([silent], closing), 'days-to-close')).toBe('unknown: accounting periods of Queen');
    const closed = { ...closing, status: 'closed', closedOn: '2026-11-08' };
    expect(valueOn(both([silent], closed), 'last-month-status')).toBe('unknown: accounting periods of Queen');
    // a business that began its books this month has no month to close
    expect(valueOn(both([young], closed), 'last-month-status')).toBe('closed');
  });

  test('is unknown where no period is kept, and for a month that has none', () => {
    expect(valueOn(closeOn(), 'last-month-status')).toBe('unknown: accounting periods of JADA Charters');
    expect(valueOn(closeOn(closedSeptember()), 'unclosed-days')).toBe(
      'unknown: accounting period of JADA Charters for Oct 2026',
    );
  });
});

describe('a Form 1099', () => {
  const vendor = (cents: number, year: number, over: object = {}) => ({
    name: 'Rigger',
    is1099: true,
    w9OnFile: false,
    paid: [{ year, cents }],
    ...over,
  });
  const on = (today: string, ...vendors: object[]) =>
    aSheet({ today, records: { vendor: vendors } }, {
      from: `${today.slice(0, 8)}01`,
      until: plusDays(today as never, 1),
    } as never);

  test.each([
    ['2025-12-20', 59_999, 0],
    ['2025-12-20', 60_000, 1],
    ['2026-11-21', 60_000, 0],
    ['2026-11-21', 199_999, 0],
    ['2026-11-21', 200_000, 1],
  ])('on %s for payments of %i is due to %i vendors', (today, cents, count) => {
    expect(valueOn(on(today, vendor(cents, Number(today.slice(0, 4)))), 'form-1099-vendors')).toBe(count);
  });

  test('counts this year’s payments alone, and asks for the W-9 only where it is missing', () => {
    expect(valueOn(on('2026-11-21', vendor(500_000, 2025)), 'form-1099-vendors')).toBe(0);
    const sheet = on('2026-11-21', vendor(300_000, 2026), vendor(300_000, 2026, { w9OnFile: true }));
    expect([valueOn(sheet, 'form-1099-vendors'), valueOn(sheet, 'form-1099-without-w9')]).toEqual([2, 1]);
  });

  test('after 2026 rests on an assumption, because the amount follows inflation', () => {
    expect(on('2027-02-10', vendor(200_000, 2027)).measuredOf('form-1099-vendors')).toMatchObject({
      state: 'estimated',
      value: 1,
    });
  });
});

describe('sales tax', () => {
  const taxed = [
    aMonth('2026-09', { accounts: { '2200': -4_000, '1010': 4_000 } }),
    aMonth('2026-10', { accounts: { '2200': -1_000, '1010': 1_000 } }),
  ];
  const due = (over: object) => ({ kind: 'sales-tax', dueOn: '2026-10-31', coversThrough: '2026-09-30', ...over });
  const sheetWith = (over: object) => aSheet({ balances: taxed, records: { 'due-day': [due(over)] } }, OCTOBER);

  test('is past due for the days of a return that was due and is not done', () => {
    expect(valueOn(sheetWith({}), 'sales-tax-overdue-cents')).toBe(4_000);
    expect(valueOn(sheetWith({ doneOn: '2026-10-30' }), 'sales-tax-overdue-cents')).toBe(0);
    expect(valueOn(sheetWith({ dueOn: TODAY }), 'sales-tax-overdue-cents')).toBe(0);
  });

  test('missing on add-ons shows in a month without a cent of it', () => {
    const sold = (tax: number) =>
      aSheet(
        { balances: [aMonth('2026-10', { accounts: { '4020': -50_000, '2200': -tax, '1010': 50_000 + tax } })] },
        OCTOBER,
      );
    expect(valueOn(sold(0), 'untaxed-addons')).toBe(50_000);
    expect(valueOn(sold(1), 'untaxed-addons')).toBe(0);
  });
});

describe('checks from outside the books', () => {
  test('are needed of gift cards only where one was ever sold', () => {
    const cards = [aMonth('2026-10', { accounts: { '2110': -10_000, '1020': 10_000 } })];
    expect(valueOn(sheet, 'gift-card-difference')).toBe(0);
    expect(valueOn(aSheet({ balances: cards }, OCTOBER), 'gift-card-difference')).toBe(
      'unknown: a count of the gift cards of JADA Charters',
    );
  });

  test('count with their last result', () => {
    const check = (checkedOn: string, differenceCents: number) => ({
      id: `chk_${checkedOn}`,
      of: 'second-program',
      checkedOn,
      through: '2026-09',
      differenceCents,
    });
    const records = { 'books-check': [check('2026-10-08', 0), check('2026-09-08', 700)] };
    expect(valueOn(aSheet({ balances: BALANCES, records }, OCTOBER), 'second-program-difference')).toBe(0);
    expect(valueOn(sheet, 'second-program-difference')).toMatch(/^unknown: a comparison with a second program/);
  });
});

test('receipts below $75 are not asked for, and bank lines count without their signs', () => {
  const question = (id: string, cents: number) => ({
    id,
    expenseId: 'exp_1',
    question: 'receipt',
    on: TODAY,
    vendor: 'Shop',
    cents,
    account: '6110',
  });
  const line = (id: string, cents: number, daysAgo: number) => ({
    id,
    account: '1010',
    on: plusDays(TODAY, -daysAgo),
    cents,
    memo: 'A line',
  });
  const open = aSheet({
    balances: BALANCES,
    records: {
      'expense-question': [question('que_1', 7_499), question('que_2', 7_500)],
      'bank-line': [line('bnk_1', 500, 3), line('bnk_2', -700, 31)],
    },
  });
  expect([valueOn(open, 'expenses-without-receipt'), valueOn(open, 'expenses-without-receipt-cents')]).toEqual([
    1, 7_500,
  ]);
  expect([valueOn(open, 'unmatched-bank-cents'), valueOn(open, 'oldest-unmatched-bank-days')]).toEqual([1_200, 31]);
});
