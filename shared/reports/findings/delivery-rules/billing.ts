import type { Fact } from '../../facts/fact.ts';
import { amountOf } from '../cmo-rules/over-subjects.ts';
import type { Phrase } from '../rule.ts';
import { jobRule, nth } from './job-rule.ts';

const BILLING = 'Billing';
/** A gap up to $50 or 1 % of the entitlement, whichever is more, is let pass. */
const GAP_CENTS = 5_000;

/** A boat was handed over and nobody sent the invoice. */
export const deliveredNotInvoiced = jobRule({
  id: 'delivered-not-invoiced',
  code: 'DLV-01',
  title: 'A delivered job is not invoiced',
  category: BILLING,
  facts: ['job-days-uninvoiced', 'job-billing-gap'],
  action: { title: 'Invoice every job that has been delivered', dueDays: 1, effort: 'S' },
  severityOf: (days = 0) => (days > 14 ? 'critical' : days > 3 ? 'high' : undefined),
  each: (facts) => ['delivered ', nth(facts, 0), ' ago, ', nth(facts, 1), ' not invoiced'],
  impact: 'The final payment is due a week after arrival and cannot come before it is asked for.',
});

/** An invoice asked for less than the log and the contract entitle us to. */
export const billingGap = jobRule({
  id: 'delivery-billing-gap',
  code: 'DLV-02',
  title: 'A job was invoiced for less than it earned',
  category: BILLING,
  facts: ['job-gap-after-invoice', 'job-entitlement'],
  action: { title: 'Invoice what the invoices of these jobs left off', dueDays: 3, effort: 'S' },
  severityOf: (gap = 0, entitlement = 0) => (gap > GAP_CENTS && gap * 100 > entitlement ? 'high' : undefined),
  each: (facts) => [nth(facts, 0), ' of ', nth(facts, 1), ' on no invoice'],
  impact: 'What the final invoice left off has to be asked for a second time.',
});

/** Waiting was logged and not charged. */
export const standbyUnbilled = jobRule({
  id: 'standby-unbilled',
  code: 'DLV-04',
  title: 'Standby days were logged and not billed',
  category: BILLING,
  causeKey: 'delivery-billing-gap',
  facts: ['job-standby-left-out', 'job-standby-left-out-cents'],
  action: { title: 'Bill the standby days the invoices passed over', dueDays: 3, effort: 'S' },
  severityOf: (days = 0) => (days > 0 ? 'high' : undefined),
  each: (facts) => ['standby days left off: ', nth(facts, 0), ', worth ', nth(facts, 1)],
  impact: 'The crew is paid for waiting whether or not the owner is charged for it.',
});

/** Something was bought for an owner and not charged on, or cannot be proven. */
export const expensesUnbilled = jobRule({
  id: 'delivery-expenses-unbilled',
  code: 'DLV-05',
  title: 'Expenses are unbilled or without a receipt',
  category: BILLING,
  facts: ['job-late-expenses', 'job-expenses-without-receipt'],
  action: { title: 'Collect the receipts and bill the expenses that wait', dueDays: 7, effort: 'S' },
  severityOf: (late = 0, unproven = 0) => (late > 0 || unproven > 0 ? 'medium' : undefined),
  each: (facts) => [
    ...counted('unbilled for more than 30 days: ', nth(facts, 0)),
    ...(amountOf(nth(facts, 0)) > 0 && amountOf(nth(facts, 1)) > 0 ? [', '] : []),
    ...counted('without a receipt: ', nth(facts, 1)),
  ],
  impact: 'An owner need not pay for what cannot be shown.',
});

/** An owner is late with the final payment. */
export const finalPaymentLate = jobRule({
  id: 'delivery-payment-late',
  code: 'DLV-06',
  title: 'A delivery invoice is past due',
  category: BILLING,
  facts: ['job-days-overdue', 'job-receivable'],
  action: { title: 'Call the owners whose payment is late', dueDays: 2, effort: 'S' },
  severityOf: (days = 0) => (days > 7 ? 'high' : undefined),
  each: (facts) => [nth(facts, 1), ' open, ', nth(facts, 0), ' late'],
  impact: 'Until it comes, our own cash carries the crew and the fuel of the job.',
});

/** How many there are, where there are any. */
function counted(words: string, fact: Fact): Phrase {
  return amountOf(fact) > 0 ? [words, fact] : [];
}
