import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { leadReceived } from '../../shared/ledger/leads.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { aLead, at, CONTEXT, posted } from '../ledger/a-record.ts';
import { goldenEntries } from '../ledger/golden-history.ts';
import { aMonth, aSheet, NOVEMBER_TO_DATE, OCTOBER, valueOn, ZONE } from './a-snapshot.ts';

const { input, expected } = golden;
const CHANNELS = [
  { id: 'direct', name: 'Direct', kind: 'direct_web', feeConfirmed: true },
  { id: 'getmyboat', name: 'GetMyBoat', kind: 'ota_boat', feeConfirmed: true, commissionBps: 1_150 },
  { id: 'viator', name: 'Viator', kind: 'ota_tour', feeConfirmed: false, commissionBps: 2_500 },
];

describe('the golden cohorts', () => {
  const entries = input.leads.map((lead) => {
    const wonOn = lead.bookedAt === undefined ? {} : { quotedOn: day(lead.bookedAt), wonOn: day(lead.bookedAt) };
    const asked = { id: `lead_${lead.id}`, channelId: lead.channel, askedOn: day(lead.createdAt), ...wonOn };
    return posted(leadReceived(aLead(asked), CONTEXT));
  });
  const parts = { balances: rebuiltBalances(entries), records: { channel: CHANNELS } };

  test('September converts two of five; October has no leads and November is too young to judge', () => {
    const sheet = aSheet(parts, NOVEMBER_TO_DATE);
    expect(valueOn(sheet, 'channel-leads', 'direct')).toBe(expected.leadConversionCohort['2026-09'].leads);
    expect(valueOn(sheet, 'channel-won', 'direct')).toBe(expected.leadConversionCohort['2026-09'].converted);
    expect(valueOn(sheet, 'conversion-rate')).toBe(expected.leadConversionCohort['2026-09'].rateBps);
    expect(valueOn(sheet, 'inquiries')).toBe(expected.leadConversionCohort['2026-11'].leads);
  });

  test('without a day of winning on any lead, conversion is unknown, not zero', () => {
    const undated = input.leads.map((lead) =>
      posted(leadReceived(aLead({ id: `lead_${lead.id}`, askedOn: day(lead.createdAt) }), CONTEXT)),
    );
    const sheet = aSheet({ balances: rebuiltBalances(undated) }, NOVEMBER_TO_DATE);
    expect(valueOn(sheet, 'conversion-rate')).toBe('unknown: the days leads were won');
  });

  function day(at_: string) {
    return dayIn(ZONE, at(at_));
  }
});

describe('the golden cost of a new customer, October', () => {
  const balances = rebuiltBalances(goldenEntries('costs first')).filter(({ month }) => month === '2026-10');
  const spend = input.spend.map(({ channel, month, cents }, i) => ({
    id: `ads_${i}`,
    channelId: channel,
    month,
    cents,
  }));
  const sheet = aSheet({ balances, records: { channel: CHANNELS, 'ad-spend': spend } }, OCTOBER);

  test.each(['direct', 'getmyboat'] as const)('of %s is the worked one, with and without commission', (id) => {
    const worked = expected['cac_2026-10'][id];
    expect(valueOn(sheet, 'channel-spend', id)).toBe(worked.spendCents);
    expect(valueOn(sheet, 'channel-new-customers', id)).toBe(worked.newCustomers);
    expect(valueOn(sheet, 'channel-cac', id)).toBe(worked.cacCents);
    expect(valueOn(sheet, 'channel-cac-loaded', id)).toBe(worked.fullyLoadedCacCents);
  });

  test('of a channel without a new customer is unknown, never zero', () => {
    expect(sheet.measuredOf('channel-cac', 'viator').state).toBe('unknown');
  });

  test('of all together is 15,001 over two, and 26,501 over two with commission', () => {
    expect(valueOn(sheet, 'blended-cac')).toBe(7_501);
    expect(valueOn(sheet, 'blended-cac-loaded')).toBe(13_251);
    expect(valueOn(sheet, 'unattributed-spend')).toBe(0);
  });

  test('a month without ad spend on record is unknown and named', () => {
    const without = aSheet({ balances, records: { channel: CHANNELS, 'ad-spend': spend.slice(1) } }, OCTOBER);
    expect(valueOn(without, 'channel-spend', 'direct')).toBe('unknown: ad spend of Direct for Oct 2026');
  });

  test('the contribution of October is GetMyBoat’s one charter, 437.66', () => {
    expect(valueOn(sheet, 'channel-contribution-each', 'getmyboat')).toBe(expected.contributionMarginCents.evt_B);
  });
});

