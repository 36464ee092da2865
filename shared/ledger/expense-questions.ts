import type { ExpenseQuestion } from '../records/expense-question.ts';
import type { Expense } from '../records/money.ts';

/** Accounts for repairs, on which an improvement may have been booked by mistake. */
const REPAIRS: readonly string[] = ['6030', '6350'];
/** From here on a repair may be an improvement that lasts: the de minimis safe harbor, 26 CFR 1.263(a)-1(f), Notice 2015-82. */
export const IMPROVEMENT_FROM_CENTS = 250_000;

/** What is still to be asked about an expense once it is recorded: each question once, under an id of its own. */
export function questionsOf(expense: Expense): readonly ExpenseQuestion[] {
  const asked: ExpenseQuestion['question'][] = [];
  if (!expense.receiptOnFile) asked.push('receipt');
  if (REPAIRS.includes(expense.account) && expense.cents >= IMPROVEMENT_FROM_CENTS) asked.push('repair-or-improvement');
  return asked.map((question) => ({
    id: `que_${expense.id.slice(expense.id.indexOf('_') + 1)}.${question}`,
    entityId: expense.entityId,
    expenseId: expense.id,
    question,
    on: expense.on,
    vendor: expense.vendor,
    cents: expense.cents,
    account: expense.account,
    ...(expense.charterId === undefined ? {} : { charterId: expense.charterId }),
    createdAt: expense.createdAt,
    createdBy: expense.createdBy,
    updatedAt: expense.updatedAt,
    version: 1,
    source: expense.source,
    schemaVersion: 1,
  }));
}
