import type { Month } from '../../../kernel/calendar.ts';
import { monthOf, monthsThrough, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, unknown } from '../../../kernel/measured.ts';
import { basisPoints, cents, dividedRounded, ratio, shareOf } from '../../../kernel/money.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { AVERAGE_MONTHS, contributionIn, fixedCostIn } from '../margin.ts';
import { windowOf } from '../readings.ts';
import { targetIn } from '../targets.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';
import { incomeOf } from './statement-lines.ts';

/** From the running month to the end of the quarter after this one. */
export function roadmapMonths({ today }: FactView): readonly Month[] {
  const now = monthOf(today);
  const leftInQuarter = 2 - ((Number(now.slice(5)) - 1) % 3);
  return monthsThrough(now, plusMonths(now, leftInQuarter + 3));
}

/** What of revenue is left after the direct cost of the charters, over the last three full months. */
/** What of a dollar of revenue is left after the direct cost of the charters, over the last three full months. */
export function contributionShare(view: FactView): Measured<number> {
  return combined(contributionParts(view), contributionParts(view), ({ left, revenue }) =>
    orMissing(ratio(left, revenue), 'a charter sailed in the last three full months'),
  );
}

/** Revenue of the last three full months and what of it was left; kept apart, so that shares divide once, at the end. */
function contributionParts(view: FactView): Measured<{ readonly left: number; readonly revenue: number }> {
  const window = windowOf(view, view.lastFullMonth, AVERAGE_MONTHS);
  if (window.state === 'unknown') return window;
  const revenue = incomeOf(view, window.value, 'revenueCents');
  return combined(contributionIn(view, window.value), revenue, (left, earned) => ({ left, revenue: earned }));
}

function charterView(view: FactView): FactView | undefined {
  const ids = view.entityIds.filter((id) => (view.entityOf(id)?.kind ?? 'charter') === 'charter');
  return ids.length === 0 ? undefined : narrowedTo(view, ids);
}

/** What the month leaves if it reaches its target. */
function netOf(view: FactView, month: Month): Measured<number> {
  return combined(contributionOf(view, month), fixedCostIn(view, month), (left, fixed) => left - fixed);
}

function contributionOf(view: FactView, month: Month): Measured<number> {
  return combined(targetIn(view, [month], 'revenue'), contributionShare(view), (target, share) =>
    shareOf(cents(target), basisPoints(share)),
  );
}

/** The net of several months together; unknown as soon as one of them is. */
function netOfAll(view: FactView): Measured<number> {
  const nets = roadmapMonths(view).map((month) => netOf(view, month));
  return nets.reduce((sum, net) => combined(sum, net, (a, b) => a + b));
}

const SOURCE = 'policy default: charter businesses, at the target the owner entered';
const ROADMAP = { perEntity: false, kinds: ['charter'], owner: 'Accounting', source: SOURCE } as const;

export const ROADMAP_FACTS: readonly FactDefinition[] = [
  {
    ...ROADMAP,
    id: 'contribution-share',
    title: 'Contribution per dollar of revenue',
    unit: 'share',
    needs: ['balances'],
    definition: 'What of revenue is left after the direct cost of the charters, over the last three full months.',
    formula: 'contribution ÷ revenue',
    compute: contributionShare,
  },
  {
    ...ROADMAP,
    id: 'roadmap-net',
    title: 'Net through the end of next quarter',
    unit: 'cents',
    needs: ['balances', 'target', 'fixed-cost'],
    definition: 'What the months from this one to the end of the next quarter leave if each reaches its target.',
    formula: 'sum of target × contribution share − fixed cost',
    compute: netOfAll,
  },
  {
    ...ROADMAP,
    id: 'roadmap-break-even-revenue',
    title: 'Revenue a month needs to pay for itself',
    unit: 'cents',
    needs: ['balances', 'fixed-cost'],
    definition: 'The revenue at which this month’s contribution covers its fixed cost.',
    formula: 'fixed cost ÷ (contribution ÷ revenue of the last three full months)',
    compute: (view) =>
      combined(fixedCostIn(view, monthOf(view.today)), contributionParts(view), (fixed, { left, revenue }) =>
        left > 0 ? dividedRounded(fixed * revenue, left) : unknown('a positive contribution per charter'),
      ),
  },
];

/** The months from this one to the end of the next quarter, each as it would be at its target. */
export const ROADMAP_SUBJECTS: SubjectFacts = {
  kind: 'roadmap-month',
  meanings: [
    meaning('roadmap-revenue', 'Target revenue', 'What the month is meant to bring.', 'sum of the targets'),
    meaning(
      'roadmap-contribution',
      'Contribution',
      'What of it is left after direct cost.',
      'target × contribution share of the last three full months',
    ),
    meaning(
      'roadmap-fixed',
      'Fixed cost',
      'What the month costs whether or not a boat sails.',
      'sum of fixed costs running in the month',
    ),
    meaning('roadmap-month-net', 'Net', 'What the month leaves if it reaches its target.', 'contribution − fixed cost'),
  ],
  list: (all) => {
    const view = charterView(all);
    if (view === undefined) return [];
    return roadmapMonths(view).map((month) => ({
      subject: { kind: 'roadmap-month', id: `roadmap-${month}`, name: month },
      figures: {
        'roadmap-revenue': targetIn(view, [month], 'revenue'),
        'roadmap-contribution': contributionOf(view, month),
        'roadmap-fixed': fixedCostIn(view, month),
        'roadmap-month-net': netOf(view, month),
      },
    }));
  },
};

function meaning(id: string, title: string, definition: string, formula: string) {
  return {
    id,
    title,
    unit: 'cents',
    definition,
    formula,
    source: SOURCE,
    needs: ['target', 'fixed-cost', 'balances'],
  } as const;
}
