import * as z from 'zod/mini';
import type { DeepReadonly } from '../kernel/readonly.ts';
import { amount, day, flag, id, label, monthOfYear, oneOf, positiveAmount, slug, stamp } from './fields.ts';

/** What people hold views on. */
export const BELIEF_METRICS = [
  'net-burn',
  'gross-burn',
  'break-even',
  'cloud-cost',
  'missed-ota-revenue',
  'critical-shortfalls',
  'missing-kpis',
  'security-gaps',
  'engineering-actions',
] as const;
export type BeliefMetric = (typeof BELIEF_METRICS)[number];

/**
 * What somebody believes about some businesses together, as a range. Never a measurement: reports show it beside what
 * the records say, and only to a reader whose report covers exactly these businesses.
 */
export const beliefSchema = z
  .strictObject({
    id,
    metric: oneOf(BELIEF_METRICS),
    low: amount,
    high: amount,
    /** Cents a month, or a number. */
    unit: oneOf(['cents', 'count']),
    /** A role, not a name. */
    saidBy: label,
    saidOn: day,
    entityIds: z.array(slug).check(z.minLength(1, 'expected at least one business')),
    ...stamp,
  })
  .check(
    z.refine((belief) => belief.low <= belief.high, { path: ['high'], error: 'expected no less than the low end' }),
  );
export type Belief = DeepReadonly<z.infer<typeof beliefSchema>>;

/** The revenue somebody expected a month to bring, on the day they said so. */
export const forecastSchema = z.strictObject({
  id,
  entityId: slug,
  month: monthOfYear,
  cents: positiveAmount,
  madeOn: day,
  ...stamp,
});
export type Forecast = DeepReadonly<z.infer<typeof forecastSchema>>;

/** How careful a business must be with its cash: one that earns in a season needs more of it before it grows. */
export const capitalPolicySchema = z.strictObject({ id, entityId: slug, seasonal: flag, ...stamp });
export type CapitalPolicy = DeepReadonly<z.infer<typeof capitalPolicySchema>>;
