import * as z from 'zod/mini';
import { count, day, flag, label, oneOf } from './fields.ts';
import { listOf, section } from './inventory-fields.ts';

/** What keeps: files, records, and secrets where they belong. */
export const STORAGE_SECTIONS = {
  buckets: listOf({
    name: label,
    holds: oneOf(['reports', 'site', 'files', 'logs']),
    /** All four of the flags that keep a bucket private, whatever its policy says. */
    blocksPublicAccess: flag,
    isPublic: flag,
    refusesPlainHttp: flag,
    encryption: oneOf(['none', 'provider_key', 'own_key']),
    keepsVersions: flag,
    hasLifecycle: flag,
    unfinishedUploads: count,
  }),
  tables: section({
    items: z.array(
      z.strictObject({
        name: label,
        /** The only copy of the books: losing it is losing them. */
        holdsLedger: flag,
        hasPointInTimeRecovery: flag,
        hasDeletionProtection: flag,
        hasBackupPlan: flag,
        lastUsedOn: z.exactOptional(day),
      }),
    ),
    restoreTestedOn: z.exactOptional(day),
  }),
  secrets: listOf({ name: label, rotates: flag, lastUsedOn: z.exactOptional(day) }),
} as const;
