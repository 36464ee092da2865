import type { Instant } from '../../shared/kernel/calendar.ts';
import { daysBetween, localDate, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Charter, ChecklistItem, Guest, Milestone } from '../../shared/records/charter.ts';
import type { MilestoneName } from '../../shared/records/charter-terms.ts';
import type { Customer } from '../../shared/records/customer.ts';
import { withWaiver } from './charter-files.ts';
import type { SampleDay } from './sample-day.ts';
import type { SeededRandom } from './seeded-random.ts';

const SEA_STATES = ['calm', 'light chop, 1 ft', 'moderate, 2 to 3 ft', 'long swell, 3 ft'] as const;
const FORECASTS = ['NW 8 kn, seas 2 ft', 'W 12 kn, seas 3 ft', 'light and variable, seas 1 ft'] as const;
const FEEDBACK = [
  'Guests asked to come back next year.',
  'Loved the dolphins off Point Loma.',
  'One guest felt seasick and was fine after landing.',
  'Praised the crew by name.',
] as const;

/** The charter after its day: weather, times, head counts, report, completed once all were ashore. */
export function sailedCharter(charter: Charter, captain: string, paxAboard: number, random: SeededRandom): Charter {
  const milestones = recordedMilestones(charter, captain, random);
  const ashoreAt = actual(milestones, 'all_ashore');
  const submittedAt = plusMinutes(ashoreAt, 35);
  const hours = engineHours(charter);
  return {
    ...charter,
    lifecycle: 'completed',
    weather: { go: true, at: plusMinutes(charter.startAt, -95), by: captain, forecast: random.pick(FORECASTS) },
    paxAboard,
    paxAshore: paxAboard,
    countCommunicatedAshore: true,
    milestones,
    postCharterReport: {
      submittedAt,
      submittedBy: captain,
      engineHoursStart: hours,
      engineHoursEnd: hours + 2,
      fuelAddedGallons: random.int(12, 38),
      seaState: random.pick(SEA_STATES),
      incident: false,
      ...(random.chance(60) ? { guestFeedback: random.pick(FEEDBACK) } : {}),
    },
    completionSeq: 1,
    completedAt: plusMinutes(submittedAt, 5),
    performedOn: charter.sailsOn,
    updatedAt: plusMinutes(submittedAt, 5),
  };
}

/** The whole checklist ticked at the times its phases have, readings included. */
export function tickedChecklist(
  items: readonly ChecklistItem[],
  charter: Charter,
  by: string,
  bookedAt: Instant,
): ChecklistItem[] {
  return items.map((item) => tickedItem(item, charter, by, bookedAt));
}

/** One item ticked, with a plausible reading or the captain's signature where it asks for one. */
export function tickedItem(item: ChecklistItem, charter: Charter, by: string, bookedAt: Instant): ChecklistItem {
  const value = item.evidence === 'reading' ? reading(item, charter) : item.evidence === 'signature' ? by : undefined;
  const at = tickedAt(item, charter, bookedAt);
  return { ...item, completion: { by, at, state: 'done', ...(value === undefined ? {} : { value }) } };
}

/** The party after the day: those who came ashore again, the others marked as not shown. */
export function landedGuests(
  day: SampleDay,
  guests: readonly Guest[],
  charter: Charter,
  customer: Customer,
  aboard: number,
): Guest[] {
  return guests.map((guest, i) => {
    const signed = withWaiver(day, guest, charter, customer);
    return { ...signed, checkIn: i < aboard ? 'ashore' : 'no_show' };
  });
}

/** What the boat's hour meter shows on the day of a charter. */
function engineHours({ entityId, sailsOn }: Charter): number {
  const start = entityId === 'jada' ? 2_140 : 4_610;
  return start + daysBetween(localDate('2024-01-01'), sailsOn);
}

/** Most leave on time; one in seven a quarter of an hour late, one in ten later than that. */
function recordedMilestones(charter: Charter, by: string, random: SeededRandom): Milestone[] {
  const drawn = random.int(1, 100);
  const delay = drawn <= 75 ? random.int(-2, 8) : drawn <= 90 ? random.int(12, 19) : random.int(22, 38);
  let last: Instant | undefined;
  return charter.milestones.map((milestone) => {
    const lateMin = lateness(milestone.name, delay) + random.int(-3, 4);
    const wanted = plusMinutes(milestone.plannedAt, lateMin);
    const actualAt = last === undefined || wanted > last ? wanted : plusMinutes(last, 1);
    last = actualAt;
    return { ...milestone, actualAt, recordedBy: by };
  });
}

function lateness(name: MilestoneName, castOffDelay: number): number {
  switch (name) {
    case 'crew_call':
    case 'vessel_ready':
    case 'guests_arrive':
      return 0;
    case 'boarding_open':
    case 'safety_brief':
      return Math.max(0, castOffDelay - 3);
    case 'cast_off':
      return castOffDelay;
    case 'return_dock':
    case 'all_ashore':
    case 'crew_released':
      return Math.round(castOffDelay / 2);
  }
}

function actual(milestones: readonly Milestone[], name: MilestoneName): Instant {
  return milestones.find((milestone) => milestone.name === name)!.actualAt!; // every station was recorded just now
}

function reading(item: ChecklistItem, charter: Charter): string {
  const isAfter = item.phase === 'post_charter_vessel';
  if (item.unit === 'hours') return String(engineHours(charter) + (isAfter ? 2 : 0));
  return isAfter ? '68' : '82';
}

function tickedAt({ phase }: ChecklistItem, { startAt, endAt }: Charter, bookedAt: Instant): Instant {
  switch (phase) {
    case 'booking_intake':
      return plusMinutes(bookedAt, 30);
    case 't_minus_48h':
      return plusMinutes(startAt, -47 * 60);
    case 'pre_departure_vessel':
    case 'safety_equipment':
      return plusMinutes(startAt, -45);
    case 'guest_boarding':
      return plusMinutes(startAt, -5);
    case 'underway':
      return plusMinutes(startAt, 60);
    case 'docking':
      return endAt;
    case 'post_charter_vessel':
    case 'post_charter_admin':
      return plusMinutes(endAt, 30);
  }
}
