import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { lastDay, monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { questionsOf } from '../../shared/ledger/expense-questions.ts';
import { balanceSheet, incomeStatementByMonth } from '../../shared/ledger/statements.ts';
import type { AccountingPeriod, BooksCheck } from '../../shared/records/accounting-period.ts';
import type { ExpenseQuestion } from '../../shared/records/expense-question.ts';
import type { MonthBalances } from '../../shared/records/journal.ts';
import type { Expense } from '../../shared/records/money.ts';
import type { SampleEntity } from './company.ts';
import { CHARTER_ENTITIES } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

/** The businesses of the sample that close their months; the agency has only begun to keep books. */
const CLOSERS = ['delivery', 'jada', 'qdn', 'qos', 'rental'] as const satisfies SampleEntity[];
type Closer = (typeof CLOSERS)[number];

const CLOSED_MONTHS = 12;
const DAYS_TO_CLOSE: Readonly<Record<Closer, number>> = { delivery: 10, jada: 9, qdn: 6, qos: 12, rental: 8 };

/** A step only a charter business has. */
const CHARTER_STEP = 'Deposits and tips agreed, charter by charter';

/** The steps of a close, who does each, and where the last month's close stands: done everywhere, or not yet. */
const STEPS: readonly (readonly [name: string, ownerRole: string, open: readonly SampleEntity[]])[] = [
  ['Bank and card lines explained', 'Accounting', ['jada', 'qos']],
  ['Receipts collected', 'Operations', ['jada', 'qos']],
  [CHARTER_STEP, 'Accounting', ['qos']],
  ['Taxes collected set aside', 'Accounting', []],
];

/** The months of a year that were closed since the books began, with what they showed then, and the last, which is not yet. */
export function samplePeriods(day: SampleDay, balances: readonly MonthBalances[]): AccountingPeriod[] {
  const last = plusMonths(monthOf(day.today), -1);
  const year = monthsThrough(plusMonths(last, -CLOSED_MONTHS), plusMonths(last, -1));
  const books = booksOf(balances);
  return CLOSERS.flatMap((entityId) => {
    const began = books.months([entityId])[0] ?? last;
    return [
      ...year.filter((month) => month >= began).map((month) => closedPeriod(day, books, entityId, month)),
      closingPeriod(day, entityId, last),
    ];
  });
}

/** The journal was read by a second program when the month before last was closed, and agreed to the cent. */
export function sampleBooksChecks(day: SampleDay): BooksCheck[] {
  const through = plusMonths(monthOf(day.today), -2);
  const checkedOn = plusDays(lastDay(through), 8);
  return CLOSERS.map((entityId) => ({
    id: `chk_${entityId}-${through}`,
    entityId,
    of: 'second-program',
    checkedOn,
    through,
    differenceCents: 0 as BooksCheck['differenceCents'],
    ...stampOn(day, checkedOn),
  }));
}

const ANSWERED_AFTER_DAYS = 45;

/** What the app asked about each expense when it was recorded; what is older than six weeks has been answered. */
export function sampleQuestions(day: SampleDay, expenses: readonly Expense[]): ExpenseQuestion[] {
  const settled = plusDays(day.today, -ANSWERED_AFTER_DAYS);
  return expenses
    .flatMap((expense) => questionsOf(expense))
    .map((question) => (question.on < settled ? { ...question, answeredOn: plusDays(question.on, 20) } : question));
}

function stepsOf(entityId: SampleEntity) {
  return STEPS.filter(([name]) => name !== CHARTER_STEP || (CHARTER_ENTITIES as readonly string[]).includes(entityId));
}

function closedPeriod(day: SampleDay, books: Books, entityId: Closer, month: Month): AccountingPeriod {
  const [income] = incomeStatementByMonth(books, [entityId], [month]);
  const closedOn: LocalDate = plusDays(lastDay(month), DAYS_TO_CLOSE[entityId]);
  return {
    id: `per_${entityId}-${month}`,
    entityId,
    month,
    status: 'closed',
    closedOn,
    closedNetIncomeCents: income!.netIncomeCents, // one month was asked for
    closedAssetsCents: balanceSheet(books, [entityId], month).assetsCents,
    checks: stepsOf(entityId).map(([name, ownerRole]) => ({ name, ownerRole, done: true, doneOn: closedOn })),
    ...stampOn(day, closedOn),
  };
}

function closingPeriod(day: SampleDay, entityId: SampleEntity, month: Month): AccountingPeriod {
  return {
    id: `per_${entityId}-${month}`,
    entityId,
    month,
    status: 'closing',
    checks: stepsOf(entityId).map(([name, ownerRole, open]) => ({ name, ownerRole, done: !open.includes(entityId) })),
    ...stampOn(day, lastDay(month)),
  };
}
