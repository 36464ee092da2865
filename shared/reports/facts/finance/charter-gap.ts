import { lastDay, monthOf, plusDays } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { ratio } from '../../../kernel/money.ts';
import { dayCount } from '../../../kernel/period.ts';
import type { FactDefinition } from '../fact.ts';
import { gapToDate, proratedTarget } from '../formulas.ts';
import { against, orMissing } from '../known-when.ts';
import { revenueIn } from '../revenue.ts';
import { targetIn } from '../targets.ts';
import type { FactView } from '../view.ts';

const revenue = (view: FactView) => revenueIn(view, view.months);
const goal = (view: FactView) => targetIn(view, view.months, 'revenue');

/** Days of the period so far, the as-of day counted, and days of its months in all. */
function elapsed(view: FactView): readonly [elapsedDays: number, days: number] {
  const until = plusDays(lastDay(monthOf(view.asOn)), 1);
  return [
    dayCount({ from: view.period.from, until: plusDays(view.asOn, 1) }),
    dayCount({ from: view.period.from, until }),
  ];
}

function gap(view: FactView): Measured<number> {
  return against(revenue(view), goal(view), (actual, aim) => gapToDate(actual, aim, ...elapsed(view)));
}

const charter = {
  perEntity: false,
  kinds: ['charter'],
  owner: 'CFO',
  source: 'targets the owner entered',
  needs: ['balances', 'target'],
} as const;

/** How the charter businesses together stand against their target, whatever is unknown of the others. */
export const CHARTER_GAP_FACTS: readonly FactDefinition[] = [
  {
    ...charter,
    id: 'charter-business-revenue',
    title: 'Charter revenue',
    unit: 'cents',
    needs: ['balances'],
    definition: 'Revenue the charter businesses earned in the period.',
    formula: 'revenue accounts less refunds and allowances, of the charter businesses',
    compute: revenue,
  },
  {
    ...charter,
    id: 'charter-target',
    title: 'Charter revenue target',
    unit: 'cents',
    needs: ['target'],
    definition: 'What the charter businesses are meant to bring in the whole months of the period.',
    formula: 'sum of their revenue targets of these months',
    compute: goal,
  },
  {
    ...charter,
    id: 'charter-gap-to-date',
    title: 'Gap to the charter target to date',
    unit: 'cents',
    definition: 'Charter revenue less the part of the target that the days so far stand for; negative when behind.',
    formula: 'charter revenue − target × elapsed days ÷ days in the months, the as-of day counted',
    compute: gap,
  },
  {
    ...charter,
    id: 'charter-gap-share',
    title: 'Gap as a share of the target to date',
    unit: 'share',
    definition: 'That gap as a share of the target to date; negative when behind.',
    formula: 'gap to the charter target to date ÷ target to date',
    compute: (view) =>
      against(gap(view), goal(view), (short, aim) =>
        orMissing(ratio(short, proratedTarget(aim, ...elapsed(view))), 'a revenue target above zero'),
      ),
  },
];
