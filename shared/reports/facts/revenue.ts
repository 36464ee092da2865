import type { Month } from '../../kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, measured } from '../../kernel/measured.ts';
import { ACCOUNTS } from '../../ledger/accounts.ts';
import type { FactDefinition } from './fact.ts';
import type { BookReading } from './readings.ts';
import { bookedIn, bookGaps, booksBasis } from './readings.ts';
import type { FactView } from './view.ts';
import { narrowedTo } from './view.ts';

const REVENUE_CODES = ACCOUNTS.filter((account) => account.type === 'revenue').map((account) => account.code);
const RECOGNISED = 'ASC 606: on the local day all are ashore; never deposits, tips or sales tax';

/** Revenue recognised in some months. */
export function revenueIn(view: FactView, months: readonly Month[]): Measured<number> {
  return bookedIn(view, months, revenueReading(view));
}

/** Revenue accounts less refunds and allowances, credit positive. */
export function revenueReading(view: FactView): BookReading {
  return (ids, months) => -view.books.accounts(ids, months, REVENUE_CODES).reduce((sum, held) => sum + held, 0) || 0;
}

export const REVENUE_FACTS: readonly FactDefinition[] = [
  {
    id: 'recognised-revenue',
    title: 'Recognised revenue',
    unit: 'cents',
    perEntity: true,
    definition:
      'Revenue earned in the period: charters sailed and other work done, without deposits, tips and sales tax.',
    formula: 'revenue accounts less refunds and allowances, in the months of the period up to the as-of day',
    source: RECOGNISED,
    needs: ['balances'],
    compute: (view) => revenueIn(view, view.months),
  },
  {
    id: 'tracked-revenue',
    title: 'Recognised revenue where books are kept',
    unit: 'cents',
    perEntity: false,
    definition:
      'Revenue earned in the period by those entities that have entries in each of its months; the others are left out, not counted as zero.',
    formula: 'recognised revenue summed over the entities with entries',
    source: RECOGNISED,
    needs: ['balances'],
    compute: trackedRevenue,
  },
  {
    id: 'revenue-quarter-to-date',
    title: 'Recognised revenue, quarter to date',
    unit: 'cents',
    perEntity: true,
    definition: 'Revenue earned since the fiscal quarter began, up to the as-of day.',
    formula: 'recognised revenue over the months of the fiscal quarter so far',
    source: RECOGNISED,
    needs: ['balances', 'entity'],
    compute: (view) => sinceStart(view, 3),
  },
  {
    id: 'revenue-year-to-date',
    title: 'Recognised revenue, year to date',
    unit: 'cents',
    perEntity: true,
    definition: 'Revenue earned since the fiscal year began, up to the as-of day.',
    formula: 'recognised revenue over the months of the fiscal year so far',
    source: RECOGNISED,
    needs: ['balances', 'entity'],
    compute: (view) => sinceStart(view, 12),
  },
];

/** The entities whose books cover every month of the period. */
export function trackedIds(view: FactView): readonly string[] {
  return view.entityIds.filter((id) => {
    const alone = narrowedTo(view, [id]);
    return bookGaps(alone, view.months) === undefined;
  });
}

function trackedRevenue(view: FactView): Measured<number> {
  const tracked = narrowedTo(view, trackedIds(view));
  if (tracked.entityIds.length === 0) return revenueIn(view, view.months);
  return measured(revenueReading(view)(tracked.entityIds, view.months), booksBasis(tracked, view.months));
}

/** Entities whose fiscal years begin in different months each count from their own beginning. */
function sinceStart(view: FactView, monthsPerSpan: 3 | 12): Measured<number> {
  const starts = new Map<number, string[]>();
  for (const id of view.entityIds) {
    const start = view.entityOf(id)?.fiscalYearStartMonth ?? 1;
    starts.set(start, [...(starts.get(start) ?? []), id]);
  }
  return [...starts]
    .map(([start, ids]) => revenueIn(narrowedTo(view, ids), spanSoFar(view.month, start, monthsPerSpan)))
    .reduce((a, b) => combined(a, b, (x, y) => x + y));
}

/** The months of the fiscal quarter or year that a month ends so far. */
export function spanSoFar(month: Month, fiscalYearStartMonth: number, monthsPerSpan: 3 | 12): readonly Month[] {
  const into = (Number(month.slice(5)) - fiscalYearStartMonth + 12) % monthsPerSpan;
  return monthsThrough(plusMonths(month, -into), month);
}
