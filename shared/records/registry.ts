import type * as z from 'zod/mini';
import { accountingPeriodSchema, booksCheckSchema } from './accounting-period.ts';
import { adSpendSchema } from './ad-spend.ts';
import { bankLineSchema } from './bank-line.ts';
import { campaignSchema } from './campaign.ts';
import { clientContractSchema, clientCostSchema, clientSchema, workEntrySchema } from './client-work.ts';
import { closedDaySchema } from './closed-day.ts';
import { deliveryJobSchema } from './delivery-job.ts';
import { dueDaySchema } from './due-day.ts';
import { entitySchema } from './entity.ts';
import { expenseQuestionSchema } from './expense-question.ts';
import { riskSchema, serviceSchema } from './handoff.ts';
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
import {
  leaseSchema,
  maintenanceTicketSchema,
  ownerBlockSchema,
  propertySchema,
  rentChargeSchema,
  staySchema,
} from './rental.ts';
import { repositoryScanSchema } from './repository-scan.ts';
import { reviewSchema } from './review.ts';
import { seoTaskSchema } from './seo-task.ts';
import { vendorSchema } from './vendor.ts';
import { vesselSchema } from './vessel.ts';
import { webPropertySchema } from './web-property.ts';

/**
 * The records that are kept as they are: written whole, read whole, few enough to read at once. Charters, money and the
 * ledger have rooms of their own. Which kinds belong to the company, and which keep coming, is in `register-kinds.ts`, which
 * a fresh process reads without making a schema.
 */
export const REGISTER = {
  entity: { schema: entitySchema, one: 'entity', many: 'entities' },
  channel: { schema: channelSchema, one: 'channel', many: 'channels' },
  recipient: { schema: recipientSchema, one: 'recipient', many: 'recipients' },
  'closed-day': { schema: closedDaySchema, one: 'closed day', many: 'closed days' },
  vessel: { schema: vesselSchema, one: 'vessel', many: 'vessels' },
  target: { schema: targetSchema, one: 'target', many: 'targets' },
  'fixed-cost': { schema: fixedCostSchema, one: 'fixed cost', many: 'fixed costs' },
  listing: { schema: listingSchema, one: 'channel listing', many: 'channel listings' },
  lead: { schema: leadSchema, one: 'lead', many: 'leads' },
  asset: { schema: assetSchema, one: 'asset', many: 'assets' },
  'equity-holding': { schema: equityHoldingSchema, one: 'equity holding', many: 'equity holdings' },
  'key-person': { schema: keyPersonSchema, one: 'key person', many: 'key people' },
  subscription: { schema: planSubscriptionSchema, one: 'plan subscription', many: 'plan subscriptions' },
  incident: { schema: incidentSchema, one: 'incident', many: 'incidents' },
  action: { schema: actionItemSchema, one: 'action', many: 'actions' },
  'ad-spend': { schema: adSpendSchema, one: 'ad spend', many: 'ad spend by channel' },
  campaign: { schema: campaignSchema, one: 'mail campaign', many: 'mail campaigns' },
  'mailing-list': { schema: mailingListSchema, one: 'mailing list size', many: 'mailing list sizes' },
  review: { schema: reviewSchema, one: 'review', many: 'reviews' },
  'seo-task': { schema: seoTaskSchema, one: 'local search task', many: 'local search tasks' },
  'onboarding-task': {
    schema: onboardingTaskSchema,

    one: 'platform opening step',
    many: 'platform opening steps',
  },
  'web-property': { schema: webPropertySchema, one: 'website', many: 'websites' },
  belief: { schema: beliefSchema, one: 'belief', many: 'beliefs' },
  forecast: { schema: forecastSchema, one: 'forecast', many: 'forecasts' },
  'capital-policy': { schema: capitalPolicySchema, one: 'capital policy', many: 'capital policies' },
  inventory: {
    schema: inventorySchema,

    one: 'infrastructure inventory',
    many: 'infrastructure inventories',
  },
  'repository-scan': {
    schema: repositoryScanSchema,

    one: 'repository scan',
    many: 'repository scans',
  },
  'accounting-period': {
    schema: accountingPeriodSchema,

    one: 'accounting period',
    many: 'accounting periods',
  },
  'books-check': { schema: booksCheckSchema, one: 'check of the books', many: 'checks of the books' },
  'due-day': { schema: dueDaySchema, one: 'due day', many: 'due days' },
  vendor: { schema: vendorSchema, one: 'vendor', many: 'vendors' },
  invoice: { schema: invoiceSchema, one: 'invoice', many: 'invoices' },
  bill: { schema: billSchema, one: 'bill', many: 'bills' },
  'bank-line': { schema: bankLineSchema, one: 'bank line', many: 'bank lines' },
  'expense-question': {
    schema: expenseQuestionSchema,

    one: 'open question about an expense',
    many: 'open questions about expenses',
  },
  service: { schema: serviceSchema, one: 'service', many: 'services' },
  risk: { schema: riskSchema, one: 'risk', many: 'risks' },
  property: { schema: propertySchema, one: 'rented property', many: 'rented properties' },
  lease: { schema: leaseSchema, one: 'lease', many: 'leases' },
  'rent-charge': { schema: rentChargeSchema, one: 'rent charge', many: 'rent charges' },
  stay: { schema: staySchema, one: 'stay', many: 'stays' },
  'owner-block': { schema: ownerBlockSchema, one: 'owner block', many: 'owner blocks' },
  'maintenance-ticket': {
    schema: maintenanceTicketSchema,
    one: 'maintenance ticket',
    many: 'maintenance tickets',
  },
  'delivery-job': { schema: deliveryJobSchema, one: 'delivery job', many: 'delivery jobs' },
  client: { schema: clientSchema, one: 'client', many: 'clients' },
  'client-contract': { schema: clientContractSchema, one: 'client contract', many: 'client contracts' },
  'work-entry': { schema: workEntrySchema, one: 'work entry', many: 'work entries' },
  'client-cost': { schema: clientCostSchema, one: 'cost paid for a client', many: 'costs paid for clients' },
} as const satisfies Record<string, RegisterEntry>;

interface RegisterEntry {
  readonly schema: z.ZodMiniType;
  readonly one: string;
  readonly many: string;
}

export type RecordKind = keyof typeof REGISTER;
export type RecordOf<K extends RecordKind> = z.infer<(typeof REGISTER)[K]['schema']>;

export const RECORD_KINDS = Object.keys(REGISTER) as readonly RecordKind[];
