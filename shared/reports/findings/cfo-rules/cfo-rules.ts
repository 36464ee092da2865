import type { Rule } from '../rule.ts';
import { latePayouts, unmatchedBank } from './books.ts';
import { burnRising, customerMoneySpent, reserveShort, shortRunway } from './cash.ts';
import { losingChannel, monthBelowBreakEven, unapprovedFixedCost } from './margin.ts';
import { behindTarget, beliefsApart, forecastOff } from './plan.ts';

/** What the CFO's report is judged by, in the order of the rules' numbers. */
export const CFO_RULES: readonly Rule[] = [
  shortRunway,
  customerMoneySpent,
  burnRising,
  losingChannel,
  monthBelowBreakEven,
  behindTarget,
  reserveShort,
  unapprovedFixedCost,
  latePayouts,
  unmatchedBank,
  forecastOff,
  beliefsApart,
];
