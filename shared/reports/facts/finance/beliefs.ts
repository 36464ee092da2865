import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, unknown } from '../../../kernel/measured.ts';
import { dividedRounded } from '../../../kernel/money.ts';
import type { Belief, BeliefMetric } from '../../../records/planning.ts';
import { BELIEF_METRICS } from '../../../records/planning.ts';
import type { FactDefinition, FactUnit } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';

const WORDS: Readonly<Record<BeliefMetric, { readonly title: string; readonly unit: FactUnit }>> = {
  'net-burn': { title: 'Net burn per month', unit: 'cents' },
  'gross-burn': { title: 'Gross burn per month', unit: 'cents' },
  'break-even': { title: 'Break-even', unit: 'count' },
  'cloud-cost': { title: 'Cloud cost per month', unit: 'cents' },
  'missed-ota-revenue': { title: 'Platform revenue missed per month', unit: 'cents' },
  'critical-shortfalls': { title: 'Critical shortfalls', unit: 'count' },
  'missing-kpis': { title: 'Missing figures', unit: 'count' },
  'security-gaps': { title: 'Security gaps', unit: 'count' },
  'engineering-actions': { title: 'Engineering actions', unit: 'count' },
};
const SOURCE = 'entered by hand: what somebody believes, not a measurement';

/** The last thing said about a metric by anybody; nothing where nobody said anything. Unknown when it cannot be read. */
function beliefOf(view: FactView, metric: BeliefMetric): Measured<Belief> | undefined {
  const source = view.registers.belief;
  if (source.state === 'unreadable') return unreadable('beliefs', source.because);
  const said = source.records.filter((belief) => belief.metric === metric && belief.unit === WORDS[metric].unit);
  const last = [...said].sort((a, b) => (`${a.saidOn} ${a.id}` < `${b.saidOn} ${b.id}` ? -1 : 1)).at(-1);
  if (last === undefined) return undefined;
  return entered(last as Belief, { records: `entered by hand: said by the ${last.saidBy}`, asOf: last.saidOn });
}

const isHeld = (metric: BeliefMetric) => (view: FactView) => beliefOf(view, metric) !== undefined;

function endOf(view: FactView, metric: BeliefMetric, end: 'low' | 'high'): Measured<number> {
  const belief = beliefOf(view, metric);
  if (belief === undefined) return unknown(`what is believed of ${WORDS[metric].title.toLowerCase()}`);
  return belief.state === 'unknown' ? belief : { ...belief, value: belief.value[end] };
}

const belief = { perEntity: false, source: SOURCE, owner: 'CFO', needs: ['belief'] } as const;

function factsOf(metric: BeliefMetric): readonly FactDefinition[] {
  const { title, unit } = WORDS[metric];
  return (['low', 'high'] as const).map((end) => ({
    ...belief,
    id: `${metric}-believed-${end}`,
    title: `${title}, believed, ${end} end`,
    unit,
    definition: `The ${end} end of what somebody believes of this figure.`,
    formula: AS_RECORDED,
    applies: isHeld(metric),
    compute: (view) => endOf(view, metric, end),
  }));
}

/** Net burn believed over break-even believed: what a charter would have to leave for both to be so. */
function implied(view: FactView, burn: 'low' | 'high', charters: 'low' | 'high'): Measured<number> {
  return combined(endOf(view, 'net-burn', burn), endOf(view, 'break-even', charters), (cents, count) =>
    count > 0 ? dividedRounded(cents, count) : unknown('a break-even believed to be above zero'),
  );
}

/** What people believe, beside what is measured; and what two beliefs together would mean. */
export const BELIEF_FACTS: readonly FactDefinition[] = [
  ...BELIEF_METRICS.flatMap(factsOf),
  ...(['low', 'high'] as const).map((end): FactDefinition => {
    const other = end === 'low' ? 'high' : 'low';
    return {
      ...belief,
      id: `implied-contribution-${end}`,
      title: `Contribution per charter the beliefs imply, ${end} end`,
      unit: 'cents',
      definition: 'What a charter would have to leave if both the net burn and the break-even believed were so.',
      formula: `net burn believed, ${end} end ÷ break-even believed, ${other} end`,
      applies: (view) => isHeld('net-burn')(view) && isHeld('break-even')(view),
      compute: (view) => implied(view, end, other),
    };
  }),
];
