import * as z from 'zod/mini';
import { count, flag, label, oneOf, share } from './fields.ts';
import { listOf } from './inventory-fields.ts';

/** What runs: functions, and the addresses they are reached under. */
export const COMPUTE_SECTIONS = {
  functions: listOf({
    name: label,
    runtime: label,
    architecture: oneOf(['arm64', 'x86_64']),
    /** Never a value: only what can be said of it. Entropy in tenths of a bit per character. */
    variables: z.array(
      z.strictObject({ name: label, isReference: flag, matchesSecretPattern: flag, entropyTenths: count }),
    ),
    /** The policy lets anyone call it, without a condition. */
    callableByAnyone: flag,
    url: z.exactOptional(z.strictObject({ signedCallsOnly: flag, anyOrigin: flag })),
    hasDeadLetterQueue: flag,
    oldVersions: count,
    /** Of the last full day. */
    errorRateBps: z.exactOptional(share),
    p95Ms: z.exactOptional(count),
  }),
  apis: listOf({
    name: label,
    hasAccessLog: flag,
    routes: z.array(z.strictObject({ route: label, needsSignIn: flag, meantToBePublic: flag })),
  }),
  logs: listOf({
    name: label,
    holds: oneOf(['audit', 'other']),
    /** Left out: kept for ever. */
    retentionDays: z.exactOptional(count),
    /** Secrets found in a sample of its lines. */
    secretsInSample: count,
  }),
} as const;
