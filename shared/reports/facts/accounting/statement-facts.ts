import type { Month } from '../../../kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import { accountOf } from '../../../ledger/accounts.ts';
import { trialBalance } from '../../../ledger/statements.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import type { FactView } from '../view.ts';
import { BOOKS, keepers, offTheBooks } from './kept-books.ts';
import type { IncomeLine, SheetLine } from './statement-lines.ts';
import { incomeOf, sheetLineOf } from './statement-lines.ts';

/** The months of the fiscal year up to the period's last; of the calendar year where businesses differ in theirs. */
export function yearToDate(view: FactView): readonly Month[] {
  const starts = new Set(view.entityIds.map((id) => view.entityOf(id)?.fiscalYearStartMonth ?? 1));
  const [start = 1] = starts.size === 1 ? [...starts] : [1];
  const back = (Number(view.month.slice(5)) - start + 12) % 12;
  return monthsThrough(plusMonths(view.month, -back), view.month);
}

/** What an account moved by in the period, debit positive. */
export function movedIn(view: FactView, codes: readonly string[]): Measured<number> {
  return offTheBooks(view, (kept) =>
    kept.books.accounts(kept.entityIds, kept.months, codes).reduce((sum, held) => sum + held, 0),
  );
}

/** Codes of cash below zero, and of money owed that stands the other way round, each business by itself. */
export function wrongSided(view: FactView): readonly string[] {
  return view.entityIds.flatMap((id) =>
    trialBalance(view.books, [id], view.month)
      .filter(isWrong)
      .map(({ code }) => `${id} ${code}`),
  );
}

function isWrong({ code, cents }: { readonly code: string; readonly cents: number }): boolean {
  const account = accountOf(code);
  return account.cashClass === 'cash' ? cents < 0 : account.type === 'liability' && cents > 0;
}

const sheetLine = (line: SheetLine) => (view: FactView) => sheetLineOf(view, line);

const EXPENSES_OF_PERIOD = (view: FactView) =>
  combined(incomeOf(view, view.months, 'cogsCents'), incomeOf(view, view.months, 'opexCents'), (a, b) => a + b);

const income = (id: string, title: string, line: IncomeLine, definition: string, formula: string): FactDefinition => ({
  ...BOOKS,
  id,
  title,
  definition,
  formula,
  compute: (view) => incomeOf(view, view.months, line),
});

const soFar = (id: string, title: string, line: IncomeLine, what: string): FactDefinition => ({
  ...BOOKS,
  id,
  title,
  definition: `${what} from the first month of the year to the end of the period.`,
  formula: 'sum of the months of the year so far',
  family: {
    title: 'Amounts of the year to date',
    definition: 'The same as for the period, from the first month of the year to the end of the period.',
  },
  compute: (view) => incomeOf(view, yearToDate(view), line),
});

