import { plusDays } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { mapped } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { PlanSubscription } from '../../records/organisation.ts';
import type { FactDefinition } from './fact.ts';
import { monthlyValueOn } from './plan-movements.ts';
import { recordsOf } from './readings.ts';
import type { FactView } from './view.ts';

/** Somebody who pays every month or year must have paid within this many days of a month going by. */
const CHARGE_DAYS = 35;

/** Subscriptions that run today: active, or past due and still within grace. Trials and pauses bring nothing. */
function running(view: FactView): Measured<readonly PlanSubscription[]> {
  return mapped(recordsOf(view, 'subscription'), (all) =>
    all.filter(
      (of) =>
        (of.status === 'active' || of.status === 'past_due') &&
        of.from <= view.today &&
        (of.until === undefined || view.today < of.until),
    ),
  );
}

const subscription = {
  perEntity: true,
  kinds: ['subscription'],
  needs: ['subscription'],
  source: 'policy default',
} as const;

export const SUBSCRIPTION_FACTS: readonly FactDefinition[] = [
  {
    ...subscription,
    id: 'active-subscriptions',
    title: 'Running subscriptions',
    unit: 'count',
    definition: 'Plans that are active, or past due and still in grace, as of now; trials and pauses are not counted.',
    formula: 'number of plan subscriptions active or past due',
    compute: (view) => mapped(running(view), (all) => all.length),
  },
  {
    ...subscription,
    id: 'monthly-recurring-revenue',
    title: 'Monthly recurring revenue',
    unit: 'cents',
    definition: 'What the running subscriptions bring per month, yearly plans by the twelfth, as of now.',
    formula: 'sum of plan prices per month, yearly prices ÷ 12',
    compute: (view) => mapped(running(view), (all) => all.reduce((sum, of) => sum + monthlyValueOn(of, view.today), 0)),
  },
  {
    ...subscription,
    id: 'past-due-share',
    title: 'Subscriptions past due',
    unit: 'share',
    definition: 'Of the running subscriptions, the share whose last charge failed; none when none are running.',
    formula: 'past due ÷ running',
    compute: (view) =>
      mapped(running(view), (all) => ratio(all.filter((of) => of.status === 'past_due').length, all.length) ?? 0),
  },
  {
    ...subscription,
    id: 'recently-charged-subscriptions',
    title: 'Subscriptions charged in 35 days',
    unit: 'count',
    definition: 'Running subscriptions whose last successful charge is at most 35 days old.',
    formula: 'number of running subscriptions charged within 35 days',
    compute: (view) =>
      mapped(
        running(view),
        (all) =>
          all.filter((of) => of.lastChargedOn !== undefined && of.lastChargedOn >= plusDays(view.today, -CHARGE_DAYS))
            .length,
      ),
  },
];
