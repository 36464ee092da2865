import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, id, label, oneOf, slug, stamp, writtenIn } from './fields.ts';

/** Something an entity runs or pays for every month: where it is, and who could be asked about it. */
export const serviceSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  /** A provider, an address, a folder: where somebody who takes over finds it. */
  place: label,
  ownerRole: z.exactOptional(label),
  writtenIn,
  ...stamp,
});
export type Service = DeepReadonly<z.infer<typeof serviceSchema>>;

/** Something that may go wrong, who watches it, and by when it is to be dealt with. */
export const riskSchema = z.strictObject({
  id,
  entityId: slug,
  title: label,
  severity: oneOf(['critical', 'high', 'medium', 'low']),
  ownerRole: label,
  dueOn: z.exactOptional(day),
  writtenIn,
  ...stamp,
});
export type Risk = DeepReadonly<z.infer<typeof riskSchema>>;
