import { describe, expect, it, test } from 'vitest';
import type { KnownNames } from '../../shared/imports/cell-reading.ts';
import { bankLines } from '../../shared/imports/kinds/bank-lines.ts';
import { campaigns } from '../../shared/imports/kinds/campaigns.ts';
import { cardBalance } from '../../shared/imports/kinds/card-balance.ts';
import { IMPORT_KINDS, importKindOf } from '../../shared/imports/kinds/catalog.ts';
import { customers } from '../../shared/imports/kinds/customers.ts';
import { dayLogs } from '../../shared/imports/kinds/day-logs.ts';
import { expenses } from '../../shared/imports/kinds/expenses.ts';
import { leads } from '../../shared/imports/kinds/leads.ts';
import { payouts } from '../../shared/imports/kinds/payouts.ts';
import { stays } from '../../shared/imports/kinds/stays.ts';
import { targets } from '../../shared/imports/kinds/targets.ts';
import { workEntries } from '../../shared/imports/kinds/work-entries.ts';
import { plainWords } from '../../shared/imports/plain-words.ts';
import { bankLineSchema } from '../../shared/records/bank-line.ts';
import { campaignSchema } from '../../shared/records/campaign.ts';
import { workEntrySchema } from '../../shared/records/client-work.ts';
import { customerSchema } from '../../shared/records/customer.ts';
import { deliveryDaySchema } from '../../shared/records/delivery-money.ts';
import { leadSchema, listingSchema } from '../../shared/records/marketing.ts';
import { expenseSchema, payoutSchema, targetSchema } from '../../shared/records/money.ts';
import { staySchema } from '../../shared/records/rental.ts';
import { bodiesOf, planned } from './a-sheet.ts';

const SCHEMAS = {
  expenses: expenseSchema,
  'bank-lines': bankLineSchema,
  payouts: payoutSchema,
  leads: leadSchema,
  targets: targetSchema,
  listings: listingSchema,
  campaigns: campaignSchema,
  customers: customerSchema,
  stays: staySchema,
  'work-entries': workEntrySchema,
  'day-logs': deliveryDaySchema,
} as const;
const STAMP = {
  id: 'imp_0001',
  createdAt: '2026-11-21T00:00:00.000Z',
  createdBy: 'operator',
  updatedAt: '2026-11-21T00:00:00.000Z',
  version: 1,
  source: 'import',
  schemaVersion: 1,
};
const NAMES: KnownNames = {
  channel: [{ id: 'getmyboat', names: ['GetMyBoat'] }],
  charter: [{ id: 'chr_01J9ZQ', names: [] }],
  property: [{ id: 'cottage', names: ['Harbor cottage'] }],
  client: [{ id: 'sample', names: ['Sample client'] }],
  contract: [{ id: 'con_01J9ZQ', names: ['Sample client hourly'] }],
  job: [{ id: 'job_01J9ZQ', names: ['Sample sloop'] }],
};

describe('every kind', () => {
  test.each(Object.keys(SCHEMAS) as (keyof typeof SCHEMAS)[])('%s: the example of its columns is a record', (id) => {
    const kind = importKindOf(id);
    const columns = Object.entries(kind?.columns ?? {}).filter(([field]) => !LEFT_OUT.has(`${id}.${field}`));
    const table = [columns.map(([, { title }]) => title), columns.map(([, { example }]) => example)];
    const { rows, summary } = planned(kind!, table, { names: NAMES }); // a missing kind fails here
    expect(summary.problems).toEqual([]);
    const read = SCHEMAS[id].safeParse({ ...(bodiesOf(rows)[0] as object), ...STAMP });
    expect(read.success ? [] : read.error.issues).toEqual([]);
  });

  test.each(IMPORT_KINDS.map((kind) => [kind.id, kind] as const))(
    '%s gives no two columns the same first name',
    (_id, kind) => {
      const titles = Object.values(kind.columns).map(({ title }) => plainWords(title));
      expect(new Set(titles).size).toBe(titles.length);
    },
  );

  it('is found by its id', () => {
    expect(importKindOf('Bank lines')?.id).toBe('bank-lines');
    expect(importKindOf('socks')).toBeUndefined();
  });
});