export const STATEMENT_FACTS: readonly FactDefinition[] = [
  {
    ...BOOKS,
    id: 'businesses-with-books',
    title: 'Businesses that keep books',
    unit: 'count',
    perEntity: false,
    definition: 'Businesses with at least one journal entry up to the end of the period.',
    formula: 'number of businesses with journal entries',
    compute: (view) => offTheBooks(view, (kept) => keepers(kept).length),
  },
  {
    ...BOOKS,
    id: 'trial-balance-difference',
    title: 'Trial balance difference',
    definition: 'Debits less credits over every account at the end of the period; anything but zero is an error.',
    formula: 'sum of all account balances, debit positive',
    source: 'double-entry bookkeeping',
    compute: (view) =>
      offTheBooks(view, (kept) =>
        trialBalance(kept.books, kept.entityIds, kept.month).reduce((sum, { cents }) => sum + cents, 0),
      ),
  },
  {
    ...BOOKS,
    id: 'accounts-on-wrong-side',
    title: 'Accounts on the wrong side',
    unit: 'count',
    definition: 'Cash accounts below zero and liability accounts that show money owed to us, each business by itself.',
    formula: 'number of such accounts at the end of the period',
    compute: (view) => offTheBooks(view, (kept) => wrongSided(kept).length),
  },
  income(
    'gross-profit',
    'Gross profit',
    'grossProfitCents',
    'Revenue less the direct cost of the work.',
    'revenue − cost of sales',
  ),
  income(
    'operating-cost',
    'Operating cost',
    'opexCents',
    'What keeping the doors open cost in the period.',
    'sum of accounts 6010 to 6900',
  ),
  income(
    'net-income',
    'Net income',
    'netIncomeCents',
    'What the period left after every cost in the books, before income tax.',
    'gross profit − operating cost',
  ),
  income(
    'cost-of-sales',
    'Cost of sales',
    'cogsCents',
    'What the work of the period cost directly.',
    'sum of accounts 5010 to 5900',
  ),
  soFar(
    'tracked-revenue-year-to-date',
    'Revenue where books are kept, year to date',
    'revenueCents',
    'Revenue less refunds and allowances',
  ),
  soFar('cost-of-sales-year-to-date', 'Cost of sales, year to date', 'cogsCents', 'Cost of sales'),
  soFar('gross-profit-year-to-date', 'Gross profit, year to date', 'grossProfitCents', 'Gross profit'),
  soFar('operating-cost-year-to-date', 'Operating cost, year to date', 'opexCents', 'Operating cost'),
  {
    ...BOOKS,
    id: 'expenses-year-to-date',
    title: 'Expenses, year to date',
    definition: 'Cost of sales and operating cost from the first month of the year to the end of the period.',
    formula: 'sum of the months’ cost of sales and operating cost',
    compute: (view) =>
      combined(
        incomeOf(view, yearToDate(view), 'cogsCents'),
        incomeOf(view, yearToDate(view), 'opexCents'),
        (a, b) => a + b,
      ),
  },
  {
    ...BOOKS,
    id: 'net-income-year-to-date',
    title: 'Net income, year to date',
    definition: 'Net income from the first month of the year to the end of the period.',
    formula: 'sum of the months’ net income',
    compute: (view) => incomeOf(view, yearToDate(view), 'netIncomeCents'),
  },
  {
    ...BOOKS,
    id: 'net-margin',
    title: 'Net margin',
    unit: 'share',
    definition: 'Net income as a share of revenue in the period.',
    formula: 'net income ÷ revenue',
    compute: (view) =>
      combined(
        incomeOf(view, view.months, 'netIncomeCents'),
        incomeOf(view, view.months, 'revenueCents'),
        (net, revenue) => orMissing(ratio(net, revenue), 'revenue in the period'),
      ),
  },
  {
    ...BOOKS,
    id: 'commission-share',
    title: 'Effective commission',
    unit: 'share',
    kinds: ['charter'],
    definition: 'Platform commission as a share of the period’s charter revenue, whatever the channel.',
    formula: 'account 5030 ÷ accounts 4010, 4020 and 4030',
    compute: (view) =>
      combined(movedIn(view, ['5030']), movedIn(view, ['4010', '4020', '4030']), (commission, revenue) =>
        orMissing(ratio(commission, -revenue), 'a charter sailed in the period'),
      ),
  },
  {
    ...BOOKS,
    id: 'uncategorised-cents',
    title: 'Uncategorised expenses',
    definition: 'Expenses of the period nobody has given an account.',
    formula: 'account 6900 in the period',
    compute: (view) => movedIn(view, ['6900']),
  },
  {
    ...BOOKS,
    id: 'uncategorised-share',
    title: 'Uncategorised share of expenses',
    unit: 'share',
    definition: 'Uncategorised expenses as a share of all expenses of the period.',
    formula: 'account 6900 ÷ cost of sales and operating cost',
    compute: (view) =>
      combined(movedIn(view, ['6900']), EXPENSES_OF_PERIOD(view), (open, all) =>
        orMissing(open === 0 ? 0 : ratio(open, all), 'expenses in the period'),
      ),
  },
  {
    ...BOOKS,
    id: 'payout-variance',
    title: 'Platform payout variance',
    definition: 'What platforms paid less (positive) or more (negative) than expected in the period.',
    formula: 'account 5035 in the period',
    source: 'the platform’s statement is the truth; the difference is booked to 5035',
    compute: (view) => movedIn(view, ['5035']),
  },
  {
    ...BOOKS,
    id: 'total-assets',
    title: 'Total assets',
    definition: 'Everything owned at the end of the period.',
    formula: 'sum of asset accounts',
    compute: sheetLine('assetsCents'),
  },
  {
    ...BOOKS,
    id: 'total-liabilities',
    title: 'Total liabilities',
    definition: 'Everything owed or held for others at the end of the period.',
    formula: 'sum of liability accounts',
    compute: sheetLine('liabilitiesCents'),
  },
  {
    ...BOOKS,
    id: 'total-equity',
    title: 'Total equity',
    definition: 'What owners put in, less what they took out, and everything earned since the books began.',
    formula: 'owner accounts + retained earnings',
    compute: sheetLine('equityCents'),
  },
  {
    ...BOOKS,
    id: 'retained-earnings',
    title: 'Earned since the books began',
    definition: 'All income less all cost of every month so far; nothing is closed to account 3900 by hand.',
    formula: 'account 3900 + revenue accounts − expense accounts, all months',
    compute: sheetLine('retainedCents'),
  },
];