test('return and revenue per dollar are sums over sums; a channel that cost nothing has neither', () => {
  const month = (of: string, revenue: number, contribution: number) =>
    aMonth(of, {
      channels: { 'direct.revenue': revenue, 'direct.booked': 1 },
      margin: { 'direct.contribution': contribution },
    });
  const ads = (cents: number) =>
    ['2026-08', '2026-09', '2026-10'].map((of, i) => ({ id: `ads_${i}`, channelId: 'direct', month: of, cents }));
  const balances = [month('2026-08', 100_000, 60_000), month('2026-09', 0, 0), month('2026-10', 50_000, 15_000)];
  const paid = aSheet({ balances, records: { channel: CHANNELS, 'ad-spend': ads(10_000) } }, OCTOBER);
  expect(valueOn(paid, 'channel-roi', 'direct')).toBe(15_000);
  expect(valueOn(paid, 'channel-roas', 'direct')).toBe(500);
  const free = aSheet({ balances, records: { channel: CHANNELS, 'ad-spend': ads(0) } }, OCTOBER);
  expect(free.has('channel-roi', 'direct')).toBe(false);
});

describe('a visible listing', () => {
  const visible = (over: object) => {
    const listing = { channelId: 'getmyboat', status: 'live', statusSince: '2026-01-01', lastVerifiedOn: '2026-11-20' };
    return valueOn(aSheet({ records: { listing: [{ ...listing, ...over }] } }), 'visible-listings');
  };
  test.each([
    [{ lastBookableOn: '2026-11-21' }, 1],
    [{ lastBookableOn: '2026-11-20' }, 0],
    [{ firstBookableOn: '2026-12-21', lastBookableOn: '2027-02-01' }, 1],
    [{ firstBookableOn: '2026-12-22', lastBookableOn: '2027-02-01' }, 0],
    [{ lastVerifiedOn: '2026-10-22', lastBookableOn: '2027-02-01' }, 1],
    [{ lastVerifiedOn: '2026-10-21', lastBookableOn: '2027-02-01' }, 0],
    [{ status: 'paused', lastBookableOn: '2027-02-01' }, 0],
  ])('given %j counts %i', (over, count) => expect(visible(over)).toBe(count));

  test('is unknown while nobody wrote down its bookable days', () => {
    expect(visible({})).toBe('unknown: the bookable days of JADA Charters on getmyboat');
  });

  test('is counted among those we have or want', () => {
    const listing = ['live', 'rejected', 'not_started', 'delisted', 'draft'].map((status, i) => ({
      id: `lst_${i}`,
      channelId: 'getmyboat',
      status,
      statusSince: '2026-01-01',
      lastVerifiedOn: '2026-11-20',
      lastBookableOn: '2026-12-31',
    }));
    const sheet = aSheet({ records: { listing } });
    expect(valueOn(sheet, 'eligible-listings')).toBe(3);
    expect(valueOn(sheet, 'visible-share')).toBe(3_333);
  });
});

test('the usual answer is the one in the middle, and who still waits counts until now', () => {
  const lead = (id: string, over: object) => ({
    id: `led_${id}`,
    channelId: 'getmyboat',
    askedOn: '2026-11-20',
    ...over,
  });
  const asked = '2026-11-20T20:00:00.000Z';
  const leads = [
    lead('a', { stage: 'lost', askedAt: asked, firstResponseAt: '2026-11-20T20:10:00.000Z' }),
    lead('b', { stage: 'quoted', askedAt: asked, firstResponseAt: '2026-11-20T20:40:00.000Z' }),
    lead('c', { stage: 'new', askedAt: asked }),
    lead('d', { stage: 'lost', askedAt: asked }),
  ];
  const three = aSheet({ records: { channel: CHANNELS, lead: leads } });
  expect(valueOn(three, 'response-median-minutes')).toBe(40);
  const waiting = aSheet({ records: { channel: CHANNELS, lead: leads.slice(2) } });
  expect(waiting.measuredOf('response-median-minutes')).toMatchObject({ state: 'estimated', value: 1_440 });
  expect(valueOn(waiting, 'unanswered-leads')).toBe(1);
});

