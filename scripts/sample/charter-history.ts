import { monthOf, monthsThrough, plusDays } from '../../shared/kernel/calendar.ts';
import { ownChecklist } from '../../shared/operations/charter-parts.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import { calledOffStory } from './called-off-charters.ts';
import { channelOf } from './channels.ts';
import { bookedCharter, crewSlots, invitedGuests } from './charter-files.ts';
import { CharterLedger, tell } from './charter-ledger.ts';
import { booked } from './charter-money.ts';
import type { CustomerRoll } from './customers.ts';
import type { PlannedDay } from './demand.ts';
import { plannedDays } from './demand.ts';
import { odditiesOf } from './oddities.ts';
import type { SamplePeople } from './people.ts';
import { sailedStory } from './sailed-story.ts';
import type { SampleDay } from './sample-day.ts';
import { firstMonth, openingDay } from './sample-day.ts';
import { randomFor } from './seeded-random.ts';
import type { Draft, Oddity, SampleCharter } from './tales.ts';
import { tripOf } from './trips.ts';

/** Every charter that was to sail before today, earliest first, with its customers entered in the roll. */
export function charterHistory(
  day: SampleDay,
  people: SamplePeople,
  channels: readonly Channel[],
  roll: CustomerRoll,
): SampleCharter[] {
  const plans = monthsThrough(firstMonth(day), monthOf(day.today))
    .flatMap(plannedDays)
    .filter((plan) => plan.sailsOn < day.today);
  const drafts = plans.map((plan) => draftOf(day, plan));
  const oddities = odditiesOf(day, drafts);
  return drafts.map((draft, i) => {
    const channel = channels.find((known) => known.id === draft.channelId)!; // drafts draw from the same channels
    return toldCharter(day, draft, channel, people, roll, oddities.get(i));
  });
}

function draftOf(day: SampleDay, plan: PlannedDay): Draft {
  const name = `${plan.entityId}-${plan.sailsOn}`;
  const random = randomFor(name);
  const wanted = plusDays(plan.sailsOn, -random.int(9, 40));
  const bookedOn = wanted < openingDay(day) ? openingDay(day) : wanted;
  const drawn = channelOf(day, plan.entityId, bookedOn, random);
  // Platforms settle their own cancellations; ours are about deposits we hold.
  const channelId = plan.outcome === 'sails' || drawn !== 'getmyboat' ? drawn : 'direct';
  return { ...plan, name, bookedOn, channelId, random };
}

function toldCharter(
  day: SampleDay,
  draft: Draft,
  channel: Channel,
  people: SamplePeople,
  roll: CustomerRoll,
  oddity: Oddity | undefined,
): SampleCharter {
  const { name, entityId, sailsOn, bookedOn, random } = draft;
  const { customer, isNew } = roll.booker(`cus_${name}`, { entityId, channelId: channel.id, bookedOn }, random);
  const trip = tripOf(entityId, random);
  const collectsElsewhere = channel.collects;
  const booking = { name, entityId, sailsOn, bookedOn, channelId: channel.id, collectsElsewhere, customer, trip };
  const charter = bookedCharter(day, booking);
  const parts = {
    charter,
    checklist: ownChecklist(charter.id),
    slots: crewSlots(day, charter, people, 'confirmed'),
    guests: invitedGuests(charter, customer, random),
  };
  const tale = { booking, plan: draft, channel, parts, people, random, oddity };
  const story = draft.outcome === 'sails' ? sailedStory(day, tale) : calledOffStory(day, tale);
  if (draft.outcome === 'sails') roll.sailed(customer, sailsOn);
  const ledger = new CharterLedger(day, charter);
  tell(ledger, [booked(bookedOn, isNew), ...story.events]);
  const file = { ...story.ending(ledger), balances: ledger.balances };
  return { file, moneyRecords: ledger.records, entries: ledger.entries };
}
