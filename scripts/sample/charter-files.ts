import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import { basisPoints, cents, dividedRounded } from '../../shared/kernel/money.ts';
import { CAPTAIN_CREDENTIAL } from '../../shared/operations/charter-parts.ts';
import { plannedMilestones } from '../../shared/operations/timeline.ts';
import type { Charter, CharterFile, Guest, RoleSlot } from '../../shared/records/charter.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import type { CharterEntity } from './company.ts';
import { familyName, personName } from './customers.ts';
import { CREW_OF, HOME_PORT, VESSEL_OF } from './fleet.ts';
import type { SamplePeople } from './people.ts';
import type { SampleDay } from './sample-day.ts';
import { stampAt, timeOn } from './sample-day.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Trip } from './trips.ts';

/** A booking before anything has happened to it. */
export interface Booking {
  /** What every id of the charter is made from: jada-2026-07-04. */
  readonly name: string;
  readonly entityId: CharterEntity;
  readonly sailsOn: LocalDate;
  readonly bookedOn: LocalDate;
  readonly channelId: string;
  readonly collectsElsewhere: boolean;
  readonly customer: Customer;
  readonly trip: Trip;
}

/** A charter and its parts, without the books. */
export type CharterParts = Omit<CharterFile, 'balances'>;

/** A charter as booked: its day planned, half the price agreed as deposit unless a platform collects it. */
export function bookedCharter(day: SampleDay, booking: Booking): Charter {
  const { name, entityId, sailsOn, bookedOn, customer, trip } = booking;
  const startAt = timeOn(day, sailsOn, trip.time);
  const endAt = plusMinutes(startAt, trip.durationMin);
  const totalCents = priceTotals(trip.priceLines).totalCents;
  return {
    id: `chr_${name}`,
    entityId,
    vesselId: VESSEL_OF[entityId],
    customerId: customer.id,
    channelId: booking.channelId,
    title: `${trip.name}, ${familyName(customer.name)} party`,
    lifecycle: 'booked',
    zone: day.zone,
    startAt,
    endAt,
    sailsOn,
    paxExpected: trip.pax,
    departurePort: HOME_PORT,
    returnPort: HOME_PORT,
    priceLines: trip.priceLines,
    depositCents: cents(booking.collectsElsewhere ? 0 : dividedRounded(totalCents, 2)),
    balanceDueOn: sailsOn,
    cancellationTiers: [
      { hoursBefore: 168, retainBps: basisPoints(0) },
      { hoursBefore: 72, retainBps: basisPoints(5_000) },
    ],
    bookedOn,
    overrides: [],
    milestones: plannedMilestones(startAt, endAt),
    completionSeq: 0,
    ...stampAt(day, timeOn(day, bookedOn, '11:00')),
  };
}

/** The roles of the boat's crew; claimed by its people in a state, three days after booking, or still open. */
export function crewSlots(
  day: SampleDay,
  charter: Charter,
  people: SamplePeople,
  state: NonNullable<RoleSlot['claim']>['state'] | 'open',
): RoleSlot[] {
  const claimedOn = plusDays(charter.bookedOn ?? charter.sailsOn, 3);
  const { createdAt: at } = stampAt(
    day,
    timeOn(day, claimedOn < charter.sailsOn ? claimedOn : charter.sailsOn, '08:00'),
  );
  return CREW_OF[charter.entityId as CharterEntity].map(({ role, payCents, tipShareWeight, filledBy }, i) => {
    const { id: userId, name } = people[filledBy];
    return {
      id: `slt_${nameOf(charter)}.${twoDigits(i + 1)}`,
      charterId: charter.id,
      role,
      required: true,
      payCents,
      tipShareWeight,
      ...(role === 'captain' ? { requiredCredential: CAPTAIN_CREDENTIAL } : {}),
      ...(state === 'open' ? {} : { claim: { userId, name, state, at } }),
      version: 1,
    };
  });
}

/** The party: the customer first, then invented guests, now and then a child; all said yes. */
export function invitedGuests(charter: Charter, customer: Customer, random: SeededRandom): Guest[] {
  return Array.from({ length: charter.paxExpected }, (_, i) => ({
    id: `gst_${nameOf(charter)}.${twoDigits(i + 1)}`,
    charterId: charter.id,
    name: i === 0 ? customer.name : personName(random),
    isMinor: i > 1 && random.chance(12),
    rsvp: 'yes',
    checkIn: 'none',
    version: 1,
  }));
}

/** The guest with an electronic waiver signed some days before the charter; a child's by the customer. */
export function withWaiver(day: SampleDay, guest: Guest, charter: Charter, customer: Customer): Guest {
  const { createdAt: at } = stampAt(day, timeOn(day, plusDays(charter.sailsOn, -2), '20:00'));
  const signedBy = guest.isMinor ? customer.name : guest.name;
  return { ...guest, waiver: { kind: 'electronic', signedBy, at, recordedBy: signedBy } };
}

/** What a charter's ids are made from. */
export function nameOf(charter: Pick<Charter, 'id'>): string {
  return charter.id.slice('chr_'.length);
}

function twoDigits(count: number): string {
  return String(count).padStart(2, '0');
}
