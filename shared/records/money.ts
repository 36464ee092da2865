import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, flag, id, label, monthOfYear, note, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** Money taken from, or given back to, a guest by card or cash. */
export const paymentSchema = z.strictObject({
  id,
  entityId: slug,
  charterId: id,
  kind: oneOf(['deposit', 'balance', 'refund']),
  method: oneOf(['card', 'cash', 'transfer', 'gift-card']),
  /** What the guest paid in all, tip included. */
  cents: positiveAmount,
  /** The part of it that is a tip for the crew. */
  tipCents: positiveAmount,
  /** What the processor kept. */
  feeCents: positiveAmount,
  receivedOn: day,
  /** The gift card or credit that paid. */
  giftCardId: z.exactOptional(id),
  reference: z.exactOptional(label),
  ...stamp,
});
export type Payment = DeepReadonly<z.infer<typeof paymentSchema>>;

/** Money a booking platform paid out for charters it sold. */
export const payoutSchema = z.strictObject({
  id,
  entityId: slug,
  charterId: id,
  channelId: slug,
  expectedCents: positiveAmount,
  receivedCents: positiveAmount,
  arrivedOn: day,
  ...stamp,
});
export type Payout = DeepReadonly<z.infer<typeof payoutSchema>>;

/** Something bought and paid: for one charter, or to keep the doors open. */
export const expenseSchema = z.strictObject({
  id,
  entityId: slug,
  on: day,
  vendor: label,
  cents: positiveAmount,
  account: z.string().check(z.regex(/^\d{4}$/, 'expected an account code of four digits')),
  charterId: z.exactOptional(id),
  /** From 1020 the card processor takes its own fees. */
  paidFrom: oneOf(['1010', '1020', '1030', '2020']),
  memo: z.exactOptional(note),
  receiptOnFile: flag,
  ...stamp,
});
export type Expense = DeepReadonly<z.infer<typeof expenseSchema>>;

/** What a month is meant to bring. Cents for revenue, a number for charters. */
export const targetSchema = z.strictObject({
  id,
  entityId: slug,
  month: monthOfYear,
  metric: oneOf(['revenue', 'charters']),
  value: positiveAmount,
  ...stamp,
});
export type Target = DeepReadonly<z.infer<typeof targetSchema>>;

/**
 * A cost that comes every month whether or not a boat sails. A new price is a new record under the same name, from the
 * month it holds; who agreed to it is said on it.
 */
export const fixedCostSchema = z.strictObject({
  id,
  entityId: slug,
  name: label,
  centsPerMonth: positiveAmount,
  from: monthOfYear,
  until: z.exactOptional(monthOfYear),
  /** The day of the month it is paid; the first where nobody said. */
  dayOfMonth: z.exactOptional(z.int('expected a day of the month').check(z.gte(1), z.lte(31))),
  /** The role that agreed to this price, and when. */
  approvedBy: z.exactOptional(label),
  approvedOn: z.exactOptional(day),
  ...stamp,
});
export type FixedCost = DeepReadonly<z.infer<typeof fixedCostSchema>>;

/** A tip's way from the guest to the crew: one person's part, or everybody's in one sum where nobody is named. */
export const tipPayoutSchema = z.strictObject({
  id,
  entityId: slug,
  charterId: id,
  userId: z.exactOptional(id),
  cents: positiveAmount,
  paidOn: day,
  ...stamp,
});
export type TipPayout = DeepReadonly<z.infer<typeof tipPayoutSchema>>;
