import { isKnown, mapped, measured } from '../../../kernel/measured.ts';
import { allocated, cents } from '../../../kernel/money.ts';
import type { FactMeaning, FactUnit, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { capitalTier, reserveTenths, surplusCash } from './capital.ts';
import { charterBusinesses } from './charter-businesses.ts';
import { allocationPlan, FULL_RESERVE_MONTHS } from './tiers.ts';

const SOURCE = 'policy default: the allocation that goes with the capital tier';
const meaning = (id: string, title: string, unit: FactUnit, definition: string, formula: string): FactMeaning => ({
  id: `allocation-${id}`,
  title,
  unit,
  definition,
  formula,
  source: SOURCE,
  needs: ['balances', 'fixed-cost', 'capital-policy'],
});

/** Where the surplus of the last full month goes. The lines add up to it, to the cent. */
export const ALLOCATION_SUBJECTS: SubjectFacts = {
  kind: 'allocation',
  meanings: [
    meaning(
      'cents',
      'Part of the surplus',
      'cents',
      'What of the surplus of the last full month goes there; the lines add up to the surplus.',
      'surplus × share, by largest remainder',
    ),
    meaning('share', 'Share of the surplus', 'share', 'The share the tier gives it.', AS_RECORDED),
    meaning('rationale', 'Why', 'text', 'Why it goes there.', AS_RECORDED),
    meaning('gate', 'Lets it be spent', 'text', 'The figure that lets it be spent.', AS_RECORDED),
    meaning('stop-rule', 'Ends it', 'text', 'What ends it.', AS_RECORDED),
  ],
  list: (whole) => {
    const view = charterBusinesses(whole);
    if (view === undefined) return [];
    const [tier, reserve, surplus] = [capitalTier(view), reserveTenths(view), surplusCash(view)];
    if (!isKnown(tier) || !isKnown(reserve)) return [];
    const plan = allocationPlan(tier.value, reserve.value >= FULL_RESERVE_MONTHS * 10);
    const weights = plan.map(({ shareBps }) => shareBps);
    const basis = { records: 'the capital tier', asOf: view.today };
    return plan.map(({ id, bucket, shareBps, rationale, gate, stopRule }, i) => ({
      subject: { kind: 'allocation', id, name: bucket },
      figures: {
        'allocation-cents': mapped(surplus, (left) => allocated(cents(left), weights)[i] ?? 0),
        'allocation-share': measured(shareBps, basis),
        'allocation-rationale': measured(rationale, basis),
        'allocation-gate': measured(gate, basis),
        'allocation-stop-rule': measured(stopRule, basis),
      },
    }));
  },
};
