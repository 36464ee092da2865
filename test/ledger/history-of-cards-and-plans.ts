import { plusDays } from '../../shared/kernel/calendar.ts';
import { STAMP } from './a-record.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { money, moneyOf } from './history-of-the-house.ts';

/** Gift cards, payments called back, plans and jobs. */
export const CARD_AND_PLAN_KINDS: readonly HistoryKind[] = [
  money(4, 'gift-card-sale', (dice) => ({
    giftCardId: `gft_${dice.entityId}-${dice.int(1, 4)}`,
    method: dice.pick(['card', 'cash', 'transfer']),
    feeCents: 0,
  })),
  money(3, 'job-payment', (dice) => ({ method: dice.pick(['card', 'cash']), feeCents: 0, what: 'Yard cleared' })),
  { weight: 4, happen: charge },
  { weight: 3, happen: callBack },
  { weight: 3, happen: decide },
];

/** A plan is charged for a month or a year ahead, or the charge fails. */
function charge(books: HistoryBooks, dice: Dice): void {
  const subscriptionId = `sub_${dice.entityId}-${dice.int(1, 3)}`;
  books.agree('subscription', {
    ...STAMP,
    id: subscriptionId,
    entityId: dice.entityId,
    customerId: 'cus_plan',
    centsPerInterval: 4_900,
    interval: 'month',
    from: dice.on,
    status: 'active',
  });
  const isPaid = dice.chance(80);
  books.record('subscription-charge', {
    ...moneyOf('subscription-charge', dice),
    subscriptionId,
    outcome: isPaid ? 'paid' : 'failed',
    cents: dice.int(1, 60_000),
    feeCents: 0,
    coversFrom: dice.on,
    coversUntil: plusDays(dice.on, dice.chance(50) ? 30 : 365),
  });
}

/** A guest calls a card payment back. */
function callBack(books: HistoryBooks, dice: Dice): void {
  const charterId = books.charters[dice.int(0, Math.max(0, books.charters.length - 1))];
  if (charterId === undefined) return;
  const { entityId } = books.held.file(charterId).charter;
  books.record('dispute-opening', {
    ...moneyOf('dispute-opening', { ...dice, entityId }),
    charterId,
    disputeId: `dis_${charterId.slice(4)}`,
    cents: dice.int(1, 40_000),
    feeCents: 1_500,
  });
}

/** A dispute, or a part of it, is won or lost. */
function decide(books: HistoryBooks, dice: Dice): void {
  const opened = books.posted.filter(({ kind }) => kind === 'dispute-opening');
  const one = opened[dice.int(0, Math.max(0, opened.length - 1))]?.record as
    | { readonly entityId: string; readonly charterId: string; readonly disputeId: string; readonly cents: number }
    | undefined;
  if (one === undefined) return;
  books.record('dispute-outcome', {
    ...moneyOf('dispute-outcome', { ...dice, entityId: one.entityId }),
    charterId: one.charterId,
    disputeId: one.disputeId,
    cents: dice.chance(60) ? one.cents : dice.int(1, one.cents),
    outcome: dice.pick(['won', 'lost']),
  });
}
