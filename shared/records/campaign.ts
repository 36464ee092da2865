import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, count, day, flag, id, label, positiveAmount, slug, stamp } from './fields.ts';

/** One mail to a whole list, and what came of it. A booking belongs to one campaign at most. */
export const campaignSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  sentOn: day,
  sent: count,
  bouncesHard: count,
  bouncesSoft: count,
  complaints: count,
  uniqueOpens: count,
  uniqueClicks: count,
  unsubscribes: count,
  /** Whether the mail carried List-Unsubscribe and List-Unsubscribe-Post (RFC 8058). */
  unsubscribeHeader: flag,
  costCents: positiveAmount,
  /** Bookings credited to it, with their revenue and what was left after the cost of sailing. */
  bookings: count,
  revenueCents: amount,
  contributionCents: amount,
  ...stamp,
});
export type Campaign = DeepReadonly<z.infer<typeof campaignSchema>>;
