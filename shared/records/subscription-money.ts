import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** A subscriber was charged for a span of days, or the charge failed. */
export const subscriptionChargeSchema = z.strictObject({
  id,
  entityId: slug,
  on: day,
  subscriptionId: id,
  outcome: oneOf(['paid', 'failed']),
  cents: positiveAmount,
  /** What the processor kept; nothing of a charge that failed. */
  feeCents: positiveAmount,
  /** The first day paid for, and the first day after. */
  coversFrom: day,
  coversUntil: day,
  reference: z.exactOptional(label),
  ...stamp,
});
export type SubscriptionCharge = DeepReadonly<z.infer<typeof subscriptionChargeSchema>>;

/** A job done for a customer outside any plan, and paid. */
export const jobPaymentSchema = z.strictObject({
  id,
  entityId: slug,
  on: day,
  cents: positiveAmount,
  feeCents: positiveAmount,
  method: oneOf(['card', 'cash', 'transfer']),
  what: label,
  ...stamp,
});
export type JobPayment = DeepReadonly<z.infer<typeof jobPaymentSchema>>;
