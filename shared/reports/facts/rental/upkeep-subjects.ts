import { daysBetween, plusDays } from '../../../kernel/calendar.ts';
import { entered, measured, unknown } from '../../../kernel/measured.ts';
import type { MaintenanceTicket } from '../../../records/rental.ts';
import type { SubjectFacts } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { inForce, lastDayOf } from './rent-facts.ts';
import { propertiesOf, rentalView } from './rental-fact.ts';
import { recorded, valueOr } from './subject-meanings.ts';
import { isBookedAsCost } from './upkeep-facts.ts';

/** Tickets that are open, and those closed within a year; open ones first, the oldest on top. */
export const TICKET_SUBJECTS: SubjectFacts = {
  kind: 'maintenance-ticket',
  meanings: [
    recorded('ticket-property', 'Property', 'text', 'Where it is.', 'maintenance-ticket'),
    recorded('ticket-category', 'Kind', 'text', 'What kind of work it is.', 'maintenance-ticket'),
    recorded('ticket-opened', 'Opened', 'day', 'The day it was reported.', 'maintenance-ticket'),
    recorded('ticket-standing', 'Standing', 'text', 'Whether it is open or closed.', 'maintenance-ticket'),
    {
      ...recorded('ticket-days', 'Days', 'days', 'Days from opening to closing, or to today.', 'maintenance-ticket'),
      formula: 'day closed, or today, − day opened',
    },
    recorded('ticket-cost', 'Cost', 'cents', 'What it cost, as far as it is known.', 'maintenance-ticket'),
    recorded('ticket-treatment', 'Work', 'text', 'Whether it is a repair or an improvement.', 'maintenance-ticket'),
  ],
  list: (all) => {
    const view = rentalView(all);
    const { 'maintenance-ticket': held } = view.registers;
    const properties = valueOr(propertiesOf(view));
    const records = held.state === 'read' ? held.records : [];
    const since = plusDays(view.today, -365);
    return records
      .filter(({ closedOn }) => closedOn === undefined || closedOn >= since)
      .sort((a, b) => order(a, b))
      .map((ticket) => {
        const basis = { records: `maintenance tickets of ${namesOf(view)}`, asOf: view.today };
        const place = properties.find(({ id }) => id === ticket.propertyId)?.name ?? ticket.propertyId;
        return {
          subject: { kind: 'maintenance-ticket', id: ticket.id, name: ticket.what, entityId: ticket.entityId },
          figures: {
            'ticket-property': entered(place, basis),
            'ticket-category': entered(ticket.category, basis),
            'ticket-opened': entered(ticket.openedOn, basis),
            'ticket-standing': entered(standing(ticket), basis),
            'ticket-days': measured(daysBetween(ticket.openedOn, ticket.closedOn ?? view.today), basis),
            'ticket-cost':
              ticket.cents === undefined ? unknown(`cost of “${ticket.what}”`) : entered(ticket.cents, basis),
            'ticket-treatment': entered(workOf(ticket), basis),
          },
        };
      });
  },
};

/** Every day something must be renewed or decided: papers of the properties and ends of leases, the next first. */
export const RENTAL_DATE_SUBJECTS: SubjectFacts = {
  kind: 'rental-date',
  meanings: [
    recorded('rental-date-property', 'Property', 'text', 'Which property it is about.', 'property'),
    recorded('rental-date-on', 'Runs out', 'day', 'The last day it is in force.', 'property'),
    {
      ...recorded(
        'rental-date-days',
        'Days left',
        'days',
        'Days until then; below zero when it has run out.',
        'property',
      ),
      formula: 'last day − today',
    },
  ],
  list: (all) => {
    const view = rentalView(all);
    const properties = valueOr(propertiesOf(view));
    const basis = { records: `properties and leases of ${namesOf(view)}`, asOf: view.today };
    const papers = properties.flatMap((property) =>
      property.dates.map(({ kind, what, expiresOn }, i) => ({
        id: `${property.id}-${kind}-${i}`,
        name: what,
        on: expiresOn,
        property,
      })),
    );
    const leases = valueOr(inForce(view)).flatMap((lease) => {
      const property = properties.find(({ id }) => id === lease.propertyId);
      if (property === undefined) return [];
      const name = lease.renewedTo === undefined ? 'Lease' : 'Lease, renewed';
      return [{ id: `${lease.id}-end`, name, on: lastDayOf(lease), property }];
    });
    return [...papers, ...leases]
      .sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1))
      .map(({ id, name, on, property }) => ({
        subject: { kind: 'rental-date', id, name, entityId: property.entityId },
        figures: {
          'rental-date-property': entered(property.name, basis),
          'rental-date-on': entered(on, basis),
          'rental-date-days': measured(daysBetween(view.today, on), basis),
        },
      }));
  },
};

interface Ticket {
  readonly id: string;
  readonly openedOn: string;
  readonly closedOn?: string | undefined;
  readonly habitability: boolean;
}

/** Open ones first, the oldest on top; then those closed, the last on top. */
function order(a: Ticket, b: Ticket): number {
  if (a.closedOn === undefined || b.closedOn === undefined) {
    if (a.closedOn !== b.closedOn) return a.closedOn === undefined ? -1 : 1;
    return `${a.openedOn} ${a.id}` < `${b.openedOn} ${b.id}` ? -1 : 1;
  }
  return `${a.closedOn} ${a.id}` > `${b.closedOn} ${b.id}` ? -1 : 1;
}

function workOf(ticket: MaintenanceTicket): string {
  if (!ticket.capex) return 'repair';
  return isBookedAsCost(ticket) ? 'improvement, booked as a cost' : 'improvement';
}

function standing({ closedOn, habitability }: Ticket): string {
  if (closedOn !== undefined) return 'closed';
  return habitability ? 'open, unfit to live in' : 'open';
}
