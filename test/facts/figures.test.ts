import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { spanSoFar } from '../../shared/reports/facts/revenue.ts';
import {
  aKeptMonth,
  aMonth,
  anEntity,
  anUpcomingCharter,
  aSheet,
  aSnapshot,
  NOVEMBER_TO_DATE,
  OCTOBER,
  TAKEN_AT,
  valueOn,
} from './a-snapshot.ts';

describe('revenue', () => {
  test('is revenue accounts less refunds; deposits, tips, tax and cash are not', () => {
    const accounts = {
      '4010': -100_000,
      '4020': -20_000,
      '4190': 5_000,
      '2100': -40_000,
      '2200': -4_000,
      '2300': -9_000,
      '1010': 300_000,
    };
    expect(valueOn(aSheet({ balances: [aMonth('2026-11', { accounts })] }), 'recognised-revenue')).toBe(115_000);
  });

  test('fiscal year != calendar: to date runs from the start of the fiscal quarter and year', () => {
    const balances = ['2026-07', '2026-08', '2026-09', '2026-10', '2026-11'].map((month, i) =>
      aMonth(month, { accounts: { '4010': -(10 ** i) } }),
    );
    const july = aSheet({ balances, records: { entity: [anEntity({ fiscalYearStartMonth: 7 })] } });
    expect(valueOn(july, 'revenue-quarter-to-date')).toBe(11_000);
    expect(valueOn(july, 'revenue-year-to-date')).toBe(11_111);
  });

  test.each([
    ['2026-11', 1, 3, ['2026-10', '2026-11']],
    ['2026-11', 12, 3, ['2026-09', '2026-10', '2026-11']],
    ['2026-01', 12, 12, ['2025-12', '2026-01']],
    ['2026-07', 7, 12, ['2026-07']],
  ] as const)('of %s with a year from month %i, the last %i months so far', (month, start, span, months) => {
    expect(spanSoFar(month as Month, start, span)).toEqual(months);
  });
});

describe('targets', () => {
  const target = (month: string, value: number, over = {}) => ({
    id: `tgt_${month}_${value}`,
    month,
    metric: 'revenue',
    value,
    ...over,
  });

  test('to date the as-of day counts: on Nov 21 of a $9,000 month, $6,300 is due', () => {
    const records = { target: [target('2026-11', 900_000)] };
    const balances = [aMonth('2026-11', { accounts: { '4010': -630_000 } })];
    const sheet = aSheet({ records, balances });
    expect(valueOn(sheet, 'revenue-gap-to-date')).toBe(0);
    expect(valueOn(sheet, 'revenue-gap')).toBe(-270_000);
    expect(valueOn(sheet, 'revenue-attainment')).toBe(7_000);
  });

  test('a whole past month is due in full', () => {
    const records = { target: [target('2026-10', 900_000)] };
    const balances = [aMonth('2026-10', { accounts: { '4010': -630_000 } })];
    expect(valueOn(aSheet({ records, balances }, OCTOBER), 'revenue-gap-to-date')).toBe(-270_000);
  });

  test('of two targets for a month the one written last counts', () => {
    const later = { updatedAt: '2026-10-01T00:00:00.000Z' };
    const records = { target: [target('2026-11', 100, later), target('2026-11', 200)] };
    expect(valueOn(aSheet({ records }), 'revenue-target')).toBe(100);
  });

  test('of two targets written at once the one with the later id counts, in whatever order they come', () => {
    const two = [target('2026-11', 100, { id: 'tgt_a' }), target('2026-11', 200, { id: 'tgt_b' })];
    expect(valueOn(aSheet({ records: { target: two } }), 'revenue-target')).toBe(200);
    expect(valueOn(aSheet({ records: { target: two.toReversed() } }), 'revenue-target')).toBe(200);
  });

  test('a gap is as certain as what was earned, not a target', () => {
    const records = { target: [target('2026-11', 900_000)] };
    const gap = aSheet({ records, balances: [aKeptMonth('2026-11')] }).measuredOf('revenue-gap');
    expect(gap.state).toBe('measured');
  });

  test('the next 30 days of two months take each by its days: 10 of 30 in November, 20 of 31 in December', () => {
    const records = { target: [target('2026-11', 300_000), target('2026-12', 310_000)] };
    const sheet = aSheet({ records, balances: [aMonth('2026-11', { operations: { booked: 1 } })] });
    expect(valueOn(sheet, 'target-next-30-days')).toBe(100_000 + 200_000);
    expect(valueOn(sheet, 'unconfirmed-target-30-days')).toBe(300_000);
  });
});

