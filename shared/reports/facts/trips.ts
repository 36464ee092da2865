import type { Month } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined } from '../../kernel/measured.ts';
import { ratio } from '../../kernel/money.ts';
import type { FactDefinition } from './fact.ts';
import { averageBookingValue } from './formulas.ts';
import { against, orMissing } from './known-when.ts';
import { isoMonths } from './naming.ts';
import { bookedIn, tallied } from './readings.ts';
import { targetIn } from './targets.ts';
import type { FactView } from './view.ts';

/** A number of charters, guests or cents counted in some months. */
export function countIn(view: FactView, months: readonly Month[], ...names: readonly string[]): Measured<number> {
  return bookedIn(view, months, tallied(view, ...names));
}

const trip = { perEntity: true, kinds: ['charter'], needs: ['balances'] } as const;
const POLICY = 'policy default';

export const TRIP_FACTS: readonly FactDefinition[] = [
  {
    ...trip,
    id: 'performed-charters',
    title: 'Charters sailed',
    unit: 'count',
    definition: 'Charters completed in the period, counted on the local day all were ashore.',
    formula: 'number of performance entries less those taken back',
    source: POLICY,
    compute: (view) => countIn(view, view.months, 'performed'),
  },
  {
    ...trip,
    id: 'charters-target',
    title: 'Charters target',
    unit: 'count',
    needs: ['target'],
    definition: 'Charters the whole months of the period are meant to see.',
    formula: 'sum of the charters targets of these months',
    source: 'targets the owner entered',
    compute: (view) => targetIn(view, view.months, 'charters'),
  },
  {
    ...trip,
    id: 'charters-gap',
    title: 'Gap to the charters target',
    unit: 'count',
    needs: ['balances', 'target'],
    definition: 'Charters sailed less the target of the whole months; negative when short.',
    formula: 'charters sailed − charters target',
    source: 'targets the owner entered',
    compute: (view) =>
      against(countIn(view, view.months, 'performed'), targetIn(view, view.months, 'charters'), (a, b) => a - b),
  },
  {
    ...trip,
    id: 'booked-charters',
    title: 'Charters booked',
    unit: 'count',
    definition: 'Charters booked in the period, whenever they sail, cancelled ones included.',
    formula: 'number of bookings made on days of the period',
    source: POLICY,
    compute: (view) => countIn(view, view.months, 'booked'),
  },
  {
    ...trip,
    id: 'booked-value',
    title: 'Value booked',
    unit: 'cents',
    definition: 'Price of the charters booked in the period, after discount, without tax and tips; not revenue yet.',
    formula: 'sum of net prices of bookings made on days of the period',
    source: POLICY,
    compute: (view) => countIn(view, view.months, 'booked-value'),
  },
  {
    ...trip,
    id: 'average-booking-value',
    title: 'Average booking value',
    unit: 'cents',
    definition: 'Value booked per booking of the period, cancelled ones included, free charters left out.',
    formula: 'value booked ÷ (charters booked − free charters booked)',
    source: POLICY,
    compute: (view) =>
      combined(countIn(view, view.months, 'booked-value'), pricedBookings(view), (value, bookings) =>
        orMissing(averageBookingValue(value, bookings), `a booking with a price in ${isoMonths(view.months)}`),
      ),
  },
  {
    ...trip,
    id: 'guests-carried',
    title: 'Guests carried',
    unit: 'count',
    definition: 'People aboard the charters sailed in the period, crew not counted.',
    formula: 'sum of passengers aboard',
    source: POLICY,
    compute: (view) => countIn(view, view.months, 'pax'),
  },
  {
    ...trip,
    id: 'on-time-departure-rate',
    title: 'On-time departures',
    unit: 'share',
    definition: 'Of the departures whose time was recorded, the share that cast off within ten minutes of the plan.',
    formula: 'on-time departures ÷ timed departures',
    source: 'policy default: ten minutes of grace',
    compute: (view) =>
      combined(
        countIn(view, view.months, 'on-time-departures'),
        countIn(view, view.months, 'timed-departures'),
        (a, b) => orMissing(ratio(a, b), `cast-off times of charters sailed in ${isoMonths(view.months)}`),
      ),
  },
];

function pricedBookings(view: FactView): Measured<number> {
  return combined(
    countIn(view, view.months, 'booked'),
    countIn(view, view.months, 'booked-free'),
    (all, free) => all - free,
  );
}
