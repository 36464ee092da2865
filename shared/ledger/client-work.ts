import { firstDay, lastDay, plusMonths } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { PassThroughCost, WorkAccrual } from '../records/client-money.ts';
import type { ClientCost } from '../records/client-work.ts';
import type { JournalEntry } from '../records/journal.ts';
import { clientTallies } from './client-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOpen } from './subject-books.ts';

/** We paid somebody else for a client: a cost of ours as principal, owed back to us as agent. */
export function passThroughPaid(
  paid: PassThroughCost,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const isPosted = Object.values(balances).some((held) => held !== 0);
  const problems = [...aboveZero(paid), ...problemIf(isPosted, 'costId', 'this cost is in the books already')];
  return entryUnless(problems, () =>
    subjectEntry(
      paid,
      {
        template: 'pass_through_cost',
        event: 'cost',
        memo: `${paid.vendor} for a client`,
        subjectId: paid.costId,
        lines: [debit(paid.role === 'principal' ? '5220' : '1160', paid.cents), credit(paid.paidFrom, paid.cents)],
        tallies: clientTallies(paid, {
          'pass-cost': paid.cents,
          ...(paid.role === 'principal' ? { 'own-cost': paid.cents } : {}),
        }),
      },
      context,
    ),
  );
}

/** The cost as it is kept for reading until it is on an invoice; taken back, it is void. */
export function clientCostOf(paid: PassThroughCost, isWithdrawn: boolean): ClientCost {
  const { id: _id, costId, paidFrom: _from, ...rest } = paid;
  return { ...rest, id: costId, ...(isWithdrawn ? { isVoid: true } : {}) };
}

/** Why a cost cannot be taken back: its client was asked to pay it. */
export function costKept(cost: ClientCost | undefined): readonly Problem[] {
  return problemIf(cost?.invoiceId !== undefined, 'of.id', 'this cost is on an invoice; take the invoice back first');
}

/**
 * Unbilled work as revenue of its month, and its reversal. It is accrued on the month's last day and reversed on the first
 * day of the next, each once, for the same amount.
 */
export function workAccrued(
  accrual: WorkAccrual,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const isIn = accrual.direction === 'accrued';
  const dueOn = isIn ? lastDay(accrual.month) : firstDay(plusMonths(accrual.month, 1));
  const open = subjectOpen(balances, '1160');
  const signed = isIn ? accrual.cents : -accrual.cents;
  const problems = [
    ...aboveZero(accrual),
    ...problemIf(accrual.on !== dueOn, 'on', `expected ${dueOn}`),
    ...problemIf(isIn && open > 0, 'accrualId', 'this month’s work is accrued already'),
    ...problemIf(!isIn && accrual.cents !== open, 'cents', 'this is not what was accrued'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      accrual,
      {
        template: isIn ? 'work_accrued' : 'work_accrual_reversed',
        event: accrual.direction,
        memo: `unbilled work of ${accrual.month}`,
        subjectId: accrual.accrualId,
        lines: [debit('1160', signed), credit('4310', signed)],
        tallies: clientTallies(accrual, { unbilled: signed, revenue: signed }),
      },
      context,
    ),
  );
}

/** Why an accrual cannot be taken back: its reversal would be left without it. */
export function accrualKept({ direction }: WorkAccrual, balances: SubjectBalances): readonly Problem[] {
  const isReversed = direction === 'accrued' && subjectOpen(balances, '1160') === 0;
  return problemIf(isReversed, 'of.id', 'its reversal rests on it; take the reversal back first');
}
