import { expect, test } from 'vitest';
import { sampleVessels } from '../../scripts/sample/fleet.ts';
import { samplePeople } from '../../scripts/sample/people.ts';
import type { SampleDay } from '../../scripts/sample/sample-day.ts';
import { departureTime, todaysCharter } from '../../scripts/sample/todays-charter.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes, timeIn } from '../../shared/kernel/calendar.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { completeItem, isSettled } from '../../shared/operations/checklist.ts';
import { checkInSlot } from '../../shared/operations/crew.ts';
import { recordPaperWaiver } from '../../shared/operations/guests.ts';
import { decideTransition } from '../../shared/operations/lifecycle.ts';
import type { LifecycleContext, Move } from '../../shared/operations/move.ts';
import { submitPostCharterReport } from '../../shared/operations/post-charter.ts';
import { recordMilestone } from '../../shared/operations/timeline.ts';
import { recordWeather } from '../../shared/operations/weather.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { ChecklistPhase } from '../../shared/records/charter-terms.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import { aDay, ZONE } from './a-sample.ts';

test.each([
  ['00:05', '13:00'],
  ['09:59', '13:00'],
  ['10:00', '13:00'],
  ['10:01', '12:30'],
  ['11:30', '13:30'],
  ['14:40', '17:00'],
  ['18:55', '21:00'],
  ['19:30', '21:00'],
  ['23:50', '21:00'],
])('at %s the charter of the day leaves at %s', (time, departure) => {
  expect(departureTime(aDay('2026-11-21', time))).toBe(departure);
  const { charter } = of(aDay('2026-11-21', time));
  expect(charter.sailsOn).toBe('2026-11-21');
  expect(timeIn(ZONE, charter.startAt)).toBe(departure);
});

test('it is confirmed and paid, and three items, one waiver and the weather are left', () => {
  const { charter, checklist, guests, slots, balances } = of(aDay('2026-11-21'));
  expect(charter.lifecycle).toBe('confirmed');
  expect(charter.channelId).toBe('direct');
  expect(-(balances['2100'] ?? 0)).toBe(priceTotals(charter.priceLines).totalCents);
  const before: ChecklistPhase[] = ['booking_intake', 't_minus_48h', 'pre_departure_vessel', 'safety_equipment'];
  expect(checklist.filter((item) => before.includes(item.phase) && !isSettled(item))).toHaveLength(3);
  expect(guests.filter((guest) => guest.waiver === undefined)).toHaveLength(1);
  expect(charter.weather).toBeUndefined();
  expect(slots.map((slot) => [slot.role, slot.claim?.userId, slot.claim?.state])).toEqual([
    ['captain', 'usr_captain', 'confirmed'],
    ['first_mate', 'usr_mate', 'confirmed'],
  ]);
});

test.each(['08:00', '13:10', '23:50'])('at %s a captain walks it to completion, and an admin closes it', (time) => {
  const day = aDay('2026-11-21', time);
  const people = samplePeople(day);
  const captain = { name: people.captain.name, userId: people.captain.id, roles: people.captain.roles };
  const vessel = sampleVessels(day).find(({ entityId }) => entityId === 'jada')!; // the sample has it
  let file = of(day);
  let now: Instant = day.now;
  const context = (actor = captain): LifecycleContext => ({
    now,
    actor,
    vessel,
    overlapping: [],
    incidentsOpen: 0,
    channelCollects: false,
  });
  const move = (to: Move, actor = captain) => {
    file = { ...file, charter: orThrow(decideTransition(file, to, context(actor))).charter };
  };
  const tick = (...phases: ChecklistPhase[]) => {
    const checklist = file.checklist.map((item) => {
      if (!phases.includes(item.phase) || isSettled(item)) return item;
      const value = item.evidence === 'reading' ? { value: String(item.min ?? 0) } : {};
      return orThrow(completeItem(item, { state: 'done', ...value }, captain, now));
    });
    file = { ...file, checklist };
  };

  expect(decideTransition(file, { to: 'boarding' }, context()).ok).toBe(false);
  file = {
    ...file,
    slots: file.slots.map((slot) => orThrow(checkInSlot(slot, captain, file.charter, now))),
    guests: file.guests.map((guest) =>
      guest.waiver ? guest : orThrow(recordPaperWaiver(guest, { signedBy: guest.name }, captain, now)),
    ),
    charter: orThrow(recordWeather(file.charter, { go: true, forecast: 'W 8 kn' }, captain, now)),
  };
  tick('pre_departure_vessel', 'safety_equipment');
  move({ to: 'boarding' });
  file = { ...file, charter: orThrow(recordMilestone(file.charter, 'safety_brief', now, undefined, captain, now)) };
  move({ to: 'underway', paxAboard: 5, countCommunicatedAshore: true });
  now = plusMinutes(now, 3);
  move({ to: 'returned', paxAshore: 5 });
  tick('post_charter_vessel', 'post_charter_admin');
  const report = { engineHoursStart: 1, engineHoursEnd: 3, fuelAddedGallons: 5, seaState: 'calm', incident: false };
  file = { ...file, charter: orThrow(submitPostCharterReport(file.charter, report, captain, now)) };
  move({ to: 'completed' });
  expect(file.charter.performedOn).toBe('2026-11-21');
  file = { ...file, balances: performedBalances(file, now) };
  move({ to: 'closed' }, { name: 'an admin', userId: 'usr_admin', roles: ['admin'] });
  expect(file.charter.lifecycle).toBe('closed');
});

function of(day: SampleDay): CharterFile {
  return todaysCharter(day, samplePeople(day)).file;
}

function performedBalances(file: CharterFile, postedAt: Instant): Record<string, number> {
  const entry = orThrow(charterPerformed(file, { postedAt, postedBy: 'tests' }));
  const held: Record<string, number> = { ...file.balances };
  for (const { account, cents } of entry.lines) held[account] = (held[account] ?? 0) + cents;
  return held;
}
