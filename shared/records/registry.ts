import type * as z from 'zod/mini';
import { entitySchema } from './entity.ts';
import { inventorySchema } from './inventory.ts';
import { channelSchema, leadSchema, listingSchema } from './marketing.ts';
import { fixedCostSchema, targetSchema } from './money.ts';
import {
  actionItemSchema,
  assetSchema,
  equityHoldingSchema,
  incidentSchema,
  keyPersonSchema,
  planSubscriptionSchema,
} from './organisation.ts';
import { recipientSchema } from './recipient.ts';
import { repositoryScanSchema } from './repository-scan.ts';
import { vesselSchema } from './vessel.ts';

/**
 * The records that are kept as they are: written whole, read whole, few enough to read at once. Charters, money and the
 * ledger have rooms of their own. `of: 'company'` means the record belongs to no single entity.
 */
export const REGISTER = {
  entity: { schema: entitySchema, of: 'company', one: 'entity', many: 'entities' },
  channel: { schema: channelSchema, of: 'company', one: 'channel', many: 'channels' },
  recipient: { schema: recipientSchema, of: 'company', one: 'recipient', many: 'recipients' },
  vessel: { schema: vesselSchema, of: 'entity', one: 'vessel', many: 'vessels' },
  target: { schema: targetSchema, of: 'entity', one: 'target', many: 'targets' },
  'fixed-cost': { schema: fixedCostSchema, of: 'entity', one: 'fixed cost', many: 'fixed costs' },
  listing: { schema: listingSchema, of: 'entity', one: 'channel listing', many: 'channel listings' },
  lead: { schema: leadSchema, of: 'entity', one: 'lead', many: 'leads' },
  asset: { schema: assetSchema, of: 'entity', one: 'asset', many: 'assets' },
  'equity-holding': { schema: equityHoldingSchema, of: 'entity', one: 'equity holding', many: 'equity holdings' },
  'key-person': { schema: keyPersonSchema, of: 'entity', one: 'key person', many: 'key people' },
  subscription: { schema: planSubscriptionSchema, of: 'entity', one: 'plan subscription', many: 'plan subscriptions' },
  incident: { schema: incidentSchema, of: 'entity', one: 'incident', many: 'incidents' },
  action: { schema: actionItemSchema, of: 'entity', one: 'action', many: 'actions' },
  inventory: {
    schema: inventorySchema,
    of: 'entity',
    one: 'infrastructure inventory',
    many: 'infrastructure inventories',
  },
  'repository-scan': {
    schema: repositoryScanSchema,
    of: 'entity',
    one: 'repository scan',
    many: 'repository scans',
  },
} as const satisfies Record<string, RegisterEntry>;

interface RegisterEntry {
  readonly schema: z.ZodMiniType;
  readonly of: 'company' | 'entity';
  readonly one: string;
  readonly many: string;
}

export type RecordKind = keyof typeof REGISTER;
export type RecordOf<K extends RecordKind> = z.infer<(typeof REGISTER)[K]['schema']>;

export const RECORD_KINDS = Object.keys(REGISTER) as readonly RecordKind[];
