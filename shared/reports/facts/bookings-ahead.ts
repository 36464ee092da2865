import type { LocalDate, Month } from '../../kernel/calendar.ts';
import { firstDay, monthOf, plusDays, plusMonths } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, mapped, measured, unknown } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { CharterOutline } from '../../records/charter.ts';
import type { Lifecycle } from '../../records/charter-terms.ts';
import { priceTotals } from '../../records/pricing.ts';
import { cancellationRateIn } from './cancellations.ts';
import type { FactDefinition } from './fact.ts';
import { forecast } from './formulas.ts';
import { against, assumed, orMissing } from './known-when.ts';
import { namesOf } from './naming.ts';
import { unreadable, windowOf } from './readings.ts';
import { revenueIn } from './revenue.ts';
import { targetOfDays } from './targets.ts';
import type { FactView } from './view.ts';
import { narrowedTo } from './view.ts';

/** Paid for in part or accepted by a platform, and not over: what can be counted on. Weather holds are not. */
const FIRM: readonly Lifecycle[] = ['booked', 'confirmed', 'boarding', 'underway', 'returned'];

/** Every charter ahead, as of now. Having none is a fact once bookings have been recorded at all. */
export function chartersAhead(view: FactView): Measured<readonly CharterOutline[]> {
  if (view.upcoming.state === 'unreadable') return unreadable('charters ahead', view.upcoming.because);
  const { records } = view.upcoming;
  const months = view.books.months(view.entityIds);
  const booked = (name: string) => view.books.tally(view.entityIds, months, 'operations', name) > 0;
  if (records.length === 0 && !booked('booked') && !booked('performed')) {
    return unknown(`bookings of ${namesOf(view)}`);
  }
  return measured(records, {
    records: `charters ahead of ${namesOf(view)}, as of now whatever the period`,
    count: records.length,
    asOf: view.today,
  });
}

/** The firm charters that sail from a day on, before another. */
export function firmBetween(view: FactView, from: LocalDate, until: LocalDate): Measured<readonly CharterOutline[]> {
  return mapped(chartersAhead(view), (charters) =>
    charters.filter((c) => FIRM.includes(c.lifecycle) && from <= c.sailsOn && c.sailsOn < until),
  );
}

function valueAhead(view: FactView, days: number): Measured<number> {
  return mapped(firmBetween(view, view.today, plusDays(view.today, days)), netPrice);
}

/** What charters are priced at, after discount, without tax. */
export function netPrice(charters: readonly CharterOutline[]): number {
  return charters.reduce((sum, charter) => sum + priceTotals(charter.priceLines).netCents, 0);
}

/** The price of the firm charters that still sail in a month, today's included. */
function onTheBooks(view: FactView, month: Month): Measured<number> {
  const from = firstDay(month) > view.today ? firstDay(month) : view.today;
  return mapped(firmBetween(view, from, firstDay(plusMonths(month, 1))), netPrice);
}

const ahead = { perEntity: true, kinds: ['charter'], unit: 'cents', source: 'policy default' } as const;
const FIRM_WORDS = 'booked, confirmed or under way, price after discount without tax and tips';

