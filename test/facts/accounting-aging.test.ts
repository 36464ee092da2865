import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import type { OpenCharter } from '../../shared/records/open-charter.ts';
import { bucketOf, creditsIn, owedIn } from '../../shared/reports/facts/accounting/aging.ts';
import { aKeptMonth, aMonth, anEntity, aSheet, TODAY, valueOn } from './a-snapshot.ts';

const daysAgo = (days: number) => plusDays(TODAY, -days);

test.each([
  [-1, 'current'],
  [0, 'current'],
  [1, '1-30'],
  [30, '1-30'],
  [31, '31-60'],
  [60, '31-60'],
  [61, '61-90'],
  [90, '61-90'],
  [91, '91-plus'],
] as const)('what was due %i days ago is %s', (days, bucket) => {
  expect(bucketOf(daysAgo(days), TODAY)).toBe(bucket);
});

test('negative AR netted into a bucket: a credit stands by itself and lowers no column', () => {
  const items = [
    { cents: 10_000, dueOn: daysAgo(5) },
    { cents: -4_000, dueOn: daysAgo(5) },
  ];
  expect(owedIn(items, '1-30', TODAY)).toBe(10_000);
  expect(creditsIn(items)).toBe(-4_000);
});

const PERIOD = { month: '2026-10', status: 'closing', checks: [] };
const invoice = (dueDaysAgo: number, cents: number, over: object = {}) => ({
  number: `I-${dueDaysAgo}`,
  customer: 'A client',
  issuedOn: daysAgo(dueDaysAgo + 30),
  dueOn: daysAgo(dueDaysAgo),
  cents,
  paidCents: 0,
  status: 'open',
  ...over,
});

/** A charter of jada with open balances; performed so many days ago. */
function open(charterId: string, balances: Record<string, number>, over: Partial<OpenCharter> = {}): OpenCharter {
  return {
    charterId,
    entityId: 'jada',
    title: 'Sunset sail',
    channelId: 'getmyboat',
    lifecycle: 'completed',
    sailsOn: daysAgo(10),
    performedOn: daysAgo(10),
    priceCents: 100_000,
    balances,
    ...over,
  };
}

const books = [aMonth('2026-10', { accounts: { '4010': -900_000, '1010': 900_000 } }), aKeptMonth('2026-11')];

describe('receivables', () => {
  const sheet = aSheet({
    balances: books,
    records: {
      'accounting-period': [PERIOD],
      invoice: [
        invoice(0, 1_000),
        invoice(30, 2_000),
        invoice(31, 4_000),
        invoice(91, 8_000, { paidCents: 3_000 }),
        invoice(5, -700),
        invoice(2, 50_000, { charterId: 'chr_billed' }),
      ],
    },
    openCharters: [open('chr_plain', { 1110: 20_000 }), open('chr_billed', { 1110: 50_000 })],
  });

  test('are charters and invoices together, an invoice for a charter counted once', () => {
    // 1,000 + 2,000 + 4,000 + 5,000 − 700 + 20,000 + 50,000
    expect(valueOn(sheet, 'receivables')).toBe(81_300);
  });

  test('fall into the columns by their due day; partial payments are taken off', () => {
    expect(valueOn(sheet, 'receivables-current')).toBe(1_000);
    expect(valueOn(sheet, 'receivables-1-30')).toBe(2_000 + 20_000 + 50_000);
    expect(valueOn(sheet, 'receivables-31-60')).toBe(4_000);
    expect(valueOn(sheet, 'receivables-61-90')).toBe(0);
    expect(valueOn(sheet, 'receivables-91-plus')).toBe(5_000);
    expect(valueOn(sheet, 'receivables-credits')).toBe(-700);
  });

  test('know the share long past due, credits left out', () => {
    // 5,000 ÷ 82,000 = 6.0976 %
    expect(valueOn(sheet, 'receivables-over-60-share')).toBe(610);
  });

  test('outside the books are those account 1110 does not carry', () => {
    expect(valueOn(sheet, 'receivables-not-in-books')).toBe(81_300);
  });

  test('of a business that keeps neither books nor invoices are unknown, never zero', () => {
    expect(valueOn(aSheet(), 'receivables')).toMatch(/^unknown: .*JADA Charters/);
    expect(valueOn(aSheet(), 'payables')).toMatch(/^unknown: accounting periods and bills of JADA Charters/);
    expect(valueOn(aSheet({ records: { 'accounting-period': [PERIOD] } }), 'payables')).toBe(0);
  });

  test('are unknown when the invoices cannot be read, whatever the charters say', () => {
    const sheet = aSheet({ balances: books, unreadable: ['invoice'], openCharters: [open('chr_1', { 1110: 5 })] });
    expect(valueOn(sheet, 'receivables')).toMatch(/^unknown: invoices, which could not be read/);
  });
});

