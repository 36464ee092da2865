import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { clientInvoiced } from '../../shared/ledger/client-invoices.ts';
import { clientPaid } from '../../shared/ledger/client-receipts.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { CONTEXT, posted } from '../ledger/a-record.ts';
import { aMonth, anEntity, aSheet, NOVEMBER_TO_DATE, STAMP, valueOn } from './a-snapshot.ts';

const ENTITY = anEntity({ id: 'dc', name: 'DangerousCentaur', kind: 'agency' });
const DC = { entityId: 'dc' };
const client = (id: string, over: object = {}) => ({
  ...DC,
  id,
  name: id.toUpperCase(),
  since: '2024-01-01',
  active: true,
  renewals: [],
  ...over,
});
const contract = (id: string, clientId: string, over: object = {}) => ({
  ...DC,
  id,
  clientId,
  kind: 'retainer',
  monthlyCents: 60_000,
  from: '2026-01-01',
  agentOrPrincipal: 'principal',
  signedOn: '2025-12-20',
  ...over,
});
const work = (id: string, on: string, over: object = {}) => ({
  ...DC,
  id,
  clientId: 'dc1',
  on,
  minutes: 60,
  rateCentsPerHour: 12_500,
  billable: true,
  note: 'work',
  ...over,
});
const sheetOf = (records: object, balances: Parameters<typeof aMonth>[1] | undefined = undefined) =>
  aSheet(
    {
      records: { entity: [ENTITY], client: [client('dc1'), client('dc2')], ...records },
      balances: balances === undefined ? [] : [aMonth('2026-11', balances, 'dc')],
    },
    NOVEMBER_TO_DATE,
    ['dc'],
  );

const goldenWork = golden.input.work.map(({ id, client: clientId, invoiceId, ...of }) => ({
  ...DC,
  ...of,
  id: `wrk_${id}`,
  clientId,
  note: 'work',
  ...(invoiceId === null ? {} : { invoiceId: `inv_${invoiceId}` }),
}));
const goldenInvoices = golden.input.invoices.map(({ id, dueDate, totalCents, paidCents }) => ({
  ...DC,
  id: `inv_${id}`,
  number: id,
  customer: 'A client',
  clientId: 'dc1',
  issuedOn: '2026-07-01',
  dueOn: dueDate,
  cents: totalCents,
  paidCents,
  status: 'open',
}));

describe('the golden vectors', () => {
  test('unbilled work, each entry rounded by itself', () => {
    const sheet = sheetOf({ 'work-entry': goldenWork });
    expect(valueOn(sheet, 'client-unbilled', 'client-dc1')).toBe(golden.expected.unbilledCents.dc1);
    expect(valueOn(sheet, 'client-unbilled', 'client-dc2')).toBe(0); // on an invoice, or not billable
    expect(valueOn(sheet, 'unbilled-work')).toBe(32_292);
  });

  test('receivables by age: 30, 31 and 91 days in their columns, a part paid, credits by themselves', () => {
    const sheet = sheetOf({ invoice: goldenInvoices });
    const { arAging } = golden.expected;
    const columns = ['current', '1-30', '31-60', '61-90', '91-plus', 'credits'];
    expect(columns.map((id) => valueOn(sheet, `receivables-${id}`))).toEqual([
      arAging.current,
      arAging.d1_30,
      arAging.d31_60,
      arAging.d61_90,
      arAging.d91p,
      arAging.unappliedCredits,
    ]);
    expect(valueOn(sheet, 'client-receivables')).toBe(arAging.total);
    expect(valueOn(sheet, 'client-receivables-over-60')).toBe(arAging.d61_90 + arAging.d91p);
  });
});

test('unbilled work is 30 days old until it is 31, and 60 until it is 61', () => {
  // today is Nov 21: Oct 22 is 30 days ago, Oct 21 is 31, Sep 22 is 60, Sep 21 is 61
  const days = ['2026-10-22', '2026-10-21', '2026-09-22', '2026-09-21'];
  const sheet = sheetOf({ 'work-entry': days.map((on, i) => work(`wrk_${i}`, on)) });
  expect(['0-30', '31-60', '61-plus'].map((id) => valueOn(sheet, `unbilled-work-${id}`))).toEqual([
    12_500, 25_000, 12_500,
  ]);
});

