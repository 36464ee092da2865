import { plusDays } from '../../shared/kernel/calendar.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { HISTORY_TODAY } from './history-dice.ts';
import { CARD_AND_PLAN_KINDS } from './history-of-cards-and-plans.ts';
import { CHARTER_KINDS } from './history-of-charters.ts';
import { CLIENT_KINDS } from './history-of-clients.ts';
import { DELIVERY_KINDS } from './history-of-deliveries.ts';
import { RENTAL_KINDS } from './history-of-rentals.ts';
import { HOUSE_KINDS } from './history-of-the-house.ts';

/** Everything that may happen in a history. A new kind of money joins by a line of its own at the end. */
export const HISTORY_KINDS: readonly HistoryKind[] = [
  ...CHARTER_KINDS,
  ...HOUSE_KINDS,
  ...CARD_AND_PLAN_KINDS,
  ...RENTAL_KINDS,
  ...DELIVERY_KINDS,
  ...CLIENT_KINDS,
  { weight: 8, happen: takeBack },
  { weight: 2, happen: correct },
];

/** Any record of money may be withdrawn, on its day or, where its month was closed meanwhile, on a later one. */
function takeBack(books: HistoryBooks, dice: Dice): void {
  const money = books.posted[dice.int(0, Math.max(0, books.posted.length - 1))];
  const day = money?.entries[0]?.businessOn;
  if (money === undefined || day === undefined) return;
  const later = plusDays(day, dice.int(1, 90));
  books.withdraw(money, dice.chance(60) && later < HISTORY_TODAY ? later : undefined);
}

/** Any record of money may be corrected: taken back, and recorded anew with another amount. */
function correct(books: HistoryBooks, dice: Dice): void {
  const money = books.posted[dice.int(0, Math.max(0, books.posted.length - 1))];
  if (money === undefined || !('cents' in money.record)) return;
  if (!books.withdraw(money)) return;
  const { id, cents } = money.record;
  books.record(money.kind, {
    ...money.record,
    id: `${id}.${dice.serial}`,
    cents: cents - dice.int(0, Math.min(cents, 500)),
  });
}
