import type * as z from 'zod/mini';
import { CLIENT_MONEY } from './client-money.ts';
import { DELIVERY_MONEY } from './delivery-money-kinds.ts';
import { disputeOpeningSchema, disputeOutcomeSchema } from './dispute-money.ts';
import { giftCardSaleSchema } from './gift-card-money.ts';
import {
  assetPurchaseSchema,
  betweenEntitiesSchema,
  betweenTransferSchema,
  billPaymentSchema,
  billReceiptSchema,
  cashTransferSchema,
  depreciationSchema,
  loanPaymentSchema,
  loanReceiptSchema,
  ownerMoneySchema,
  payRunSchema,
  payrollPaymentSchema,
  prepaymentSchema,
  prepaymentUseSchema,
  taxRemittanceSchema,
} from './house-money.ts';
import { expenseSchema, paymentSchema, payoutSchema, tipPayoutSchema } from './money.ts';
import type { RecordKind, RecordOf } from './registry.ts';
import { RENTAL_MONEY } from './rental-money-kinds.ts';
import { jobPaymentSchema, subscriptionChargeSchema } from './subscription-money.ts';

/**
 * The records that move money: each becomes an entry in the books the moment it is written, and none is ever edited. A
 * mistake is withdrawn by a reversal, and what was meant is recorded anew.
 */
export const MONEY = {
  payment: {
    schema: paymentSchema,
    one: 'payment',
    many: 'payments',
    prefix: 'pay',
    day: 'receivedOn',
    subject: 'giftCardId',
  },
  payout: { schema: payoutSchema, one: 'platform payout', many: 'platform payouts', prefix: 'pto', day: 'arrivedOn' },
  'tip-payout': { schema: tipPayoutSchema, one: 'tip payout', many: 'tip payouts', prefix: 'tip', day: 'paidOn' },
  expense: { schema: expenseSchema, one: 'expense', many: 'expenses', prefix: 'exp', day: 'on' },
  'cash-transfer': { schema: cashTransferSchema, one: 'transfer', many: 'transfers', prefix: 'ctr', day: 'on' },
  'owner-money': {
    schema: ownerMoneySchema,
    one: 'owner contribution or draw',
    many: 'owner contributions and draws',
    prefix: 'own',
    day: 'on',
  },
  'loan-receipt': {
    schema: loanReceiptSchema,
    one: 'loan received',
    many: 'loans received',
    prefix: 'lrc',
    day: 'on',
    subject: 'loanId',
  },
  'loan-payment': {
    schema: loanPaymentSchema,
    one: 'loan instalment',
    many: 'loan instalments',
    prefix: 'lpy',
    day: 'on',
    subject: 'loanId',
  },
  'tax-remittance': {
    schema: taxRemittanceSchema,
    one: 'tax remittance',
    many: 'tax remittances',
    prefix: 'txr',
    day: 'on',
  },
  'pay-run': { schema: payRunSchema, one: 'pay run', many: 'pay runs', prefix: 'run', day: 'on' },
  'payroll-payment': {
    schema: payrollPaymentSchema,
    one: 'payroll payment',
    many: 'payroll payments',
    prefix: 'prp',
    day: 'on',
  },
  'asset-purchase': {
    schema: assetPurchaseSchema,
    one: 'asset purchase',
    many: 'asset purchases',
    prefix: 'apr',
    day: 'on',
    subject: 'assetId',
  },
  depreciation: {
    schema: depreciationSchema,
    one: 'depreciation',
    many: 'depreciations',
    prefix: 'dpr',
    day: 'on',
    subject: 'assetId',
  },
  prepayment: {
    schema: prepaymentSchema,
    one: 'prepayment',
    many: 'prepayments',
    prefix: 'ppd',
    day: 'on',
    subject: 'prepaidId',
  },
  'prepayment-use': {
    schema: prepaymentUseSchema,
    one: 'prepayment used up',
    many: 'prepayments used up',
    prefix: 'ppu',
    day: 'on',
    subject: 'prepaidId',
  },
  'bill-receipt': {
    schema: billReceiptSchema,
    one: 'bill received',
    many: 'bills received',
    prefix: 'brc',
    day: 'on',
    subject: 'billId',
    terms: 'bill',
  },
  'bill-payment': {
    schema: billPaymentSchema,
    one: 'bill payment',
    many: 'bill payments',
    prefix: 'bpy',
    day: 'on',
    subject: 'billId',
    terms: 'bill',
  },
  'between-entities': {
    schema: betweenEntitiesSchema,
    one: 'charge between our businesses',
    many: 'charges between our businesses',
    prefix: 'btw',
    day: 'on',
  },
  'between-transfer': {
    schema: betweenTransferSchema,
    one: 'transfer between our businesses',
    many: 'transfers between our businesses',
    prefix: 'btt',
    day: 'on',
  },
  'gift-card-sale': {
    schema: giftCardSaleSchema,
    one: 'gift card sold',
    many: 'gift cards sold',
    prefix: 'gcs',
    day: 'on',
    subject: 'giftCardId',
  },
  'dispute-opening': {
    schema: disputeOpeningSchema,
    one: 'disputed payment',
    many: 'disputed payments',
    prefix: 'dsp',
    day: 'on',
    subject: 'disputeId',
  },
  'dispute-outcome': {
    schema: disputeOutcomeSchema,
    one: 'end of a dispute',
    many: 'ends of disputes',
    prefix: 'dso',
    day: 'on',
    subject: 'disputeId',
  },
  'subscription-charge': {
    schema: subscriptionChargeSchema,
    one: 'subscription charge',
    many: 'subscription charges',
    prefix: 'sch',
    day: 'on',
    subject: 'subscriptionId',
    terms: 'subscription',
  },
  'job-payment': { schema: jobPaymentSchema, one: 'job paid', many: 'jobs paid', prefix: 'job', day: 'on' },
  ...RENTAL_MONEY,
  ...DELIVERY_MONEY,
  ...CLIENT_MONEY,
} as const satisfies Record<string, MoneyEntry>;

