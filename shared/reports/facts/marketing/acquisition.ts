import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, unknown } from '../../../kernel/measured.ts';
import { missingFor } from '../../../kernel/missing.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { namesOf } from '../naming.ts';
import type { BookReading } from '../readings.ts';
import { recordsOf, tallied } from '../readings.ts';
import type { FactView } from '../view.ts';
import { overSettled, SETTLED, settledMonths } from './windows.ts';

const ADVERTISING = '6100';
const COMMISSION = '5030';

/** What a new customer cost: what was spent over the new customers it brought; nothing when it brought none, never zero. */
export function costPerNew(spentCents: number, newCustomers: number): number | undefined {
  return newCustomers > 0 ? dividedRounded(spentCents, newCustomers) : undefined;
}

/** What is left per dollar put in, as a share: contribution less cost over cost; nothing when it cost nothing. */
export function returnOn(contributionCents: number, costCents: number): number | undefined {
  return costCents > 0 ? ratio(contributionCents - costCents, costCents) : undefined;
}

/** Revenue in cents for each dollar spent; nothing when nothing was. */
export function revenuePerDollar(revenueCents: number, costCents: number): number | undefined {
  return costCents > 0 ? dividedRounded(revenueCents * 100, costCents) : undefined;
}

function account(view: FactView, code: string): BookReading {
  return (ids, months) => view.books.account(ids, months, code);
}

/** Customers of any channel whose first booking was made in some months. */
export function newCustomersIn(view: FactView): BookReading {
  return (ids, months) =>
    view.books
      .names(ids, months, 'channels')
      .filter((name) => name.endsWith('.new-customers'))
      .reduce((sum, name) => sum + view.books.tally(ids, months, 'channels', name), 0);
}

function newCustomers(view: FactView): Measured<number> {
  return overSettled(view, newCustomersIn(view));
}

function spend(view: FactView): Measured<number> {
  return overSettled(view, account(view, ADVERTISING));
}

function blended(view: FactView, spent: Measured<number>): Measured<number> {
  return combined(spent, newCustomers(view), (cost, customers) =>
    orMissing(costPerNew(cost, customers), `a new customer of ${namesOf(view)}`),
  );
}

/** What a new customer cost with the commission platforms kept. */
export function blendedLoaded(view: FactView): Measured<number> {
  const commission = overSettled(view, account(view, COMMISSION));
  return blended(
    view,
    combined(spend(view), commission, (ads, kept) => ads + kept),
  );
}

/** Ad spend on record for channels in the same months, fees of listings included. */
function attributed(view: FactView): Measured<number> {
  return combined(recordsOf(view, 'ad-spend'), settledMonths(view), (records, months) =>
    records.filter(({ month }) => months.includes(month)).reduce((sum, { cents }) => sum + cents, 0),
  );
}

const acquisition = {
  perEntity: true,
  kinds: ['charter'],
  needs: ['balances'],
  source: 'policy default',
  owner: 'CMO',
} as const;

export const ACQUISITION_FACTS: readonly FactDefinition[] = [
  {
    ...acquisition,
    id: 'marketing-spend',
    title: 'Marketing spend',
    unit: 'cents',
    definition: `What the books show for advertising in ${SETTLED}, platform commission left out.`,
    formula: 'account Advertising',
    compute: spend,
  },
  {
    ...acquisition,
    id: 'unattributed-spend',
    title: 'Marketing spend of no channel',
    unit: 'cents',
    definition: `Advertising in the books of ${SETTLED} that no channel’s ad spend accounts for; negative when more is on record than was booked.`,
    formula: 'account Advertising − ad spend on record by channel',
    needs: ['balances', 'ad-spend'],
    compute: (view) => combined(spend(view), attributed(view), (booked, recorded) => booked - recorded),
  },
  {
    ...acquisition,
    id: 'new-customers',
    title: 'New customers',
    unit: 'count',
    definition: `Customers whose first booking was made in ${SETTLED}.`,
    formula: 'number of bookings by customers who had none before',
    compute: newCustomers,
  },
  {
    ...acquisition,
    id: 'blended-cac',
    title: 'Cost of a new customer',
    unit: 'cents',
    definition: `Marketing spend per new customer in ${SETTLED}, all channels together; unknown when there was none.`,
    formula: 'marketing spend ÷ new customers',
    compute: (view) => blended(view, spend(view)),
  },
  {
    ...acquisition,
    id: 'blended-cac-loaded',
    title: 'Cost of a new customer with commission',
    unit: 'cents',
    definition: `The same with the commission that platforms kept in these months.`,
    formula: '(marketing spend + platform commissions) ÷ new customers',
    compute: blendedLoaded,
  },
  {
    ...acquisition,
    id: 'cost-per-booked-job',
    title: 'Cost of a booked job',
    unit: 'cents',
    kinds: ['subscription'],
    definition: `Advertising per lead that booked a job within 30 days, of the leads of ${SETTLED}; judge local search by this, not by rank.`,
    formula: 'account Advertising ÷ leads won within 30 days',
    compute: (view) =>
      combined(spend(view), overSettled(view, tallied(view, 'won')), (ads, jobs) =>
        orMissing(costPerNew(ads, jobs), `booked jobs of ${namesOf(view)}`),
      ),
  },
];

/**
 * What a channel cost beside commission in the last three full months. Unknown while one of the months has no record:
 * a month nobody wrote down did not cost nothing.
 */
export function channelSpend(view: FactView, channelId: string, name: string): Measured<number> {
  const records = recordsOf(view, 'ad-spend');
  const window = settledMonths(view);
  const held = combined(records, window, (all, months) => {
    const ours = all.filter((record) => record.channelId === channelId && months.includes(record.month));
    const without = months.filter((month) => !ours.some((record) => record.month === month));
    return without.length > 0
      ? unknown(missingFor(`ad spend of ${name}`, without))
      : ours.reduce((sum, { cents }) => sum + cents, 0);
  });
  return held.state === 'unknown' ? held : entered(held.value, held.basis);
}
