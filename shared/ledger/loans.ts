import type { Result } from '../kernel/fault.ts';
import type { LoanPayment, LoanReceipt } from '../records/house-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOwes } from './subject-books.ts';

/** A lender paid out: money we have and owe. */
export function loanReceived(loan: LoanReceipt, context: PostingContext): Result<JournalEntry> {
  return entryUnless(aboveZero(loan), () =>
    subjectEntry(
      loan,
      {
        template: 'loan_received',
        event: 'loan',
        memo: `loan from ${loan.lender}`,
        subjectId: loan.loanId,
        lines: [debit('1010', loan.cents), credit('2600', loan.cents)],
      },
      context,
    ),
  );
}

/** An instalment: interest is a cost, the rest makes the loan smaller. */
export function loanRepaid(
  paid: LoanPayment,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const principalCents = paid.cents - paid.interestCents;
  const problems = [
    ...aboveZero(paid),
    ...problemIf(principalCents < 0, 'interestCents', 'the interest is more than the instalment'),
    ...problemIf(principalCents > subjectOwes(balances, '2600'), 'cents', 'this is more than is owed on the loan'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      paid,
      {
        template: 'loan_repaid',
        event: 'instalment',
        memo: 'loan instalment',
        subjectId: paid.loanId,
        lines: [
          debit('2600', principalCents),
          debit(paid.interestAccount, paid.interestCents),
          credit('1010', paid.cents),
        ],
      },
      context,
    ),
  );
}
