import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { cents, sumCents } from '../../shared/kernel/money.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import { PAYOUT_LAG_DAYS } from './channels.ts';
import type { CharterLedger, MoneyEvent } from './charter-ledger.ts';
import { costPaid, payoutArrives, performed, tipsHandedOut } from './charter-money.ts';
import { CREW_OF } from './fleet.ts';
import { allowanceRefunded, balancePaid, depositPaid } from './guest-money.ts';
import { landedGuests, sailedCharter, tickedChecklist } from './sailed-charters.ts';
import type { SampleDay } from './sample-day.ts';
import type { Story, Tale } from './tales.ts';

/** A charter that sailed: paid, performed, its crew and costs paid, closed once nothing is open. */
export function sailedStory(day: SampleDay, tale: Tale): Story {
  const { booking, channel, parts, people, random, oddity } = tale;
  const { charter } = parts;
  const pax = random.chance(8) ? Math.max(1, charter.paxExpected - 1) : charter.paxExpected;
  const sailed = sailedCharter(charter, people.captain.name, pax, random);
  const completed = oddity === 'incident' ? withIncident(sailed) : sailed;
  const by = people.captain.name;
  const payingDay = random.pick([-2, 0, 0, 0, 0, 1]);
  return {
    events: [
      ...(channel.collects ? [] : [depositPaid(booking.bookedOn)]),
      balancePaid(notBefore(booking.bookedOn, plusDays(booking.sailsOn, payingDay)), ...restAndTip(tale)),
      performed(completed, channel),
      ...costs(tale),
      tipsHandedOut(plusDays(booking.sailsOn, random.int(3, 6))),
      ...(channel.collects ? [platformPays(tale)] : []),
      ...(oddity === 'refund-after-performance' ? [allowanceRefunded(plusDays(booking.sailsOn, 6), 22_000)] : []),
    ],
    ending: (ledger) => ({
      charter: isSettled(ledger) ? { ...ledger.charter, lifecycle: 'closed' } : ledger.charter,
      checklist: tickedChecklist(parts.checklist, charter, by, charter.createdAt),
      slots: parts.slots.map((slot) => ({
        ...slot,
        ...(slot.claim && { claim: { ...slot.claim, state: isCrewPaid(ledger) ? 'paid' : 'worked' } }),
      })),
      guests: landedGuests(day, parts.guests, charter, booking.customer, pax),
    }),
  };
}

const SETTLED_ACCOUNTS = ['1100', '1110', '2100', '2300', '2400'];

/** Nothing owed by anyone, and the costs are in: what it takes to close a charter. */
function isSettled(ledger: CharterLedger): boolean {
  return isCrewPaid(ledger) && SETTLED_ACCOUNTS.every((account) => (ledger.balances[account] ?? 0) === 0);
}

function isCrewPaid(ledger: CharterLedger): boolean {
  return ledger.open('5010') > 0;
}

/** Seven in ten tip, between a tenth and a fifth of the price; one party pays too much. */
function restAndTip({ parts, channel, random, oddity }: Tale): [restCents: number, tipCents: number] {
  const { charter } = parts;
  const totals = priceTotals(charter.priceLines);
  const tipCents = random.chance(70) ? Math.round((totals.charterCents * random.int(10, 18)) / 50_000) * 500 : 0;
  const restCents = channel.collects ? 0 : totals.totalCents - charter.depositCents;
  return [restCents + (oddity === 'overpaid' ? 5_000 : 0), tipCents];
}

/** Crew and dockage the day after, fuel and provisions on the day. */
function costs({ booking, parts, random }: Tale): MoneyEvent[] {
  const { entityId, sailsOn, trip } = booking;
  const isQueen = entityId === 'qos';
  const crewCents = sumCents(CREW_OF[entityId].map((place) => place.payCents));
  const addonCents = priceTotals(parts.charter.priceLines).addonCents;
  const fuelCents = (isQueen ? random.int(135, 195) : random.int(48, 88)) * 100 + random.int(0, 99);
  const drinksCents = trip.pax * (isQueen ? 550 : 900) + Math.round(addonCents * 0.4);
  return [
    costPaid(sailsOn, { name: 'fuel', account: '5020', vendor: 'Shelter Island fuel dock', cents: fuelCents }),
    costPaid(sailsOn, { name: 'provisions', account: '5025', vendor: 'Harbor provisions', cents: drinksCents }),
    costPaid(plusDays(sailsOn, 1), { name: 'crew', account: '5010', vendor: 'Crew of the day', cents: crewCents }),
    ...(isQueen
      ? [costPaid(sailsOn, { name: 'pump-out', account: '5050', vendor: 'Bay pump-out', cents: cents(4_500) })]
      : []),
  ];
}

/** The payout comes a week after the charter; one came a month late and $35.00 short. */
function platformPays({ booking, channel, oddity }: Tale): MoneyEvent {
  const isLate = oddity === 'late-payout';
  const on = plusDays(booking.sailsOn, PAYOUT_LAG_DAYS + (isLate ? 24 : 0));
  return payoutArrives(on, channel.id, isLate ? 3_500 : 0);
}

function notBefore(earliest: LocalDate, on: LocalDate): LocalDate {
  return on < earliest ? earliest : on;
}

function withIncident(sailed: Tale['parts']['charter']): Tale['parts']['charter'] {
  if (sailed.postCharterReport === undefined) return sailed;
  const damage = 'Rub rail scraped on the fuel dock, starboard aft, about two feet.';
  return { ...sailed, postCharterReport: { ...sailed.postCharterReport, incident: true, damage } };
}
