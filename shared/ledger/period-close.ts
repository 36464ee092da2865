import type { LocalDate, Month } from '../kernel/calendar.ts';
import { lastDay } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { AccountingPeriod } from '../records/accounting-period.ts';
import type { Books } from './balances.ts';
import { problemIf } from './entry.ts';
import { balanceSheet, incomeStatementByMonth, trialBalance } from './statements.ts';

/** Where a month's books are taken. */
export type PeriodMove =
  | { readonly to: 'closing' }
  | { readonly to: 'closed' }
  /** Back to closing, because something was missed; only the month closed last. */
  | { readonly to: 'reopened'; readonly reason: string };

/** What a close is decided on beside the books. */
export interface CloseStanding {
  readonly books: Books;
  readonly today: LocalDate;
  readonly closedThrough: Month | undefined;
  /** Bank and card lines up to the month's end that no entry explains. */
  readonly unexplainedLines: number;
}

/** The account that must be empty before a month is closed: costs nobody has sorted yet. */
const UNSORTED = '6900';

/**
 * The period after the move, with what its books showed if it is closed by it; or every reason why not.
 * A month is closed once it has ended, every earlier month with entries is closed, its checks are done, the books
 * balance, no cost is unsorted and no bank line unexplained.
 */
export function decidePeriodMove(
  period: AccountingPeriod,
  move: PeriodMove,
  standing: CloseStanding,
): Result<AccountingPeriod> {
  switch (move.to) {
    case 'closing':
      return moved(period, [...notEnded(period, standing), ...unless(period, 'open', 'closing')], {
        status: 'closing',
      });
    case 'closed':
      return moved(period, [...unless(period, 'closing', 'closed'), ...closeProblems(period, standing)], {
        status: 'closed',
        closedOn: standing.today,
        ...showing(period, standing.books),
      });
    case 'reopened':
      return moved(
        period,
        [...unless(period, 'closed', 'reopened'), ...notTheLast(period, standing), ...noReason(move.reason)],
        { status: 'closing' },
      );
  }
}

function moved(
  period: AccountingPeriod,
  problems: readonly Problem[],
  change: Partial<AccountingPeriod>,
): Result<AccountingPeriod> {
  if (problems.length > 0) return refused('refused', `${period.month} stays ${period.status}.`, problems);
  return ok({ ...period, ...change });
}

function closeProblems(period: AccountingPeriod, standing: CloseStanding): readonly Problem[] {
  const { entityId, month } = period;
  const { books, closedThrough, unexplainedLines } = standing;
  const earlier = books
    .months([entityId])
    .find((at) => at < month && (closedThrough === undefined || at > closedThrough));
  const outOfBalance = trialBalance(books, [entityId], month).reduce((sum, row) => sum + row.cents, 0);
  const unsorted = books.accountThrough([entityId], month, [UNSORTED]);
  const undone = period.checks.filter((check) => !check.done).map((check) => check.name);
  return [
    ...notEnded(period, standing),
    ...problemIf(earlier !== undefined, 'month', `${earlier} must be closed first`),
    ...undone.map((name) => ({ field: 'checks', message: `not done yet: ${name}` })),
    ...problemIf(outOfBalance !== 0, 'books', `the books are out of balance by ${outOfBalance} cents`),
    ...problemIf(unsorted !== 0, 'books', `${unsorted} cents are still on ${UNSORTED}, Uncategorised`),
    ...problemIf(unexplainedLines > 0, 'bank', `bank and card lines nothing explains: ${unexplainedLines}`),
  ];
}

/** What the month showed when it was closed, so that a later change is found. */
function showing({ entityId, month }: AccountingPeriod, books: Books) {
  const [income] = incomeStatementByMonth(books, [entityId], [month]);
  return {
    closedNetIncomeCents: income!.netIncomeCents, // one month was asked for
    closedAssetsCents: balanceSheet(books, [entityId], month).assetsCents,
  };
}

function unless(period: AccountingPeriod, from: AccountingPeriod['status'], to: string): readonly Problem[] {
  return problemIf(period.status !== from, 'to', `a month that is ${period.status} cannot become ${to}`);
}

function notEnded({ month }: AccountingPeriod, { today }: CloseStanding): readonly Problem[] {
  return problemIf(today <= lastDay(month), 'month', `${month} has not ended`);
}

function notTheLast({ month }: AccountingPeriod, { closedThrough }: CloseStanding): readonly Problem[] {
  return problemIf(month !== closedThrough, 'month', `only ${closedThrough ?? 'a closed month'} can be reopened`);
}

function noReason(reason: string): readonly Problem[] {
  return problemIf(reason.trim() === '', 'reason', 'say why it is reopened');
}
