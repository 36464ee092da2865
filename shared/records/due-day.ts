import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, oneOf, slug, stamp } from './fields.ts';

/** A day on which money held for others must be handed on: a regular payday, or the day a sales-tax return is due. */
export const dueDaySchema = z.strictObject({
  id,
  entityId: slug,
  kind: oneOf(['payday', 'sales-tax']),
  dueOn: day,
  /** The last day whose sales tax the return covers; a payday needs none. */
  coversThrough: z.exactOptional(day),
  doneOn: z.exactOptional(day),
  ...stamp,
});
export type DueDay = DeepReadonly<z.infer<typeof dueDaySchema>>;
