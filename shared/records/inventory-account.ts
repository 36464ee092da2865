import * as z from 'zod/mini';
import { count, day, flag, label, monthOfYear, oneOf } from './fields.ts';
import { listOf, microUsd, section } from './inventory-fields.ts';

/** Who may do what in the cloud account, what watches it, and what it costs. */
export const ACCOUNT_SECTIONS = {
  access: section({
    /** Policies that allow every action on everything. */
    administrators: z.array(z.strictObject({ name: label, kind: oneOf(['inline', 'attached']) })),
    keys: z.array(z.strictObject({ owner: label, createdOn: day, lastUsedOn: z.exactOptional(day) })),
    rootHasSecondFactor: flag,
    rootHasAccessKey: flag,
  }),
  account: section({
    hasAuditTrail: flag,
    hasThreatDetection: flag,
    hasBudgetAlarm: flag,
    idleAddresses: count,
    unattachedVolumeGb: count,
    idleNatGateways: count,
    unusedHealthChecks: count,
  }),
  costs: listOf({ month: monthOfYear, service: label, microUsd, estimated: flag }),
} as const;
