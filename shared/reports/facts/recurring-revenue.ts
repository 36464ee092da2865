import { plusDays } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, mapped } from '../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../kernel/money.ts';
import type { FactDefinition, FactUnit } from './fact.ts';
import { orMissing } from './known-when.ts';
import type { PlanMovements } from './plan-movements.ts';
import { planMovements } from './plan-movements.ts';
import { bookedIn, recordsOf } from './readings.ts';
import type { FactView } from './view.ts';

const shared = {
  perEntity: true,
  kinds: ['subscription'],
  needs: ['subscription'],
  source: 'policy default',
  owner: 'CFO',
} as const satisfies Partial<FactDefinition>;

const NOBODY = 'a subscriber at the start of the period';

function moved(view: FactView): Measured<PlanMovements> {
  return mapped(recordsOf(view, 'subscription'), (plans) =>
    planMovements(plans, plusDays(view.period.from, -1), view.asOn),
  );
}

function fact(
  id: string,
  title: string,
  unit: FactUnit,
  definition: string,
  formula: string,
  compute: FactDefinition['compute'],
): FactDefinition {
  return { ...shared, id, title, unit, definition, formula, compute };
}

function movement(name: keyof PlanMovements, title: string, definition: string): FactDefinition {
  const formula = 'plan prices per month, yearly ÷ 12, customer by customer, at the start and the end of the period';
  return fact(`mrr-${name}`, title, 'cents', definition, formula, (view) => mapped(moved(view), (of) => of[name]));
}

/** A share of something the period began with; unknown when it began with nothing. */
function ofStart(part: (of: PlanMovements) => number, whole: (of: PlanMovements) => number): FactDefinition['compute'] {
  return (view) =>
    combined(moved(view), moved(view), (of) => orMissing(ratio(part(of), whole(of)), NOBODY)) as Measured<number>;
}

/** What recurring revenue did in the period, and how long a subscriber lasts. */
export const RECURRING_FACTS: readonly FactDefinition[] = [
  movement('start', 'Recurring revenue at the start', 'Monthly value of all plans on the evening before the period.'),
  movement('new', 'New', 'Monthly value of customers who never had a plan before.'),
  movement('expansion', 'Expansion', 'Monthly value added by customers who had a plan and pay more.'),
  movement('reactivation', 'Reactivation', 'Monthly value of customers who had left before and are back.'),
  movement('contraction', 'Contraction', 'Monthly value lost on customers who stay and pay less.'),
  movement('churn', 'Churn', 'Monthly value lost with customers who left.'),
  movement('end', 'Recurring revenue at the end', 'Monthly value of all plans at the end of the period.'),
  fact(
    'logo-churn',
    'Customers lost',
    'share',
    'Of the customers at the start of the period, the share that has no plan at its end.',
    'customers at the start without a plan at the end ÷ customers at the start',
    ofStart(
      (of) => of.customersLost,
      (of) => of.customersAtStart,
    ),
  ),
  fact(
    'gross-revenue-churn',
    'Recurring revenue lost',
    'share',
    'Of the recurring revenue at the start, the share lost to churn and contraction.',
    '(churn + contraction) ÷ recurring revenue at the start',
    ofStart(
      (of) => of.churn + of.contraction,
      (of) => of.start,
    ),
  ),
  fact(
    'net-revenue-retention',
    'Recurring revenue kept',
    'share',
    'What the customers of the start pay at the end, as a share of what they paid then; above 100 % they pay more.',
    '(start + expansion − contraction − churn) ÷ start',
    ofStart(
      (of) => of.start + of.expansion - of.contraction - of.churn,
      (of) => of.start,
    ),
  ),
  fact(
    'revenue-per-account',
    'Recurring revenue per customer',
    'cents',
    'Recurring revenue at the end of the period over the customers who pay it.',
    'recurring revenue at the end ÷ customers at the end',
    perAccount,
  ),
  {
    ...fact(
      'subscriber-lifetime-value',
      'Lifetime value of a subscriber',
      'cents',
      'What a customer brings until they leave, after direct cost, at this period’s rate of leaving.',
      'revenue per customer × gross margin of the period ÷ customers lost, as a share',
      lifetimeValue,
    ),
    needs: ['subscription', 'balances'],
  },
];

function perAccount(view: FactView): Measured<number> {
  return combined(moved(view), moved(view), (of) =>
    orMissing(of.customersAtEnd > 0 ? dividedRounded(of.end, of.customersAtEnd) : undefined, 'a paying subscriber'),
  );
}

/** Cents, or words where nobody has left yet: dividing by no churn is no value. */
function lifetimeValue(view: FactView): Measured<number | string> {
  const movements = moved(view);
  if (movements.state !== 'unknown' && movements.value.customersAtStart > 0 && movements.value.customersLost === 0) {
    return { ...movements, value: 'no churn yet' };
  }
  const account = perAccount(view);
  const margin = combined(booked(view, '4'), booked(view, '5'), (revenue, cost) =>
    orMissing(revenue > 0 ? ratio(revenue - cost, revenue) : undefined, 'revenue in the period'),
  );
  const perCustomer = combined(account, margin, (cents, share) => dividedRounded(cents * share, 10_000));
  return combined(perCustomer, movements, (cents, of) =>
    orMissing(
      of.customersAtStart > 0 ? dividedRounded(cents * of.customersAtStart, of.customersLost) : undefined,
      NOBODY,
    ),
  );
}

/** Revenue (4) or direct cost (5) of the period, both positive. */
function booked(view: FactView, type: '4' | '5'): Measured<number> {
  const sign = type === '4' ? -1 : 1;
  return bookedIn(view, view.months, (ids, months) =>
    view.books
      .codesThrough(ids, view.month)
      .filter((code) => code.startsWith(type))
      .reduce((sum, code) => sum + sign * view.books.account(ids, months, code), 0),
  );
}
