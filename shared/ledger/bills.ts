import type { Result } from '../kernel/fault.ts';
import { cents } from '../kernel/money.ts';
import type { BillPayment, BillReceipt } from '../records/house-money.ts';
import type { Bill } from '../records/invoice.ts';
import type { JournalEntry } from '../records/journal.ts';
import { findAccount } from './accounts.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

/** A supplier's bill came: a cost of its day, owed until it is paid. */
export function billReceived(
  received: BillReceipt,
  bill: Bill | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const account = findAccount(received.account);
  const problems = [
    ...aboveZero(received),
    ...problemIf(bill !== undefined && bill.status !== 'void', 'billId', 'this bill is in the books already'),
    ...problemIf(account === undefined, 'account', `there is no account ${received.account}`),
    ...problemIf(received.dueOn < received.on, 'dueOn', 'the bill is due before it came'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      received,
      {
        template: 'bill_received',
        event: 'bill',
        memo: `bill ${received.number} of ${received.vendor}`,
        subjectId: received.billId,
        lines: [debit(account!.code, received.cents), credit('2010', received.cents)], // an unknown account was refused
      },
      context,
    ),
  );
}

/** A bill was paid, in whole or in part; never more than is owed on it. */
export function billPaid(paid: BillPayment, balances: SubjectBalances, context: PostingContext): Result<JournalEntry> {
  const problems = [
    ...aboveZero(paid),
    ...problemIf(paid.cents > subjectOwes(balances, '2010'), 'cents', 'this is more than is owed on the bill'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      paid,
      {
        template: 'bill_paid',
        event: 'paid',
        memo: 'bill paid',
        subjectId: paid.billId,
        lines: [debit('2010', paid.cents), credit(paid.paidFrom, paid.cents)],
      },
      context,
    ),
  );
}

/** The bill of a receipt, as it is kept for reading; withdrawn, it is void. */
export function billOf(received: BillReceipt, isWithdrawn: boolean): Bill {
  const { id: _id, on, account: _account, receiptOnFile: _file, billId, ...rest } = received;
  return {
    ...rest,
    id: billId,
    issuedOn: on,
    paidCents: cents(0),
    status: isWithdrawn ? 'void' : 'open',
  };
}

/** The bill as its books say: what is no longer owed has been paid. */
export function billStanding(bill: Bill, balances: SubjectBalances, context: PostingContext): Bill {
  const paidCents = cents(bill.cents - subjectOwes(balances, '2010'));
  const status = paidCents === bill.cents ? 'paid' : 'open';
  return { ...bill, paidCents, status, updatedAt: context.postedAt };
}
