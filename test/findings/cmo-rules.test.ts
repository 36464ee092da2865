import { expect, test } from 'vitest';
import { CEO_RULES } from '../../shared/reports/findings/ceo-rules/ceo-rules.ts';
import { CMO_RULES } from '../../shared/reports/findings/cmo-rules/cmo-rules.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import { aMonth, aSheet, OCTOBER } from '../facts/a-snapshot.ts';

type Parts = NonNullable<Parameters<typeof aSheet>[0]>;
type Case = readonly [code: string, given: string, parts: Parts, found: string];

const GMB = { id: 'getmyboat', name: 'GetMyBoat', kind: 'ota_boat', feeConfirmed: true };
const LIVE = {
  channelId: 'getmyboat',
  status: 'live',
  statusSince: '2026-01-01',
  lastVerifiedOn: '2026-11-20',
  lastBookableOn: '2026-12-31',
  copyUpdatedOn: '2026-10-01',
};
const listing = (over: object): Parts => ({ records: { channel: [GMB], listing: [{ ...LIVE, ...over }] } });
const waits = (status: string, statusSince: string) => listing({ status, statusSince });
const answered = (firstResponseAt: string): Parts => ({
  records: {
    channel: [GMB],
    lead: [
      {
        channelId: 'getmyboat',
        askedOn: '2026-11-20',
        askedAt: '2026-11-20T20:00:00.000Z',
        stage: 'quoted',
        firstResponseAt,
      },
    ],
  },
});
const sold = (spend: number): Parts => ({
  balances: [
    aMonth('2026-10', {
      channels: {
        'getmyboat.new-customers': 1,
        'getmyboat.booked': 1,
        'getmyboat.performed': 1,
        'getmyboat.commission': 10_000,
      },
      margin: { 'getmyboat.contribution': 50_000 },
    }),
  ],
  records: { channel: [GMB], 'ad-spend': [{ channelId: 'getmyboat', month: '2026-10', cents: spend }] },
});
const mail = (over: object): Parts => ({
  records: {
    campaign: [
      {
        name: 'Autumn',
        sentOn: '2026-10-01',
        sent: 10_000,
        bouncesHard: 0,
        bouncesSoft: 0,
        complaints: 0,
        uniqueOpens: 10,
        uniqueClicks: 5,
        unsubscribes: 0,
        unsubscribeHeader: true,
        costCents: 1_000,
        bookings: 1,
        revenueCents: 5_000,
        contributionCents: 1_000,
        ...over,
      },
    ],
  },
});
const rated = (ratingTenths: number): Parts => ({
  records: { channel: [GMB], review: [{ channelId: 'getmyboat', ratingTenths, on: '2026-11-01' }] },
});
const cancelled = (ours: number): Parts => ({
  balances: [aMonth('2026-10', { operations: { performed: 100 - ours, 'cancelled-operator': ours } })],
});
const site = (analytics: boolean): Parts => ({
  records: { 'web-property': [{ domain: 'a.example', analytics, checkedOn: '2026-11-01' }] },
});
const fee = (over: object): Parts => ({
  records: { channel: [{ ...GMB, commissionBps: 1_500, feeConfirmed: false, ...over }] },
});
const leads = (direct: number): Parts => ({
  balances: [
    aMonth('2026-10', {
      operations: { leads: 10 },
      channels: { 'direct.leads': direct, 'referral.leads': 10 - direct },
    }),
  ],
});