describe('what is ahead', () => {
  const on = (sailsOn: string, over: Parameters<typeof anUpcomingCharter>[0] = {}) =>
    anUpcomingCharter({ id: `chr_${sailsOn}`, sailsOn: sailsOn as LocalDate, ...over }, 100_000);

  test('counts thirty days with today as the first', () => {
    const sheet = aSheet({ upcoming: [on('2026-11-21'), on('2026-12-20'), on('2026-12-21')] });
    expect(valueOn(sheet, 'charters-next-30-days')).toBe(2);
    expect(valueOn(sheet, 'confirmed-30-days')).toBe(200_000);
    expect(valueOn(sheet, 'confirmed-60-days')).toBe(300_000);
    expect(valueOn(sheet, 'on-the-books')).toBe(100_000);
  });

  test.each([
    ['booked', 1],
    ['confirmed', 1],
    ['boarding', 1],
    ['underway', 1],
    ['returned', 1],
    ['held', 0],
    ['quoted', 0],
    ['inquiry', 0],
    ['weather_hold', 0],
    ['cancelled', 0],
  ] as const)('a charter that is %s counts %i times as firm', (lifecycle, count) => {
    expect(valueOn(aSheet({ upcoming: [on('2026-11-28', { lifecycle })] }), 'charters-next-30-days')).toBe(count);
  });

  test('is as of now, whatever the period, and says so', () => {
    const figure = aSheet({ upcoming: [on('2026-11-28')] }, OCTOBER).measuredOf('confirmed-30-days');
    expect(figure).toMatchObject({
      value: 100_000,
      basis: { asOf: '2026-11-21', records: 'charters ahead of JADA Charters, as of now whatever the period' },
    });
  });

  test('a hold past its time is no longer open', () => {
    const held = (id: string, holdExpiresAt: string) => on('2026-12-01', { id, lifecycle: 'held', holdExpiresAt });
    const upcoming = [
      held('chr_1', TAKEN_AT),
      held('chr_2', '2026-11-21T20:00:00.001Z'),
      on('2026-12-02', { lifecycle: 'quoted' }),
    ];
    expect(valueOn(aSheet({ upcoming }), 'open-quotes-and-holds')).toBe(2);
  });

  test('the forecast takes off what is usually cancelled: 1 of 4 in three months', () => {
    const balances = [
      aMonth('2026-09', { operations: { performed: 1, 'cancelled-guest': 1 } }),
      aMonth('2026-10', { operations: { performed: 1 } }),
      aMonth('2026-11', { operations: { performed: 1 }, accounts: { '4010': -50_000 } }),
    ];
    const sheet = aSheet({ balances, upcoming: [on('2026-11-28')] });
    expect(sheet.measuredOf('month-forecast')).toMatchObject({ state: 'estimated', value: 50_000 + 75_000 });
  });

  test('the forecast of a month nobody has written in yet is what is on its books: the first report of a month has one', () => {
    const balances = [
      aMonth('2026-09', { operations: { performed: 1, 'cancelled-guest': 1 } }),
      aMonth('2026-10', { operations: { performed: 2 }, accounts: { '4010': -50_000 } }),
    ];
    const sheet = aSheet({ balances, upcoming: [on('2026-11-28')] });
    expect(sheet.measuredOf('month-forecast')).toMatchObject({ state: 'estimated', value: 75_000 });
  });
});

describe('the pipeline', () => {
  const lead = (stage: string, expectedCents = 100_000, probabilityBps = 2_500, over = {}) => ({
    id: `led_${stage}${expectedCents}`,
    stage,
    expectedCents,
    probabilityBps,
    channelId: 'direct',
    ...over,
  });

  test('weighs what is open by its probability and counts whom somebody answered', () => {
    const records = {
      lead: [
        lead('new'),
        lead('contacted'),
        lead('quoted'),
        lead('won'),
        lead('lost'),
        lead('quoted', 200_000, 2_500, { charterId: 'chr_1' }),
      ],
    };
    const sheet = aSheet({ records });
    expect(valueOn(sheet, 'open-leads')).toBe(4);
    expect(valueOn(sheet, 'open-qualified-leads')).toBe(2);
    expect(valueOn(sheet, 'weighted-pipeline')).toBe(3 * 25_000 + 50_000);
  });
});

