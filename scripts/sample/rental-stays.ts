import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, monthOf, plusDays, plusMonths, weekday } from '../../shared/kernel/calendar.ts';
import { dividedRounded } from '../../shared/kernel/money.ts';
import { stayMonths } from '../../shared/ledger/stay-nights.ts';
import type { OwnerBlock, Stay } from '../../shared/records/rental.ts';
import type { RentalLedger } from './rental-ledger.ts';
import type { Tell } from './rental-place.ts';
import { RENTAL, rentalOpening, STUDIO } from './rental-place.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';
import { randomFor } from './seeded-random.ts';

/** Where guests book, and what of a hundred dollars is kept there; who books with us pays the city's tax to us. */
const PLATFORMS = [
  ['Airbnb', 300],
  ['Airbnb', 300],
  ['Vrbo', 500],
  ['Direct', 0],
] as const;
const TAX = 1_050;
const NIGHT = 12_500;
const WEEKEND_NIGHT = 15_900;
const DAYS_AHEAD = 30;
const CLEANING = 9_500;

/** Guests of the studio one after the other, the owner between them twice a year; paid when they come, earned by night. */
export function sampleStays(day: SampleDay, ledger: RentalLedger, tell: Tell): void {
  const chance = randomFor('stays in the studio');
  const slow = firstDay(plusMonths(monthOf(day.today), -2));
  let number = 0;
  for (let at = plusDays(firstDay(rentalOpening(day)), 6); at < plusDays(day.today, DAYS_AHEAD); ) {
    number += 1;
    const nights = chance.int(2, 5);
    const until = plusDays(at, nights);
    if (number % 31 === 0) block(day, ledger, number, at, until);
    else stay(day, ledger, tell, number, at, until, chance.pick(PLATFORMS));
    at = plusDays(until, at >= slow ? chance.int(4, 7) : chance.int(0, 3));
  }
  remitted(day, ledger, tell);
}

function block(day: SampleDay, ledger: RentalLedger, number: number, from: LocalDate, until: LocalDate): void {
  const record = {
    id: `blk_studio-${number}`,
    entityId: RENTAL,
    propertyId: STUDIO,
    from,
    until,
    reason: 'Owner’s family',
    ...stampOn(day, from),
  };
  ledger.keep({ kind: 'owner-block', record: record as OwnerBlock });
}

function stay(
  day: SampleDay,
  ledger: RentalLedger,
  tell: Tell,
  number: number,
  checkIn: LocalDate,
  checkOut: LocalDate,
  [platform, fee]: (typeof PLATFORMS)[number],
): void {
  const id = `sty_${number}`;
  let total = 0;
  for (let night = checkIn; night < checkOut; night = plusDays(night, 1)) {
    total += weekday(night) === 5 || weekday(night) === 6 ? WEEKEND_NIGHT : NIGHT;
  }
  const feeCents = dividedRounded(total * fee, 10_000);
  const tax = platform === 'Direct' ? dividedRounded(total * TAX, 10_000) : 0;
  const record = {
    id,
    entityId: RENTAL,
    propertyId: STUDIO,
    checkIn,
    checkOut,
    guest: `Sample guest ${number}`,
    platform,
    totalCents: total,
    platformFeeCents: feeCents,
    ...(tax > 0 ? { occupancyTaxCents: tax } : {}),
    ...stampOn(day, plusDays(checkIn, -20)),
  };
  ledger.keep({ kind: 'stay', record: record as unknown as Stay }); // amounts are whole numbers
  tell('stay-payment', { id: `spy_${number}`, on: plusDays(checkIn, 1), cents: total - feeCents + tax, stayId: id });
  for (const { from, until } of stayMonths({ checkIn, checkOut, totalCents: total, platformFeeCents: feeCents })) {
    tell('stay-nights', { id: `sni_${number}.${from}`, on: plusDays(until, -1), stayId: id, from, until });
  }
  const cleaned = { vendor: 'Bright Rooms Cleaning', account: '6310', paidFrom: '1010', receiptOnFile: true };
  tell('expense', { id: `exp_clean-${number}`, on: checkOut, cents: CLEANING, ...cleaned } as never); // optional fields left out
}

/** What was collected for the city goes to it on the twentieth of the month after. */
function remitted(day: SampleDay, ledger: RentalLedger, tell: Tell): void {
  for (let month = rentalOpening(day); month < monthOf(day.today); month = plusMonths(month, 1)) {
    const lines = ledger.entries
      .filter(({ businessOn }) => monthOf(businessOn) === month)
      .flatMap((entry) => entry.lines);
    const cents = -lines
      .filter(({ account }) => account === '2210')
      .reduce((sum, line) => sum + Math.min(0, line.cents), 0);
    if (cents === 0) continue;
    const on = plusDays(firstDay(plusMonths(month, 1)), 19);
    tell('tax-remittance', { id: `txr_rental-${month}`, on, cents, tax: 'occupancy', authority: 'City treasurer' });
  }
}