interface MoneyEntry {
  readonly schema: z.ZodMiniType;
  readonly one: string;
  readonly many: string;
  /** What its ids begin with. */
  readonly prefix: string;
  /** The field with its business day. */
  readonly day: string;
  /** The field with the id of what the money is about beside a charter; balances are kept for it. */
  readonly subject?: string;
  /** The register that holds what was agreed about the subject, under the subject's id. */
  readonly terms?: RecordKind;
}

export type MoneyKind = keyof typeof MONEY;
export type MoneyOf<K extends MoneyKind> = z.infer<(typeof MONEY)[K]['schema']>;
/** The register record that goes with a kind of money; undefined where none is kept, or none yet. */
export type TermsOf<K extends MoneyKind> = (typeof MONEY)[K] extends { readonly terms: infer T extends RecordKind }
  ? RecordOf<T> | undefined
  : undefined;

export const MONEY_KINDS = Object.keys(MONEY) as readonly MoneyKind[];

/** Whether this is a kind of record that moves money. */
export function isMoneyKind(kind: string): kind is MoneyKind {
  return Object.hasOwn(MONEY, kind);
}

/** What a record of money names: its charter, its subject, its other business. Read through the registry, so untyped. */
export interface MoneyNames {
  readonly id: string;
  readonly entityId: string;
  readonly charterId?: string;
  readonly otherEntityId?: string;
}

/** The business day of a record of money. */
export function moneyDay<K extends MoneyKind>(kind: K, record: MoneyOf<K>): string {
  return String((record as Readonly<Record<string, unknown>>)[MONEY[kind].day]);
}

/** What a record of money is about beside a charter, or nothing. */
export function moneySubject<K extends MoneyKind>(kind: K, record: MoneyOf<K>): string | undefined {
  const { subject } = MONEY[kind] as MoneyEntry;
  const named = subject === undefined ? undefined : (record as Readonly<Record<string, unknown>>)[subject];
  return typeof named === 'string' ? named : undefined;
}