describe('break-even over months', () => {
  const sailed = (month: string, performed: number) =>
    aMonth(month, { operations: { performed }, margin: { performed, contribution: performed * 100_000 } });
  const records = { 'fixed-cost': [{ name: 'Slip', centsPerMonth: 400_000, from: '2026-01' }] };

  test('an average under five charters is estimated and says so', () => {
    const few = aSheet({ balances: [sailed('2026-09', 1), sailed('2026-10', 1), sailed('2026-11', 2)] });
    expect(few.measuredOf('average-contribution')).toMatchObject({
      state: 'estimated',
      value: 100_000,
      basis: { assumption: 'It rests on fewer than five charters.' },
    });
    const enough = aSheet({ balances: [sailed('2026-09', 1), sailed('2026-10', 2), sailed('2026-11', 2)] });
    expect(enough.measuredOf('average-contribution').state).toBe('measured');
  });

  test('an average reaches back as far as the books do', () => {
    const young = aSheet({ balances: [sailed('2026-10', 5), sailed('2026-11', 2)] });
    expect(young.measuredOf('average-contribution')).toMatchObject({
      value: 100_000,
      basis: { assumption: 'The books begin in Oct 2026, so fewer months are averaged.' },
    });
  });

  test.each([
    ['each month reached it', [4, 4, 4], 0],
    ['the last did not', [4, 4, 3], 1],
    ['the last two did not', [4, 3, 3], 2],
    ['none did', [3, 3, 3], 3],
    ['an earlier one did not', [3, 4, 4], 0],
  ])('months in a row below it when %s', (_, counts, expected) => {
    const months = ['2026-08', '2026-09', '2026-10'];
    const balances = counts.map((count, i) => sailed(months[i] ?? '', count));
    expect(valueOn(aSheet({ balances, records }), 'months-below-break-even')).toBe(expected);
  });

  test('a charter that loses money makes it unreachable, and every such month is below it', () => {
    const balances = ['2026-09', '2026-10', '2026-11'].map((month) =>
      aMonth(month, { operations: { performed: 9 }, margin: { performed: 9, contribution: -900 } }),
    );
    const sheet = aSheet({ balances, records });
    expect(valueOn(sheet, 'break-even-charters')).toBe('unreachable');
    expect(valueOn(sheet, 'charters-to-break-even')).toBe('unreachable');
    expect(valueOn(sheet, 'months-below-break-even')).toBe(2);
  });
});

describe('cash', () => {
  const month = (name: string, out: number, inflow: number, refunds = 0) =>
    aMonth(name, {
      accounts: { '1010': 100_000, '2100': -20_000, '2300': -5_000 },
      cash: {
        'operating-out': -out,
        'customer-in': inflow,
        'customer-refund-out': -refunds,
        'financing-in': 999,
        'pass-through-out': -77,
      },
    });

  test('what is held for others is not ours to spend; tips, tax and owner money are no burn', () => {
    const balances = [
      month('2026-08', 90_000, 30_000),
      month('2026-09', 90_000, 30_000),
      month('2026-10', 90_001, 30_000, 6_000),
      aKeptMonth('2026-11'),
    ];
    const sheet = aSheet({ balances });
    expect(valueOn(sheet, 'bank-total')).toBe(300_000);
    expect(valueOn(sheet, 'restricted-cash')).toBe(75_000);
    expect(valueOn(sheet, 'unrestricted-cash')).toBe(225_000);
    expect(valueOn(sheet, 'gross-burn')).toBe(90_000);
    expect(valueOn(sheet, 'net-burn')).toBe(62_000);
    expect(valueOn(sheet, 'runway')).toBe(36);
  });

  test('cash that grows does not run out', () => {
    const balances = ['2026-08', '2026-09', '2026-10'].map((name) => month(name, 10_000, 30_000));
    expect(valueOn(aSheet({ balances }), 'runway')).toBe('not burning');
  });

  test('without a full month there is no burn yet', () => {
    expect(valueOn(aSheet({ balances: [month('2026-11', 1, 1)] }), 'runway')).toContain('unknown');
  });
});

