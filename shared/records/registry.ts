import type * as z from 'zod/mini';
import { accountingPeriodSchema, booksCheckSchema } from './accounting-period.ts';
import { adSpendSchema } from './ad-spend.ts';
import { bankLineSchema } from './bank-line.ts';
import { campaignSchema } from './campaign.ts';
import { closedDaySchema } from './closed-day.ts';
import { dueDaySchema } from './due-day.ts';
import { entitySchema } from './entity.ts';
import { expenseQuestionSchema } from './expense-question.ts';
import { inventorySchema } from './inventory.ts';
import { billSchema, invoiceSchema } from './invoice.ts';
import { mailingListSchema } from './mailing-list.ts';
import { channelSchema, leadSchema, listingSchema } from './marketing.ts';
import { fixedCostSchema, targetSchema } from './money.ts';
import { onboardingTaskSchema } from './onboarding-task.ts';
import {
  actionItemSchema,
  assetSchema,
  equityHoldingSchema,
  incidentSchema,
  keyPersonSchema,
  planSubscriptionSchema,
} from './organisation.ts';
import { beliefSchema, capitalPolicySchema, forecastSchema } from './planning.ts';
import { recipientSchema } from './recipient.ts';
import { repositoryScanSchema } from './repository-scan.ts';
import { reviewSchema } from './review.ts';
import { seoTaskSchema } from './seo-task.ts';
import { vendorSchema } from './vendor.ts';
import { vesselSchema } from './vessel.ts';
import { webPropertySchema } from './web-property.ts';

/**
 * The records that are kept as they are: written whole, read whole, few enough to read at once. Charters, money and the
 * ledger have rooms of their own. `of: 'company'` means the record belongs to no single entity.
 */
export const REGISTER = {
  entity: { schema: entitySchema, of: 'company', one: 'entity', many: 'entities' },
  channel: { schema: channelSchema, of: 'company', one: 'channel', many: 'channels' },
  recipient: { schema: recipientSchema, of: 'company', one: 'recipient', many: 'recipients' },
  'closed-day': { schema: closedDaySchema, of: 'company', one: 'closed day', many: 'closed days' },
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
  'ad-spend': { schema: adSpendSchema, of: 'entity', one: 'ad spend', many: 'ad spend by channel' },
  campaign: { schema: campaignSchema, of: 'entity', one: 'mail campaign', many: 'mail campaigns' },
  'mailing-list': { schema: mailingListSchema, of: 'entity', one: 'mailing list size', many: 'mailing list sizes' },
  review: { schema: reviewSchema, of: 'entity', one: 'review', many: 'reviews' },
  'seo-task': { schema: seoTaskSchema, of: 'entity', one: 'local search task', many: 'local search tasks' },
  'onboarding-task': {
    schema: onboardingTaskSchema,
    of: 'entity',
    one: 'platform opening step',
    many: 'platform opening steps',
  },
  'web-property': { schema: webPropertySchema, of: 'entity', one: 'website', many: 'websites' },
  belief: { schema: beliefSchema, of: 'company', one: 'belief', many: 'beliefs' },
  forecast: { schema: forecastSchema, of: 'entity', one: 'forecast', many: 'forecasts' },
  'capital-policy': { schema: capitalPolicySchema, of: 'entity', one: 'capital policy', many: 'capital policies' },
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
