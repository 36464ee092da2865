import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, flag, id, label, slug, stamp } from './fields.ts';

/** A website of ours, and whether its visits are measured. */
export const webPropertySchema = z.strictObject({
  id,
  entityId: slug,
  domain: label,
  analytics: flag,
  checkedOn: day,
  ...stamp,
});
export type WebProperty = DeepReadonly<z.infer<typeof webPropertySchema>>;