describe('contracts', () => {
  test('a month is short of what was invoiced for it, client by client', () => {
    // October: dc1 was invoiced 60,000 of 60,000, dc2 25,000 of 60,000
    const all = [contract('con_1', 'dc1'), contract('con_2', 'dc2')];
    const clients = { 'dc1.month-2026-10': 60_000, 'dc2.month-2026-10': 25_000 };
    const sheet = sheetOf({ 'client-contract': all }, { accounts: { '1110': 85_000, '4310': -85_000 }, clients });
    expect(valueOn(sheet, 'contract-months-unbilled')).toBe(1);
    expect(valueOn(sheet, 'contract-months-unbilled-cents')).toBe(35_000);
    expect(valueOn(sheet, 'client-gap-cause', 'client-dc2')).toBe('month not invoiced');
    expect(valueOn(sheet, 'contracted-per-month')).toBe(120_000);
  });

  test('one that is not signed, one that ended, and none, are three clients without one', () => {
    const clients = [client('dc1'), client('dc2'), client('dc3'), client('dc4')];
    const all = [
      contract('con_1', 'dc1'),
      contract('con_2', 'dc2', { signedOn: undefined }),
      contract('con_3', 'dc3', { to: '2026-11-20' }),
    ];
    expect(valueOn(sheetOf({ client: clients, 'client-contract': all }), 'clients-without-contract')).toBe(3);
  });

  test('work on the last day of a contract is under it, the day after it is not', () => {
    const all = [contract('con_1', 'dc1', { to: '2026-10-31' })];
    const entries = [work('wrk_1', '2026-10-31'), work('wrk_2', '2026-11-01')];
    const sheet = sheetOf({ 'client-contract': all, 'work-entry': entries });
    expect(valueOn(sheet, 'lapsed-contract-work')).toBe(12_500);
  });

  test('time beyond a retainer is counted month by month', () => {
    // 100 minutes included: 60 + 60 in October are 20 over, 60 in November are none; November: used 60 of 100
    const all = [contract('con_1', 'dc1', { includedMinutes: 100 })];
    const of = { contractId: 'con_1' };
    const entries = ['2026-10-05', '2026-10-06', '2026-11-02'].map((on, i) => work(`wrk_${i}`, on, of));
    const sheet = sheetOf({ 'client-contract': all, 'work-entry': entries });
    expect(valueOn(sheet, 'retainer-overage')).toBe(20);
    expect(valueOn(sheet, 'hours-cap-use')).toBe(6_000);
  });

  test('what a retainer includes is used up by invoiced work first, and only what goes beyond is unbilled', () => {
    // October: 100 included, 70 of them invoiced with the retainer; of 60 more minutes 30 are over: 30 at $125 = $62.50
    const all = [contract('con_1', 'dc1', { includedMinutes: 100 })];
    const entries = [work('wrk_1', '2026-10-05', { contractId: 'con_1' })];
    const sheet = sheetOf(
      { 'client-contract': all, 'work-entry': entries },
      { accounts: {}, clients: { 'dc1.included-2026-10': 70, 'dc1.month-2026-10': 60_000 } },
    );
    expect(valueOn(sheet, 'unbilled-work')).toBe(6_250);
    expect(valueOn(sheet, 'client-gap', 'client-dc1')).toBe(6_250);
    expect(valueOn(sheet, 'client-gap-cause', 'client-dc1')).toBe('hours beyond the retainer');
  });
});

