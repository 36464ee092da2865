import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Problem, Result } from '../../shared/kernel/fault.ts';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import type { Actor } from '../../shared/operations/actor.ts';
import type { LifecycleContext, Move } from '../../shared/operations/move.ts';
import type {
  Charter,
  CharterFile,
  ChecklistItem,
  Guest,
  Milestone,
  PriceLine,
  RoleSlot,
} from '../../shared/records/charter.ts';
import type { ChecklistPhase, Lifecycle, MilestoneName } from '../../shared/records/charter-terms.ts';
import { MILESTONES } from '../../shared/records/charter-terms.ts';
import type { User } from '../../shared/records/user.ts';
import type { Vessel } from '../../shared/records/vessel.ts';

export const ZONE = 'America/Los_Angeles' as Zone;
export const at = instant;
export const on = localDate;

export const ADMIN: Actor = { name: 'Olivia Office', userId: 'usr_olivia', roles: ['admin'] };
export const CAPTAIN: Actor = { name: 'Carl Captain', userId: 'usr_carl', roles: ['captain'] };
export const CREW: Actor = { name: 'Dana Deck', userId: 'usr_dana', roles: ['crew'] };

const STAMP = {
  createdAt: at('2026-09-01T17:00:00Z'),
  createdBy: 'tests',
  updatedAt: at('2026-09-01T17:00:00Z'),
  version: 1,
  source: 'sample',
  schemaVersion: 1,
} as const;

export function price(kind: PriceLine['kind'], totalCents: number): PriceLine {
  return { kind, text: kind, qty: 1, unitCents: cents(totalCents), totalCents: cents(totalCents) };
}

/** An evening sail for six, 18:30 to 22:30 in San Diego on September 30: in UTC it is already October. */
export function aCharter(over: Partial<Charter> = {}): Charter {
  return {
    id: 'chr_A',
    entityId: 'jada',
    vesselId: 'ves_jada',
    customerId: 'cus_1',
    channelId: 'direct',
    title: 'Sunset sail',
    lifecycle: 'inquiry',
    zone: ZONE,
    startAt: at('2026-10-01T01:30:00Z'),
    endAt: at('2026-10-01T05:30:00Z'),
    sailsOn: on('2026-09-30'),
    paxExpected: 6,
    departurePort: 'San Diego',
    returnPort: 'San Diego',
    priceLines: [price('charter', 120_000)],
    depositCents: cents(60_000),
    balanceDueOn: on('2026-09-28'),
    cancellationTiers: [
      { hoursBefore: 168, retainBps: basisPoints(0) },
      { hoursBefore: 48, retainBps: basisPoints(5_000) },
      { hoursBefore: 0, retainBps: basisPoints(10_000) },
    ],
    overrides: [],
    milestones: [],
    completionSeq: 0,
    ...STAMP,
    ...over,
  };
}

export function aVessel(over: Partial<Vessel> = {}): Vessel {
  return {
    id: 'ves_jada',
    entityId: 'jada',
    name: 'JADA',
    type: 'sailing yacht',
    lengthFt: 65,
    maxPax: 6,
    inspected: false,
    homePort: 'San Diego',
    turnaroundMin: 60,
    documents: [{ type: 'documentation', expiresOn: on('2026-09-30') }],
    ...STAMP,
    ...over,
  };
}

export function aUser(over: Partial<User> = {}): User {
  return {
    id: 'usr_carl',
    email: 'carl@example.com',
    name: 'Carl Captain',
    roles: ['captain'],
    entityIds: ['jada'],
    grants: [],
    credentials: [{ type: 'captain license', number: '123', expiresOn: on('2026-09-30') }],
    status: 'active',
    authVersion: 1,
    ...STAMP,
    ...over,
  };
}

export function aSlot(over: Partial<RoleSlot> = {}): RoleSlot {
  return {
    id: 'slt_1',
    charterId: 'chr_A',
    role: 'captain',
    required: true,
    payCents: cents(30_000),
    tipShareWeight: 1,
    version: 1,
    ...over,
  };
}

