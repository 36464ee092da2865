import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { day, flag, id, label, monthOfYear, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** What every record of money carries: its business, its local day, and how much. */
const dated = { id, entityId: slug, on: day, cents: positiveAmount } as const;
const cash = ['1010', '1015', '1020', '1030'] as const;
const payingFrom = oneOf(['1010', '1030', '2020']);
const expenseAccount = z.string().check(z.regex(/^[56]\d{3}$/, 'expected the code of a cost account, such as 6110'));

/** Money moved between accounts of ours: what the card processor paid out, a reserve filled, a card bill paid. */
export const cashTransferSchema = z.strictObject({
  ...dated,
  from: oneOf(cash),
  to: oneOf([...cash, '2020']),
  reference: z.exactOptional(label),
  ...stamp,
});
export type CashTransfer = DeepReadonly<z.infer<typeof cashTransferSchema>>;

/** An owner put money in, or took it out. */
export const ownerMoneySchema = z.strictObject({ ...dated, direction: oneOf(['in', 'out']), owner: label, ...stamp });
export type OwnerMoney = DeepReadonly<z.infer<typeof ownerMoneySchema>>;

/** Money a lender paid out to us; what is bought with it is a record of its own. */
export const loanReceiptSchema = z.strictObject({ ...dated, loanId: id, lender: label, ...stamp });
export type LoanReceipt = DeepReadonly<z.infer<typeof loanReceiptSchema>>;

/** An instalment: `cents` in all, of which so much was interest. */
export const loanPaymentSchema = z.strictObject({
  ...dated,
  loanId: id,
  interestCents: positiveAmount,
  interestAccount: oneOf(['6200', '6340']),
  ...stamp,
});
export type LoanPayment = DeepReadonly<z.infer<typeof loanPaymentSchema>>;

/** Tax collected from guests, paid on to the authority. */
export const taxRemittanceSchema = z.strictObject({
  ...dated,
  tax: oneOf(['sales', 'occupancy']),
  authority: label,
  ...stamp,
});
export type TaxRemittance = DeepReadonly<z.infer<typeof taxRemittanceSchema>>;

/** A pay run: what the period's work cost by account, owed from its day on until it is paid. */
export const payRunSchema = z.strictObject({
  ...dated,
  parts: z.array(z.strictObject({ account: oneOf(['5015', '6050', '6060', '6070']), cents: positiveAmount })),
  ...stamp,
});
export type PayRun = DeepReadonly<z.infer<typeof payRunSchema>>;

/** Wages or payroll taxes that were owed, paid. */
export const payrollPaymentSchema = z.strictObject({ ...dated, payee: oneOf(['staff', 'authority']), ...stamp });
export type PayrollPayment = DeepReadonly<z.infer<typeof payrollPaymentSchema>>;

/** Something bought to be used for years, or an improvement to it: an engine, a rig, a roof. Never a repair. */
export const assetPurchaseSchema = z.strictObject({
  ...dated,
  assetId: id,
  account: oneOf(['1500', '1600']),
  what: label,
  paidFrom: oneOf(['1010', '2020', '2600']),
  ...stamp,
});
export type AssetPurchase = DeepReadonly<z.infer<typeof assetPurchaseSchema>>;

/** A month's depreciation of one asset, as the schedule of whoever does the taxes says. */
export const depreciationSchema = z.strictObject({
  ...dated,
  assetId: id,
  of: oneOf(['vessel', 'building']),
  ...stamp,
});
export type Depreciation = DeepReadonly<z.infer<typeof depreciationSchema>>;

/** Insurance or a slip paid ahead; and a month's part of it that is used up. */
export const prepaymentSchema = z.strictObject({
  ...dated,
  prepaidId: id,
  paidFrom: payingFrom,
  what: label,
  ...stamp,
});
export type Prepayment = DeepReadonly<z.infer<typeof prepaymentSchema>>;
export const prepaymentUseSchema = z.strictObject({
  ...dated,
  prepaidId: id,
  account: expenseAccount,
  month: monthOfYear,
  ...stamp,
});
export type PrepaymentUse = DeepReadonly<z.infer<typeof prepaymentUseSchema>>;

/** A supplier's bill came: a cost of its day, owed until it is paid. */
export const billReceiptSchema = z.strictObject({
  ...dated,
  billId: id,
  number: label,
  vendor: label,
  dueOn: day,
  account: expenseAccount,
  receiptOnFile: flag,
  ...stamp,
});
export type BillReceipt = DeepReadonly<z.infer<typeof billReceiptSchema>>;

/** A bill was paid, in whole or in part. */
export const billPaymentSchema = z.strictObject({ ...dated, billId: id, paidFrom: payingFrom, ...stamp });
export type BillPayment = DeepReadonly<z.infer<typeof billPaymentSchema>>;

/** One of our businesses did work for another: revenue there, a cost here, and nothing for the company as a whole. */
export const betweenEntitiesSchema = z.strictObject({
  ...dated,
  otherEntityId: slug,
  what: label,
  revenueAccount: z.string().check(z.regex(/^4\d{3}$/, 'expected the code of a revenue account, such as 4310')),
  expenseAccount,
  ...stamp,
});
export type BetweenEntities = DeepReadonly<z.infer<typeof betweenEntitiesSchema>>;

/** One of our businesses sent money to another: paying what it owes, or lending it. */
export const betweenTransferSchema = z.strictObject({ ...dated, otherEntityId: slug, what: label, ...stamp });
export type BetweenTransfer = DeepReadonly<z.infer<typeof betweenTransferSchema>>;
