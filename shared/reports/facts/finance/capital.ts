import type { Month } from '../../../kernel/calendar.ts';
import { plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, estimated, mapped } from '../../../kernel/measured.ts';
import { unrestrictedThrough } from '../cash.ts';
import type { FactDefinition } from '../fact.ts';
import { runwayTenths } from '../formulas.ts';
import { orMissing } from '../known-when.ts';
import { fixedCostIn, isBelowBreakEven } from '../margin.ts';
import { namesOf } from '../naming.ts';
import { bookedIn, unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';
import type { Tier } from './tiers.ts';
import { floorMonths, TIER_NAMES, tierHeld, tierReached } from './tiers.ts';

const LOOK_BACK_MONTHS = 24;

/** Whether the businesses earn in a season, as somebody entered it; taken as not, and said so, where nobody did. */
function isSeasonal(view: FactView): Measured<boolean> {
  const source = view.registers['capital-policy'];
  if (source.state === 'unreadable') return unreadable('capital policies', source.because);
  const basis = { records: `capital policies of ${namesOf(view)}`, asOf: view.today };
  if (source.records.length > 0) {
    return entered(
      source.records.some((policy) => policy.seasonal),
      basis,
    );
  }
  return estimated(false, { ...basis, assumption: 'Nobody has said that the business earns in a season.' });
}

/** The tier one month-end reaches by itself. */
function tierReachedAt(view: FactView, month: Month): Measured<Tier> {
  const before = plusMonths(month, -1);
  const paying = combined(isBelowBreakEven(view, month), isBelowBreakEven(view, before), (now, then) => !now && !then);
  const money = combined(unrestrictedThrough(view, month), fixedCostIn(view, month), (cash, fixed) => ({
    unrestrictedCents: cash,
    fixedCents: fixed,
  }));
  const state = combined(paying, isSeasonal(view), (paysForItself, seasonal) => ({
    paysForItself,
    isSeasonal: seasonal,
  }));
  return combined(money, state, (a, b) => tierReached({ ...a, ...b }));
}

/** The tier that holds at the last full month-end, with the month-ends before it as far as they are known. */
export function capitalTier(view: FactView): Measured<Tier> {
  const last = tierReachedAt(view, view.lastFullMonth);
  if (last.state === 'unknown') return last;
  const reached: Tier[] = [last.value];
  for (let back = 1; back < LOOK_BACK_MONTHS; back += 1) {
    const at = tierReachedAt(view, plusMonths(view.lastFullMonth, -back));
    if (at.state === 'unknown') break;
    reached.unshift(at.value);
  }
  return { ...last, value: tierHeld(reached) };
}

/** What the last full month left over: the rise of unrestricted cash, owner money and loans apart; never below zero. */
export function surplusCash(view: FactView): Measured<number> {
  const month = view.lastFullMonth;
  const risen = combined(
    unrestrictedThrough(view, month),
    unrestrictedThrough(view, plusMonths(month, -1)),
    (now, before) => now - before,
  );
  const financing = bookedIn(
    view,
    [month],
    (ids, months) => view.books.cash(ids, months, 'financing-in') + view.books.cash(ids, months, 'financing-out'),
  );
  return combined(risen, financing, (rise, from) => Math.max(0, rise - from));
}

/** Months of fixed cost that unrestricted cash was worth at the last full month-end, in tenths. */
export function reserveTenths(view: FactView): Measured<number> {
  return combined(unrestrictedThrough(view, view.lastFullMonth), fixedCostIn(view, view.lastFullMonth), (cash, fixed) =>
    orMissing(runwayTenths(cash, fixed), 'fixed costs above zero'),
  );
}

function reserveFloor(view: FactView): Measured<number> {
  return combined(
    fixedCostIn(view, view.lastFullMonth),
    isSeasonal(view),
    (fixed, seasonal) => fixed * floorMonths(seasonal),
  );
}

const capital = {
  perEntity: false,
  kinds: ['charter'],
  owner: 'CFO',
  needs: ['balances', 'fixed-cost'],
  source: 'policy default: three months of fixed cost keep a business alive, six where it earns in a season',
} as const;

/** How much the charter businesses hold back, and how freely they may spend. */
export const CAPITAL_FACTS: readonly FactDefinition[] = [
  {
    ...capital,
    id: 'capital-tier',
    title: 'Capital tier',
    unit: 'text',
    needs: ['balances', 'fixed-cost', 'capital-policy'],
    definition:
      'How freely the charter businesses may spend: T0 protects cash, T1 builds the reserve, T2 reaches break-even, T3 grows; it falls at once and rises after two month-ends.',
    formula:
      'T0 below one month of fixed cost in unrestricted cash; T1 below three; T3 from three (six if seasonal) with two months in a row at break-even; else T2',
    compute: (view) => mapped(capitalTier(view), (tier) => TIER_NAMES[tier]),
  },
  {
    ...capital,
    id: 'capital-tier-reached',
    title: 'Tier reached at the last month-end',
    unit: 'text',
    needs: ['balances', 'fixed-cost', 'capital-policy'],
    definition: 'The tier the last full month-end reaches by itself; it holds once two in a row reach it.',
    formula: 'as for the capital tier, without the months before',
    compute: (view) => mapped(tierReachedAt(view, view.lastFullMonth), (tier) => TIER_NAMES[tier]),
  },
  {
    ...capital,
    id: 'reserve-months',
    title: 'Fixed cost covered by unrestricted cash',
    unit: 'months',
    definition:
      'How many months of fixed cost the unrestricted cash of the charter businesses would pay for, at the last full month-end.',
    formula: 'unrestricted cash ÷ fixed cost per month, floored to a tenth',
    compute: reserveTenths,
  },
  {
    ...capital,
    id: 'reserve-floor',
    title: 'Reserve to hold before growth',
    unit: 'cents',
    needs: ['fixed-cost', 'capital-policy'],
    definition: 'Three months of fixed cost, or six where the business earns in a season.',
    formula: 'fixed cost of the last full month × 3, or × 6 if seasonal',
    compute: reserveFloor,
  },
  {
    ...capital,
    id: 'reserve-shortfall',
    title: 'Missing from the reserve, last month-end',
    unit: 'cents',
    needs: ['balances', 'fixed-cost', 'capital-policy'],
    definition: 'What unrestricted cash lacked of that reserve at the last full month-end, never below zero.',
    formula: 'reserve to hold before growth − unrestricted cash',
    compute: (view) =>
      combined(reserveFloor(view), unrestrictedThrough(view, view.lastFullMonth), (floor, cash) =>
        Math.max(0, floor - cash),
      ),
  },
  {
    ...capital,
    id: 'surplus-cash',
    title: 'Rise of free cash, last full month',
    unit: 'cents',
    needs: ['balances'],
    definition:
      'By how much unrestricted cash of the charter businesses rose in the last full month, owner money and loans apart; zero when it fell.',
    formula: 'unrestricted cash now − a month before − owner money and loans, never below zero',
    compute: surplusCash,
  },
];
