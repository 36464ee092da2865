import { firstDay, monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Belief, BeliefMetric, CapitalPolicy, Forecast } from '../../shared/records/planning.ts';
import { CHARTER_ENTITIES, ENTITY_IDS } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';
import { sampleTargets } from './targets.ts';

type Row = readonly [metric: BeliefMetric, low: number, high: number, unit: Belief['unit'], saidBy: string];

/** What people at the company say of it as a whole. None of it was measured. */
const BELIEFS: readonly Row[] = [
  ['net-burn', 700_000, 900_000, 'cents', 'CFO'],
  ['break-even', 6, 6, 'count', 'CFO'],
  ['cloud-cost', 5_000, 8_400, 'cents', 'CTO'],
  ['missed-ota-revenue', 4_000_000, 4_000_000, 'cents', 'CMO'],
  ['critical-shortfalls', 8, 8, 'count', 'CEO'],
  ['missing-kpis', 9, 9, 'count', 'CEO'],
  ['security-gaps', 6, 6, 'count', 'CTO'],
  ['engineering-actions', 10, 10, 'count', 'CTO'],
];
const SAID_DAYS_AGO = 40;

/** The beliefs, said six weeks ago, of all four businesses together. */
export function sampleBeliefs(day: SampleDay): Belief[] {
  const saidOn = plusDays(day.today, -SAID_DAYS_AGO);
  return BELIEFS.map(([metric, low, high, unit, saidBy]) => ({
    id: `blf_${metric}`,
    metric,
    low: cents(low),
    high: cents(high),
    unit,
    saidBy,
    saidOn,
    entityIds: [...ENTITY_IDS],
    ...stampOn(day, saidOn),
  }));
}

const MONTHS_FORECAST = 3;
/** Forecasts are made a few days before the month, and have been hopeful. */
const MADE_DAYS_BEFORE = 4;
const HOPE_PERCENT = 128;

/** What was forecast for each of the last months: the target and a good deal more. */
export function sampleForecasts(day: SampleDay): Forecast[] {
  const running = monthOf(day.today);
  const months = monthsThrough(plusMonths(running, -MONTHS_FORECAST), running);
  const targets = sampleTargets(day).filter(({ metric }) => metric === 'revenue');
  return months.flatMap((month) =>
    CHARTER_ENTITIES.flatMap((entityId) => {
      const aim = targets.find((target) => target.entityId === entityId && target.month === month);
      if (aim === undefined) return [];
      const madeOn = plusDays(firstDay(month), -MADE_DAYS_BEFORE);
      const expected = cents(Math.round((aim.value * HOPE_PERCENT) / 100));
      return [{ id: `fct_${entityId}-${month}`, entityId, month, cents: expected, madeOn, ...stampOn(day, madeOn) }];
    }),
  );
}

/** Both boats earn most of their money in summer. */
export function sampleCapitalPolicies(day: SampleDay): CapitalPolicy[] {
  const on = plusDays(day.today, -SAID_DAYS_AGO);
  return CHARTER_ENTITIES.map((entityId) => ({ id: `cap_${entityId}`, entityId, seasonal: true, ...stampOn(day, on) }));
}
