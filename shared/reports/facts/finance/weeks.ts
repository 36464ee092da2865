import type { LocalDate } from '../../../kernel/calendar.ts';
import { monthOf, plusDays } from '../../../kernel/calendar.ts';
import type { BookRead, Measured } from '../../../kernel/measured.ts';
import { combined, mapped, measured } from '../../../kernel/measured.ts';
import { CASH_CODES, standing } from '../cash.ts';
import type { FactDefinition, FactMeaning, SubjectFacts } from '../fact.ts';
import type { FactView } from '../view.ts';
import type { Flow } from './cash-flows.ts';
import { DAYS_AHEAD, fixedCosts, guestReceipts, handedOn, payouts, tripCosts } from './cash-flows.ts';
import { charterBusinesses } from './charter-businesses.ts';

const FLOWS = {
  'week-guest-receipts': guestReceipts,
  'week-payouts': payouts,
  'week-fixed-costs': fixedCosts,
  'week-trip-costs': tripCosts,
  'week-handed-on': handedOn,
} as const;
type FlowName = keyof typeof FLOWS;
const FLOW_NAMES = Object.keys(FLOWS) as readonly FlowName[];

/** One week of the view: its first day, what it moves by each flow, and the cash it opens and closes with. */
interface Week {
  readonly from: LocalDate;
  readonly moved: Readonly<Record<FlowName, Measured<number>>>;
  readonly opening: Measured<number>;
  readonly closing: Measured<number>;
}

/** What comes in and what goes out beside fixed costs, each added up over its flows. */
const SUMS = {
  'week-in': ['week-guest-receipts', 'week-payouts'],
  'week-other-costs': ['week-trip-costs', 'week-handed-on'],
} as const;

function sumsOf(moved: Week['moved']): Readonly<Record<keyof typeof SUMS, Measured<number>>> {
  const sum = ([a, b]: readonly [FlowName, FlowName]) => combined(moved[a], moved[b], (x, y) => x + y);
  return { 'week-in': sum(SUMS['week-in']), 'week-other-costs': sum(SUMS['week-other-costs']) };
}

/** Thirteen weeks from tomorrow. Each opens with what the one before closed with. */
function weeksOf(view: FactView): readonly Week[] {
  if (view.noted.isNoting) {
    const { value, reads } = WORST.get(view) ?? view.noted.apart(() => weeksFrom(view));
    WORST.set(view, { value, reads });
    view.noted.add(...reads);
    return value;
  }
  const weeks = LISTED.get(view) ?? weeksFrom(view);
  LISTED.set(view, weeks);
  return weeks;
}

/**
 * A view never changes, so its weeks are made once: for the figures of the worst week, which name together what was read
 * off the books, and once more for the list, where each names its own.
 */
const WORST = new WeakMap<FactView, { readonly value: readonly Week[]; readonly reads: readonly BookRead[] }>();
const LISTED = new WeakMap<FactView, readonly Week[]>();

function weeksFrom(view: FactView): readonly Week[] {
  const flows = FLOW_NAMES.map((name) => [name, FLOWS[name](view)] as const);
  const first = plusDays(view.today, 1);
  const weeks: Week[] = [];
  for (let day = 0; day < DAYS_AHEAD; day += 7) {
    const from = plusDays(first, day);
    const until = plusDays(from, 7);
    const isHere = (flow: Flow) => (day === 0 || flow.on >= from) && flow.on < until;
    const moved = Object.fromEntries(
      flows.map(([name, of]) => [name, mapped(of, (all) => sumOf(all.filter(isHere)))]),
    ) as unknown as Week['moved']; // every flow by its name
    const opening = weeks.at(-1)?.closing ?? bankNow(view);
    const closing = FLOW_NAMES.reduce((cash, name) => combined(cash, moved[name], (a, b) => a + b), opening);
    weeks.push({ from, moved, opening, closing });
  }
  return weeks;
}

/** Bank and cash as they stand today, whatever the period. */
function bankNow(view: FactView): Measured<number> {
  const bank = standing(view, CASH_CODES, monthOf(view.today));
  return bank.state === 'unknown' ? bank : { ...bank, basis: { ...bank.basis, asOf: view.today } };
}

function sumOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { cents }) => sum + cents, 0);
}

