import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { count, flag, id, instantAt, label, slug, stamp } from './fields.ts';
import { fingerprint } from './inventory-fields.ts';
import { secretFindingSchema } from './inventory-practice.ts';

/** What a look into the product's own repository found: how it is tested and released, and secrets in its code. */
export const repositoryScanSchema = z.strictObject({
  id,
  entityId: slug,
  scannedAt: instantAt,
  /** The commit that was looked at, where the folder is a repository. */
  commit: z.exactOptional(fingerprint),
  filesScanned: count,
  testFiles: count,
  ciCommands: z.array(label),
  gates: z.strictObject({ types: flag, lint: flag, tests: flag }),
  dependencies: z.strictObject({ total: count, pinned: count, hasLockFile: flag }),
  deployments: z.array(label),
  secrets: z.array(secretFindingSchema),
  ...stamp,
});
export type RepositoryScan = DeepReadonly<z.infer<typeof repositoryScanSchema>>;
