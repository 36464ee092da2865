import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { id, instantAt, label, slug, stamp } from './fields.ts';
import { ACCOUNT_SECTIONS } from './inventory-account.ts';
import { COMPUTE_SECTIONS } from './inventory-compute.ts';
import { EDGE_SECTIONS } from './inventory-edge.ts';
import { PRACTICE_SECTIONS } from './inventory-practice.ts';
import { STORAGE_SECTIONS } from './inventory-storage.ts';

/**
 * What one entity runs in the cloud and how, as somebody found it at one instant. Sections that could not be read say
 * why; sections nobody looked at are left out. Holds no secret and no value of a variable.
 */
export const inventorySchema = z.strictObject({
  id,
  entityId: slug,
  collectedAt: instantAt,
  collectedBy: label,
  sections: z.strictObject({
    ...COMPUTE_SECTIONS,
    ...STORAGE_SECTIONS,
    ...EDGE_SECTIONS,
    ...ACCOUNT_SECTIONS,
    ...PRACTICE_SECTIONS,
  }),
  ...stamp,
});
export type Inventory = DeepReadonly<z.infer<typeof inventorySchema>>;

export type SectionName = keyof Inventory['sections'];
/** A section that was read. */
export type ReadSection<N extends SectionName> = Extract<
  NonNullable<Inventory['sections'][N]>,
  { readonly state: 'read' }
>;
