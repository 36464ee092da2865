import type { Instant, LocalDate, Zone } from '../../../shared/kernel/calendar.ts';
import type { Cents } from '../../../shared/kernel/money.ts';
import { ownChecklist } from '../../../shared/operations/charter-parts.ts';
import { plannedMilestones } from '../../../shared/operations/timeline.ts';
import type { Charter, CharterFile, Guest, RoleSlot } from '../../../shared/records/charter.ts';

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
