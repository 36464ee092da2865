import type { Month } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { unknown } from '../../kernel/measured.ts';
import type { FactMeaning } from './fact.ts';
import { missingFor, namesOf } from './naming.ts';
import { revenueIn } from './revenue.ts';
import { targetIn } from './targets.ts';
import type { FactView } from './view.ts';
import { narrowedTo } from './view.ts';

type MonthMeaning = FactMeaning & { readonly compute: (view: FactView, month: Month) => Measured<number> };

const WHOSE = 'those businesses that have both entries and a revenue target for it; the others are left out, not zero';

/** The month of those businesses alone that can be held against a target: like beside like. */
export const TRACKED_MONTH_MEANINGS: readonly MonthMeaning[] = [
  {
    id: 'month-tracked-revenue',
    title: 'Revenue of the month where books and targets are kept',
    unit: 'cents',
    definition: `Revenue earned in the month by ${WHOSE}.`,
    formula: 'recognised revenue of the month, summed over the businesses with entries and a target',
    source: 'ASC 606: on the local day all are ashore; never deposits, tips or sales tax',
    needs: ['balances', 'target'],
    compute: (view, month) => over(view, month, (tracked) => revenueIn(tracked, [month])),
  },
  {
    id: 'month-tracked-target',
    title: 'Revenue target of the month where books and targets are kept',
    unit: 'cents',
    definition: `What the month is meant to bring ${WHOSE}.`,
    formula: 'revenue targets of the month, summed over the same businesses',
    source: 'targets the owner entered',
    needs: ['balances', 'target'],
    compute: (view, month) => over(view, month, (tracked) => targetIn(tracked, [month], 'revenue')),
  },
];

function over(view: FactView, month: Month, read: (tracked: FactView) => Measured<number>): Measured<number> {
  const tracked = view.entityIds.filter((id) => isTracked(view, id, month));
  return tracked.length === 0
    ? unknown(missingFor(`journal entries and a revenue target of ${namesOf(view)}`, [month]))
    : read(narrowedTo(view, tracked));
}

function isTracked(view: FactView, entityId: string, month: Month): boolean {
  const alone = narrowedTo(view, [entityId]);
  return view.books.hasEntries(entityId, month) && targetIn(alone, [month], 'revenue').state !== 'unknown';
}
