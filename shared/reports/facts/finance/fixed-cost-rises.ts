import { plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { mapped } from '../../../kernel/measured.ts';
import type { FixedCost } from '../../../records/money.ts';
import type { FactDefinition } from '../fact.ts';
import { nameOf } from '../naming.ts';
import { recordsOfEach } from '../readings.ts';
import type { FactView } from '../view.ts';

const MONTHS_BACK = 11;
/** A price this much above the one before it wants somebody's word: 15 %. */
const RISE_PERCENT = 115;

/** A fixed cost whose price went up by more than the policy lets pass. */
interface Rise {
  readonly cost: FixedCost;
  readonly centsMore: number;
}

/** Prices of the last twelve months that rose by more than 15 % over what the same cost was before, not approved. */
function unapprovedRises(view: FactView): Measured<readonly Rise[]> {
  const since = plusMonths(view.month, -MONTHS_BACK);
  return mapped(recordsOfEach(view, 'fixed-cost'), (costs) =>
    costs
      .filter((cost) => since <= cost.from && cost.from <= view.month && cost.approvedBy === undefined)
      .flatMap((cost): Rise[] => {
        const before = priceBefore(cost, costs);
        if (before === undefined || cost.centsPerMonth * 100 <= before.centsPerMonth * RISE_PERCENT) return [];
        return [{ cost, centsMore: cost.centsPerMonth - before.centsPerMonth }];
      })
      .sort((a, b) => b.centsMore - a.centsMore || (a.cost.id < b.cost.id ? -1 : 1)),
  );
}

/** The same cost of the same business as it was before; nothing where it is new. */
function priceBefore(cost: FixedCost, costs: readonly FixedCost[]): FixedCost | undefined {
  return costs
    .filter(({ entityId, name, from }) => entityId === cost.entityId && name === cost.name && from < cost.from)
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1);
}

const rise = { perEntity: false, kinds: ['charter'], owner: 'CFO', needs: ['fixed-cost'] } as const;
const SOURCE = 'policy default: a rise of more than 15 % is approved before it is paid';

/** Fixed cost that grew without anybody agreeing to it. */
export const FIXED_COST_RISE_FACTS: readonly FactDefinition[] = [
  {
    ...rise,
    id: 'unapproved-fixed-cost-rises',
    title: 'Fixed costs raised without approval',
    unit: 'count',
    definition:
      'Fixed costs whose price rose by more than 15 % in the last twelve months with nobody’s approval on record.',
    formula: 'number of fixed costs priced above 115 % of what the same cost was before, without an approval',
    source: SOURCE,
    compute: (view) => mapped(unapprovedRises(view), (rises) => rises.length),
  },
  {
    ...rise,
    id: 'unapproved-fixed-cost-more',
    title: 'Added to fixed cost without approval',
    unit: 'cents',
    definition: 'What these rises add to the fixed cost of a month.',
    formula: 'sum of new price − old price of these fixed costs',
    source: SOURCE,
    compute: (view) =>
      mapped(unapprovedRises(view), (rises) => rises.reduce((sum, { centsMore }) => sum + centsMore, 0)),
  },
  {
    ...rise,
    id: 'unapproved-fixed-cost-names',
    title: 'Which fixed costs rose without approval',
    unit: 'text',
    definition: 'The fixed costs that rose without approval, the largest rise first.',
    formula: 'names of these fixed costs',
    source: SOURCE,
    compute: (view) =>
      mapped(unapprovedRises(view), (rises) =>
        rises.length === 0
          ? 'none'
          : rises.map(({ cost }) => `${cost.name} of ${nameOf(view, cost.entityId)}`).join(', '),
      ),
  },
];
