import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import {
  count,
  day,
  flag,
  id,
  instantAt,
  label,
  oneOf,
  percent,
  positiveAmount,
  rating,
  share,
  slug,
  stamp,
  webAddress,
  writtenIn,
} from './fields.ts';

/** A way customers reach us, and what it costs. */
export const channelSchema = z.strictObject({
  id: slug,
  name: label,
  kind: oneOf([
    'direct_web',
    'phone',
    'referral',
    'repeat',
    'ota_boat',
    'ota_tour',
    'local_seo',
    'social',
    'email',
    'partner',
  ]),
  /** Whether the platform takes the guest's money, and whether we book the guest's price or only our part of it. */
  collects: flag,
  revenueModel: oneOf(['gross', 'net_rate']),
  commissionBps: share,
  feeConfirmed: flag,
  feeSource: z.exactOptional(label),
  feeEffectiveFrom: z.exactOptional(day),
  payoutLagDays: count,
  /** The place of a platform in the order they are opened; none for ways that are not opened one after the other. */
  openingOrder: z.exactOptional(count),
  /** The first day nothing more is sold there. */
  endedOn: z.exactOptional(day),
  writtenIn,
  ...stamp,
});
export type Channel = DeepReadonly<z.infer<typeof channelSchema>>;

export const LISTING_STATUSES = [
  'not_started',
  'researching',
  'documents_pending',
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'live',
  'paused',
  'suspended',
  'rejected',
  'delisted',
] as const;

/** One entity's page on one channel. */
export const listingSchema = z.strictObject({
  id,
  entityId: slug,
  channelId: slug,
  status: oneOf(LISTING_STATUSES),
  statusSince: day,
  /** Where guests see it. */
  url: z.exactOptional(webAddress),
  lastVerifiedOn: z.exactOptional(day),
  nextAction: z.exactOptional(label),
  nextActionDueOn: z.exactOptional(day),
  ownerRole: z.exactOptional(label),
  blockers: z.exactOptional(z.array(label)),
  /** The first and last days its calendar offers; the first is today where it is left out. */
  firstBookableOn: z.exactOptional(day),
  lastBookableOn: z.exactOptional(day),
  /** How complete the page is, 0 to 100, as whoever looked at it judged. */
  contentScore: z.exactOptional(percent),
  photosCount: z.exactOptional(count),
  copyUpdatedOn: z.exactOptional(day),
  calendarSync: z.exactOptional(oneOf(['none', 'ical', 'api'])),
  instantBook: z.exactOptional(flag),
  /** What the platform shows of us: minutes to the usual first answer, reviews, and stars in tenths. */
  medianResponseMin: z.exactOptional(count),
  reviewsCount: z.exactOptional(count),
  ratingTenths: z.exactOptional(rating),
  /** What the platform counted in the last full month. */
  impressions: z.exactOptional(count),
  clicks: z.exactOptional(count),
  inquiries: z.exactOptional(count),
  ...stamp,
});
export type Listing = DeepReadonly<z.infer<typeof listingSchema>>;

/** Someone who asked. */
export const leadSchema = z.strictObject({
  id,
  entityId: slug,
  channelId: slug,
  name: label,
  /** Left out where only the day is known: how fast such a lead was answered is not. */
  askedAt: z.exactOptional(instantAt),
  askedOn: day,
  firstResponseAt: z.exactOptional(instantAt),
  stage: oneOf(['new', 'contacted', 'quoted', 'won', 'lost']),
  /** The days it first was quoted and was won: what a month's funnel is counted from. */
  quotedOn: z.exactOptional(day),
  wonOn: z.exactOptional(day),
  lostReason: z.exactOptional(label),
  expectedCents: positiveAmount,
  probabilityBps: share,
  charterId: z.exactOptional(id),
  /** The mail that brought them. */
  campaignId: z.exactOptional(id),
  ...stamp,
});
export type Lead = DeepReadonly<z.infer<typeof leadSchema>>;