test('days sales outstanding are receivables over three months of revenue, times ninety', () => {
  const sheet = aSheet({
    balances: [
      aMonth('2026-08', { accounts: { '4010': -300_000 } }),
      aMonth('2026-09', { accounts: { '4010': -300_000 } }),
      ...books,
    ],
    records: { 'accounting-period': [PERIOD], invoice: [invoice(5, 150_000)] },
  });
  expect(valueOn(sheet, 'dso-days')).toBe(9); // 150,000 ÷ 1,500,000 × 90
});

describe('charters whose money is stuck', () => {
  const channel = [{ id: 'getmyboat', name: 'GetMyBoat', kind: 'ota_boat', payoutLagDays: 10 }];
  const stuck = (days: number, balances: Record<string, number>, over: Partial<OpenCharter> = {}) =>
    aSheet({
      balances: books,
      records: { channel, 'accounting-period': [PERIOD] },
      openCharters: [open('chr_1', balances, { sailsOn: daysAgo(days), performedOn: daysAgo(days), ...over })],
    });

  test.each([
    [3, 0],
    [4, 1],
  ])('%i days after sailing, deposits left over number %i', (days, count) => {
    expect(valueOn(stuck(days, { 2100: -5_000 }), 'stuck-deposits')).toBe(count);
    expect(valueOn(stuck(days, { 1110: 5_000 }), 'unbilled-charters')).toBe(count);
  });

  test.each([
    [17, 0],
    [18, 1],
  ])('a payout due after 10 days is late %i days after sailing: %i', (days, count) => {
    expect(valueOn(stuck(days, { 1100: 88_500 }), 'late-payouts')).toBe(count);
    expect(valueOn(stuck(days, { 1100: 88_500 }), 'late-payout-cents')).toBe(count * 88_500);
  });

  test('a charter still to sail holds its deposit rightly', () => {
    const ahead = aSheet({
      balances: books,
      openCharters: [
        { ...open('chr_1', { 2100: -40_000 }, { sailsOn: plusDays(TODAY, 30) as LocalDate, lifecycle: 'confirmed' }) },
      ].map(({ performedOn: _, ...rest }) => rest),
    });
    expect(valueOn(ahead, 'stuck-deposits')).toBe(0);
    expect(valueOn(ahead, 'deposits-sailing-30')).toBe(40_000);
    expect(valueOn(ahead, 'deposit-month-cents', 'deposits-2026-12')).toBe(40_000);
  });
});

describe('tips', () => {
  const sheetOn = (payday: string) =>
    aSheet({
      balances: books,
      records: { 'due-day': [{ kind: 'payday', dueOn: payday }] },
      openCharters: [open('chr_1', { 2300: -20_000 })],
    });

  test('are overdue the day after the first payday after sailing, not on it', () => {
    expect(valueOn(sheetOn(TODAY), 'tips-overdue-cents')).toBe(0);
    expect(valueOn(sheetOn(daysAgo(1)), 'tips-overdue-cents')).toBe(20_000);
    expect(valueOn(sheetOn(daysAgo(10)), 'tips-overdue-cents')).toBe(0);
  });

  test('cannot be judged without paydays', () => {
    const sheet = aSheet({ balances: books, openCharters: [open('chr_1', { 2300: -20_000 })] });
    expect(valueOn(sheet, 'tips-overdue-cents')).toBe('unknown: paydays of JADA Charters');
  });
});

test('books of one business are reported though another keeps none, which the basis names', () => {
  const records = { entity: [anEntity(), anEntity({ id: 'dc', name: 'DangerousCentaur', kind: 'agency' })] };
  const sheet = aSheet({ balances: books, records }, undefined, ['dc', 'jada']);
  expect(valueOn(sheet, 'trial-balance-difference')).toBe(0);
  expect(valueOn(sheet, 'trial-balance-difference', 'dc')).toMatch(/^unknown: journal entries of DangerousCentaur/);
  expect(sheet.measuredOf('trial-balance-difference')).toMatchObject({
    basis: { records: expect.stringContaining('none kept for DangerousCentaur') },
  });
});
