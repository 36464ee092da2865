import { combined, unknown } from '../../kernel/measured.ts';
import type { FactDefinition } from './fact.ts';
import { breakEvenRevenue } from './formulas.ts';
import { against } from './known-when.ts';
import {
  AVERAGE_MONTHS,
  averageContributionAt,
  breakEvenAt,
  chartersToGo,
  contributionIn,
  fixedCostIn,
  monthsBelowBreakEven,
  UNREACHABLE,
} from './margin.ts';
import { overWindow } from './readings.ts';
import { revenueReading } from './revenue.ts';

const margin = { perEntity: true, kinds: ['charter'], source: 'policy default' } as const;

export const MARGIN_FACTS: readonly FactDefinition[] = [
  {
    ...margin,
    id: 'charter-contribution',
    title: 'Contribution of charters',
    unit: 'cents',
    definition:
      'What the charters sailed in the period left after the costs of sailing them; costs not yet booked would lower it.',
    formula:
      'price after discount − refunds after the trip and lost disputes − commission − merchant fees − crew, fuel, provisions, trip dockage',
    needs: ['balances'],
    compute: (view) => contributionIn(view, view.months),
  },
  {
    ...margin,
    id: 'average-contribution',
    title: 'Average contribution per charter',
    unit: 'cents',
    definition:
      'Contribution per charter over the last month of the period and the two before it, the 90-day window in whole months; costs booked later join when they are booked.',
    formula: 'contribution of three months ÷ charters sailed in them',
    source: 'policy default: estimated when it rests on fewer than five charters',
    needs: ['balances'],
    compute: (view) => averageContributionAt(view, view.month),
  },
  {
    ...margin,
    id: 'fixed-cost',
    title: 'Fixed cost per month',
    unit: 'cents',
    definition: 'What the last month of the period costs the charter businesses whether or not a boat sails.',
    formula: 'sum of the fixed costs running in that month',
    source: 'fixed costs the owner entered',
    needs: ['fixed-cost'],
    compute: (view) => fixedCostIn(view, view.month),
  },
  {
    ...margin,
    id: 'break-even-charters',
    title: 'Break-even',
    unit: 'count',
    definition:
      'Charters to sail in a month before it pays for itself, rounded up; unreachable when a charter loses money.',
    formula: 'fixed cost per month ÷ average contribution per charter, rounded up',
    needs: ['balances', 'fixed-cost'],
    compute: (view) => breakEvenAt(view, view.month),
  },
  {
    ...margin,
    id: 'break-even-revenue',
    title: 'Break-even revenue',
    unit: 'cents',
    definition: 'Revenue a month needs before it pays for itself, at the contribution share of three months.',
    formula: 'fixed cost per month ÷ (contribution ÷ revenue)',
    needs: ['balances', 'fixed-cost'],
    compute: (view) => {
      const contribution = overWindow(view, view.month, AVERAGE_MONTHS, (ids, months) =>
        view.books.tally(ids, months, 'margin', 'contribution'),
      );
      const revenue = overWindow(view, view.month, AVERAGE_MONTHS, revenueReading(view));
      const share = combined(contribution, revenue, (left, earned) => ({ left, earned }));
      return combined(fixedCostIn(view, view.month), share, (fixed, { left, earned }) =>
        left === 0 && earned === 0
          ? unknown('revenue in the last three months')
          : (breakEvenRevenue(fixed, left, earned) ?? UNREACHABLE),
      );
    },
  },
  {
    ...margin,
    id: 'charters-to-break-even',
    title: 'Charters still to sail to break even',
    unit: 'count',
    definition:
      'How many more charters the last month of the period needs before it pays for itself; zero once it does.',
    formula: 'break-even − charters sailed in the month, never below zero',
    needs: ['balances', 'fixed-cost'],
    compute: (view) => chartersToGo(view, view.month),
  },
  {
    ...margin,
    id: 'contribution-less-fixed-cost',
    title: 'Contribution less fixed cost, last full month',
    unit: 'cents',
    definition:
      'What the charters of the last full month left after its fixed cost; negative when they did not pay for it.',
    formula: 'contribution of charters − fixed cost, last full month',
    needs: ['balances', 'fixed-cost'],
    compute: (view) =>
      against(
        contributionIn(view, [view.lastFullMonth]),
        fixedCostIn(view, view.lastFullMonth),
        (left, fixed) => left - fixed,
      ),
  },
  {
    ...margin,
    id: 'months-below-break-even',
    title: 'Months below break-even in a row',
    unit: 'count',
    definition: 'Full months in a row, the last one first, that sailed fewer charters than they needed.',
    formula: 'months with charters sailed < break-even of that month',
    needs: ['balances', 'fixed-cost'],
    compute: monthsBelowBreakEven,
  },
];
