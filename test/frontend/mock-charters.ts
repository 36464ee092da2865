import type { Instant, LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { instantIn, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import { cents } from '../../shared/kernel/money.ts';
import { ownChecklist } from '../../shared/operations/charter-parts.ts';
import { plannedMilestones } from '../../shared/operations/timeline.ts';
import type { Charter, CharterFile, Guest, RoleSlot } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import type { Vessel } from '../../shared/records/vessel.ts';

/** Charters around a day, in every state a list can show, made of the real record types. */

export const ZONE = 'America/Los_Angeles' as Zone;

const stamp = {
  createdAt: '2026-10-01T17:00:00.000Z' as Instant,
  createdBy: 'Dana Whitlock',
  updatedAt: '2026-11-01T17:00:00.000Z' as Instant,
  version: 3,
  source: 'sample' as const,
  schemaVersion: 1 as const,
};

export const vessel: Vessel = {
  id: 'ves_jada',
  entityId: 'jada',
  name: 'Jada',
  type: 'sailing yacht',
  lengthFt: 65,
  maxPax: 24,
  inspected: true,
  homePort: 'San Diego',
  turnaroundMin: 60,
  documents: [{ type: 'Certificate of inspection', expiresOn: '2028-05-01' as LocalDate }],
  ...stamp,
};

interface Sketch {
  readonly id: string;
  readonly title: string;
  readonly day: number;
  readonly time: string;
  readonly lifecycle: Lifecycle;
  readonly pax: number;
  readonly dollars: number;
}

const SKETCHES: readonly Sketch[] = [
  {
    id: 'chr_09',
    title: 'Sunset sail, Harbor Island',
    day: -9,
    time: '16:30',
    lifecycle: 'closed',
    pax: 12,
    dollars: 1450,
  },
  {
    id: 'chr_08',
    title: 'Memorial at sea, family Okafor',
    day: -6,
    time: '09:00',
    lifecycle: 'completed',
    pax: 8,
    dollars: 980,
  },
  {
    id: 'chr_07',
    title: 'Team outing, Northwind Labs',
    day: -6,
    time: '13:00',
    lifecycle: 'closed',
    pax: 22,
    dollars: 2900,
  },
  { id: 'chr_06', title: 'Proposal cruise', day: -2, time: '16:00', lifecycle: 'cancelled', pax: 2, dollars: 620 },
  {
    id: 'chr_01',
    title: 'Whale watching, Point Loma',
    day: 0,
    time: '09:00',
    lifecycle: 'confirmed',
    pax: 6,
    dollars: 1200,
  },
  {
    id: 'chr_02',
    title: 'Birthday sail, Sofia Marin',
    day: 0,
    time: '13:00',
    lifecycle: 'returned',
    pax: 10,
    dollars: 1600,
  },
  {
    id: 'chr_03',
    title: 'Corporate charter with a very long name: Pacific Rim Semiconductor Partners annual dinner',
    day: 0,
    time: '18:00',
    lifecycle: 'boarding',
    pax: 18,
    dollars: 3400,
  },
  { id: 'chr_04', title: 'Day sail to La Jolla', day: 3, time: '10:00', lifecycle: 'held', pax: 4, dollars: 890 },
  {
    id: 'chr_05',
    title: 'Wedding party, Lindqvist',
    day: 5,
    time: '15:00',
    lifecycle: 'weather_hold',
    pax: 20,
    dollars: 4200,
  },
  { id: 'chr_10', title: 'Sunset sail, Coronado', day: 7, time: '16:30', lifecycle: 'inquiry', pax: 6, dollars: 990 },
];

/** Every charter's file, by id. */
export function charterFiles(today: LocalDate): Map<string, CharterFile> {
  return new Map(SKETCHES.map((sketch) => [sketch.id, fileOf(sketch, today)]));
}

function fileOf(sketch: Sketch, today: LocalDate): CharterFile {
  const charter = charterOf(sketch, today);
  const afloat = ['returned', 'completed', 'closed'].includes(sketch.lifecycle);
  return {
    charter,
    checklist: ownChecklist(sketch.id).map((item) => {
      const early = ['booking_intake', 't_minus_48h'].includes(item.phase);
      const late = item.phase.startsWith('post_charter');
      const done = early || (afloat && !late);
      return done ? { ...item, completion: { by: 'Rosa Delgado', at: charter.startAt, state: 'done' as const } } : item;
    }),
    slots: slotsOf(sketch.id, charter.startAt),
    guests: guestsOf(sketch.id, charter.startAt, afloat ? 'ashore' : 'none'),
    balances: balancesOf(sketch, charter),
  };
}

function charterOf(sketch: Sketch, today: LocalDate): Charter {
  const sailsOn = plusDays(today, sketch.day);
  const startAt = instantIn(ZONE, sailsOn, sketch.time);
  const endAt = plusMinutes(startAt, 180);
  const late = (index: number) => plusMinutes(startAt, [-58, -28, -12, -2, 6, 14, 190, 203, 225][index] ?? 0);
  const done = { returned: 7, completed: 9, closed: 9, boarding: 4 }[sketch.lifecycle as string] ?? 0;
  const price = cents(sketch.dollars * 100);
  return {
    id: sketch.id,
    entityId: 'jada',
    vesselId: vessel.id,
    customerId: 'cus_1',
    channelId: 'direct',
    title: sketch.title,
    lifecycle: sketch.lifecycle,
    ...(sketch.lifecycle === 'weather_hold' ? { heldFrom: 'confirmed' as const } : {}),
    zone: ZONE,
    startAt,
    endAt,
    sailsOn,
    paxExpected: sketch.pax,
    ...(done >= 7 ? { paxAboard: sketch.pax, paxAshore: sketch.pax, countCommunicatedAshore: true } : {}),
    departurePort: 'Harbor Island West, San Diego',
    returnPort: 'Harbor Island West, San Diego',
    priceLines: [
      { kind: 'charter', text: 'Charter, three hours', qty: 1, unitCents: price, totalCents: price },
      { kind: 'addon_taxable', text: 'Snack platter', qty: 2, unitCents: cents(4500), totalCents: cents(9000) },
      { kind: 'discount', text: 'Repeat guest', qty: 1, unitCents: cents(-5000), totalCents: cents(-5000) },
    ],
    depositCents: cents(30_000),
    balanceDueOn: sailsOn,
    cancellationTiers: [],
    bookedOn: plusDays(today, -20),
    ...(sketch.lifecycle === 'cancelled' ? { cancellation: cancellation(sailsOn, startAt) } : {}),
    overrides: [],
    milestones: plannedMilestones(startAt, endAt).map((m, i) =>
      i < done ? { ...m, actualAt: late(i), recordedBy: 'Rosa Delgado' } : m,
    ),
    completionSeq: done === 9 ? 1 : 0,
    ...(done === 9 ? { completedAt: late(8), performedOn: sailsOn, postCharterReport: report(late(8)) } : {}),
    ...stamp,
  };
}

function cancellation(on: LocalDate, at: Instant): NonNullable<Charter['cancellation']> {
  return { by: 'guest', reason: 'Change of plans', at, on, retainedCents: cents(15_000), refundCents: cents(15_000) };
}

function report(at: Instant): NonNullable<Charter['postCharterReport']> {
  return {
    submittedAt: at,
    submittedBy: 'Rosa Delgado',
    engineHoursStart: 1204,
    engineHoursEnd: 1207,
    fuelAddedGallons: 18,
    seaState: 'Calm, 1 ft swell',
    incident: false,
    guestFeedback: 'Loved the dolphins.',
  };
}

function slotsOf(charterId: string, at: Instant): readonly RoleSlot[] {
  const slot = { charterId, tipShareWeight: 1, version: 1 };
  return [
    {
      ...slot,
      id: `slt_${charterId}.1`,
      role: 'captain',
      required: true,
      payCents: 30_000 as Cents,
      requiredCredential: 'Captain license',
      claim: { userId: 'usr_rosa', name: 'Rosa Delgado', state: 'confirmed', at },
    },
    {
      ...slot,
      id: `slt_${charterId}.2`,
      role: 'first_mate',
      required: true,
      payCents: 18_000 as Cents,
      claim: { userId: 'usr_ivo', name: 'Ivo Brandt', state: 'claimed', at },
    },
    { ...slot, id: `slt_${charterId}.3`, role: 'deckhand', required: false, payCents: 12_000 as Cents },
  ];
}

function guestsOf(charterId: string, at: Instant, checkIn: Guest['checkIn']): readonly Guest[] {
  const guest = (n: number, name: string, more: Partial<Guest>): Guest => ({
    id: `gst_${charterId}.${n}`,
    charterId,
    name,
    isMinor: false,
    rsvp: 'yes',
    checkIn,
    version: 1,
    ...more,
  });
  const paper = (signedBy: string) => ({
    waiver: { kind: 'paper' as const, signedBy, at, recordedBy: 'Rosa Delgado' },
  });
  return [
    guest(1, 'Amara Okafor', paper('Amara Okafor')),
    guest(2, 'Jonas Weber', {}),
    guest(3, 'Lina Weber', { isMinor: true }),
    guest(4, 'Priya Natarajan', { rsvp: 'maybe' }),
  ];
}

function balancesOf(sketch: Sketch, charter: Charter): Record<string, number> {
  const total = charter.priceLines.reduce((sum, line) => sum + line.totalCents, 0);
  switch (sketch.lifecycle) {
    case 'inquiry':
    case 'held':
      return {};
    case 'returned':
      return { '1020': total + 20_000, '2100': -total, '2300': -20_000 };
    case 'completed':
      return { '1020': total + 20_000, '2100': 0, '2300': -20_000, '4010': -total };
    case 'closed':
      return { '1020': total, '2100': 0, '4010': -total };
    default:
      return { '1020': 30_000, '2100': -30_000 };
  }
}
