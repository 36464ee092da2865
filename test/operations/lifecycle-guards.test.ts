import { describe, expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { LifecycleContext, Move } from '../../shared/operations/move.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import type { CharterFileOver } from './a-charter.ts';
import {
  aCharter,
  aCharterFile,
  aClaimedSlot,
  aContext,
  type aDoneItem,
  aGuest,
  aMilestone,
  aMove,
  anItem,
  anUnsignedGuest,
  aSlot,
  at,
  aVessel,
  on,
  problemsOf,
  without,
} from './a-charter.ts';

interface Case {
  readonly name: string;
  readonly from: Lifecycle;
  readonly to: Lifecycle;
  readonly file?: CharterFileOver | ((file: CharterFile) => CharterFile);
  readonly context?: Partial<LifecycleContext>;
  readonly move?: Move;
  readonly field: string;
  readonly says: string;
}

const other = aCharter({ id: 'chr_other', title: 'Harbor tour', lifecycle: 'booked' });
const expired = { type: 'certificate of inspection', expiresOn: on('2026-09-29') };
const hauledOut = (reason: string) =>
  aVessel({ outOfService: [{ from: on('2026-09-28'), through: on('2026-09-30'), reason }] });
const noWeather = (file: CharterFile): CharterFile => ({ ...file, charter: without(file.charter, 'weather') });
const openList = (phase: Parameters<typeof aDoneItem>[0]) => (file: CharterFile) => ({
  ...file,
  checklist: [...file.checklist, anItem({ phase })],
});
const noBrief = (file: CharterFile): CharterFile => ({
  ...file,
  charter: { ...file.charter, milestones: file.charter.milestones.map((m) => without(m, 'actualAt')) },
});

const CASES: readonly Case[] = [
  // to anything that keeps a vessel for the day
  ...(
    [
      ['quoted', 'held'],
      ['held', 'booked'],
      ['booked', 'confirmed'],
      ['confirmed', 'boarding'],
      ['boarding', 'underway'],
    ] as const
  ).map(([from, to]) => ({
    name: `the vessel is out of service on its day, on the way from ${from} to ${to}`,
    from,
    to,
    context: { vessel: hauledOut('Haul-out') },
    field: 'vesselId',
    says: 'JADA is out of service from 2026-09-28 through 2026-09-30: Haul-out. Choose another vessel or day.',
  })),
  {
    name: 'the vessel has left the fleet by then',
    from: 'quoted',
    to: 'held',
    context: { vessel: aVessel({ retiredOn: on('2026-09-30') }) },
    field: 'vesselId',
    says: 'JADA leaves the fleet on 2026-09-30.',
  },
  // to held
  {
    name: 'the vessel sails another charter then',
    from: 'quoted',
    to: 'held',
    context: { overlapping: [other] },
    field: 'vesselId',
    says: 'JADA is taken by "Harbor tour" (2026-09-30 18:30)',
  },
  {
    name: 'there is no time to turn the vessel around',
    from: 'quoted',
    to: 'held',
    // Ends 17:31, an hour of turnaround, departure 18:30.
    context: {
      overlapping: [{ ...other, startAt: at('2026-09-30T22:00:00Z'), endAt: at('2026-10-01T00:31:00Z') }],
    },
    field: 'vesselId',
    says: 'with 60 minutes to turn around',
  },
  {
    name: 'the captain sails another vessel then',
    from: 'quoted',
    to: 'held',
    context: { overlapping: [{ ...other, vesselId: 'ves_other' }] },
    field: 'slots.captain',
    says: 'The captain sails "Harbor tour"',
  },
  {
    name: 'the hold would end in the past',
    from: 'quoted',
    to: 'held',
    move: { to: 'held', holdExpiresAt: at('2026-09-20T17:00:00Z') },
    field: 'holdExpiresAt',
    says: 'still to come',
  },
  {
    name: 'the hold would outlast departure',
    from: 'quoted',
    to: 'held',
    move: { to: 'held', holdExpiresAt: at('2026-10-01T01:31:00Z') },
    field: 'holdExpiresAt',
    says: 'before departure',
  },
  // to booked
  {
    name: 'the deposit is a cent short',
    from: 'held',
    to: 'booked',
    file: { balances: { 2100: -59_999 } },
    field: 'depositCents',
    says: 'Record the deposit: $600.00 agreed, $599.99 received.',
  },
  {
    name: 'the platform has not accepted the booking',
    from: 'held',
    to: 'booked',
    file: { balances: {} },
    context: { channelCollects: true },
    field: 'otaAcceptance',
    says: 'reference of the accepted booking',
  },
  {
    name: 'somebody took the vessel after the hold ran out',
    from: 'held',
    to: 'booked',
    context: { now: at('2026-09-22T17:00:00Z'), overlapping: [other] },
    field: 'vesselId',
    says: 'Choose another time.',
  },
  // to confirmed
  {
    name: 'nobody has claimed the required mate',
    from: 'booked',
    to: 'confirmed',
    file: { slots: [aClaimedSlot('confirmed'), aSlot({ role: 'first_mate' })] },
    field: 'slots.first_mate',
    says: 'Find a first mate',
  },
  {
    name: 'the captain is claimed but not confirmed',
    from: 'booked',
    to: 'confirmed',
    file: { slots: [aClaimedSlot('claimed')] },
    field: 'slots.captain',
    says: 'Confirm Carl Captain as captain, under Crew.',
  },
  {
    name: 'there is no role for a captain',
    from: 'booked',
    to: 'confirmed',
    file: { slots: [] },
    field: 'slots.captain',
    says: 'Add a role for the captain.',
  },
  {
    name: 'nobody knows when the balance is due',
    from: 'booked',
    to: 'confirmed',
    file: (file) => ({ ...file, charter: without(file.charter, 'balanceDueOn') }),
    field: 'balanceDueOn',
    says: 'Set the day the balance is due.',
  },
  {
    name: 'a paper of the vessel expires the day before',
    from: 'booked',
    to: 'confirmed',
    context: { vessel: aVessel({ documents: [expired] }) },
    field: 'vessel.documents',
    says: 'it expires 2026-09-29, before 2026-09-30',
  },
  {
    name: 'the vessel has no papers on file',
    from: 'booked',
    to: 'confirmed',
    context: { vessel: aVessel({ documents: [] }) },
    field: 'vessel.documents',
    says: 'none are on file',
  },
  // to boarding
  {
    name: 'the captain is confirmed but not there',
    from: 'confirmed',
    to: 'boarding',
    file: { slots: [aClaimedSlot('confirmed')] },
    field: 'slots.captain',
    says: 'Check the captain in.',
  },
  {
    name: 'only the mate is there',
    from: 'confirmed',
    to: 'boarding',
    file: { slots: [aClaimedSlot('checked_in', { role: 'first_mate' })] },
    field: 'slots.captain',
    says: 'Check the captain in.',
  },
  {
    name: 'the vessel checklist is open',
    from: 'confirmed',
    to: 'boarding',
    file: openList('pre_departure_vessel'),
    field: 'checklist.pre_departure_vessel',
    says: 'Finish the checklist "Vessel before departure", 1 of 2 open: Bilge dry.',
  },
  {
    name: 'the safety checklist is open',
    from: 'confirmed',
    to: 'boarding',
    file: openList('safety_equipment'),
    field: 'checklist.safety_equipment',
    says: 'Bilge dry',
  },
  {
    name: 'there is no safety checklist at all',
    from: 'confirmed',
    to: 'boarding',
    file: (file) => ({ ...file, checklist: file.checklist.filter((item) => item.phase !== 'safety_equipment') }),
    field: 'checklist.safety_equipment',
    says: 'Add the checklist',
  },
  {
    name: 'the weather has not been decided',
    from: 'confirmed',
    to: 'boarding',
    file: noWeather,
    field: 'weather',
    says: 'Record the weather decision.',
  },
  {
    name: 'the weather is no-go',
    from: 'confirmed',
    to: 'boarding',
    file: { charter: { weather: { go: false, at: at('2026-10-01T00:00:00Z'), by: 'Carl Captain', forecast: 'Gale' } } },
    field: 'weather',
    says: 'no-go',
  },
  {
    name: 'a guest has not signed',
    from: 'confirmed',
    to: 'boarding',
    file: { guests: [aGuest(), anUnsignedGuest()] },
    field: 'waivers',
    says: 'Get the waivers of Uma Unsigned (1 of 2 on file)',
  },
  {
    name: 'a minor signed for themselves',
    from: 'confirmed',
    to: 'boarding',
    file: { guests: [aGuest({ isMinor: true })] },
    field: 'waivers',
    says: 'Gina Guest',
  },
  {
    name: 'no guest is listed',
    from: 'confirmed',
    to: 'boarding',
    file: { guests: [] },
    field: 'waivers',
    says: 'List the guests',
  },
  {
    name: 'a seventh paying passenger is expected',
    from: 'confirmed',
    to: 'boarding',
    file: { charter: { paxExpected: 7 } },
    field: 'paxExpected',
    says: '7 are coming, JADA may carry 6',
  },
  {
    name: 'the guest list is longer than the vessel may carry',
    from: 'confirmed',
    to: 'boarding',
    file: { guests: [1, 2, 3, 4, 5, 6, 7].map((n) => aGuest({ id: `gst_${n}` })) },
    field: 'paxExpected',
    says: '7 are coming',
  },
  {
    name: 'a paper of the vessel has expired',
    from: 'confirmed',
    to: 'boarding',
    context: { vessel: aVessel({ documents: [expired] }) },
    field: 'vessel.documents',
    says: 'Renew "certificate of inspection" of JADA',
  },
  // to underway
  {
    name: 'nobody is aboard',
    from: 'boarding',
    to: 'underway',
    move: { to: 'underway', paxAboard: 0, countCommunicatedAshore: true },
    field: 'paxAboard',
    says: 'at least one',
  },
  {
    name: 'seven are aboard a six-pack',
    from: 'boarding',
    to: 'underway',
    move: { to: 'underway', paxAboard: 7, countCommunicatedAshore: true },
    field: 'paxAboard',
    says: '7 are aboard, JADA may carry 6',
  },
  {
    name: 'nobody ashore knows the count',
    from: 'boarding',
    to: 'underway',
    move: { to: 'underway', paxAboard: 6, countCommunicatedAshore: false },
    field: 'countCommunicatedAshore',
    says: 'Tell someone ashore',
  },
  {
    name: 'no safety brief was given',
    from: 'boarding',
    to: 'underway',
    file: noBrief,
    field: 'milestones.safety_brief',
    says: 'Record the time of safety brief.',
  },
  {
    name: 'the captain has been replaced and the new one is not there',
    from: 'boarding',
    to: 'underway',
    file: { slots: [aClaimedSlot('confirmed')] },
    field: 'slots.captain',
    says: 'Check the captain in.',
  },
  {
    name: 'the return is recorded but the departure is not',
    from: 'boarding',
    to: 'underway',
    file: {
      charter: {
        milestones: [
          aMilestone('safety_brief', at('2026-10-01T01:25:00Z')),
          aMilestone('return_dock', at('2026-10-01T01:30:00Z')),
        ],
      },
    },
    field: 'milestones.cast_off',
    says: 'Record the time of cast off',
  },
  // to returned
  {
    name: 'somebody is missing',
    from: 'underway',
    to: 'returned',
    move: { to: 'returned', paxAshore: 5 },
    field: 'paxAshore',
    says: 'Find out who is missing: 6 went aboard, 5 came ashore.',
  },
  {
    name: 'a reason is given instead of a head count',
    from: 'underway',
    to: 'returned',
    move: { to: 'returned', reopenReason: 'no' },
    field: 'paxAshore',
    says: 'Count the passengers',
  },
  // to completed
  {
    name: 'the vessel has not been looked after',
    from: 'returned',
    to: 'completed',
    file: openList('post_charter_vessel'),
    field: 'checklist.post_charter_vessel',
    says: 'Bilge dry',
  },
  {
    name: 'the paperwork is open',
    from: 'returned',
    to: 'completed',
    file: openList('post_charter_admin'),
    field: 'checklist.post_charter_admin',
    says: 'Bilge dry',
  },
  {
    name: 'the captain has not reported',
    from: 'returned',
    to: 'completed',
    file: (file) => ({ ...file, charter: without(file.charter, 'postCharterReport') }),
    field: 'postCharterReport',
    says: 'Submit the post-charter report.',
  },
  {
    name: 'it is the next day and nobody knows when all were ashore',
    from: 'returned',
    to: 'completed',
    context: { now: at('2026-10-01T07:00:00Z') },
    field: 'milestones.all_ashore',
    says: 'Record when all were ashore',
  },
  // to closed
  {
    name: 'money beyond the price is still held',
    from: 'completed',
    to: 'closed',
    file: { balances: { 2100: -5_000 } },
    field: 'balances.2100',
    says: 'Pay back $50.00',
  },
  {
    name: 'the guest still owes the balance',
    from: 'completed',
    to: 'closed',
    file: { balances: { 1110: 123_456 } },
    field: 'balances.1110',
    says: 'Collect the balance of $1,234.56.',
  },
  {
    name: 'a refund is due',
    from: 'completed',
    to: 'closed',
    file: { balances: { 2400: -1 } },
    field: 'balances.2400',
    says: '$0.01',
  },
  {
    name: 'the crew has not got its tips',
    from: 'completed',
    to: 'closed',
    file: { balances: { 2300: -20_000 } },
    field: 'balances.2300',
    says: 'Pay the crew its tips: $200.00 are open.',
  },
  {
    name: 'the platform has not paid',
    from: 'completed',
    to: 'closed',
    file: { balances: { 1100: 88_499 } },
    field: 'balances.1100',
    says: '$884.99',
  },
  {
    name: 'a payout has not been matched',
    from: 'completed',
    to: 'closed',
    context: { payoutMatched: false },
    field: 'payout',
    says: 'Match the payout',
  },
  {
    name: 'an incident is open',
    from: 'completed',
    to: 'closed',
    context: { incidentsOpen: 1 },
    field: 'incidents',
    says: 'Close the open incident',
  },
  // aside
  {
    name: 'no reason is given',
    from: 'completed',
    to: 'returned',
    move: { to: 'returned', reopenReason: ' ' },
    field: 'reopenReason',
    says: 'Say why',
  },
  {
    name: 'no forecast is given',
    from: 'booked',
    to: 'weather_hold',
    move: { to: 'weather_hold', forecast: ' ' },
    field: 'forecast',
    says: 'forecast',
  },
  {
    name: 'it would be moved to itself',
    from: 'weather_hold',
    to: 'rescheduled',
    move: { to: 'rescheduled', rebookedTo: 'chr_A' },
    field: 'rebookedTo',
    says: 'another charter',
  },
  {
    name: 'no reason is given',
    from: 'booked',
    to: 'cancelled',
    move: { to: 'cancelled', by: 'guest', reason: '' },
    field: 'reason',
    says: 'Say why the charter is cancelled.',
  },
  {
    name: 'more would be kept than is held',
    from: 'booked',
    to: 'cancelled',
    move: { to: 'cancelled', by: 'guest', reason: 'Ill', retainedCents: cents(60_001) },
    field: 'retainedCents',
    says: '$600.00 held',
  },
  {
    name: 'money would be kept though the weather was the reason',
    from: 'booked',
    to: 'cancelled',
    move: { to: 'cancelled', by: 'weather', reason: 'Gale', retainedCents: cents(1) },
    field: 'retainedCents',
    says: 'the guest did not cancel',
  },
  {
    name: 'the hold still runs',
    from: 'held',
    to: 'expired',
    file: { balances: {} },
    field: 'holdExpiresAt',
    says: 'The hold runs until 2026-09-22 10:00.',
  },
  {
    name: 'a deposit has been paid',
    from: 'held',
    to: 'expired',
    context: { now: at('2026-09-22T17:00:00Z') },
    field: 'balances.2100',
    says: '$600.00 have been paid',
  },
  {
    name: 'departure has not come',
    from: 'confirmed',
    to: 'no_show',
    field: 'startAt',
    says: 'Wait until departure at 2026-09-30 18:30',
  },
  {
    name: 'the weather is still no-go',
    from: 'weather_hold',
    to: 'boarding',
    file: { charter: { heldFrom: 'boarding' } },
    field: 'weather',
    says: 'no-go',
  },
];

describe('each guard alone stands in the way and says what to do', () => {
  test.each(CASES)('from $from to $to: $name', ({ from, to, file, context, move, field, says }) => {
    const prepared = typeof file === 'function' ? file(aCharterFile(from)) : aCharterFile(from, file);
    const problems = problemsOf(decideTransition(prepared, move ?? aMove(to, from), aContext(from, context)));
    expect(problems.map((problem) => problem.field)).toEqual([field]);
    expect(problems[0]?.message).toContain(says);
  });
});

test('a refusal gives every reason at once', () => {
  const file = noWeather(
    aCharterFile('confirmed', {
      charter: { paxExpected: 7 },
      checklist: [],
      slots: [],
      guests: [anUnsignedGuest()],
    }),
  );
  const context = aContext('confirmed', { vessel: aVessel({ documents: [expired] }) });
  expect(problemsOf(decideTransition(file, { to: 'boarding' }, context)).map(({ field }) => field)).toEqual([
    'slots.captain',
    'checklist.pre_departure_vessel',
    'checklist.safety_equipment',
    'weather',
    'waivers',
    'paxExpected',
    'vessel.documents',
  ]);
});

test('what is wrong with the file and what is wrong with the move are told together', () => {
  const move: Move = { to: 'underway', paxAboard: 9, countCommunicatedAshore: false };
  const problems = problemsOf(decideTransition(noBrief(aCharterFile('boarding')), move, aContext('boarding')));
  expect(problems.map(({ field }) => field)).toEqual([
    'milestones.safety_brief',
    'paxAboard',
    'countCommunicatedAshore',
  ]);
});

test('a captain who overrides the waivers may open boarding without them', () => {
  const override = { guard: 'waivers', reason: 'Signed on paper', by: 'Carl Captain', at: at('2026-10-01T01:00:00Z') };
  const file = aCharterFile('confirmed', { charter: { overrides: [override] }, guests: [anUnsignedGuest()] });
  expect(decideTransition(file, { to: 'boarding' }, aContext('confirmed')).ok).toBe(true);
});

test('a charter that is over, or a hold that has run out, keeps the vessel from nobody', () => {
  const overlapping = [
    { ...other, lifecycle: 'cancelled' as const },
    { ...other, lifecycle: 'held' as const, holdExpiresAt: at('2026-09-20T17:00:00Z') },
    { ...other, lifecycle: 'quoted' as const },
  ];
  expect(decideTransition(aCharterFile('quoted'), aMove('held'), aContext('quoted', { overlapping })).ok).toBe(true);
});

test('a vessel back exactly one turnaround before departure is free', () => {
  const back = { ...other, startAt: at('2026-09-30T22:00:00Z'), endAt: at('2026-10-01T00:30:00Z') };
  const context = aContext('quoted', { overlapping: [back] });
  expect(decideTransition(aCharterFile('quoted'), aMove('held'), context).ok).toBe(true);
});

test('a platform that takes the money books with its reference and without a deposit', () => {
  const file = aCharterFile('held', { balances: {} });
  const context = aContext('held', { channelCollects: true });
  expect(decideTransition(file, { to: 'booked', otaAcceptance: 'GMB-17' }, context).ok).toBe(true);
});

test('a charter paid in full needs no day for the balance', () => {
  const file = aCharterFile('booked', { balances: { 2100: -120_000 } });
  const paid = { ...file, charter: without(file.charter, 'balanceDueOn') };
  expect(decideTransition(paid, { to: 'confirmed' }, aContext('booked')).ok).toBe(true);
});
