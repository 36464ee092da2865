import type { Problem, Result } from '../kernel/fault.ts';
import type { DeepReadonly } from '../kernel/readonly.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { Payment } from '../records/money.ts';
import type { MoneyKind, MoneyOf, TermsOf } from '../records/money-registry.ts';
import type { RecordKind, RecordOf } from '../records/registry.ts';
import type { Lease, Stay } from '../records/rental.ts';
import { chargedBetween, sentBetween } from './between-entities.ts';
import { billOf, billPaid, billReceived, billStanding } from './bills.ts';
import type { CharterBooks } from './charter-entry.ts';
import type { BilledRecords } from './client-invoices.ts';
import { CLIENT_POSTINGS } from './client-postings.ts';
import { expensePaid } from './costs.ts';
import { DELIVERY_POSTINGS } from './delivery-postings.ts';
import { disputeOpened, disputeSettled } from './disputes.ts';
import type { PostingContext } from './entry.ts';
import { alone, unpostable } from './entry.ts';
import { questionsOf } from './expense-questions.ts';
import { giftCardSold, redemptionProblems } from './gift-cards.ts';
import { cashTransferred, ownerMoneyMoved, taxRemitted } from './house-cash.ts';
import { loanReceived, loanRepaid } from './loans.ts';
import { assetBought, depreciated, prepaid, prepaidUsed } from './long-lived.ts';
import { otaPayout } from './ota.ts';
import { payrollAccrued, payrollPaid } from './payroll.ts';
import { balanceReceived, depositReceived } from './receipts.ts';
import { refundAfterPerformance, refundPaid } from './refunds.ts';
import { chargeOf, chargeStanding, rentFellDue, rentReceived, rentTakenBack } from './rent.ts';
import { stayEarned, stayPaid, stayStanding, stayTakenBack } from './stays.ts';
import type { SubjectBalances } from './subject-books.ts';
import { jobPaid, planAfterCharge, subscriptionCharged } from './subscriptions.ts';
import { depositTakenBack, leaseStanding, tenantDepositReceived, tenantDepositReturned } from './tenant-deposits.ts';
import type { Tipped } from './tips.ts';
import { tipsPaidOut } from './tips.ts';

/** What is on the books already when money is recorded: of its charter, of its subject, and what was agreed about it. */
export interface MoneyBooks<Terms = unknown> {
  readonly charter?: CharterBooks;
  readonly subject: SubjectBalances;
  readonly terms: Terms;
  /** The work and costs a client's invoice names. */
  readonly billed?: BilledRecords;
  /** The lease rent falls due under. */
  readonly leases?: readonly Lease[];
  /** Whom a tip is paid to. */
  readonly people?: readonly Tipped[];
}

/** What stands once a record is posted or withdrawn. */
export interface MoneyStanding<Terms = unknown> {
  readonly subject: SubjectBalances;
  readonly terms: Terms;
  readonly billed?: BilledRecords;
  readonly isWithdrawn: boolean;
}

/** A record of a register that goes with a posting; whoever stores it gives it its version. */
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
  /** What is wrong with taking a record back, told from its subject's books as that would leave them. */
  readonly takenBack?: (
    subject: SubjectBalances,
    isReplaced: boolean,
    was: MoneyTakenBack<MoneyOf<K>, TermsOf<K>>,
  ) => readonly Problem[];
}

/** What is taken back, with what was agreed and what the books held while it stood. */
export interface MoneyTakenBack<Record, Terms> {
  readonly record: Record;
  readonly terms: Terms;
  readonly subject: SubjectBalances;
}

