import { plusDays } from '../../shared/kernel/calendar.ts';
import { stayMonths } from '../../shared/ledger/stay-nights.ts';
import type { RentDue, StayNights } from '../../shared/records/rental-money.ts';
import { STAMP } from './a-record.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { HISTORY_TODAY } from './history-dice.ts';
import { moneyOf } from './history-of-the-house.ts';

/** Rent, tenants' deposits, and guests by the night. */
export const RENTAL_KINDS: readonly HistoryKind[] = [
  { weight: 4, happen: askRent },
  { weight: 5, happen: payRent },
  { weight: 3, happen: takeDeposit },
  { weight: 3, happen: giveDepositBack },
  { weight: 4, happen: sleep },
  { weight: 4, happen: payStay },
];

function askRent(books: HistoryBooks, dice: Dice): void {
  const month = dice.on.slice(0, 7);
  const chargeId = `rch_${dice.entityId}-${month}`;
  const about = { leaseId: leaseFor(books, dice), propertyId: 'house', chargeId, month };
  books.record('rent-due', { ...moneyOf('rent-due', dice), ...about, cents: dice.int(100_000, 310_001) });
}

/** A tenant pays what was asked, a part of it, or too much, which is refused. */
function payRent(books: HistoryBooks, dice: Dice): void {
  const asked = books.posted.filter(({ kind }) => kind === 'rent-due').map(({ record }) => record as RentDue);
  const due = asked[dice.int(0, Math.max(0, asked.length - 1))];
  if (due === undefined) return;
  const { entityId, chargeId } = due;
  const cents = dice.chance(50) ? due.cents : dice.int(1, due.cents + 1_000);
  books.record('rent-receipt', { ...moneyOf('rent-receipt', { ...dice, entityId }), chargeId, cents });
}

function takeDeposit(books: HistoryBooks, dice: Dice): void {
  const leaseId = leaseFor(books, dice);
  books.record('tenant-deposit', { ...moneyOf('tenant-deposit', dice), leaseId, cents: dice.int(1, 310_000) });
}

/** A lease of the house, agreed when it is first heard of. */
function leaseFor(books: HistoryBooks, dice: Dice): string {
  const leaseId = leaseOf(dice);
  books.agree('lease', {
    ...STAMP,
    id: leaseId,
    entityId: dice.entityId,
    propertyId: 'house',
    tenant: 'Sample tenant',
    rentCents: 310_000,
    from: dice.on,
    to: plusDays(dice.on, 365),
    depositCents: 310_000,
  });
  return leaseId;
}

/** A deposit goes back, whole or less what is kept item by item. */
function giveDepositBack(books: HistoryBooks, dice: Dice): void {
  const deductions = Array.from({ length: dice.int(0, 3) }, (_, i) => ({
    what: `Item ${i}`,
    cents: dice.int(1, 9_000),
  }));
  const cents = dice.int(0, 90_000);
  books.record('deposit-return', { ...moneyOf('deposit-return', dice), leaseId: leaseOf(dice), cents, deductions });
}

/** Guests book, perhaps pay ahead, and sleep most of their nights; the platform keeps a part, we collect the tax or it does. */
function sleep(books: HistoryBooks, dice: Dice): void {
  const stayId = `sty_${dice.serial}`;
  const checkIn = dice.on;
  const checkOut = plusDays(checkIn, dice.int(1, 9));
  if (checkOut > HISTORY_TODAY) return;
  const totalCents = dice.int(9, 180_001);
  const stay = { checkIn, checkOut, totalCents, platformFeeCents: dice.int(0, Math.floor(totalCents / 5)) };
  books.agree('stay', {
    ...STAMP,
    ...stay,
    id: stayId,
    entityId: dice.entityId,
    propertyId: 'studio',
    guest: 'Sample guest',
    platform: 'Airbnb',
    ...(dice.chance(40) ? { occupancyTaxCents: dice.int(1, 9_000) } : {}),
  });
  if (dice.chance(50)) {
    books.record('stay-payment', { ...moneyOf('stay-payment', dice), stayId, cents: dice.int(1, 60_000) });
  }
  for (const { from, until } of stayMonths(stay)) {
    if (dice.chance(15)) return;
    const record = { id: `sni_${dice.serial}.${from}`, on: plusDays(until, -1), stayId, from, until };
    books.record('stay-nights', { ...moneyOf('stay-nights', dice), ...record });
  }
}

function payStay(books: HistoryBooks, dice: Dice): void {
  const slept = books.posted.filter(({ kind }) => kind === 'stay-nights').map(({ record }) => record as StayNights);
  const nights = slept[dice.int(0, Math.max(0, slept.length - 1))];
  if (nights === undefined) return;
  const { entityId, stayId } = nights;
  const cents = dice.int(1, 60_000);
  books.record('stay-payment', { ...moneyOf('stay-payment', { ...dice, entityId }), stayId, cents });
}

function leaseOf({ entityId, int }: Dice): string {
  return `lse_${entityId}-${int(1, 2)}`;
}
