import type { Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { DeepReadonly } from '../kernel/readonly.ts';
import type { Invoice } from '../records/invoice.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Payment } from '../records/money.ts';
import type { MoneyKind, MoneyOf, TermsOf } from '../records/money-registry.ts';
import type { RecordKind, RecordOf } from '../records/registry.ts';
import { chargedBetween, sentBetween } from './between-entities.ts';
import { billOf, billPaid, billReceived, billStanding } from './bills.ts';
import type { CharterBooks } from './charter-entry.ts';
import type { BilledRecords } from './client-invoices.ts';
import { billedNow, clientInvoiced } from './client-invoices.ts';
import { clientCredited, clientInvoiceOf, clientPaid, clientWrittenOff, invoiceStanding } from './client-receipts.ts';
import { clientCostOf, passThroughPaid, workAccrued } from './client-work.ts';
import { expensePaid } from './costs.ts';
import type { PostingContext } from './entry.ts';
import { questionsOf } from './expense-questions.ts';
import { cashTransferred, ownerMoneyMoved, taxRemitted } from './house-cash.ts';
import { loanReceived, loanRepaid } from './loans.ts';
import { assetBought, depreciated, prepaid, prepaidUsed } from './long-lived.ts';
import { otaPayout } from './ota.ts';
import { payrollAccrued, payrollPaid } from './payroll.ts';
import { balanceReceived, depositReceived } from './receipts.ts';
import { refundAfterPerformance, refundPaid } from './refunds.ts';
import type { SubjectBalances } from './subject-books.ts';
import { tipsPaidOut } from './tips.ts';

/** What is on the books already when money is recorded: of its charter, of its subject, and what was agreed about it. */
export interface MoneyBooks<Terms = unknown> {
  readonly charter?: CharterBooks;
  readonly subject: SubjectBalances;
  readonly terms: Terms;
  /** The work and costs a client's invoice names. */
  readonly billed?: BilledRecords;
}

/** What stands once a record is posted or withdrawn. */
export interface MoneyStanding<Terms = unknown> {
  readonly subject: SubjectBalances;
  readonly terms: Terms;
  readonly billed?: BilledRecords;
  readonly isWithdrawn: boolean;
}

/** A record of a register that goes with a posting, at its next version. */
export type RegisterChange = {
  [K in RecordKind]: { readonly kind: K; readonly record: DeepReadonly<RecordOf<K>> };
}[RecordKind];

/** How one kind of money is posted. */
export interface MoneyPosting<K extends MoneyKind> {
  /** The entries, each balanced, all on the record's business day; or every reason why not. */
  readonly entries: (
    record: MoneyOf<K>,
    books: MoneyBooks<TermsOf<K>>,
    context: PostingContext,
  ) => Result<readonly JournalEntry[]>;
  /** What is kept for reading beside the books, as it is once the record is posted or withdrawn. */
  readonly beside?: (
    record: MoneyOf<K>,
    standing: MoneyStanding<TermsOf<K>>,
    context: PostingContext,
  ) => readonly RegisterChange[];
}

/** How every kind of record that moves money becomes entries. */
export const MONEY_POSTINGS: { readonly [K in MoneyKind]: MoneyPosting<K> } = {
  payment: { entries: (record, books, context) => one(paymentEntry(record, charterOf(books), context)) },
  payout: { entries: (record, books, context) => one(otaPayout(record, charterOf(books), context)) },
  'tip-payout': { entries: (record, books, context) => one(tipsPaidOut(record, charterOf(books), context)) },
  expense: {
    entries: (record, books, context) => one(expensePaid(record, books.charter, context)),
    beside: (record, { isWithdrawn }) =>
      questionsOf(record).map((question) => ({
        kind: 'expense-question',
        record: isWithdrawn ? { ...question, answeredOn: record.on, version: 2 } : question,
      })),
  },
  'cash-transfer': { entries: (record, _, context) => one(cashTransferred(record, context)) },
  'owner-money': { entries: (record, _, context) => one(ownerMoneyMoved(record, context)) },
  'loan-receipt': { entries: (record, _, context) => one(loanReceived(record, context)) },
  'loan-payment': { entries: (record, books, context) => one(loanRepaid(record, books.subject, context)) },
  'tax-remittance': { entries: (record, _, context) => one(taxRemitted(record, context)) },
  'pay-run': { entries: (record, _, context) => one(payrollAccrued(record, context)) },
  'payroll-payment': { entries: (record, _, context) => one(payrollPaid(record, context)) },
  'asset-purchase': { entries: (record, _, context) => one(assetBought(record, context)) },
  depreciation: { entries: (record, books, context) => one(depreciated(record, books.subject, context)) },
  prepayment: { entries: (record, _, context) => one(prepaid(record, context)) },
  'prepayment-use': { entries: (record, books, context) => one(prepaidUsed(record, books.subject, context)) },
  'bill-receipt': {
    entries: (record, books, context) => one(billReceived(record, books.terms, context)),
    beside: (record, { terms, isWithdrawn }) => [{ kind: 'bill', record: billOf(record, terms, isWithdrawn) }],
  },
  'bill-payment': {
    entries: (record, books, context) => one(billPaid(record, books.subject, context)),
    beside: (_, { terms, subject }, context) =>
      terms === undefined ? [] : [{ kind: 'bill', record: billStanding(terms, subject, context) }],
  },
  'between-entities': { entries: (record, _, context) => chargedBetween(record, context) },
  'between-transfer': { entries: (record, _, context) => sentBetween(record, context) },
  'client-invoice': {
    entries: (record, { subject, billed = NOTHING_BILLED }, context) =>
      one(clientInvoiced(record, subject, billed, context)),
    beside: (record, { subject, terms, billed = NOTHING_BILLED, isWithdrawn }, context) => {
      const { work, costs } = billedNow(record, billed, isWithdrawn, context);
      return [
        { kind: 'invoice', record: clientInvoiceOf(record, terms, subject, context) },
        ...work.map((entry) => ({ kind: 'work-entry', record: entry }) as const),
        ...costs.map((cost) => ({ kind: 'client-cost', record: cost }) as const),
      ];
    },
  },
  'client-payment': {
    entries: (record, { subject, terms }, context) => one(clientPaid(record, subject, terms, context)),
    beside: (_, { subject, terms }, context) => invoiceNow(terms, subject, context),
  },
  'credit-memo': {
    entries: (record, { subject, terms }, context) => one(clientCredited(record, subject, terms, context)),
    beside: (_, { subject, terms }, context) => invoiceNow(terms, subject, context),
  },
  'write-off': {
    entries: (record, { subject, terms }, context) => one(clientWrittenOff(record, subject, terms, context)),
    beside: (_, { subject, terms }, context) => invoiceNow(terms, subject, context),
  },
  'pass-through-cost': {
    entries: (record, { subject }, context) => one(passThroughPaid(record, subject, context)),
    beside: (record, { terms, isWithdrawn }, context) => [
      { kind: 'client-cost', record: clientCostOf(record, terms, isWithdrawn, context) },
    ],
  },
  'work-accrual': { entries: (record, { subject }, context) => one(workAccrued(record, subject, context)) },
};

const NOTHING_BILLED: BilledRecords = { work: [], costs: [] };

function invoiceNow(
  invoice: Invoice | undefined,
  balances: SubjectBalances,
  context: PostingContext,
): readonly RegisterChange[] {
  return invoice === undefined ? [] : [{ kind: 'invoice', record: invoiceStanding(invoice, balances, context) }];
}

/** A payment as the deposit, balance or refund it is; a refund with nothing due back is one after the trip. */
function paymentEntry(payment: Payment, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  switch (payment.kind) {
    case 'deposit':
      return depositReceived(payment, file, context);
    case 'balance':
      return balanceReceived(payment, file, context);
    case 'refund': {
      const due = refundPaid(payment, file, context);
      return due.ok || file.charter.performedOn === undefined ? due : refundAfterPerformance(payment, file, context);
    }
  }
}

function one(result: Result<JournalEntry>): Result<readonly JournalEntry[]> {
  return result.ok ? ok([result.value]) : result;
}

/** @throws RangeError when the record's charter was not brought along. */
function charterOf(books: MoneyBooks): CharterBooks {
  if (books.charter === undefined) throw new RangeError('expected the books of the charter');
  return books.charter;
}
