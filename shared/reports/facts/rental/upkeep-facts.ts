import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { mapped, unknown } from '../../../kernel/measured.ts';
import type { MaintenanceTicket, Property } from '../../../records/rental.ts';
import type { FactDefinition } from '../fact.ts';
import { recordsOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { propertiesOf, rentalFact, stayFact } from './rental-fact.ts';

const TICKETS = 'maintenance tickets';

/** What is broken, what is in force, and what was booked wrong. */
export const UPKEEP_FACTS: readonly FactDefinition[] = [
  rentalFact({
    id: 'rental-properties',
    title: 'Rented properties',
    unit: 'count',
    definition: 'Houses and parts of houses on record as rented out.',
    formula: 'count of properties',
    source: 'records of properties',
    needs: ['property'],
    compute: (view) => mapped(propertiesOf(view), (held) => held.length),
  }),
  rentalFact({
    id: 'rental-tickets-open',
    title: 'Maintenance tickets open',
    unit: 'count',
    definition: 'Things broken or to be improved that are not done.',
    formula: 'count of tickets without a closing day',
    source: TICKETS,
    needs: ['maintenance-ticket'],
    compute: (view) => mapped(open(view), (held) => held.length),
  }),
  rentalFact({
    id: 'rental-ticket-age',
    title: 'Age of the oldest open ticket',
    unit: 'days',
    definition: 'Days since the oldest open ticket was opened, those that make a place unfit to live in apart.',
    formula: 'today − day opened; zero when none is open',
    source: TICKETS,
    needs: ['maintenance-ticket'],
    compute: (view) => oldest(view, (ticket) => !ticket.habitability),
  }),
  rentalFact({
    id: 'rental-habitability-age',
    title: 'Age of the oldest open ticket that makes a place unfit to live in',
    unit: 'days',
    definition: 'Days since the oldest such ticket was opened: no water, no heat, a door that does not lock.',
    formula: 'today − day opened; zero when none is open',
    source: 'California Civil Code 1941.1',
    needs: ['maintenance-ticket'],
    compute: (view) => oldest(view, (ticket) => ticket.habitability),
  }),
  rentalFact({
    id: 'rental-improvements-as-cost',
    title: 'Improvements booked as a cost',
    unit: 'cents',
    definition: 'Cost of tickets that are improvements but were booked to an account of costs.',
    formula: 'sum of such tickets',
    source: 'Treasury Regulation 1.263(a)-3: an improvement is capital',
    needs: ['maintenance-ticket'],
    owner: 'Accounting',
    compute: (view) =>
      mapped(recordsOf(view, 'maintenance-ticket'), (held) =>
        held.filter(isBookedAsCost).reduce((sum, { cents }) => sum + (cents ?? 0), 0),
      ),
  }),
  rentalFact({
    id: 'rental-insurance-days',
    title: 'Days of insurance left',
    unit: 'days',
    definition: 'Days until the first property’s insurance runs out; below zero when it has.',
    formula: 'first expiry day − today',
    source: 'insurance papers of each property',
    needs: ['property'],
    compute: insuranceDays,
  }),
  rentalFact({
    id: 'rental-yield-hurdle',
    title: 'Net yield asked for',
    unit: 'share',
    definition: 'The least net yield the owner wants; the highest where properties differ.',
    formula: 'as entered',
    source: 'the owner’s own hurdle',
    needs: ['property'],
    compute: (view) => {
      const held = propertiesOf(view);
      if (held.state === 'unknown') return held;
      const hurdles = held.value.flatMap(({ yieldHurdle }) =>
        yieldHurdle === undefined ? [] : [yieldHurdle as number],
      );
      if (hurdles.length === 0) return unknown('the net yield the owner asks for');
      return { ...held, state: 'entered', value: Math.max(...hurdles) };
    },
  }),
  stayFact({
    id: 'rental-stays-unlicensed',
    title: 'Properties let by the night without papers',
    unit: 'count',
    definition: 'Properties let by the night without a licence for short stays or an occupancy tax account in force.',
    formula: 'count of such properties',
    source:
      'San Diego Municipal Code 510.0101 and following; transient occupancy tax, 35.0101 and following; not confirmed for this address',
    needs: ['property'],
    compute: (view) => mapped(propertiesOf(view, 'stays'), (held) => held.filter((of) => lacksPapers(of, view)).length),
  }),
];

/** Whether a ticket is an improvement that was booked to an account of costs. */
export function isBookedAsCost({ capex, bookedTo }: MaintenanceTicket): boolean {
  return capex && bookedTo !== undefined && /^[56]/.test(bookedTo);
}

function open(view: FactView): Measured<readonly MaintenanceTicket[]> {
  return mapped(recordsOf(view, 'maintenance-ticket'), (held) =>
    held.filter(({ closedOn, openedOn }) => closedOn === undefined && openedOn <= view.today),
  );
}

function oldest(view: FactView, isAsked: (ticket: MaintenanceTicket) => boolean): Measured<number> {
  return mapped(open(view), (held) =>
    Math.max(0, ...held.filter(isAsked).map(({ openedOn }) => daysBetween(openedOn, view.today))),
  );
}

function insuranceDays(view: FactView): Measured<number> {
  const held = propertiesOf(view);
  if (held.state === 'unknown') return held;
  const lasts = held.value.map(({ dates }) => until(dates, 'insurance'));
  const without = held.value.filter((_, i) => lasts[i] === undefined);
  if (without.length > 0) return unknown(...without.map(({ name }) => `insurance of ${name}`));
  if (lasts.length === 0) return unknown('a rented property');
  return { ...held, value: Math.min(...lasts.map((day) => daysBetween(view.today, day!))) }; // none is undefined
}

function lacksPapers({ dates }: Property, { today }: FactView): boolean {
  return (['stay-licence', 'occupancy-tax-account'] as const).some((kind) => (until(dates, kind) ?? '') < today);
}

/** The last day papers of a kind are in force: the latest of those on record. */
function until(dates: Property['dates'], kind: Property['dates'][number]['kind']) {
  return dates
    .filter((of) => of.kind === kind)
    .map(({ expiresOn }) => expiresOn)
    .sort()
    .at(-1);
}
