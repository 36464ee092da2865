import { chargedLines } from '../../shared/ledger/delivery-money.ts';
import type { DeliveryJob, DeliveryRole } from '../../shared/records/delivery-job.ts';
import { DAY_KINDS, jobInvoiceOpen, NOTHING_BOOKED } from '../../shared/records/delivery-job.ts';
import { aJob } from './a-delivery.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { money, moneyOf } from './history-of-the-house.ts';

const FROM = ['1010', '1030', '2020'] as const;
type Crew = readonly DeliveryRole[];
const CREWS: readonly [Crew, ...Crew[]] = [['captain'], ['captain', 'mate'], ['captain', 'mate', 'deckhand']];

/** Yachts delivered: advances, days of the log, expenses charged on or not, invoices, what was paid and sent back. */
export const DELIVERY_KINDS: readonly HistoryKind[] = [
  money(3, 'delivery-advance', (dice, books) => ({ jobId: jobFor(books, dice).id }), 300_000),
  { weight: 8, happen: logDay },
  { weight: 4, happen: buy },
  { weight: 3, happen: invoice },
  { weight: 3, happen: pay },
  { weight: 1, happen: giveUp },
  money(2, 'delivery-crew-pay', (dice, books) => ({
    jobId: jobFor(books, dice).id,
    payee: 'The crew',
    paidFrom: dice.pick(FROM),
  })),
  money(3, 'delivery-refund', (dice, books) => ({ jobId: jobFor(books, dice).id }), 40_000),
];

/** One of a few jobs a business has, by the day, by the mile or for a flat fee, as its books stand. */
function jobFor(books: HistoryBooks, { entityId, int }: Dice): DeliveryJob {
  const at = int(0, 2);
  const rateModel = (['day', 'mile', 'flat'] as const)[at];
  const job = aJob({ id: `job_${entityId}-${at}`, entityId, rateModel });
  books.agree('delivery-job', job);
  return books.agreed<DeliveryJob>('delivery-job', job.id) ?? job;
}

function logDay(books: HistoryBooks, dice: Dice): void {
  const kind = dice.pick(DAY_KINDS);
  books.record('delivery-day', {
    ...moneyOf('delivery-day', dice),
    jobId: jobFor(books, dice).id,
    kind,
    crew: dice.pick(CREWS),
    nm: kind === 'underway' ? dice.int(0, 180) : 0,
  });
}

function buy(books: HistoryBooks, dice: Dice): void {
  const billable = dice.chance(70);
  books.record('delivery-expense', {
    ...moneyOf('delivery-expense', dice),
    jobId: jobFor(books, dice).id,
    cents: dice.int(1, 90_000),
    vendor: 'Fuel dock; "pier" 7',
    account: dice.pick(['5020', '5025', '6030']),
    paidFrom: dice.pick(FROM),
    billable,
    ...(billable && dice.chance(30) ? { markupBps: dice.int(0, 2_500) } : {}),
    ...(dice.chance(80) ? { receiptKey: `receipts/${dice.serial}.pdf` } : {}),
  });
}

/** Most of what is unbilled is asked for, less what is held of the advance. */
function invoice(books: HistoryBooks, dice: Dice): void {
  const job = jobFor(books, dice);
  const waiting = chargedLines(job.booked ?? NOTHING_BOOKED).filter(({ invoiceId }) => invoiceId === undefined);
  const lines = waiting.filter(() => dice.chance(80));
  const billed = lines.reduce((sum, { unbilledCents }) => sum + unbilledCents, 0);
  const held = -(books.subject(job.id)['2130'] ?? 0);
  books.record('delivery-invoice', {
    ...moneyOf('delivery-invoice', dice),
    jobId: job.id,
    invoiceId: `inv_d${dice.serial}`,
    number: `D-${dice.serial}`,
    dueOn: '2026-12-31',
    lines: lines.map(({ id }) => id),
    cents: billed - Math.min(held, billed),
  });
}

function pay(books: HistoryBooks, dice: Dice): void {
  settle(books, dice, 'delivery-payment', {});
}

/** What an owner will never pay is given up, whole or in part. */
function giveUp(books: HistoryBooks, dice: Dice): void {
  settle(books, dice, 'delivery-write-off', { reason: 'The owner cannot be found' });
}

function settle(
  books: HistoryBooks,
  dice: Dice,
  kind: 'delivery-payment' | 'delivery-write-off',
  besides: object,
): void {
  const job = jobFor(books, dice);
  const open = (job.booked ?? NOTHING_BOOKED).invoices.filter((invoice) => jobInvoiceOpen(invoice) > 0);
  const one = open[dice.int(0, Math.max(0, open.length - 1))];
  if (one === undefined) return;
  books.record(kind, {
    ...moneyOf(kind, dice),
    ...besides,
    jobId: job.id,
    invoiceId: one.invoiceId,
    cents: dice.chance(60) ? jobInvoiceOpen(one) : dice.int(1, jobInvoiceOpen(one) + 100),
  });
}
