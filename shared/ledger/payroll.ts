import type { Result } from '../kernel/fault.ts';
import { sumCents } from '../kernel/money.ts';
import type { PayRun, PayrollPayment } from '../records/house-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import { aboveZero, subjectEntry } from './subject-books.ts';

/** A pay run: wages and payroll taxes are a cost of the day they are earned, and owed until they are paid. */
export function payrollAccrued(run: PayRun, context: PostingContext): Result<JournalEntry> {
  const sum = sumCents(run.parts.map((part) => part.cents));
  const problems = [
    ...aboveZero(run),
    ...problemIf(sum !== run.cents, 'parts', 'the parts do not add up to the whole'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      run,
      {
        template: 'payroll_accrued',
        event: 'payroll',
        memo: 'pay run',
        lines: [...run.parts.map((part) => debit(part.account, part.cents)), credit('2310', run.cents)],
      },
      context,
    ),
  );
}

/** Wages or payroll taxes that were owed were paid. */
export function payrollPaid(paid: PayrollPayment, context: PostingContext): Result<JournalEntry> {
  return entryUnless(aboveZero(paid), () =>
    subjectEntry(
      paid,
      {
        template: 'payroll_paid',
        event: 'paid',
        memo: paid.payee === 'staff' ? 'wages paid' : 'payroll taxes paid',
        lines: [debit('2310', paid.cents), credit('1010', paid.cents)],
      },
      context,
    ),
  );
}