test('a lead of which only the day is known says nothing of how fast we answer, and still waits for its answer', () => {
  const lead = (id: string, over: object) => ({
    id: `led_${id}`,
    channelId: 'getmyboat',
    askedOn: '2026-11-20',
    stage: 'new',
    ...over,
  });
  const dated = [lead('a', {}), lead('b', { stage: 'quoted', firstResponseAt: '2026-11-20T20:40:00.000Z' })];
  const alone = aSheet({ records: { channel: CHANNELS, lead: dated } });
  expect(alone.measuredOf('response-median-minutes').state).toBe('unknown');
  expect(valueOn(alone, 'unanswered-leads')).toBe(1);
  const timed = { stage: 'lost', askedAt: '2026-11-20T20:00:00.000Z', firstResponseAt: '2026-11-20T20:10:00.000Z' };
  const both = aSheet({ records: { channel: CHANNELS, lead: [...dated, lead('c', timed)] } });
  expect(both.measuredOf('response-median-minutes')).toMatchObject({ state: 'measured', value: 10 });
});

test('a campaign is told by the numbers delivered, not by those sent', () => {
  const campaign = {
    id: 'cmp_1',
    name: 'Autumn',
    sentOn: '2026-10-01',
    sent: 1_000,
    bouncesHard: 40,
    bouncesSoft: 10,
    complaints: 1,
    uniqueOpens: 400,
    uniqueClicks: 38,
    unsubscribes: 4,
    unsubscribeHeader: true,
    costCents: 20_000,
    bookings: 2,
    revenueCents: 285_000,
    contributionCents: 15_000,
  };
  const sheet = aSheet({ records: { campaign: [campaign] } });
  const told = (id: string) => valueOn(sheet, `campaign-${id}`, 'cmp_1');
  expect(['delivery-rate', 'bounce-rate', 'complaint-rate', 'click-rate', 'click-to-open'].map(told)).toEqual([
    9_500, 500, 11, 400, 950,
  ]);
  expect(['conversion', 'roi', 'revenue-per-delivered'].map(told)).toEqual([526, -2_500, 300]);
});

test('lists grow by what they hold more than a month before; a list not counted makes both unknown', () => {
  const size = (name: string, month: string, held: number) => ({ id: `mls_${name}-${month}`, name, month, size: held });
  const counted = [size('A', '2026-09', 100), size('A', '2026-10', 130), size('B', '2026-09', 50)];
  const whole = aSheet({ records: { 'mailing-list': [...counted, size('B', '2026-10', 45)] } });
  expect([valueOn(whole, 'list-size'), valueOn(whole, 'list-growth')]).toEqual([175, 25]);
  expect(valueOn(aSheet({ records: { 'mailing-list': counted } }), 'list-size')).toBe(
    'unknown: the size of B for Oct 2026',
  );
});

test('search tasks are late the day after their day, unless done', () => {
  const task = (i: number, status: string, dueOn: string) => ({
    id: `seo_${i}`,
    phase: '30',
    status,
    dueOn,
    effortHours: 2,
  });
  const tasks = [task(1, 'open', '2026-11-21'), task(2, 'in_progress', '2026-11-20'), task(3, 'done', '2026-11-01')];
  const sheet = aSheet({ records: { 'seo-task': tasks } });
  expect(['seo-tasks-done', 'seo-tasks-open', 'seo-tasks-late'].map((id) => valueOn(sheet, id))).toEqual([1, 2, 1]);
});

test('a cancellation counts for its channel in the month it was to sail: golden November, weather and guest', () => {
  const balances = rebuiltBalances(goldenEntries('costs last'));
  const later = aSheet(
    { balances, records: { channel: CHANNELS }, today: '2026-12-05' },
    monthPeriod('2026-11' as Month),
  );
  // direct, September to November: A and D sailed, C was cancelled by the guest
  expect(valueOn(later, 'channel-cancellation-rate', 'direct')).toBe(3_333);
  expect(valueOn(later, 'channel-cancellation-rate', 'viator')).toBe(10_000);
  expect(valueOn(later, 'operator-cancellation-recent')).toBe(0);
});
