import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** A gift card was sold, or filled up: money held until somebody sails for it. It is no booking. */
export const giftCardSaleSchema = z.strictObject({
  id,
  entityId: slug,
  on: day,
  giftCardId: id,
  cents: positiveAmount,
  method: oneOf(['card', 'cash', 'transfer']),
  /** What the processor kept. */
  feeCents: positiveAmount,
  reference: z.exactOptional(label),
  ...stamp,
});
export type GiftCardSale = DeepReadonly<z.infer<typeof giftCardSaleSchema>>;