test('ratios are sums over sums', () => {
  const sheet = sheetOf(
    {},
    {
      accounts: { '1110': 40_000, '1010': 50_000, '4310': -90_000 },
      clients: {
        'dc1.revenue': 60_000,
        'dc2.revenue': 30_000,
        'dc1.invoiced': 60_000,
        'dc2.invoiced': 30_000,
        'dc1.collected': 50_000,
        'dc1.credited': 10_000,
        'dc1.work-billed': 40_000,
        'dc1.work-worth': 50_000,
        'dc1.minutes': 240,
        'dc1.pass-cost': 8_000,
        'dc1.pass-billed': 6_000,
      },
    },
  );
  expect(valueOn(sheet, 'realisation')).toBe(8_000); // 40,000 ÷ 50,000
  expect(valueOn(sheet, 'effective-rate')).toBe(10_000); // 40,000 in 4 hours
  expect(valueOn(sheet, 'collection')).toBe(6_250); // 50,000 ÷ (90,000 − 10,000)
  expect(valueOn(sheet, 'pass-through-recovery')).toBe(7_500); // 6,000 ÷ 8,000
  expect(valueOn(sheet, 'top-client-share')).toBe(6_667); // 60,000 ÷ 90,000
});

describe('the books and the invoices', () => {
  const line = { kind: 'hourly', text: 'Work', cents: 12_500, role: 'principal', workIds: ['wrk_1'] };
  const sent = {
    ...STAMP,
    ...DC,
    id: 'cin_1',
    invoiceId: 'inv_1',
    clientId: 'dc1',
    number: 'DC-1',
    customer: 'DC1',
    on: '2026-11-02',
    dueOn: '2026-12-02',
    cents: 12_500,
    lines: [line],
  };
  const entry = () =>
    posted(
      clientInvoiced(
        sent as never,
        undefined,
        { work: [{ ...work('wrk_1', '2026-10-05'), ...STAMP } as never], costs: [] },
        CONTEXT,
      ),
    );
  const paid = () => {
    const held = subjectAfter({}, [postingOf(entry())]);
    const of = { ...STAMP, ...DC, id: 'cpy_1', invoiceId: 'inv_1', clientId: 'dc1', on: '2026-11-10' as LocalDate };
    return posted(
      clientPaid({ ...of, cents: 2_500, paidInto: '1010' } as never, held, { clientId: 'dc1' } as never, CONTEXT),
    );
  };
  const sheet = (paidCents: number, workOver: object) =>
    aSheet(
      {
        records: {
          entity: [ENTITY],
          client: [client('dc1')],
          'client-contract': [],
          'work-entry': [work('wrk_1', '2026-10-05', workOver)],
          invoice: [{ ...DC, ...sent, id: 'inv_1', issuedOn: '2026-11-02', paidCents, status: 'open' }],
        },
        balances: rebuiltBalances([entry(), paid()]),
      },
      NOVEMBER_TO_DATE,
      ['dc'],
    );
  const identities = [
    'client-ledger-difference',
    'client-account-difference',
    'client-invoice-difference',
    'billed-work-still-open',
  ];

  test('agree when the invoice says what was paid and its work is marked', () => {
    const agreed = sheet(2_500, { invoiceId: 'inv_1' });
    expect(identities.map((id) => valueOn(agreed, id))).toEqual([0, 0, 0, 0]);
    expect(valueOn(agreed, 'client-receivables')).toBe(10_000);
  });

  test('differ by a payment the invoice does not show, and by work that could be billed twice', () => {
    const off = sheet(0, {});
    expect(identities.map((id) => valueOn(off, id))).toEqual([2_500, 0, 0, 1]);
  });
});

test('a share of nothing is unknown, never zero and never a hundred', () => {
  const sheet = sheetOf({}, { accounts: { '1010': 100, '3000': -100 }, clients: {} });
  const shares = ['realisation', 'collection', 'pass-through-recovery', 'top-client-share', 'client-dso-days'];
  expect(shares.map((id) => valueOn(sheet, id))).toEqual([
    'unknown: work entries on an invoice',
    'unknown: client invoices in the books',
    'unknown: costs paid for clients in the books',
    'unknown: revenue from clients',
    'unknown: client invoices in the last three months',
  ]);
});

test('without clients on record nothing is claimed', () => {
  const sheet = aSheet({ records: { entity: [ENTITY] } }, NOVEMBER_TO_DATE, ['dc']);
  expect(valueOn(sheet, 'unbilled-work')).toBe('unknown: clients of DangerousCentaur');
});
