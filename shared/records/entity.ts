import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, flag, label, oneOf, slug, stamp, writtenIn, zone } from './fields.ts';

/** A business the company runs, with books of its own. */
export const entitySchema = z.strictObject({
  id: slug,
  name: label,
  kind: oneOf(['charter', 'subscription', 'agency', 'rental', 'delivery', 'holding']),
  zone,
  currency: z.literal('USD', 'expected USD: other currencies are refused'),
  fiscalYearStartMonth: z.int().check(z.gte(1), z.lte(12)),
  taxForm: oneOf(['sched_c', '1120s', 'sched_e']),
  active: flag,
  createdOn: day,
  writtenIn,
  ...stamp,
});

export type Entity = DeepReadonly<z.infer<typeof entitySchema>>;
