import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { flag, id, label, positiveAmount, slug, stamp } from './fields.ts';

/** Somebody we pay, and what the tax office will want to know about it. */
export const vendorSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  /** Whether payments to them go on a Form 1099. */
  is1099: flag,
  w9OnFile: flag,
  /** Paid by calendar year of payment; cards and platforms that report themselves left out. */
  paid: z.array(z.strictObject({ year: z.int().check(z.gte(2000), z.lte(2100)), cents: positiveAmount })),
  ...stamp,
});
export type Vendor = DeepReadonly<z.infer<typeof vendorSchema>>;
