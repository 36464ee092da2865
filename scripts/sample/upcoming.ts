import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween, plusDays } from '../../shared/kernel/calendar.ts';
import { ownChecklist } from '../../shared/operations/charter-parts.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import { channelOf } from './channels.ts';
import type { CharterParts } from './charter-files.ts';
import { bookedCharter, crewSlots, invitedGuests, withWaiver } from './charter-files.ts';
import { CharterLedger, tell } from './charter-ledger.ts';
import { booked } from './charter-money.ts';
import type { CharterEntity } from './company.ts';
import type { CustomerRoll } from './customers.ts';
import { newCustomer } from './customers.ts';
import { depositPaid } from './guest-money.ts';
import type { SamplePeople } from './people.ts';
import { tickedItem } from './sailed-charters.ts';
import type { SampleDay } from './sample-day.ts';
import { timeOn } from './sample-day.ts';
import { randomFor } from './seeded-random.ts';
import type { SampleCharter } from './tales.ts';
import { tripOf } from './trips.ts';

const DAYS_AHEAD = 45;
/** Charters this near are confirmed; further out some are still being thought over. */
const CONFIRMED_DAYS = 12;

type Ahead = 'quoted' | 'held' | 'booked' | 'confirmed';

/** Two or three charters a week for 45 days from tomorrow on: the near ones confirmed, of the others two quoted or held in five. */
export function upcomingCharters(
  day: SampleDay,
  people: SamplePeople,
  channels: readonly Channel[],
  roll: CustomerRoll,
): SampleCharter[] {
  return daysAhead(day).map((sailsOn, i) => {
    const entityId: CharterEntity = i % 5 === 1 || i % 5 === 3 ? 'qos' : 'jada';
    const isNear = daysBetween(day.today, sailsOn) <= CONFIRMED_DAYS;
    const state: Ahead = isNear ? 'confirmed' : i % 5 === 2 ? 'held' : i % 5 === 0 ? 'quoted' : 'booked';
    return charterAhead(day, people, channels, roll, entityId, sailsOn, state);
  });
}

function daysAhead(day: SampleDay): LocalDate[] {
  const random = randomFor(`ahead of ${day.today}`);
  const weeks = Array.from({ length: Math.ceil(DAYS_AHEAD / 7) }, (_, week) => {
    const days = random.shuffled([1, 2, 3, 4, 5, 6, 7]).slice(0, week % 2 === 0 ? 3 : 2);
    return days.map((offset) => week * 7 + offset);
  });
  const offsets = weeks.flat().filter((offset) => offset <= DAYS_AHEAD);
  return offsets.sort((a, b) => a - b).map((offset) => plusDays(day.today, offset));
}

function charterAhead(
  day: SampleDay,
  people: SamplePeople,
  channels: readonly Channel[],
  roll: CustomerRoll,
  entityId: CharterEntity,
  sailsOn: LocalDate,
  state: Ahead,
): SampleCharter {
  const name = `${entityId}-${sailsOn}`;
  const random = randomFor(`ahead ${name}`);
  const isFirm = state === 'booked' || state === 'confirmed';
  const bookedOn = plusDays(day.today, -random.int(1, isFirm ? 20 : 4));
  const drawn = channelOf(day, entityId, bookedOn, random);
  const channelId = isFirm || drawn !== 'getmyboat' ? drawn : 'direct';
  const collectsElsewhere = channels.some((known) => known.id === channelId && known.collects);
  const id = `cus_${name}`;
  const { customer, isNew } = isFirm
    ? roll.booker(id, { entityId, channelId, bookedOn }, random)
    : { customer: newCustomer(day, id, entityId, bookedOn, random), isNew: false };
  if (!isFirm) roll.asker(customer);
  const trip = tripOf(entityId, random);
  const firm = bookedCharter(day, { name, entityId, sailsOn, bookedOn, channelId, collectsElsewhere, customer, trip });
  const charter = inState(day, firm, state);
  const parts = partsAhead(day, people, charter, state, () => invitedGuests(charter, customer, random), customer);
  const ledger = new CharterLedger(day, charter);
  const deposit = collectsElsewhere ? [] : [depositPaid(bookedOn)];
  tell(ledger, isFirm ? [booked(bookedOn, isNew), ...deposit] : []);
  return { file: { ...parts, balances: ledger.balances }, moneyRecords: ledger.records, entries: ledger.entries };
}

/** Nothing is booked before it is; a hold runs out in three days. */
function inState(day: SampleDay, firm: Charter, state: Ahead): Charter {
  if (state === 'booked' || state === 'confirmed') return { ...firm, lifecycle: state };
  const { bookedOn: _, ...open } = firm;
  if (state === 'quoted') return { ...open, lifecycle: 'quoted' };
  const holdExpiresAt = timeOn(day, plusDays(day.today, 3), '18:00');
  return { ...open, lifecycle: 'held', holdExpiresAt };
}

function partsAhead(
  day: SampleDay,
  people: SamplePeople,
  charter: Charter,
  state: Ahead,
  party: () => CharterParts['guests'],
  customer: Parameters<typeof withWaiver>[3],
): CharterParts {
  const isConfirmed = state === 'confirmed';
  const checklist = ownChecklist(charter.id);
  return {
    charter,
    checklist: checklist.map((item) =>
      item.phase === 'booking_intake' && isConfirmed
        ? tickedItem(item, charter, people.admin.name, charter.createdAt)
        : item,
    ),
    slots: crewSlots(day, charter, people, isConfirmed ? 'confirmed' : state === 'booked' ? 'claimed' : 'open'),
    guests: isConfirmed
      ? party().map((guest, i) => (i % 3 === 2 ? guest : withWaiver(day, guest, charter, customer)))
      : [],
  };
}