/** A slot claimed by Carl, as far as the state says. */
export function aClaimedSlot(state: NonNullable<RoleSlot['claim']>['state'], over: Partial<RoleSlot> = {}): RoleSlot {
  return aSlot({
    claim: { userId: 'usr_carl', name: 'Carl Captain', state, at: at('2026-09-15T17:00:00Z') },
    ...over,
  });
}

export function anItem(over: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id: 'itm_1',
    charterId: 'chr_A',
    phase: 'pre_departure_vessel',
    text: 'Bilge dry',
    mandatory: true,
    evidence: 'none',
    order: 1,
    version: 1,
    ...over,
  };
}

/** A mandatory item of a phase that somebody has done. */
export function aDoneItem(phase: ChecklistPhase): ChecklistItem {
  const completion = { by: 'Dana Deck', at: at('2026-09-30T23:00:00Z'), state: 'done' } as const;
  return anItem({ id: `itm_${phase.replaceAll('_', '-')}`, phase, text: `Item of ${phase}`, completion });
}

export function aGuest(over: Partial<Guest> = {}): Guest {
  return {
    id: 'gst_1',
    charterId: 'chr_A',
    name: 'Gina Guest',
    isMinor: false,
    rsvp: 'yes',
    checkIn: 'none',
    waiver: { kind: 'paper', signedBy: 'Gina Guest', at: at('2026-09-25T17:00:00Z'), recordedBy: 'Olivia Office' },
    version: 1,
    ...over,
  };
}

/** A guest who said yes and has signed nothing. */
export function anUnsignedGuest(over: Partial<Guest> = {}): Guest {
  return without(aGuest({ id: 'gst_2', name: 'Uma Unsigned', ...over }), 'waiver');
}

/** A record without one of its optional fields. */
export function without<T, K extends keyof T>(record: T, ...fields: readonly K[]): T {
  const rest = { ...record };
  for (const field of fields) delete rest[field];
  return rest;
}

/** What a charter file is like where it differs from one in perfect order. */
export interface CharterFileOver extends Partial<Omit<CharterFile, 'charter'>> {
  readonly charter?: Partial<Charter>;
}

/** A charter in a state with everything in order for it, and for the next step forward. */
export function aCharterFile(lifecycle: Lifecycle = 'inquiry', over: CharterFileOver = {}): CharterFile {
  const { charter, ...parts } = over;
  return {
    charter: aCharter({ lifecycle, ...historyOf(lifecycle), ...charter }),
    checklist: (['pre_departure_vessel', 'safety_equipment', 'post_charter_vessel', 'post_charter_admin'] as const).map(
      aDoneItem,
    ),
    slots: [aClaimedSlot('checked_in')],
    guests: [aGuest()],
    balances: OVER.includes(lifecycle) ? { 2100: 0, 2300: 0 } : { 2100: -60_000 },
    ...parts,
  };
}

/** The context of an admin who is also the captain, at a time that fits the state. */
export function aContext(lifecycle: Lifecycle = 'inquiry', over: Partial<LifecycleContext> = {}): LifecycleContext {
  return {
    now: NOW_IN[lifecycle] ?? at('2026-09-20T17:00:00Z'),
    actor: { ...ADMIN, roles: ['admin', 'captain'] },
    vessel: aVessel(),
    overlapping: [],
    incidentsOpen: 0,
    ...over,
  };
}

/** A move to a state with everything it has to bring along. */
export function aMove(to: Lifecycle, from?: Lifecycle): Move {
  switch (to) {
    case 'held':
      return { to, holdExpiresAt: at('2026-09-22T17:00:00Z') };
    case 'underway':
      return { to, paxAboard: 6, countCommunicatedAshore: true };
    case 'returned':
      return from === 'completed' ? { to, reopenReason: 'Wrong head count' } : { to, paxAshore: 6 };
    case 'weather_hold':
      return { to, forecast: 'Gale warning' };
    case 'rescheduled':
      return { to, rebookedTo: 'chr_B' };
    case 'cancelled':
      return { to, by: 'guest', reason: 'Ill' };
    case 'inquiry':
      return { to } as unknown as Move; // no move leads back to an inquiry; tests ask all the same
    default:
      return { to };
  }
}

