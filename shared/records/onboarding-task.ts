import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, day, id, label, oneOf, slug, stamp } from './fields.ts';

/** One step on the way to a live listing. */
export const onboardingTaskSchema = z.strictObject({
  id,
  entityId: slug,
  listingId: id,
  /** Steps are done in this order. */
  order: count,
  task: label,
  ownerRole: label,
  status: oneOf(['open', 'in_progress', 'done', 'dropped']),
  dueOn: z.exactOptional(day),
  /** What it waits for, where it waits. */
  blocker: z.exactOptional(label),
  ...stamp,
});
export type OnboardingTask = DeepReadonly<z.infer<typeof onboardingTaskSchema>>;