export const AHEAD_FACTS: readonly FactDefinition[] = [
  {
    ...ahead,
    id: 'confirmed-30-days',
    title: 'Confirmed for the next 30 days',
    definition: 'Value of the firm charters that sail in the 30 days from today on, as of now.',
    formula: `sum of prices of charters ${FIRM_WORDS}`,
    needs: ['upcoming'],
    compute: (view) => valueAhead(view, 30),
  },
  {
    ...ahead,
    id: 'confirmed-60-days',
    title: 'Confirmed for the next 60 days',
    definition: 'Value of the firm charters that sail in the 60 days from today on, as of now.',
    formula: `sum of prices of charters ${FIRM_WORDS}`,
    needs: ['upcoming'],
    compute: (view) => valueAhead(view, 60),
  },
  {
    ...ahead,
    id: 'charters-next-30-days',
    title: 'Charters booked for the next 30 days',
    unit: 'count',
    definition: 'Firm charters that sail in the 30 days from today on, as of now.',
    formula: 'number of charters booked, confirmed or under way',
    needs: ['upcoming'],
    compute: (view) => mapped(firmBetween(view, view.today, plusDays(view.today, 30)), (charters) => charters.length),
  },
  {
    ...ahead,
    id: 'target-next-30-days',
    title: 'Revenue target of the next 30 days',
    definition: 'What the charter businesses are meant to bring in the 30 days from today on.',
    formula: 'each month’s target × its days among the 30 ÷ its days in all',
    source: 'targets the owner entered',
    needs: ['target'],
    compute: (view) => targetOfDays(view, view.today, 30),
  },
  {
    ...ahead,
    id: 'confirmed-share-30-days',
    title: 'Target of the next 30 days confirmed',
    unit: 'share',
    definition: 'How much of the target of the next 30 days firm charters already cover, as of now.',
    formula: 'confirmed for the next 30 days ÷ revenue target of the next 30 days',
    needs: ['upcoming', 'target'],
    compute: (view) =>
      against(valueAhead(view, 30), targetOfDays(view, view.today, 30), (value, aim) =>
        orMissing(ratio(value, aim), 'a revenue target above zero for the next 30 days'),
      ),
  },
  {
    ...ahead,
    id: 'unconfirmed-target-30-days',
    title: 'Target of the next 30 days not confirmed',
    definition: 'The part of the target of the next 30 days no firm charter covers yet, never below zero.',
    formula: 'revenue target of the next 30 days − confirmed for the next 30 days',
    needs: ['upcoming', 'target'],
    compute: (view) =>
      against(valueAhead(view, 30), targetOfDays(view, view.today, 30), (value, aim) => Math.max(0, aim - value)),
  },
  {
    ...ahead,
    id: 'on-the-books',
    title: 'On the books for the rest of the running month',
    definition: 'Value of the firm charters that sail from today to the end of this month, as of now.',
    formula: `sum of prices of charters ${FIRM_WORDS}`,
    needs: ['upcoming'],
    compute: (view) => onTheBooks(view, monthOf(view.today)),
  },
  {
    ...ahead,
    id: 'month-forecast',
    title: 'Forecast for the running month',
    definition:
      'Charter revenue of the running month if what is on the books sails as usually happens; tomorrow’s bookings not included.',
    formula: 'recognised this month + on the books × (1 − cancellation rate of three months)',
    needs: ['upcoming', 'balances'],
    compute: (view) => forecastOf(view, monthOf(view.today)),
  },
];

/** What the running month or one to come will bring if what is on the books sails as usually happens. */
export function forecastOf(view: FactView, month: Month): Measured<number> {
  const running = monthOf(view.today);
  const silent = notYetBegun(view, running);
  const window = windowOf(view, silent.length > 0 ? plusMonths(running, -1) : running, 3);
  if (window.state === 'unknown') return window;
  const rate = cancellationRateIn(view, window.value);
  const ahead = onTheBooks(view, month);
  const writing = narrowedTo(
    view,
    view.entityIds.filter((id) => !silent.includes(id)),
  );
  const hasBegun = month === running && writing.entityIds.length > 0;
  const earned = hasBegun ? revenueIn(writing, [month]) : mapped(ahead, () => 0);
  const base = combined(earned, ahead, (soFar, onBooks) => ({ soFar, onBooks }));
  return assumed(
    combined(base, rate, ({ soFar, onBooks }, bps) => forecast(soFar, onBooks, bps)),
    silent.length === 0
      ? 'Bookings are cancelled as often as in the last three months.'
      : 'Bookings are cancelled as often as in the last three months; a business without an entry yet this month has earned nothing in it.',
  );
}

/** Those whose books went on to the month before and have no entry yet in the running one: it has only begun. */
function notYetBegun(view: FactView, running: Month): readonly string[] {
  const before = plusMonths(running, -1);
  return view.entityIds.filter((id) => !view.books.hasEntries(id, running) && view.books.hasEntries(id, before));
}
