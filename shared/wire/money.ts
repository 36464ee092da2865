import * as z from 'zod/mini';
import { count, day, flag, id, label, note, oneOf, positiveAmount, slug } from '../records/fields.ts';
import type { MoneyKind, MoneyOf } from '../records/money-registry.ts';

/** Every posting names its own key, so that sending it twice books it once. */
const requestKey = z
  .string()
  .check(z.regex(/^[A-Za-z0-9_-]{8,64}$/, 'expected a request key of 8 to 64 letters, digits, - or _'));

export const paymentBody = z.strictObject({
  requestKey,
  kind: oneOf(['deposit', 'balance', 'refund']),
  method: oneOf(['card', 'cash', 'transfer']),
  cents: positiveAmount,
  tipCents: positiveAmount,
  feeCents: positiveAmount,
  receivedOn: day,
  reference: z.exactOptional(label),
});
export const expenseBody = z.strictObject({
  requestKey,
  entityId: slug,
  on: day,
  vendor: label,
  cents: positiveAmount,
  account: z.string().check(z.regex(/^\d{4}$/, 'expected an account code of four digits')),
  charterId: z.exactOptional(id),
  paidFrom: oneOf(['1010', '1030', '2020']),
  memo: z.exactOptional(note),
  receiptOnFile: flag,
});
export const payoutBody = z.strictObject({
  requestKey,
  expectedCents: positiveAmount,
  receivedCents: positiveAmount,
  arrivedOn: day,
});
export const tipPayoutBody = z.strictObject({
  requestKey,
  userId: z.exactOptional(id),
  cents: positiveAmount,
  paidOn: day,
});

/** Money of any kind: the record without its id and stamp. */
export const recordMoneyBody = z.strictObject({ requestKey, record: z.record(z.string(), z.unknown()) });
/** A record to be taken back, and what is recorded in its place; nothing where it never should have been. */
export const correctMoneyBody = z.strictObject({
  requestKey,
  of: z.strictObject({ id, entityId: slug, on: day, charterId: z.exactOptional(id) }),
  reason: label,
  record: z.exactOptional(z.record(z.string(), z.unknown())),
});

/** Where a month's books are taken, over the version seen; a reopening says why. */
export const periodMoveBody = z.strictObject({
  version: count,
  to: oneOf(['closing', 'closed', 'reopened']),
  reason: z.exactOptional(note),
});
export type PeriodMoveBody = z.infer<typeof periodMoveBody>;

/** What a posting became in the books. */
export interface PostedResponse {
  readonly entryId: string;
  /** Whether these books already held it: the request was a repetition. */
  readonly repeated: boolean;
}

export type PaymentBody = z.infer<typeof paymentBody>;
export type ExpenseBody = z.infer<typeof expenseBody>;
export type PayoutBody = z.infer<typeof payoutBody>;
export type TipPayoutBody = z.infer<typeof tipPayoutBody>;
export type RecordMoneyBody = z.infer<typeof recordMoneyBody>;
export type CorrectMoneyBody = z.infer<typeof correctMoneyBody>;

/** The record that was taken back, and the one recorded in its place. */
export interface CorrectedResponse {
  readonly withdrawn: string;
  readonly recorded?: string;
  readonly repeated: boolean;
}

/** A record of money, and what became of it. */
export interface MoneyLine {
  readonly kind: MoneyKind;
  readonly record: MoneyOf<MoneyKind>;
  readonly notes: {
    readonly entry: string;
    readonly withdrawn?: { readonly at: string; readonly by: string; readonly reason: string; readonly for?: string };
    readonly replaces?: string;
  };
}

export interface MoneyListResponse {
  readonly money: readonly MoneyLine[];
}
