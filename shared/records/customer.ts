import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, email, id, instantAt, label, note, slug, stamp } from './fields.ts';

/** Someone who books charters, and the channel that first brought them. */
export const customerSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  email: z.exactOptional(email),
  phone: z.exactOptional(label),
  firstChannelId: z.exactOptional(slug),
  firstBookedOn: z.exactOptional(day),
  /** When they agreed to get marketing mail, and the words they agreed to. */
  marketingConsent: z.exactOptional(z.strictObject({ at: instantAt, text: note })),
  /** From then on they get no marketing mail, whatever they agreed to before. */
  suppressedAt: z.exactOptional(instantAt),
  ...stamp,
});

export type Customer = DeepReadonly<z.infer<typeof customerSchema>>;