describe('channels', () => {
  test('the shares of all channels add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50_000, max: 1_000_000 }), { minLength: 1, maxLength: 9 }), (amounts) => {
        fc.pre(amounts.some((amount) => amount > 0));
        const channels = Object.fromEntries(amounts.map((amount, i) => [`c${i}.revenue`, amount]));
        const balances = ['2026-09', '2026-10', '2026-11'].map((month, i) =>
          aMonth(month, i === 0 ? { channels } : { operations: { leads: 1 } }),
        );
        const sheet = factSheet(aSnapshot({ balances }), ['jada'], NOVEMBER_TO_DATE);
        const shares = sheet.subjects('channel').map(({ id }) => Number(valueOn(sheet, 'channel-share', id)));
        expect(shares.reduce((a, b) => a + b, 0)).toBe(10_000);
        expect(shares.every((share) => share >= 0)).toBe(true);
      }),
      { numRuns: 50, seed: 7 },
    );
  });

  // domain.md: never print 0 for "no data"; a share of nothing is undefined.
  test('a share of no revenue is unknown, not zero', () => {
    const balances = ['2026-09', '2026-10', '2026-11'].map((month) =>
      aMonth(month, { channels: { 'direct.revenue': -5 } }),
    );
    expect(valueOn(aSheet({ balances }), 'channel-share', 'direct')).toContain('charter revenue above zero');
  });

  test('of two equal channels the first by name is the largest', () => {
    const balances = ['2026-09', '2026-10', '2026-11'].map((month) =>
      aMonth(month, { channels: { 'zulu.revenue': 5, 'alpha.revenue': 5 } }),
    );
    const sheet = aSheet({ balances });
    expect(valueOn(sheet, 'top-channel')).toBe('alpha');
    expect(valueOn(sheet, 'channel-concentration')).toBe(5_000);
  });
});

describe('records', () => {
  test('a listing is visible while somebody looked within 30 days', () => {
    const listing = (id: string, status: string, lastVerifiedOn?: string) => ({
      id,
      channelId: 'gmb',
      status,
      lastBookableOn: '2026-12-31',
      ...(lastVerifiedOn ? { lastVerifiedOn } : {}),
    });
    const records = {
      channel: [{ id: 'gmb', name: 'GetMyBoat', kind: 'ota_boat' }],
      listing: [
        listing('lst_1', 'live', '2026-10-22'),
        listing('lst_2', 'live', '2026-10-21'),
        listing('lst_3', 'live'),
        listing('lst_4', 'paused', '2026-11-20'),
      ],
    };
    const sheet = aSheet({ records });
    expect(['listings', 'visible-listings', 'live-platform-listings'].map((id) => valueOn(sheet, id))).toEqual([
      4, 1, 3,
    ]);
  });

  test('papers count as expired the day after their last', () => {
    const documents = ['2026-11-20', '2026-11-21', '2026-12-21', '2026-12-22', '2027-01-20', '2027-01-21'].map(
      (expiresOn) => ({ type: 'Paper', expiresOn }),
    );
    const sheet = aSheet({ records: { vessel: [{ name: 'Jada', documents }] } });
    expect(
      ['documents-expired', 'documents-expiring-30-days', 'documents-expiring-60-days'].map((id) => valueOn(sheet, id)),
    ).toEqual([1, 2, 4]);
  });

  test('recurring revenue takes a twelfth of yearly plans and leaves out what does not run', () => {
    const plan = (id: string, over: object) => ({
      id,
      centsPerInterval: 4_900,
      interval: 'month',
      from: '2026-01-01',
      status: 'active',
      ...over,
    });
    const records = {
      entity: [anEntity({ kind: 'subscription' })],
      subscription: [
        plan('sub_1', {}),
        plan('sub_2', { interval: 'year', centsPerInterval: 58_800, status: 'past_due' }),
        plan('sub_3', { status: 'trial' }),
        plan('sub_4', { status: 'paused' }),
        plan('sub_5', { until: '2026-11-21' }),
        plan('sub_6', { from: '2026-11-22' }),
      ],
    };
    const sheet = aSheet({ records });
    expect(valueOn(sheet, 'monthly-recurring-revenue')).toBe(9_800);
    expect(valueOn(sheet, 'active-subscriptions')).toBe(2);
    expect(valueOn(sheet, 'past-due-share')).toBe(5_000);
  });

  test('a figure that does not fit the kind of business is not asked, and not missing', () => {
    const agency = aSheet({ records: { entity: [anEntity({ kind: 'agency' })] } });
    expect(agency.has('break-even-charters')).toBe(false);
    expect(valueOn(agency, 'break-even-charters')).toContain('unknown: a business within this report');
    expect(agency.has('recognised-revenue')).toBe(true);
  });

  test('every known figure says up to which day its records were counted', () => {
    const sheet = aSheet({ balances: [aKeptMonth('2026-10'), aKeptMonth('2026-11')] }, OCTOBER);
    for (const { measured } of sheet.facts)
      if (measured.state !== 'unknown') expect(measured.basis.asOf).toMatch(/^2026-(10-31|11-21)$/);
    expect(sheet.measuredOf('recognised-revenue')).toMatchObject({ basis: { asOf: '2026-10-31' } });
  });
});
