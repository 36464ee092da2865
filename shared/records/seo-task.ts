import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, id, label, oneOf, slug, stamp } from './fields.ts';

/** A piece of work that makes a business easier to find near by, planned for its first 30, 60 or 90 days. */
export const seoTaskSchema = z.strictObject({
  id,
  entityId: slug,
  phase: oneOf(['30', '60', '90']),
  task: label,
  /** What shows that it is done. */
  evidence: z.exactOptional(label),
  ownerRole: label,
  effortHours: count,
  /** What should move once it is. */
  metric: label,
  status: oneOf(['open', 'in_progress', 'done', 'dropped']),
  dueOn: day,
  ...stamp,
});
export type SeoTask = DeepReadonly<z.infer<typeof seoTaskSchema>>;