/** How every kind of record that moves money becomes entries. */
export const MONEY_POSTINGS: { readonly [K in MoneyKind]: MoneyPosting<K> } = {
  payment: {
    entries: (record, books, context) => {
      const problems = redemptionProblems(record, books.subject);
      return problems.length > 0 ? unpostable(problems) : alone(paymentEntry(record, charterOf(books), context));
    },
  },
  payout: { entries: (record, books, context) => alone(otaPayout(record, charterOf(books), context)) },
  'tip-payout': {
    entries: (record, books, context) => alone(tipsPaidOut(record, charterOf(books), context, books.people)),
  },
  expense: {
    entries: (record, books, context) => alone(expensePaid(record, books.charter, context)),
    beside: (record, { isWithdrawn }) =>
      questionsOf(record).map((question) => ({
        kind: 'expense-question',
        record: isWithdrawn ? { ...question, answeredOn: record.on } : question,
      })),
  },
  'cash-transfer': { entries: (record, _, context) => alone(cashTransferred(record, context)) },
  'owner-money': { entries: (record, _, context) => alone(ownerMoneyMoved(record, context)) },
  'loan-receipt': { entries: (record, _, context) => alone(loanReceived(record, context)) },
  'loan-payment': { entries: (record, books, context) => alone(loanRepaid(record, books.subject, context)) },
  'tax-remittance': { entries: (record, _, context) => alone(taxRemitted(record, context)) },
  'pay-run': { entries: (record, _, context) => alone(payrollAccrued(record, context)) },
  'payroll-payment': { entries: (record, _, context) => alone(payrollPaid(record, context)) },
  'asset-purchase': { entries: (record, _, context) => alone(assetBought(record, context)) },
  depreciation: { entries: (record, books, context) => alone(depreciated(record, books.subject, context)) },
  prepayment: { entries: (record, _, context) => alone(prepaid(record, context)) },
  'prepayment-use': { entries: (record, books, context) => alone(prepaidUsed(record, books.subject, context)) },
  'bill-receipt': {
    entries: (record, books, context) => alone(billReceived(record, books.terms, context)),
    beside: (record, { isWithdrawn }) => [{ kind: 'bill', record: billOf(record, isWithdrawn) }],
  },
  'bill-payment': {
    entries: (record, books, context) => alone(billPaid(record, books.subject, context)),
    beside: (_, { terms, subject }, context) =>
      terms === undefined ? [] : [{ kind: 'bill', record: billStanding(terms, subject, context) }],
  },
  'between-entities': { entries: (record, _, context) => chargedBetween(record, context) },
  'between-transfer': { entries: (record, _, context) => sentBetween(record, context) },
  'gift-card-sale': { entries: (record, _, context) => alone(giftCardSold(record, context)) },
  'dispute-opening': { entries: (record, books, context) => alone(disputeOpened(record, charterOf(books), context)) },
  'dispute-outcome': {
    entries: (record, books, context) => alone(disputeSettled(record, charterOf(books), books.subject, context)),
  },
  'subscription-charge': {
    entries: (record, books, context) => alone(subscriptionCharged(record, books.terms, context)),
    beside: (record, { terms, isWithdrawn }) =>
      terms === undefined ? [] : [{ kind: 'subscription', record: planAfterCharge(terms, record, isWithdrawn) }],
  },
  'job-payment': { entries: (record, _, context) => alone(jobPaid(record, context)) },
  'rent-due': {
    entries: (record, books, context) =>
      alone(rentFellDue(record, books.subject, books.terms, books.leases ?? [], context)),
    beside: (record, { subject, isWithdrawn }) => [
      { kind: 'rent-charge', record: chargeOf(record, subject, isWithdrawn) },
    ],
    takenBack: rentTakenBack,
  },
  'rent-receipt': {
    entries: (record, books, context) => alone(rentReceived(record, books.subject, books.terms, context)),
    beside: (_, { terms, subject }, context) =>
      terms === undefined ? [] : [{ kind: 'rent-charge', record: chargeStanding(terms, subject, context) }],
  },
  'tenant-deposit': {
    entries: (record, books, context) => alone(tenantDepositReceived(record, books.terms, context)),
    beside: (_, { terms, subject }, context) => leaseChange(terms, subject, context),
    takenBack: depositTakenBack,
  },
  'deposit-return': {
    entries: (record, books, context) => alone(tenantDepositReturned(record, books.subject, context)),
    beside: (_, { terms, subject }, context) => leaseChange(terms, subject, context),
    takenBack: depositTakenBack,
  },
  'stay-nights': {
    entries: (record, books, context) => alone(stayEarned(record, books.subject, books.terms, context)),
    beside: (_, { terms, subject }, context) => stayChange(terms, subject, context),
    takenBack: stayTakenBack,
  },
  'stay-payment': {
    entries: (record, books, context) => alone(stayPaid(record, books.subject, books.terms, context)),
    beside: (_, { terms, subject }, context) => stayChange(terms, subject, context),
    takenBack: stayTakenBack,
  },
  ...DELIVERY_POSTINGS,
  ...CLIENT_POSTINGS,
};

function leaseChange(lease: Lease | undefined, subject: SubjectBalances, context: PostingContext): RegisterChange[] {
  return lease === undefined ? [] : [{ kind: 'lease', record: leaseStanding(lease, subject, context) }];
}

function stayChange(stay: Stay | undefined, subject: SubjectBalances, context: PostingContext): RegisterChange[] {
  return stay === undefined ? [] : [{ kind: 'stay', record: stayStanding(stay, subject, context) }];
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

/** @throws RangeError when the record's charter was not brought along. */
function charterOf(books: MoneyBooks): CharterBooks {
  if (books.charter === undefined) throw new RangeError('expected the books of the charter');
  return books.charter;
}
