import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusDays, plusMinutes, timeIn } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { ownChecklist } from '../../shared/operations/charter-parts.ts';
import type { ChecklistItem } from '../../shared/records/charter.ts';
import type { ChecklistPhase } from '../../shared/records/charter-terms.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import { bookedCharter, crewSlots, invitedGuests, withWaiver } from './charter-files.ts';
import { CharterLedger, tell } from './charter-ledger.ts';
import { booked, costPaid } from './charter-money.ts';
import { newCustomer } from './customers.ts';
import { balancePaid, depositPaid } from './guest-money.ts';
import type { SamplePeople } from './people.ts';
import { tickedItem } from './sailed-charters.ts';
import type { SampleDay } from './sample-day.ts';
import { timeOn } from './sample-day.ts';
import { randomFor } from './seeded-random.ts';
import type { SampleCharter } from './tales.ts';
import { line, taxOn } from './trips.ts';

/** A charter of today with the customer who booked it. */
export interface TodaysCharter extends SampleCharter {
  readonly customer: Customer;
}

/** The id of the charter the sample adds for a day. */
export function todaysCharterId({ today }: Pick<SampleDay, 'today'>): string {
  return `chr_jada-${today}-today`;
}

/**
 * A confirmed, paid charter of JADA that sails today, a short walk from completion: three items and one waiver are
 * open, the weather is not decided, nobody has checked in. The captain's and the mate's roles are confirmed.
 */
export function todaysCharter(day: SampleDay, people: SamplePeople): TodaysCharter {
  const name = todaysCharterId(day).slice('chr_'.length);
  const random = randomFor(name);
  const bookedOn = plusDays(day.today, -3);
  const customer: Customer = {
    ...newCustomer(day, `cus_${name}`, 'jada', bookedOn, random),
    firstChannelId: 'direct',
    firstBookedOn: bookedOn,
  };
  const board = line('addon_taxable', 'Cheese and fruit board', cents(9_500));
  const priceLines = [line('charter', 'Harbor sail, 2 1/2 hours', cents(178_000)), board, taxOn([board])];
  const trip = { name: 'Harbor sail', time: departureTime(day), durationMin: 150, pax: 5, priceLines };
  const booking = { name, entityId: 'jada', sailsOn: day.today, bookedOn, channelId: 'direct' } as const;
  const charter = {
    ...bookedCharter(day, { ...booking, collectsElsewhere: false, customer, trip }),
    lifecycle: 'confirmed',
    balanceDueOn: plusDays(day.today, -1),
  } as const;
  const ledger = new CharterLedger(day, charter);
  const restCents = priceTotals(priceLines).totalCents - charter.depositCents;
  const yesterday = plusDays(day.today, -1);
  tell(ledger, [
    booked(bookedOn, true),
    depositPaid(bookedOn),
    balancePaid(yesterday, restCents, 0),
    costPaid(yesterday, FUEL),
    costPaid(yesterday, PROVISIONS),
  ]);
  const guests = invitedGuests(charter, customer, random).map((guest) => ({ ...guest, isMinor: false }));
  const file = {
    charter,
    checklist: ownChecklist(charter.id).map((item) =>
      isPrepared(item) ? preparedItem(day, item, charter, people) : item,
    ),
    slots: crewSlots(day, charter, people, 'confirmed'),
    guests: guests.map((guest, i) => (i === guests.length - 1 ? guest : withWaiver(day, guest, charter, customer))),
    balances: ledger.balances,
  };
  return { file, customer, moneyRecords: ledger.records, entries: ledger.entries };
}

/** Bought the day before, so that the debrief knows what the trip left. */
const FUEL = { name: 'fuel', account: '5020', vendor: 'Shelter Island fuel dock', cents: 8_640 };
const PROVISIONS = { name: 'provisions', account: '5025', vendor: 'Harbor provisions', cents: 5_215 };

/** 13:00 before 10 in the morning; else the half hour two hours from now, but never later than 21:00. */
export function departureTime(day: SampleDay): string {
  if (timeIn(day.zone, day.now) <= '10:00') return '13:00';
  const inTwoHours = plusMinutes(day.now, 120);
  const latest = timeOn(day, day.today, '21:00');
  return inTwoHours < latest ? timeIn(day.zone, nextHalfHour(inTwoHours)) : '21:00';
}

const PREPARED: readonly ChecklistPhase[] = [
  'booking_intake',
  't_minus_48h',
  'pre_departure_vessel',
  'safety_equipment',
];
/** A signature, a reading and a plain tick: one of each kind is left to do. */
const LEFT_TO_DO = ['Licensed operator', 'Fuel level before departure', 'Life jackets'];

function isPrepared(item: ChecklistItem): boolean {
  return PREPARED.includes(item.phase) && !LEFT_TO_DO.some((text) => item.text.startsWith(text));
}

/** Ticked by the mate this morning, or at least an hour ago. */
function preparedItem(
  day: SampleDay,
  item: ChecklistItem,
  charter: SampleCharter['file']['charter'],
  people: SamplePeople,
): ChecklistItem {
  const ticked = tickedItem(item, charter, people.mate.name, charter.createdAt);
  if (ticked.completion === undefined) return ticked;
  const hourAgo = plusMinutes(day.now, -60);
  const at = ticked.completion.at < hourAgo ? ticked.completion.at : hourAgo;
  return { ...ticked, completion: { ...ticked.completion, at } };
}

function nextHalfHour(at: Instant): Instant {
  const halfHourMs = 30 * 60_000;
  return new Date(Math.ceil(Date.parse(at) / halfHourMs) * halfHourMs).toISOString() as Instant;
}
