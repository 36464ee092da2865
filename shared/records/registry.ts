import type * as z from 'zod/mini';
import { accountingPeriodSchema, booksCheckSchema } from './accounting-period.ts';
import { bankLineSchema } from './bank-line.ts';
import { dueDaySchema } from './due-day.ts';
import { entitySchema } from './entity.ts';
import { expenseQuestionSchema } from './expense-question.ts';
import { billSchema, invoiceSchema } from './invoice.ts';
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
import { vendorSchema } from './vendor.ts';
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
  'accounting-period': {
    schema: accountingPeriodSchema,
    of: 'entity',
    one: 'accounting period',
    many: 'accounting periods',
  },
  'books-check': { schema: booksCheckSchema, of: 'entity', one: 'check of the books', many: 'checks of the books' },
  'due-day': { schema: dueDaySchema, of: 'entity', one: 'due day', many: 'due days' },
  vendor: { schema: vendorSchema, of: 'entity', one: 'vendor', many: 'vendors' },
  invoice: { schema: invoiceSchema, of: 'entity', one: 'invoice', many: 'invoices' },
  bill: { schema: billSchema, of: 'entity', one: 'bill', many: 'bills' },
  'bank-line': { schema: bankLineSchema, of: 'entity', one: 'bank line', many: 'bank lines' },
  'expense-question': {
    schema: expenseQuestionSchema,
    of: 'entity',
    one: 'open question about an expense',
    many: 'open questions about expenses',
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

/** Kinds that keep coming: they lie apart from the other registers, and reports read only those still open. */
export const ITEM_KINDS = ['invoice', 'bill', 'bank-line', 'expense-question'] as const satisfies RecordKind[];
export type ItemKind = (typeof ITEM_KINDS)[number];

export const RECORD_KINDS = Object.keys(REGISTER) as readonly RecordKind[];
