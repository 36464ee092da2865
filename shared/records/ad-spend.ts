import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { id, monthOfYear, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** What one channel cost an entity in a month, beside commission. Zero is a fact; a month without a record is not known. */
export const adSpendSchema = z.strictObject({
  id,
  entityId: slug,
  channelId: slug,
  month: monthOfYear,
  cents: positiveAmount,
  /** Advertising unless it says a fee for the listing itself. */
  purpose: z.exactOptional(oneOf(['advertising', 'listing_fee'])),
  ...stamp,
});
export type AdSpend = DeepReadonly<z.infer<typeof adSpendSchema>>;
