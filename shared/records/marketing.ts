import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, flag, id, instantAt, label, oneOf, positiveAmount, share, slug, stamp } from './fields.ts';

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
  payoutLagDays: count,
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
  lastVerifiedOn: z.exactOptional(day),
  nextAction: z.exactOptional(label),
  nextActionDueOn: z.exactOptional(day),
  ...stamp,
});
export type Listing = DeepReadonly<z.infer<typeof listingSchema>>;

/** Someone who asked. */
export const leadSchema = z.strictObject({
  id,
  entityId: slug,
  channelId: slug,
  name: label,
  askedAt: instantAt,
  askedOn: day,
  firstResponseAt: z.exactOptional(instantAt),
  stage: oneOf(['new', 'contacted', 'quoted', 'won', 'lost']),
  lostReason: z.exactOptional(label),
  expectedCents: positiveAmount,
  probabilityBps: share,
  charterId: z.exactOptional(id),
  ...stamp,
});
export type Lead = DeepReadonly<z.infer<typeof leadSchema>>;
