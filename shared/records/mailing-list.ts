import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, id, label, monthOfYear, slug, stamp } from './fields.ts';

/** How many people one mailing list had at the end of a month. */
export const mailingListSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  month: monthOfYear,
  size: count,
  ...stamp,
});
export type MailingList = DeepReadonly<z.infer<typeof mailingListSchema>>;
