import type { Instant, LocalDate, Zone } from '../../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../../shared/kernel/calendar.ts';
import type { Cents } from '../../../shared/kernel/money.ts';
import { ownChecklist } from '../../../shared/operations/charter-parts.ts';
import { plannedMilestones } from '../../../shared/operations/timeline.ts';
import type { Charter, CharterFile, Guest, Milestone, RoleSlot } from '../../../shared/records/charter.ts';
import type { CharterLine, ListChartersResponse, ReadCharterResponse } from '../../../shared/wire/charters.ts';

const START = '2026-11-22T00:30:00.000Z' as Instant;
const END = '2026-11-22T03:30:00.000Z' as Instant;
const DAY = '2026-11-21' as LocalDate;
const ID = 'chr_gallery';

const charter: Charter = {
  id: ID,
  entityId: 'jada',
  vesselId: 'ves_gallery',
  customerId: 'cus_gallery',
  channelId: 'direct',
  title: 'Sunset sail with a long name: annual dinner of the harbor pilots and their families',
  lifecycle: 'confirmed',
  zone: 'America/Los_Angeles' as Zone,
  startAt: START,
  endAt: END,
  sailsOn: DAY,
  paxExpected: 6,
  departurePort: 'San Diego',
  returnPort: 'San Diego',
  priceLines: [
    {
      kind: 'charter',
      text: 'Sunset sail, 3 hours',
      qty: 1,
      unitCents: 190_000 as Cents,
      totalCents: 190_000 as Cents,
    },
    { kind: 'discount', text: 'Repeat guest', qty: 1, unitCents: -5_000 as Cents, totalCents: -5_000 as Cents },
  ],
  depositCents: 95_000 as Cents,
  balanceDueOn: DAY,
  cancellationTiers: [],
  bookedOn: '2026-11-01' as LocalDate,
  overrides: [],
  milestones: plannedMilestones(START, END),
  completionSeq: 0,
  createdAt: START,
  createdBy: 'sample',
  updatedAt: START,
  version: 1,
  source: 'sample',
  schemaVersion: 1,
};

const guest = (id: string, name: string, more: Partial<Guest> = {}): Guest => ({
  id,
  charterId: ID,
  name,
  isMinor: false,
  rsvp: 'yes',
  checkIn: 'none',
  version: 1,
  ...more,
});

const slot = (role: RoleSlot['role'], more: Partial<RoleSlot> = {}): RoleSlot => ({
  id: `slt_${role}`,
  charterId: ID,
  role,
  required: true,
  payCents: 18_000 as Cents,
  tipShareWeight: 1,
  version: 1,
  ...more,
});

/** A charter before it sails: guests with and without a waiver, a crew with a gap, a deposit paid. */
export const FILE: CharterFile = {
  charter,
  checklist: ownChecklist(ID).map((item, at) =>
    at < 4 ? { ...item, completion: { by: 'Jonah Merriweather', at: START, state: 'done' as const } } : item,
  ),
  slots: [
    slot('captain', { claim: { userId: 'usr_1', name: 'Jonah Merriweather', state: 'confirmed', at: START } }),
    slot('first_mate', { claim: { userId: 'usr_2', name: 'Tess Okonjo', state: 'claimed', at: START } }),
    slot('deckhand', { required: false }),
  ],
  guests: [
    guest('gst_1', 'Wilhelmina Featherstonehaugh-Vandermeer'),
    guest('gst_2', 'Silas Jessop', { isMinor: true }),
    guest('gst_3', 'Keiko Thackeray', { rsvp: 'no' }),
    guest('gst_4', 'Pavel Larkspur', { checkIn: 'aboard' }),
  ],
  balances: { '1020': 95_000, '2100': -95_000 },
};

const names = {
  entity: 'Queen of San Diego Harbor Excursions and Events',
  vessel: 'Jada',
  channel: 'Direct',
  customer: 'Wilhelmina Featherstonehaugh-Vandermeer',
};

const moves: ReadCharterResponse['moves'] = [
  {
    to: 'boarding',
    label: 'Start boarding',
    primary: true,
    needs: [],
    problems: [
      { field: 'checklist', message: 'Tick every mandatory item.' },
      { field: 'weather', message: 'Record the weather decision.' },
    ],
  },
  { to: 'weather_hold', label: 'Hold for weather', primary: false, needs: ['forecast'], problems: [] },
  { to: 'cancelled', label: 'Cancel the charter', primary: false, needs: ['by', 'reason'], problems: [] },
];

/** The page of the charter before it sails: what comes next is still blocked. */
export const BEFORE: ReadCharterResponse = { file: FILE, names, maxPax: 24, moves };

/** The same charter under way: cast off late, one time corrected. */
export const UNDER_WAY: ReadCharterResponse = answerWith(
  {
    ...charter,
    lifecycle: 'underway',
    paxAboard: 6,
    milestones: recorded([4, -6, 0, 25, 8], 'The clock on board was wrong.'),
    weather: { go: true, at: START, by: 'Jonah Merriweather', forecast: 'W 8 kt, sea slight' },
  },
  [{ to: 'returned', label: 'Returned', primary: true, needs: ['paxAshore'], problems: [] }],
);

/** And closed: every station recorded, the captain's report in, returned to another port. */
export const CLOSED: ReadCharterResponse = answerWith(
  {
    ...charter,
    lifecycle: 'closed',
    returnPort: 'Oceanside',
    paxAboard: 6,
    paxAshore: 6,
    milestones: recorded([0, 2, -3, 0, 5, 14, 40, 61, 75], 'Recorded from the log.'),
    postCharterReport: {
      submittedAt: END,
      submittedBy: 'Jonah Merriweather',
      engineHoursStart: 1_200,
      engineHoursEnd: 1_203,
      fuelAddedGallons: 8,
      seaState: 'slight',
      incident: false,
      guestFeedback: 'They want to come back in spring.',
    },
  },
  [],
);

const line = (id: string, sailsOn: string, lifecycle: CharterLine['lifecycle'], title: string): CharterLine => ({
  id,
  title,
  entityId: 'jada',
  entityName: names.entity,
  vesselName: names.vessel,
  channelName: names.channel,
  lifecycle,
  sailsOn,
  startAt: `${sailsOn}T20:00:00.000Z`,
  endAt: `${sailsOn}T23:00:00.000Z`,
  zone: charter.zone,
  paxExpected: 6,
  totalCents: 185_000,
});

/** A month with charters past, of today and to come. */
export const MONTH: ListChartersResponse = {
  month: '2026-11',
  today: DAY,
  charters: [
    line('chr_1', '2026-11-08', 'closed', 'Harbor dinner cruise'),
    line(ID, DAY, 'confirmed', charter.title),
    line('chr_3', DAY, 'weather_hold', 'Whale watching'),
    line('chr_4', '2026-11-28', 'cancelled', 'Company outing'),
  ],
};

/** The first stations of the day as many minutes from their plan; the last of them with why its time was changed. */
function recorded(minutesLate: readonly number[], correction: string): readonly Milestone[] {
  return plannedMilestones(START, END).map((milestone, at) => {
    const late = minutesLate[at];
    if (late === undefined) return milestone;
    const actualAt = plusMinutes(milestone.plannedAt, late);
    return { ...milestone, actualAt, ...(at === minutesLate.length - 1 ? { correction } : {}) };
  });
}

function answerWith(changed: Charter, possible: ReadCharterResponse['moves']): ReadCharterResponse {
  return { ...BEFORE, file: { ...FILE, charter: changed }, moves: possible };
}
