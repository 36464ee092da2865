import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, day, id, instantAt, label, monthOfYear, oneOf, slug } from './fields.ts';

/** The economic events the ledger knows how to write down. */
export const TEMPLATES = [
  'owner_contribution',
  'charter_booked',
  'deposit_received',
  'balance_received',
  'charter_performed',
  'ota_charter_performed',
  'ota_payout',
  'charter_cancelled',
  'refund_paid',
  'refund_after_performance',
  'crew_paid',
  'fuel_bought',
  'charter_expense',
  'overhead_expense',
  'tips_paid_out',
  'lead_received',
  'lead_changed',
  'cash_transferred',
  'owner_draw',
  'loan_received',
  'loan_repaid',
  'sales_tax_remitted',
  'payroll_accrued',
  'payroll_paid',
  'asset_bought',
  'depreciation',
  'prepaid_bought',
  'prepaid_used',
  'bill_received',
  'bill_paid',
  'between_entities',
  'gift_card_sold',
  'refund_cutoff_passed',
  'deposit_moved',
  'dispute_opened',
  'dispute_settled',
  'subscription_charged',
  'subscription_charge_failed',
  'subscription_earned',
  'job_paid',
  'delivery_advance',
  'delivery_day',
  'delivery_expense',
  'delivery_charged_on',
  'delivery_invoiced',
  'delivery_invoice_paid',
  'delivery_crew_paid',
  'delivery_advance_refunded',
  'delivery_written_off',
  'client_invoiced',
  'client_paid',
  'client_credited',
  'client_written_off',
  'pass_through_cost',
  'work_accrued',
  'work_accrual_reversed',
  'reversal',
  'rent_charged',
  'rent_received',
  'tenant_deposit_received',
  'tenant_deposit_returned',
  'stay_earned',
  'stay_paid',
] as const;
export type Template = (typeof TEMPLATES)[number];

/**
 * The groups a month's balances are kept in: accounts, cash movements, channels, operations, charter margin, and what
 * was posted between businesses of the company, by the other business and the account; and what was posted about a client
 * of the agency, by client.
 */
export const BALANCE_GROUPS = ['accounts', 'cash', 'channels', 'operations', 'margin', 'between', 'clients'] as const;
export type BalanceGroup = (typeof BALANCE_GROUPS)[number];
/** The groups an entry says itself what it adds to; the others follow from its lines. */
export const TALLY_GROUPS = [
  'channels',
  'operations',
  'margin',
  'between',
  'clients',
] as const satisfies BalanceGroup[];

/** Signed cents on one account; debit positive. */
export const journalLineSchema = z.strictObject({ account: z.string(), cents: amount });
export type JournalLine = DeepReadonly<z.infer<typeof journalLineSchema>>;

/** A counted fact that travels with an entry into the month balances, such as one charter performed. */
export const tallySchema = z.strictObject({
  month: monthOfYear,
  group: oneOf(TALLY_GROUPS),
  name: z.string().check(z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)?$/, 'expected a tally name')),
  amount,
});
export type Tally = DeepReadonly<z.infer<typeof tallySchema>>;

/**
 * One economic event in the books of one entity, on its local business day. Lines sum to zero; an entry without lines
 * is a memorandum entry, kept for its tallies.
 */
export const journalEntrySchema = z.strictObject({
  id,
  entityId: slug,
  template: oneOf(TEMPLATES),
  businessOn: day,
  postedAt: instantAt,
  postedBy: label,
  memo: label,
  refs: z.strictObject({
    charterId: z.exactOptional(id),
    recordId: z.exactOptional(id),
    channelId: z.exactOptional(slug),
    /** What the money is about beside a charter: a gift card, an invoice, a job, a lease. Balances are kept for it. */
    subjectId: z.exactOptional(id),
  }),
  lines: z.array(journalLineSchema),
  tallies: z.array(tallySchema),
  /** The entry this one takes back. */
  reverses: z.exactOptional(id),
});
export type JournalEntry = DeepReadonly<z.infer<typeof journalEntrySchema>>;

/** Signed totals by name within each group of a month's balances. */
export type BalanceTotals = Readonly<Record<BalanceGroup, Readonly<Record<string, number>>>>;

/** What one entity's books say about one month. */
export interface MonthBalances {
  readonly entityId: string;
  readonly month: string;
  readonly groups: BalanceTotals;
}

/** A month's totals before anything happened in it. */
export function noTotals(): Record<BalanceGroup, Record<string, number>> {
  return Object.fromEntries(BALANCE_GROUPS.map((group) => [group, {}])) as Record<BalanceGroup, Record<string, number>>;
}
