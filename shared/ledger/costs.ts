import type { Problem, Result } from '../kernel/fault.ts';
import type { JournalEntry, Template } from '../records/journal.ts';
import type { Expense } from '../records/money.ts';
import { accountOf, findAccount } from './accounts.ts';
import type { CharterBooks } from './charter-entry.ts';
import { charterEntry, otherCharter } from './charter-entry.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryId, entryUnless, journalEntry, problemIf } from './entry.ts';

const CREW: readonly string[] = ['5010', '5015'];
const FUEL: readonly string[] = ['5020'];
/** What a card processor keeps of the money it holds for us. */
const MERCHANT_FEES = '5040';

/**
 * An expense under the template that fits its account and its charter.
 * @throws RangeError when the expense names a charter and the charter's books were not brought along.
 */
export function expensePaid(
  expense: Expense,
  file: CharterBooks | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  if (expense.charterId === undefined) return overheadExpense(expense, context);
  if (file === undefined) throw new RangeError(`${expense.id} needs the books of its charter`);
  if (CREW.includes(expense.account)) return crewPaid(expense, file, context);
  if (FUEL.includes(expense.account)) return fuelBought(expense, file, context);
  return charterExpense(expense, file, context);
}

/** The crew of a charter was paid. */
export function crewPaid(expense: Expense, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const problems = problemIf(!CREW.includes(expense.account), 'account', 'expected an account for crew');
  return charterCost('crew_paid', expense, file, problems, context);
}

/** Fuel for a charter was bought. */
export function fuelBought(expense: Expense, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  const problems = problemIf(!FUEL.includes(expense.account), 'account', 'expected the account for fuel');
  return charterCost('fuel_bought', expense, file, problems, context);
}

/** Anything else was bought for a charter: provisions, dockage, a permit for one trip. */
export function charterExpense(expense: Expense, file: CharterBooks, context: PostingContext): Result<JournalEntry> {
  return charterCost('charter_expense', expense, file, [], context);
}

/** Something was bought to keep the doors open, or for no charter in particular. */
export function overheadExpense(expense: Expense, context: PostingContext): Result<JournalEntry> {
  const problems = [
    ...expenseProblems(expense),
    ...problemIf(expense.charterId !== undefined, 'charterId', 'a cost of a charter is posted with its charter'),
  ];
  return entryUnless(problems, () =>
    journalEntry(
      { ...costDraft('overhead_expense', expense), entityId: expense.entityId, refs: { recordId: expense.id } },
      context,
    ),
  );
}

function charterCost(
  template: Template,
  expense: Expense,
  file: CharterBooks,
  more: readonly Problem[],
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [...expenseProblems(expense), ...more, ...otherCharter(expense, file)];
  return entryUnless(problems, () =>
    charterEntry(file, { ...costDraft(template, expense), recordId: expense.id }, context),
  );
}

function expenseProblems(expense: Expense): readonly Problem[] {
  const type = findAccount(expense.account)?.type;
  return [
    ...problemIf(expense.cents <= 0, 'cents', 'expected an amount above zero'),
    ...problemIf(type === undefined, 'account', 'the chart of accounts has no such account'),
    ...problemIf(
      type !== undefined && type !== 'cogs' && type !== 'opex',
      'account',
      'this is not an account for expenses',
    ),
    ...problemIf(
      expense.paidFrom === '1020' && expense.account !== MERCHANT_FEES,
      'paidFrom',
      'the card processor keeps its own fees, account 5040, and pays nobody else',
    ),
  ];
}

function costDraft(template: Template, expense: Expense) {
  return {
    id: entryId(expense.id, 'expense'),
    template,
    businessOn: expense.on,
    memo: expense.memo ?? `${accountOf(expense.account).name}, ${expense.vendor}`,
    lines: [debit(accountOf(expense.account).code, expense.cents), credit(expense.paidFrom, expense.cents)],
    tallies: [],
  };
}
