import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, stamp } from './fields.ts';

/** A day the company keeps closed beside weekends and federal holidays: no report and no action falls due on it. */
export const closedDaySchema = z.strictObject({
  id,
  on: day,
  name: label,
  ...stamp,
});
export type ClosedDay = DeepReadonly<z.infer<typeof closedDaySchema>>;
