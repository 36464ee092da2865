import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, email, id, label, slug, stamp } from './fields.ts';

/** Someone who books charters, and the channel that first brought them. */
export const customerSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  email: z.exactOptional(email),
  phone: z.exactOptional(label),
  firstChannelId: z.exactOptional(slug),
  firstBookedOn: z.exactOptional(day),
  ...stamp,
});

export type Customer = DeepReadonly<z.infer<typeof customerSchema>>;
