import type { LocalDate } from '../../kernel/calendar.ts';
import { dividedRounded } from '../../kernel/money.ts';
import type { PlanSubscription } from '../../records/organisation.ts';

/** What recurring revenue did between two days, customer by customer; start and movements add up to the end. */
export interface PlanMovements {
  readonly start: number;
  readonly new: number;
  readonly expansion: number;
  readonly contraction: number;
  readonly churn: number;
  readonly reactivation: number;
  readonly end: number;
  /** Customers who paid at the start, of whom so many left, and those who pay at the end. */
  readonly customersAtStart: number;
  readonly customersLost: number;
  readonly customersAtEnd: number;
}

/** A plan as its price over time: all that movements need. */
export type PricedPlan = Pick<
  PlanSubscription,
  'id' | 'customerId' | 'centsPerInterval' | 'interval' | 'from' | 'until' | 'status' | 'changes'
>;

/** What a plan brings per month on a day, yearly prices by the twelfth; nothing outside its days, in a trial or a pause. */
export function monthlyValueOn(plan: PricedPlan, day: LocalDate): number {
  const isOver = plan.until === undefined ? plan.status === 'cancelled' : plan.until <= day;
  if (plan.from > day || isOver || plan.status === 'trial' || plan.status === 'paused') return 0;
  const changes = (plan.changes ?? []).filter(({ on }) => on <= day).sort((a, b) => (a.on < b.on ? -1 : 1));
  const price = changes.at(-1)?.centsPerInterval ?? plan.centsPerInterval;
  return plan.interval === 'year' ? dividedRounded(price, 12) : price;
}

/**
 * The movements between the evening of one day and that of another. A customer who comes and goes in between is in
 * neither; one who had left before and is back is a reactivation, not new.
 * @throws RangeError when start and movements do not add up to the end.
 */
export function planMovements(plans: readonly PricedPlan[], before: LocalDate, through: LocalDate): PlanMovements {
  const sums = { start: 0, new: 0, expansion: 0, contraction: 0, churn: 0, reactivation: 0, end: 0 };
  const customers = { customersAtStart: 0, customersLost: 0, customersAtEnd: 0 };
  for (const customer of new Set(plans.map(({ customerId }) => customerId))) {
    const theirs = plans.filter(({ customerId }) => customerId === customer);
    const value = (day: LocalDate) => theirs.reduce((sum, plan) => sum + monthlyValueOn(plan, day), 0);
    const [start, end] = [value(before), value(through)];
    sums.start += start;
    sums.end += end;
    if (start > 0) customers.customersAtStart += 1;
    if (end > 0) customers.customersAtEnd += 1;
    if (start > 0 && end === 0) {
      sums.churn += start;
      customers.customersLost += 1;
    } else if (start === 0 && end > 0) {
      sums[theirs.some((plan) => paidBefore(plan, before)) ? 'reactivation' : 'new'] += end;
    } else if (end > start) sums.expansion += end - start;
    else sums.contraction += start - end;
  }
  const movedTo = sums.start + sums.new + sums.expansion + sums.reactivation - sums.contraction - sums.churn;
  if (movedTo !== sums.end) throw new RangeError(`recurring revenue moved to ${movedTo}, not ${sums.end}`);
  return { ...sums, ...customers };
}

/** Whether a plan had brought anything by a day. */
function paidBefore(plan: PricedPlan, day: LocalDate): boolean {
  return plan.status !== 'trial' && plan.from <= day && plan.centsPerInterval > 0;
}
