import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { logged } from './delivery-job.ts';
import { day, flag, id, label, oneOf, positiveAmount, share, slug, stamp } from './fields.ts';

/** What every posting about a job says, beside what its kind adds. */
const ofJob = { id, entityId: slug, jobId: id, on: day } as const;
const payingFrom = oneOf(['1010', '1030', '2020']);

/** Money an owner sent ahead of the work. */
export const deliveryAdvanceSchema = z.strictObject({ ...ofJob, cents: positiveAmount, ...stamp });
export type DeliveryAdvance = DeepReadonly<z.infer<typeof deliveryAdvanceSchema>>;

/** A day of the log: what it earns and what the crew is owed for it follow from what was agreed. */
export const deliveryDaySchema = z.strictObject({ ...ofJob, ...logged, ...stamp });
export type DeliveryDayLog = DeepReadonly<z.infer<typeof deliveryDaySchema>>;

/** Something bought for a delivery; charged on with the job's mark-up, or one of its own, where it is billable. */
export const deliveryExpenseSchema = z.strictObject({
  ...ofJob,
  cents: positiveAmount,
  vendor: label,
  account: z.string().check(z.regex(/^[56]\d{3}$/, 'expected the code of a cost account, such as 5020')),
  paidFrom: payingFrom,
  billable: flag,
  markupBps: z.exactOptional(share),
  /** Where the receipt lies; left out while there is none. */
  receiptKey: z.exactOptional(label),
  ...stamp,
});
export type DeliveryExpense = DeepReadonly<z.infer<typeof deliveryExpenseSchema>>;

/** An invoice for some days and expenses; `cents` is what is left to pay after the advance. */
export const deliveryInvoiceSchema = z.strictObject({
  ...ofJob,
  cents: positiveAmount,
  invoiceId: id,
  number: label,
  dueOn: day,
  /** Ids of the day logs and expenses it asks for. */
  lines: z.array(id),
  ...stamp,
});
export type DeliveryInvoice = DeepReadonly<z.infer<typeof deliveryInvoiceSchema>>;

/** An owner paid an invoice, in whole or in part. */
export const deliveryPaymentSchema = z.strictObject({ ...ofJob, cents: positiveAmount, invoiceId: id, ...stamp });
export type DeliveryPayment = DeepReadonly<z.infer<typeof deliveryPaymentSchema>>;

/** What is open on an invoice its owner will never pay. */
export const deliveryWriteOffSchema = z.strictObject({
  ...ofJob,
  cents: positiveAmount,
  invoiceId: id,
  reason: label,
  ...stamp,
});
export type DeliveryWriteOff = DeepReadonly<z.infer<typeof deliveryWriteOffSchema>>;

/** The crew was paid what it was owed for days of a job. */
export const deliveryCrewPaySchema = z.strictObject({
  ...ofJob,
  cents: positiveAmount,
  payee: label,
  paidFrom: payingFrom,
  ...stamp,
});
export type DeliveryCrewPay = DeepReadonly<z.infer<typeof deliveryCrewPaySchema>>;

/** What an advance was too much, sent back. */
export const deliveryRefundSchema = z.strictObject({ ...ofJob, cents: positiveAmount, ...stamp });
export type DeliveryRefund = DeepReadonly<z.infer<typeof deliveryRefundSchema>>;
