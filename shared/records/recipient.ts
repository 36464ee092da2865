import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { email, id, label, oneOf, slug, stamp } from './fields.ts';
import { grantSchema } from './user.ts';

export const CADENCES = ['each-charter', 'daily', 'weekly', 'monthly', 'never'] as const;
export type Cadence = (typeof CADENCES)[number];

/** Someone reports are mailed to: what they may see, and what they asked to get when. */
export const recipientSchema = z.strictObject({
  id,
  name: label,
  email,
  grants: z.array(grantSchema),
  subscriptions: z.array(z.strictObject({ report: slug, cadence: oneOf(CADENCES) })),
  status: oneOf(['active', 'suspended']),
  suspendedBecause: z.exactOptional(label),
  /** Why mail goes there again after it was suspended. */
  resumedBecause: z.exactOptional(label),
  ...stamp,
});
export type Recipient = DeepReadonly<z.infer<typeof recipientSchema>>;
