import type { Measured } from '../../../kernel/measured.ts';
import { combined, unknown } from '../../../kernel/measured.ts';
import { dividedRounded } from '../../../kernel/money.ts';
import type { FactMeaning, FactValue, SubjectFacts } from '../fact.ts';
import { averageContribution, breakEvenCharters } from '../formulas.ts';
import { breakEvenAt, fixedCostIn, UNREACHABLE } from '../margin.ts';
import type { FactView } from '../view.ts';
import type { MarginParts } from './channel-margin.ts';
import { marginOf, marginsByChannel } from './channel-margin.ts';
import { charterBusinesses } from './charter-businesses.ts';

/** What would be different: contribution per charter and fixed cost as they would be then. */
interface Scenario {
  readonly id: string;
  readonly name: string;
  readonly assumption: string;
  readonly contribution?: (all: MarginParts, direct: MarginParts, platform: MarginParts) => number | undefined;
  readonly fixedBps?: number;
}

const PRICE = 'Demand, crew, fuel and provisions stay as they are; commission and card fees move with the price.';
const MIX = 'A charter of each kind leaves what it left on average of the last three months.';
const FIXED = 'Charters leave what they left on average of the last three months.';

const SCENARIOS: readonly Scenario[] = [
  { id: 'scenario-price-up', name: 'Prices up a tenth', assumption: PRICE, contribution: (all) => priced(all, 1) },
  { id: 'scenario-price-down', name: 'Prices down a tenth', assumption: PRICE, contribution: (all) => priced(all, -1) },
  { id: 'scenario-fixed-up', name: 'Fixed cost up a tenth', assumption: FIXED, fixedBps: 11_000 },
  { id: 'scenario-fixed-down', name: 'Fixed cost down a tenth', assumption: FIXED, fixedBps: 9_000 },
  {
    id: 'scenario-all-direct',
    name: 'Every charter sold without commission',
    assumption: MIX,
    contribution: (_, direct) => averageOf(direct),
  },
  {
    id: 'scenario-all-platform',
    name: 'Every charter sold through a platform',
    assumption: MIX,
    contribution: (_, __, platform) => averageOf(platform),
  },
];

const scenario = { source: 'policy default: a tenth either way', needs: ['balances', 'fixed-cost'] } as const;
const MEANINGS: readonly FactMeaning[] = [
  {
    ...scenario,
    id: 'scenario-contribution',
    title: 'Contribution per charter in the case',
    unit: 'cents',
    definition: 'What a charter would leave on average if only this were different.',
    formula: 'contribution of three months, changed as the case says, ÷ charters sailed in them',
  },
  {
    ...scenario,
    id: 'scenario-fixed-cost',
    title: 'Fixed cost in the case',
    unit: 'cents',
    definition: 'What a month would cost whether or not a boat sails.',
    formula: 'fixed cost per month, changed as the case says',
  },
  {
    ...scenario,
    id: 'scenario-break-even',
    title: 'Break-even in the case',
    unit: 'count',
    definition: 'Charters a month would need before it pays for itself, rounded up.',
    formula: 'fixed cost in the case ÷ contribution per charter in the case, rounded up',
  },
  {
    ...scenario,
    id: 'scenario-change',
    title: 'Charters more than now',
    unit: 'count',
    definition: 'How many charters more the month would need than it needs now; negative when fewer.',
    formula: 'break-even in the case − break-even now',
  },
];

/** What break-even would be if one thing were different. */
export const SCENARIO_SUBJECTS: SubjectFacts = {
  kind: 'scenario',
  meanings: MEANINGS,
  list: (whole) => {
    const view = charterBusinesses(whole);
    if (view === undefined) return [];
    return SCENARIOS.map((of) => ({
      subject: { kind: 'scenario', id: of.id, name: of.name },
      figures: figuresOf(of, view),
    }));
  },
};

function figuresOf(of: Scenario, view: FactView): Readonly<Record<string, Measured<FactValue>>> {
  const margins = marginsByChannel(view);
  const contribution = assuming(
    of,
    combined(margins, margins, (all) => {
      const direct = marginOf(all, ({ commission }) => commission === 0);
      const platform = marginOf(all, ({ commission }) => commission !== 0);
      const change = of.contribution ?? averageOf;
      return change(marginOf(all), direct, platform) ?? unknown(`charters for the case: ${of.name.toLowerCase()}`);
    }),
  );
  const fixed = combined(fixedCostIn(view, view.month), margins, (cents) =>
    dividedRounded(cents * (of.fixedBps ?? 10_000), 10_000),
  );
  const breakEven = combined(fixed, contribution, (cost, each) => breakEvenCharters(cost, each) ?? UNREACHABLE);
  const now = breakEvenAt(view, view.month);
  return {
    'scenario-contribution': contribution,
    'scenario-fixed-cost': assuming(of, fixed),
    'scenario-break-even': breakEven,
    'scenario-change': combined(breakEven, now, (then, needed) =>
      typeof then === 'number' && typeof needed === 'number' ? then - needed : UNREACHABLE,
    ),
  };
}

/** The average when prices move by a tenth: what is earned, and what is taken as a part of it, move along. */
function priced(all: MarginParts, tenths: 1 | -1): number | undefined {
  const moved = dividedRounded((all.earned - all.commission - all.fees) * tenths, 10);
  return averageContribution(all.contribution + moved, all.charters);
}

function averageOf({ contribution, charters }: MarginParts): number | undefined {
  return averageContribution(contribution, charters);
}

function assuming(of: Scenario, figure: Measured<number>): Measured<number> {
  if (figure.state === 'unknown') return figure;
  return { ...figure, state: 'estimated', basis: { ...figure.basis, assumption: of.assumption } };
}
