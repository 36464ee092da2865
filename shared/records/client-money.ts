import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { clientLineSchema, ROLES } from './client-work.ts';
import { day, id, label, monthOfYear, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** What every record of a client's money carries. */
const ofClient = { id, entityId: slug, on: day, cents: positiveAmount, clientId: slug } as const;

/** A client was asked to pay: `cents` is the sum of the lines. */
export const clientInvoiceSchema = z.strictObject({
  ...ofClient,
  invoiceId: id,
  number: label,
  customer: label,
  dueOn: day,
  lines: z.array(clientLineSchema),
  ...stamp,
});
export type ClientInvoice = DeepReadonly<z.infer<typeof clientInvoiceSchema>>;

/** A client paid on an invoice, all of it or a part. */
export const clientPaymentSchema = z.strictObject({
  ...ofClient,
  invoiceId: id,
  paidInto: oneOf(['1010', '1020', '1030']),
  ...stamp,
});
export type ClientPayment = DeepReadonly<z.infer<typeof clientPaymentSchema>>;

/** A client was credited on an invoice: so much of its revenue is taken back. */
export const creditMemoSchema = z.strictObject({
  ...ofClient,
  invoiceId: id,
  number: label,
  account: oneOf(['4310', '4320', '4330']),
  ...stamp,
});
export type CreditMemo = DeepReadonly<z.infer<typeof creditMemoSchema>>;

/** What is open on an invoice will never be paid. */
export const writeOffSchema = z.strictObject({ ...ofClient, invoiceId: id, reason: label, ...stamp });
export type WriteOff = DeepReadonly<z.infer<typeof writeOffSchema>>;

/** We paid somebody else for a client: our own cost as principal, money laid out for the client as agent. */
export const passThroughCostSchema = z.strictObject({
  ...ofClient,
  costId: id,
  vendor: label,
  month: monthOfYear,
  role: oneOf(ROLES),
  paidFrom: oneOf(['1010', '1030', '2020']),
  ...stamp,
});
export type PassThroughCost = DeepReadonly<z.infer<typeof passThroughCostSchema>>;

/** A client's unbilled work as revenue on the last day of a month, and its reversal on the first day after. */
export const workAccrualSchema = z.strictObject({
  ...ofClient,
  accrualId: id,
  month: monthOfYear,
  direction: oneOf(['accrued', 'reversed']),
  ...stamp,
});
export type WorkAccrual = DeepReadonly<z.infer<typeof workAccrualSchema>>;

/** The kinds of a client's money, for the registry of all money. */
export const CLIENT_MONEY = {
  'client-invoice': {
    schema: clientInvoiceSchema,
    one: 'client invoice',
    many: 'client invoices',
    prefix: 'cin',
    day: 'on',
    subject: 'invoiceId',
    terms: 'invoice',
  },
  'client-payment': {
    schema: clientPaymentSchema,
    one: 'client payment',
    many: 'client payments',
    prefix: 'cpy',
    day: 'on',
    subject: 'invoiceId',
    terms: 'invoice',
  },
  'credit-memo': {
    schema: creditMemoSchema,
    one: 'credit memo',
    many: 'credit memos',
    prefix: 'crm',
    day: 'on',
    subject: 'invoiceId',
    terms: 'invoice',
  },
  'write-off': {
    schema: writeOffSchema,
    one: 'write-off',
    many: 'write-offs',
    prefix: 'wof',
    day: 'on',
    subject: 'invoiceId',
    terms: 'invoice',
  },
  'pass-through-cost': {
    schema: passThroughCostSchema,
    one: 'cost paid for a client',
    many: 'costs paid for clients',
    prefix: 'ptc',
    day: 'on',
    subject: 'costId',
    terms: 'client-cost',
  },
  'work-accrual': {
    schema: workAccrualSchema,
    one: 'accrual of unbilled work',
    many: 'accruals of unbilled work',
    prefix: 'wac',
    day: 'on',
    subject: 'accrualId',
  },
} as const;