const CASES: readonly Case[] = [
  ['CMO-01', 'documents for 7 days', waits('documents_pending', '2026-11-14'), 'ok'],
  ['CMO-01', 'documents for 8 days', waits('documents_pending', '2026-11-13'), 'medium'],
  ['CMO-01', 'review for 14 days', waits('in_review', '2026-11-07'), 'ok'],
  ['CMO-01', 'review for 15 days', waits('in_review', '2026-11-06'), 'medium'],
  ['CMO-01', 'changes for 4 days', waits('changes_requested', '2026-11-17'), 'medium'],
  ['CMO-01', 'no listing', {}, 'unknown'],
  ['CMO-02', 'looked at 30 days ago', listing({ lastVerifiedOn: '2026-10-22' }), 'ok'],
  ['CMO-02', 'looked at 31 days ago', listing({ lastVerifiedOn: '2026-10-21' }), 'medium'],
  ['CMO-02', 'no listing', {}, 'unknown'],
  ['CMO-03', 'a bookable day', listing({}), 'ok'],
  ['CMO-03', 'a calendar that has ended', listing({ lastBookableOn: '2026-11-20' }), 'high'],
  ['CMO-03', 'bookable days nobody recorded', listing({ lastBookableOn: undefined }), 'unknown'],
  ['CMO-04', 'an answer after 60 minutes', answered('2026-11-20T21:00:00.000Z'), 'ok'],
  ['CMO-04', 'an answer after 61 minutes', answered('2026-11-20T21:01:00.000Z'), 'high'],
  ['CMO-04', 'no lead', {}, 'unknown'],
  ['CMO-05', 'a cost of what the charter left', sold(40_000), 'ok'],
  ['CMO-05', 'a cost a cent above it', sold(40_001), 'critical'],
  ['CMO-05', 'no ad spend on record', { ...sold(0), records: { channel: [GMB] } }, 'unknown'],
  ['CMO-06', 'a campaign that earned its cost', mail({}), 'ok'],
  ['CMO-06', 'one that fell a cent short', mail({ contributionCents: 999 }), 'medium'],
  ['CMO-06', 'one too young to judge', mail({ contributionCents: 0, sentOn: '2026-11-01' }), 'ok'],
  ['CMO-06', 'no campaign', {}, 'unknown'],
  ['CMO-07', 'bounces of 4.99 %', mail({ bouncesHard: 499 }), 'ok'],
  ['CMO-07', 'bounces of 5 %', mail({ bouncesHard: 300, bouncesSoft: 200 }), 'critical'],
  ['CMO-07', 'complaints of 0.09 %', mail({ complaints: 9 }), 'ok'],
  ['CMO-07', 'complaints of 0.1 %', mail({ complaints: 10 }), 'critical'],
  ['CMO-07', 'no campaign', {}, 'unknown'],
  ['CMO-08', '4.5 stars', rated(45), 'ok'],
  ['CMO-08', '4.4 stars', rated(44), 'medium'],
  ['CMO-08', '4.0 stars', rated(40), 'medium'],
  ['CMO-08', '3.9 stars', rated(39), 'high'],
  ['CMO-08', 'no review', {}, 'unknown'],
  ['CMO-09', '9 % cancelled by us', cancelled(9), 'ok'],
  ['CMO-09', '10 %', cancelled(10), 'medium'],
  ['CMO-09', '15 %', cancelled(15), 'critical'],
  ['CMO-09', 'no books', {}, 'unknown'],
  ['CMO-10', 'a text of 180 days', listing({ copyUpdatedOn: '2026-05-25' }), 'ok'],
  ['CMO-10', 'a text of 181 days', listing({ copyUpdatedOn: '2026-05-24' }), 'low'],
  ['CMO-10', 'a text of no known day', listing({ copyUpdatedOn: undefined }), 'unknown'],
  ['CMO-11', 'visits counted', site(true), 'ok'],
  ['CMO-11', 'visits not counted', site(false), 'high'],
  ['CMO-11', 'no website on record', {}, 'unknown'],
  ['CMO-12', 'a fee unconfirmed for 30 days', fee({ feeEffectiveFrom: '2026-10-22' }), 'ok'],
  ['CMO-12', 'a fee unconfirmed for 31 days', fee({ feeEffectiveFrom: '2026-10-21' }), 'low'],
  ['CMO-12', 'a confirmed fee', fee({ feeConfirmed: true, feeEffectiveFrom: '2026-01-01' }), 'ok'],
  ['CMO-12', 'no channel', {}, 'unknown'],
  ['CMO-13', '60 % through one channel', leads(6), 'ok'],
  ['CMO-13', '70 % through one channel', leads(7), 'medium'],
  ['CMO-13', 'no books', {}, 'unknown'],
  ['CMO-14', 'the header present', mail({}), 'ok'],
  ['CMO-14', 'the header missing', mail({ unsubscribeHeader: false }), 'critical'],
  ['CMO-14', 'no campaign', {}, 'unknown'],
];

test.each(CASES)('%s given %s', (code, _given, parts, found) => {
  const finding = findingsOf(CMO_RULES, aSheet(parts, OCTOBER)).find(({ rule }) => rule.code === code);
  expect(finding?.state === 'shortfall' ? finding.severity : finding?.state).toBe(found);
});

test('there are fourteen rules, numbered in order, sharing a cause with the CEO’s where the cause is the same', () => {
  expect(CMO_RULES.map(({ code }) => code)).toEqual(
    Array.from({ length: 14 }, (_, i) => `CMO-${String(i + 1).padStart(2, '0')}`),
  );
  const shared = CMO_RULES.filter(({ causeKey }) => CEO_RULES.some((rule) => rule.causeKey === causeKey));
  expect(shared.map(({ code, causeKey }) => [code, causeKey])).toEqual([
    ['CMO-01', 'platform-presence'],
    ['CMO-13', 'channel-concentration'],
  ]);
});
