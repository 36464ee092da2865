import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import type { FactView } from '../view.ts';
import type { Nights } from './nights.ts';
import { daysVacant, fullMonths, nightsIn, nightsOver } from './nights.ts';
import { leaseFact, propertiesOf, rentalFact, stayFact } from './rental-fact.ts';
import { adjustedOccupancy, occupancy, perNight } from './rental-formulas.ts';

const MONTH = 'the last full month';
const POLICY = 'domain practice for rentals: nights, not bookings; a stay counts in the month each night is slept';
const BELOW_POINTS = 1_000;

/** How full the properties are. */
export const OCCUPANCY_FACTS: readonly FactDefinition[] = [
  rentalFact({
    id: 'rental-occupancy',
    title: 'Occupancy, last full month',
    unit: 'share',
    definition: `Nights slept by tenants and guests of all nights of ${MONTH}.`,
    formula: 'nights slept ÷ nights of the month',
    source: POLICY,
    needs: ['property', 'lease', 'balances'],
    compute: (view) => ofNights(lastMonth(view), ({ slept, calendar }) => occupancy(slept, calendar)),
  }),
  rentalFact({
    id: 'rental-occupancy-adjusted',
    title: 'Occupancy without owner nights, last full month',
    unit: 'share',
    definition: `Nights slept of the nights of ${MONTH} that could be let: nights the owner kept are left out.`,
    formula: 'nights slept ÷ (nights of the month − owner nights)',
    source: POLICY,
    needs: ['property', 'lease', 'owner-block', 'balances'],
    compute: (view) =>
      ofNights(lastMonth(view), ({ slept, calendar, blocked }) => adjustedOccupancy(slept, calendar, blocked)),
  }),
  rentalFact({
    id: 'rental-occupancy-year',
    title: 'Occupancy, last twelve full months',
    unit: 'share',
    definition: 'Nights slept of all nights of the last twelve full months, or as far back as the books go.',
    formula: 'nights slept ÷ nights of the months',
    source: POLICY,
    needs: ['property', 'lease', 'balances'],
    compute: (view) => ofNights(nightsOver(view, 12), ({ slept, calendar }) => occupancy(slept, calendar)),
  }),
  stayFact({
    id: 'rental-stay-nights',
    title: 'Nights of stays, last full month',
    unit: 'count',
    definition: `Nights guests slept in ${MONTH} in what is let by the night.`,
    formula: 'sum of nights earned in the month',
    source: POLICY,
    needs: ['property', 'balances'],
    compute: (view) => mapped(lastMonth(view), ({ stayNights }) => stayNights),
  }),
  stayFact({
    id: 'rental-adr',
    title: 'Average nightly rate, last full month',
    unit: 'cents',
    definition: `What a night slept in ${MONTH} brought on average, before the platform’s fee.`,
    formula: 'revenue of nights ÷ nights slept',
    source: POLICY,
    needs: ['property', 'balances'],
    compute: (view) => ofNights(lastMonth(view), ({ stayCents, stayNights }) => perNight(stayCents, stayNights)),
  }),
  stayFact({
    id: 'rental-revpar',
    title: 'Revenue per available night, last full month',
    unit: 'cents',
    definition: `What a night of ${MONTH} brought on average, slept or not, before the platform’s fee.`,
    formula: 'revenue of nights ÷ nights of the month',
    source: POLICY,
    needs: ['property', 'balances'],
    compute: (view) => ofNights(lastMonth(view), ({ stayCents, stayCalendar }) => perNight(stayCents, stayCalendar)),
  }),
  stayFact({
    id: 'rental-months-below-target',
    title: 'Months below the occupancy target',
    unit: 'count',
    definition:
      'How many of the last two full months had an occupancy more than ten points below the target, for the property where it is most.',
    formula: 'count of months with occupancy < target − 10 points',
    source: 'occupancy targets the owner entered',
    needs: ['property', 'balances'],
    compute: monthsBelow,
  }),
  leaseFact({
    id: 'rental-days-vacant',
    title: 'Days vacant',
    unit: 'days',
    definition: 'Days the leased property that has been empty longest stands empty by now; zero when all are lived in.',
    formula: 'days from the last tenant’s leaving through today',
    source: 'leases and days of moving out',
    needs: ['property', 'lease'],
    compute: daysVacant,
  }),
];

function lastMonth(view: FactView): Measured<Nights> {
  return nightsIn(view, fullMonths(view, 1));
}

function ofNights(nights: Measured<Nights>, compute: (of: Nights) => number | undefined): Measured<number> {
  return combined(nights, nights, (of) => orMissing(compute(of), 'nights slept in the months asked about'));
}

function monthsBelow(view: FactView): Measured<number> {
  const held = propertiesOf(view, 'stays');
  if (held.state === 'unknown') return held;
  const without = held.value.filter((property) => property.occupancyTarget === undefined);
  if (without.length > 0) return unknown(...without.map(({ name }) => `occupancy target of ${name}`));
  const counts = held.value.map((property) => {
    const months = fullMonths(view, 2).map((month) => nightsIn(view, [month], ({ id }) => id === property.id));
    const gap = months.find((of) => of.state === 'unknown');
    if (gap?.state === 'unknown') return gap;
    return months.filter((of) => {
      const share = of.state === 'unknown' ? undefined : occupancy(of.value.slept, of.value.calendar);
      return share !== undefined && share < (property.occupancyTarget ?? 0) - BELOW_POINTS;
    }).length;
  });
  const gap = counts.find((of) => typeof of !== 'number');
  if (typeof gap === 'object') return gap;
  return measured(Math.max(0, ...counts.map((of) => (typeof of === 'number' ? of : 0))), held.basis);
}