const week = {
  unit: 'cents',
  source: 'policy default: only what is booked, owed or fixed today',
  needs: ['balances'],
} as const;
const MEANINGS: readonly FactMeaning[] = [
  {
    ...week,
    id: 'week-from',
    title: 'Week from',
    unit: 'day',
    definition: 'The first of its seven days; the first week begins tomorrow.',
    formula: 'tomorrow + 7 days for each week before',
  },
  {
    ...week,
    id: 'week-opening',
    title: 'Cash at the start of the week',
    definition: 'Bank and cash of the charter businesses, customer money included.',
    formula: 'bank and cash today, then the close of the week before',
  },
  {
    ...week,
    id: 'week-guest-receipts',
    title: 'Guests pay',
    definition: 'Balances of firm charters ahead that fall due in the week.',
    formula: 'price with tax − what is paid, on the day it is due',
    needs: ['upcoming', 'channel', 'open-charters'],
  },
  {
    ...week,
    id: 'week-payouts',
    title: 'Platforms pay out',
    definition: 'What platforms will pay in the week for charters ahead and charters sailed.',
    formula: 'price with tax − commission, on the day of sailing + payout days',
    needs: ['upcoming', 'channel', 'open-charters'],
  },
  {
    ...week,
    id: 'week-fixed-costs',
    title: 'Fixed costs',
    definition: 'Fixed costs that are paid in the week; negative.',
    formula: 'sum of the fixed costs on their days of the month',
    needs: ['fixed-cost'],
  },
  {
    ...week,
    id: 'week-trip-costs',
    title: 'Costs of sailing',
    definition: 'What sailing the firm charters of the week will cost; negative.',
    formula: 'charters of the week × (price − commission − contribution) ÷ charters, of the last three months',
    needs: ['upcoming', 'balances'],
  },
  {
    ...week,
    id: 'week-handed-on',
    title: 'Handed on',
    definition: 'Tips, refunds and sales tax that are held and leave in the week; negative.',
    formula: 'accounts 2300 and 2400 of unsettled charters at once, account 2200 on the quarterly day',
    needs: ['open-charters', 'balances'],
  },
  {
    ...week,
    id: 'week-in',
    title: 'Comes in',
    definition: 'What guests and platforms will pay in the week.',
    formula: 'guests pay + platforms pay out',
    needs: ['upcoming', 'channel', 'open-charters'],
  },
  {
    ...week,
    id: 'week-other-costs',
    title: 'Other costs',
    definition:
      'What sailing the firm charters of the week will cost, and tips, refunds and sales tax handed on; negative.',
    formula: 'costs of sailing + handed on',
    needs: ['upcoming', 'balances', 'open-charters'],
  },
  {
    ...week,
    id: 'week-closing',
    title: 'Cash at the end of the week',
    definition: 'Bank and cash of the charter businesses, customer money included, if nobody books any more.',
    formula: 'cash at the start of the week + everything that moves in it',
  },
];

/** The next thirteen weeks of cash. */
export const WEEK_SUBJECTS: SubjectFacts = {
  kind: 'week',
  meanings: MEANINGS,
  list: (whole) => {
    const view = charterBusinesses(whole);
    if (view === undefined) return [];
    const basis = { records: 'the calendar', asOf: view.today };
    return weeksOf(view).map(({ from, moved, opening, closing }) => ({
      subject: { kind: 'week', id: `week-${from}`, name: from },
      figures: {
        'week-from': measured(from, basis),
        'week-opening': opening,
        ...moved,
        ...sumsOf(moved),
        'week-closing': closing,
      },
    }));
  },
};

/** The week that ends with the least cash: the first of them when several do. */
function lowest(view: FactView): Measured<{ readonly from: LocalDate; readonly cents: number }> {
  return weeksOf(view)
    .map(({ from, closing }) => mapped(closing, (cents) => ({ from, cents })))
    .reduce((a, b) => combined(a, b, (x, y) => (y.cents < x.cents ? y : x)));
}

const ahead = {
  perEntity: false,
  kinds: ['charter'],
  owner: 'CFO',
  needs: ['balances', 'upcoming', 'fixed-cost', 'open-charters'],
} as const;

/** The worst of the thirteen weeks, and where they end. */
export const WEEK_FACTS: readonly FactDefinition[] = [
  {
    ...ahead,
    id: 'lowest-cash-13-weeks',
    title: 'Least cash in the next 13 weeks',
    unit: 'cents',
    definition: 'The least that bank and cash of the charter businesses close a week with, if nobody books any more.',
    formula: 'the smallest cash at the end of a week',
    source: week.source,
    compute: (view) => mapped(lowest(view), ({ cents }) => cents),
  },
  {
    ...ahead,
    id: 'lowest-cash-week',
    title: 'Week with the least cash',
    unit: 'day',
    definition: 'The first day of the week that closes with the least cash.',
    formula: 'first day of that week',
    source: week.source,
    compute: (view) => {
      const week = mapped(lowest(view), ({ from }) => from);
      if (week.state === 'unknown') return week;
      return { ...week, basis: { ...week.basis, assumption: 'What the least cash itself takes as given.' } };
    },
  },
];
