import { expect, test } from 'vitest';
import { parsed } from '../../shared/records/fields.ts';
import { channelSchema, leadSchema, listingSchema } from '../../shared/records/marketing.ts';
import { reviewSchema } from '../../shared/records/review.ts';

const STAMP = {
  createdAt: '2026-11-21T20:00:00.000Z',
  createdBy: 'usr_ada',
  updatedAt: '2026-11-21T20:00:00.000Z',
  version: 1,
  source: 'manual',
  schemaVersion: 1,
};
const LISTING = {
  id: 'lst_1',
  entityId: 'jada',
  channelId: 'sailo',
  status: 'live',
  statusSince: '2026-10-01',
  ...STAMP,
};
const FULL = {
  ...LISTING,
  ownerRole: 'CMO',
  blockers: ['Insurance certificate'],
  firstBookableOn: '2026-11-22',
  lastBookableOn: '2027-01-31',
  contentScore: 100,
  photosCount: 12,
  copyUpdatedOn: '2026-05-01',
  calendarSync: 'ical',
  instantBook: false,
  medianResponseMin: 45,
  reviewsCount: 18,
  ratingTenths: 50,
  impressions: 2_400,
  clicks: 120,
  inquiries: 9,
};

test('a listing written before there was more to say of one is still a listing, and a full one is too', () => {
  expect(parsed(listingSchema, LISTING, 'It').ok).toBe(true);
  expect(parsed(listingSchema, FULL, 'It')).toEqual({ ok: true, value: FULL });
});

test.each([
  ['contentScore', 101],
  ['contentScore', -1],
  ['ratingTenths', 51],
  ['ratingTenths', 9],
  ['ratingTenths', 4.7],
  ['calendarSync', 'fax'],
  ['copyUpdatedOn', 'last May'],
] as const)('a listing whose %s is %j is refused at that field', (field, value) => {
  const read = parsed(listingSchema, { ...FULL, [field]: value }, 'It');
  expect(read.ok ? [] : read.fault.problems.map((problem) => problem.field)).toEqual([field]);
});

test('a blocker of two lines is refused, for it stands in a table', () => {
  const read = parsed(listingSchema, { ...FULL, blockers: ['one\ntwo'] }, 'It');
  expect(read.ok ? [] : read.fault.problems.map((problem) => problem.field)).toEqual(['blockers[0]']);
});

test('a channel may say since when its fee holds and which place it has in the order of opening', () => {
  const channel = {
    id: 'sailo',
    name: 'Sailo',
    kind: 'ota_boat',
    collects: true,
    revenueModel: 'gross',
    commissionBps: 1_500,
    feeConfirmed: false,
    payoutLagDays: 5,
    ...STAMP,
  };
  expect(parsed(channelSchema, channel, 'It').ok).toBe(true);
  expect(parsed(channelSchema, { ...channel, feeEffectiveFrom: '2026-01-01', openingOrder: 1 }, 'It').ok).toBe(true);
});

test('a lead may have the days it was quoted and won', () => {
  const lead = {
    id: 'lea_1',
    entityId: 'jada',
    channelId: 'direct',
    name: 'Bo',
    askedAt: '2026-11-01T18:00:00.000Z',
    askedOn: '2026-11-01',
    stage: 'won',
    expectedCents: 120_000,
    probabilityBps: 10_000,
    ...STAMP,
  };
  expect(parsed(leadSchema, lead, 'It').ok).toBe(true);
  expect(parsed(leadSchema, { ...lead, quotedOn: '2026-11-02', wonOn: '2026-11-09' }, 'It').ok).toBe(true);
  const { askedAt: _, ...dated } = lead;
  expect(parsed(leadSchema, { ...dated, campaignId: 'cmp_1' }, 'It').ok).toBe(true);
});

test.each([
  ['https://www.example.com/boats/jada?from=qr', true],
  ['https://example.com', true],
  ['http://example.com', false],
  ['https://localhost', false],
  ['javascript:alert(1)', false],
  ['https://example.com/a page', false],
  [`https://example.com/${'a'.repeat(481)}`, false],
])('a listing at %s is taken: %s', (url, isTaken) => {
  const listing = { id: 'lst_1', entityId: 'jada', channelId: 'sailo', status: 'live', statusSince: '2026-10-01' };
  expect(parsed(listingSchema, { ...listing, url, ...STAMP }, 'It').ok).toBe(isTaken);
});

test('no star is fewer than one', () => {
  const review = { id: 'rev_1', entityId: 'jada', channelId: 'viator', ratingTenths: 10, on: '2026-10-12', ...STAMP };
  expect(parsed(reviewSchema, review, 'It').ok).toBe(true);
  expect(parsed(reviewSchema, { ...review, ratingTenths: 0 }, 'It').ok).toBe(false);
});
