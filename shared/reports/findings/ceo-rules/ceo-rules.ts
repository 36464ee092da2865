import type { Rule } from '../rule.ts';
import { channelConcentration, emptyPipeline, forwardRevenueGap, zeroOtaPresence } from './demand.ts';
import { belowBreakEven, brokenSubscriptions, noRevenueTracking } from './money.ts';
import { documentExpiry, equityUndocumented, kpiBlindness, overdueActions, unpreparedTransition } from './risk.ts';
import { groundedBookings, unreportedIncident } from './safety.ts';

/** What the CEO's report is judged by, in the order of the rules' numbers. */
export const CEO_RULES: readonly Rule[] = [
  emptyPipeline,
  forwardRevenueGap,
  noRevenueTracking,
  equityUndocumented,
  unpreparedTransition,
  documentExpiry,
  channelConcentration,
  belowBreakEven,
  zeroOtaPresence,
  brokenSubscriptions,
  kpiBlindness,
  overdueActions,
  unreportedIncident,
  groundedBookings,
];
