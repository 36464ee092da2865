import type { Measured } from '../../../kernel/measured.ts';
import { combined } from '../../../kernel/measured.ts';
import type { BasisPoints } from '../../../kernel/money.ts';
import { cents, dividedRounded, ratio, shareOf } from '../../../kernel/money.ts';
import { contributionShare } from '../accounting/roadmap.ts';
import type { FactDefinition } from '../fact.ts';
import { assumed, orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import { overWindow, tallied } from '../readings.ts';
import type { FactView } from '../view.ts';
import { blendedLoaded, newCustomersIn } from './acquisition.ts';

const MONTHS = 24;
/** Fewer new customers than this say little about what the next one is worth. */
const ENOUGH = 20;

/**
 * What a customer leaves over the bookings they make: booking value × contribution share × bookings per customer. Value
 * per booking times bookings per customer is value per customer, so it is divided once.
 */
export function lifetimeValue(bookedCents: number, customers: number, contributionBps: number): number | undefined {
  if (customers <= 0) return undefined;
  return shareOf(cents(dividedRounded(bookedCents, customers)), contributionBps as BasisPoints);
}

function valueOfCustomer(view: FactView): Measured<number> {
  const booked = overWindow(view, view.lastFullMonth, MONTHS, tallied(view, 'booked-value'));
  const customers = overWindow(view, view.lastFullMonth, MONTHS, newCustomersIn(view));
  const both = combined(booked, customers, (value, count) => ({ value, count }));
  const figure = combined(both, contributionShare(view), ({ value, count }, share) =>
    orMissing(lifetimeValue(value, count, share), `a new customer of ${namesOf(view)}`),
  );
  const few = customers.state !== 'unknown' && customers.value < ENOUGH;
  const pace = 'Customers go on to book as often as bookings came for each new customer in these months.';
  return assumed(figure, few ? `${pace} Fewer than ${ENOUGH} customers were counted.` : pace);
}

const LIFETIME = {
  perEntity: true,
  kinds: ['charter'],
  needs: ['balances'],
  source: `policy default: 24 full months, or as many as the books have; flagged below ${ENOUGH} new customers`,
  owner: 'CMO',
} as const;

export const LIFETIME_FACTS: readonly FactDefinition[] = [
  {
    ...LIFETIME,
    id: 'customer-lifetime-value',
    title: 'Lifetime value of a charter customer',
    unit: 'cents',
    definition: 'What a customer leaves after the direct cost of the charters, over all bookings they make.',
    formula: 'average booking value × contribution per dollar of revenue × bookings per new customer',
    compute: valueOfCustomer,
  },
  {
    ...LIFETIME,
    id: 'lifetime-value-to-cost',
    title: 'Lifetime value against the cost of a customer',
    unit: 'share',
    definition:
      'Lifetime value as a share of what a new customer cost, platform commission included; 300 % is three to one.',
    formula: 'lifetime value of a charter customer ÷ cost of a new customer with commission',
    compute: (view) =>
      combined(valueOfCustomer(view), blendedLoaded(view), (value, cost) =>
        orMissing(ratio(value, cost), `what a new customer of ${namesOf(view)} cost`),
      ),
  },
];
