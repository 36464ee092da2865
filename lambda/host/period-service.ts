import type { Month } from '../../shared/kernel/calendar.ts';
import { dayIn, lastDay, plusMonths } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import { decidePeriodMove } from '../../shared/ledger/period-close.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { PeriodMoveBody } from '../../shared/wire/money.ts';
import { readHead } from '../stores/books-head.ts';
import { readBalances } from '../stores/ledger-store.ts';
import { closedThroughWrite } from '../stores/period-store.ts';
import { listRegister, readOpenItems, registerWrite } from '../stores/register-store.ts';
import { mustCommit } from '../stores/transaction.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import { requireEntities } from './money-service.ts';

/**
 * Takes a month of an entity's books on: to closing, to closed, or back because something was missed. The period, the
 * books' closed mark and the audit line are one transaction, which fails when anything was posted meanwhile.
 * @throws FaultError `not-found`, `refused` with every reason at once, `conflict` when somebody was faster.
 */
export async function movePeriod(
  deps: HostDeps,
  asking: Asking,
  of: { readonly entityId: string; readonly month: string },
  body: PeriodMoveBody,
): Promise<{ readonly period: AccountingPeriod }> {
  await requireEntities(deps, asking, of);
  const [seen, periods, items] = await Promise.all([
    readHead(deps.tables, of.entityId),
    listRegister(deps.tables, 'accounting-period', of.entityId),
    readOpenItems(deps.tables, of.entityId),
  ]);
  const period = periods.find(({ month }) => month === of.month);
  if (!period) throw new FaultError(fault('not-found', 'There is no such accounting period.'));
  requireVersion(period, body.version);
  const books = booksOf(await readBalances(deps.tables, of.entityId));
  const unexplainedLines = (items['bank-line'] ?? []).filter(({ on }) => on <= lastDay(period.month)).length;
  const today = dayIn(deps.config.zone, asking.now);
  const standing = { books, today, closedThrough: seen.closedThrough, unexplainedLines };
  const move = body.to === 'reopened' ? { to: body.to, reason: body.reason ?? '' } : { to: body.to };
  const decided = orThrow(decidePeriodMove(period, move, standing));
  const next = { ...decided, version: period.version + 1, updatedAt: asking.now };
  await mustCommit(
    deps.tables,
    [
      registerWrite(deps.tables, 'accounting-period', next),
      ...(body.to === 'closing' ? [] : [closedThroughWrite(deps.tables, seen, throughAfter(body.to, period.month))]),
      historyWrite(deps, asking, 'period.move', period.id, {
        to: body.to,
        ...(body.reason === undefined ? {} : { reason: body.reason }),
      }),
    ],
    'Something was posted, or somebody moved this month, in the meantime. Look at it again, then decide.',
  );
  return { period: next };
}

/** Up to which month the books are shut after the move. */
function throughAfter(to: 'closed' | 'reopened', month: Month): Month {
  return to === 'closed' ? month : plusMonths(month, -1);
}