describe('what a row must agree on', () => {
  const codes = (kind: (typeof IMPORT_KINDS)[number], ...table: string[][]) =>
    planned(kind, table, { names: NAMES }).summary.problems.map(({ code, header }) => `${header}: ${code}`);

  it('an expense costs something, and has no receipt where nobody says it has', () => {
    const head = ['Date', 'Vendor', 'Amount', 'Account', 'Paid from'];
    const bought = (cost: string) => ['2026-11-12', 'Dock', cost, '5050', 'cash'];
    expect(bodiesOf(planned(expenses, [head, bought('0.01')]).rows)).toMatchObject([
      { cents: 1, receiptOnFile: false },
    ]);
    expect(codes(expenses, head, bought('0.00'))).toEqual(['Amount: not-allowed']);
  });

  it('a bank line says one amount', () => {
    const head = ['Account', 'Date', 'Description', 'Debit', 'Credit'];
    const line = (debit: string, credit: string) => ['1010', '2026-11-12', 'FUEL', debit, credit];
    const { rows } = planned(bankLines, [
      head,
      line('84.20', ''),
      line('-84.20', '0.00'),
      line('', '84.20'),
      line('0.00', '0.00'),
    ]);
    expect(bodiesOf(rows).map(({ cents }) => cents)).toEqual([-8420, -8420, 8420, 0]);
    expect(codes(bankLines, head, line('1.00', '2.00'))).toHaveLength(1);
    expect(codes(bankLines, head, line('', ''))).toHaveLength(1);
  });

  it('a payout is owed what the guest paid less the fee, unless it says otherwise', () => {
    const head = ['Booking', 'Platform', 'Payout date', 'Gross', 'Fee', 'Net payout'];
    const row = (fee: string) => ['chr_01J9ZQ', 'GetMyBoat', '2026-11-12', '1,200.00', fee, '1,060.00'];
    const { rows } = planned(payouts, [head, row('-138.00')], { names: NAMES });
    expect(bodiesOf(rows)).toEqual([
      {
        entityId: 'jada',
        charterId: 'chr_01J9ZQ',
        channelId: 'getmyboat',
        expectedCents: 106200,
        receivedCents: 106000,
        arrivedOn: '2026-11-12',
      },
    ]);
    expect(codes(payouts, head, row('1,300.00'))).toEqual(['Fee: not-allowed']);
  });

  it('a stay ends after it begins, and its nights are the nights between', () => {
    const head = ['Property', 'Check-in', 'Check-out', 'Guest', 'Platform', 'Total', 'Platform fee', 'Nights'];
    const stay = (until: string, nights: string) => [
      'Harbor cottage',
      '2026-10-30',
      until,
      'Sample guest',
      'Airbnb',
      '705.00',
      '21.15',
      nights,
    ];
    const { rows } = planned(stays, [head, stay('2026-11-02', '3')], { names: NAMES });
    expect(bodiesOf(rows)).toEqual([
      {
        entityId: 'jada',
        propertyId: 'cottage',
        checkIn: '2026-10-30',
        checkOut: '2026-11-02',
        guest: 'Sample guest',
        platform: 'Airbnb',
        totalCents: 70500,
        platformFeeCents: 2115,
      },
    ]);
    expect(codes(stays, head, stay('2026-10-30', ''))).toEqual(['Check-out: not-allowed']);
    expect(codes(stays, head, stay('2026-11-02', '4'))).toEqual(['Nights: not-allowed']);
    expect(codes(stays, head, stay('2027-10-31', ''))).toEqual([]); // 366 nights
    expect(codes(stays, head, stay('2027-11-01', ''))).toEqual(['Check-out: not-allowed']);
  });

  it('work takes its time in hours or minutes, not two that differ', () => {
    const head = ['Date', 'Client', 'Hours', 'Minutes', 'Rate', 'Billable', 'Note'];
    const work = (hours: string, minutes: string) => [
      '2026-11-09',
      'Sample client',
      hours,
      minutes,
      '125',
      'yes',
      'Backups',
    ];
    const { rows } = planned(workEntries, [head, work('1:30', ''), work('', '20'), work('1.5', '90')], {
      names: NAMES,
    });
    expect(bodiesOf(rows).map(({ minutes, rateCentsPerHour }) => [minutes, rateCentsPerHour])).toEqual([
      [90, 12500],
      [20, 12500],
      [90, 12500],
    ]);
    expect(codes(workEntries, head, work('1.5', '91'))).toEqual(['Minutes: not-allowed']);
    expect(codes(workEntries, head, work('', ''))).toEqual(['Hours: not-allowed']);
  });

  it('miles are run underway', () => {
    const head = ['Job', 'Date', 'Kind', 'Crew', 'Miles'];
    const log = (kind: string, nm: string) => ['job_01J9ZQ', '2026-11-12', kind, 'Captain, Deckhand, Deckhand', nm];
    const { rows } = planned(dayLogs, [head, log('Under way', '124 nm'), log('weather standby', '0')], {
      names: NAMES,
    });
    expect(bodiesOf(rows)).toMatchObject([
      { jobId: 'job_01J9ZQ', on: '2026-11-12', kind: 'underway', crew: ['captain', 'deckhand', 'deckhand'], nm: 124 },
      { kind: 'standby_weather', nm: 0 },
    ]);
    expect(codes(dayLogs, head, log('prep', '5'))).toEqual(['Miles: not-allowed']);
    const mixed = ['Sample sloop', '2026-11-12', 'prep', 'deckhand + mate and captain', '0'];
    expect(bodiesOf(planned(dayLogs, [head, mixed], { names: NAMES }).rows)).toMatchObject([
      { crew: ['captain', 'mate', 'deckhand'] },
    ]);
  });

  it('a target is dollars for revenue and a number for charters', () => {
    const table = [
      ['Month', 'Metric', 'Target'],
      ['2026-11', 'Revenue', '42,000.50'],
      ['Dec 2026', 'trips', '24'],
      ['2026-12', 'charters', '2.5'],
    ];
    const { rows, summary } = planned(targets, table);
    expect(bodiesOf(rows)).toEqual([
      { entityId: 'jada', month: '2026-11', metric: 'revenue', value: 4200050 },
      { entityId: 'jada', month: '2026-12', metric: 'charters', value: 24 },
    ]);
    expect(summary.problems).toMatchObject([{ row: 4, code: 'not-allowed' }]);
  });

  it('a lead says when it asked, to the minute or the day, and was answered afterwards', () => {
    const head = ['Created', 'First response', 'Name', 'Source', 'Status', 'Value', 'Probability'];
    const lead = (asked: string, answered: string) => [
      asked,
      answered,
      'Sample guest',
      'GetMyBoat',
      'Open',
      '1,200.00',
      '40%',
    ];
    const { rows } = planned(leads, [head, lead('2026-11-12 23:30', '2026-11-13 09:00')], { names: NAMES });
    expect(bodiesOf(rows)).toMatchObject([
      {
        askedOn: '2026-11-12',
        askedAt: '2026-11-13T07:30:00.000Z',
        firstResponseAt: '2026-11-13T17:00:00.000Z',
        stage: 'new',
        probabilityBps: 4000,
      },
    ]);
    const dated = planned(leads, [head, lead('2026-11-12', '')], { names: NAMES });
    expect(bodiesOf(dated.rows)).toMatchObject([{ askedOn: '2026-11-12', stage: 'new' }]);
    expect(bodiesOf(dated.rows)[0]).not.toHaveProperty('askedAt');
    expect(codes(leads, head, lead('2026-11-12', '2026-11-12 09:00'))).toEqual([]);
    expect(codes(leads, head, lead('2026-11-12', '2026-11-11 09:00'))).toEqual(['First response: not-allowed']);
    expect(codes(leads, head, lead('2026-11-12 23:30', '2026-11-12 09:00'))).toEqual(['First response: not-allowed']);
  });

  it('a campaign sent at least as many mails as came back', () => {
    const head = Object.values(campaigns.columns).map(({ title }) => title);
    const row = Object.entries(campaigns.columns).map(([field, { example }]) => (field === 'sent' ? '20' : example));
    expect(codes(campaigns, head, row)).toEqual(['Sent: not-allowed']);
  });

  it('two people without an address are one where name and telephone are the same', () => {
    const head = ['Name', 'Phone'];
    expect(codes(customers, head, ['Zoë', '1'], ['zoë', '1'], ['Zoë', '2'])).toEqual(['Name: repeated']);
  });

  it('the balance of a card processor adds up in every row', () => {
    const head = ['Type', 'ID', 'Created (UTC)', 'Description', 'Amount', 'Currency', 'Fees', 'Net'];
    const row = (net: string) => ['charge', 'txn_1', '2026-11-12 07:30', 'Deposit', '400.00', 'usd', '11.90', net];
    expect(codes(cardBalance, head, row('388.10'))).toEqual([]);
    expect(codes(cardBalance, head, row('388.11'))).toEqual(['Net: not-allowed']);
  });
});

/** Two ways to say one thing: the example row says it once. */
const LEFT_OUT = new Set(['bank-lines.inCents', 'bank-lines.outCents', 'targets.charters']);