/** The value, where a decider must agree. */
export function agreed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** The problems, where a decider must refuse. */
export function problemsOf(result: Result<unknown>): readonly Problem[] {
  if (result.ok) throw new Error('agreed to what should have been refused');
  return result.fault.problems;
}

/** The fields a refusal names, in its order. */
export function refusedFields(result: Result<unknown>): readonly string[] {
  return problemsOf(result).map((problem) => problem.field);
}

/** A milestone of the sample charter's day with its actual time. */
export function aMilestone(name: MilestoneName, actualAt: Instant): Milestone {
  return { name, plannedAt: PLANNED[name], actualAt, recordedBy: 'Carl Captain' };
}

const OVER: readonly Lifecycle[] = ['completed', 'closed'];
const DAY: readonly Lifecycle[] = ['confirmed', 'boarding', 'underway', 'returned', 'completed', 'closed'];

const NOW_IN: Partial<Record<Lifecycle, Instant>> = {
  confirmed: at('2026-10-01T01:15:00Z'),
  boarding: at('2026-10-01T01:35:00Z'),
  underway: at('2026-10-01T05:30:00Z'),
  returned: at('2026-10-01T05:45:00Z'),
  completed: at('2026-10-08T17:00:00Z'),
};

/** The planned day of the sample charter, by hand: start 18:30, end 22:30. */
const PLANNED: Readonly<Record<MilestoneName, Instant>> = {
  crew_call: at('2026-10-01T00:30:00Z'),
  vessel_ready: at('2026-10-01T01:00:00Z'),
  guests_arrive: at('2026-10-01T01:10:00Z'),
  boarding_open: at('2026-10-01T01:15:00Z'),
  safety_brief: at('2026-10-01T01:25:00Z'),
  cast_off: at('2026-10-01T01:30:00Z'),
  return_dock: at('2026-10-01T05:30:00Z'),
  all_ashore: at('2026-10-01T05:40:00Z'),
  crew_released: at('2026-10-01T06:10:00Z'),
};

const REPORT = {
  submittedAt: at('2026-10-01T05:42:00Z'),
  submittedBy: 'Carl Captain',
  engineHoursStart: 1200,
  engineHoursEnd: 1202,
  fuelAddedGallons: 0,
  seaState: 'calm',
  incident: false,
} as const;

function historyOf(lifecycle: Lifecycle): Partial<Charter> {
  const step = DAY.indexOf(lifecycle);
  const isPast = (state: Lifecycle) => step >= DAY.indexOf(state);
  const isBooked = isPast('confirmed') || lifecycle === 'booked' || lifecycle === 'weather_hold';
  const weather = { at: at('2026-09-30T20:00:00Z'), by: 'Carl Captain', forecast: 'W 10 kt' };
  return {
    milestones: MILESTONES.map((name) => ({ name, plannedAt: PLANNED[name], ...actual(name, isPast) })),
    ...(lifecycle === 'held' ? { holdExpiresAt: at('2026-09-22T17:00:00Z') } : {}),
    ...(isBooked ? { bookedOn: on('2026-09-10') } : {}),
    ...(isPast('confirmed') ? { weather: { go: true, ...weather } } : {}),
    ...(lifecycle === 'weather_hold' ? { heldFrom: 'confirmed', weather: { go: false, ...weather } } : {}),
    ...(isPast('underway') ? { paxAboard: 6, countCommunicatedAshore: true } : {}),
    ...(isPast('returned') ? { paxAshore: 6, postCharterReport: REPORT } : {}),
    ...(isPast('completed')
      ? { performedOn: on('2026-09-30'), completedAt: at('2026-10-01T05:45:00Z'), completionSeq: 1 }
      : {}),
  };
}

function actual(name: MilestoneName, isPast: (state: Lifecycle) => boolean): Partial<Milestone> {
  const since: Partial<Record<MilestoneName, Lifecycle>> = {
    safety_brief: 'boarding',
    cast_off: 'underway',
    return_dock: 'returned',
    all_ashore: 'completed',
  };
  const state = since[name];
  return state !== undefined && isPast(state) ? { actualAt: PLANNED[name], recordedBy: 'Carl Captain' } : {};
}
