import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { leadReceived } from '../../shared/ledger/leads.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { CANCELLED_BY } from '../../shared/records/charter-terms.ts';
import type { MoneyKind } from '../../shared/records/money-registry.ts';
import { aChannel, aCharter, aLead, at, CONTEXT, price } from './a-record.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { HISTORY_TODAY } from './history-dice.ts';
import { moneyOf } from './history-of-the-house.ts';

/** Where the charters of a history come from. */
export const HISTORY_CHANNELS = [
  aChannel({ id: 'direct', name: 'Direct', kind: 'direct_web', collects: false }),
  aChannel(),
  aChannel({ id: 'viator', name: 'Viator', revenueModel: 'net_rate' }),
] as const;

const BOATS = ['jada', 'qos'] as const;

/** Leads, bookings, payments, sailings, cancellations, costs, tips, payouts; and a sailing taken back. */
export const CHARTER_KINDS: readonly HistoryKind[] = [
  { weight: 14, happen: book },
  { weight: 6, happen: ask },
  { weight: 16, happen: pay },
  { weight: 14, happen: sail },
  { weight: 5, happen: callOff },
  {
    weight: 14,
    happen: aboutACharter('expense', (dice) => ({
      cents: dice.int(1, 30_000),
      vendor: 'Fuel dock',
      account: dice.pick(['5010', '5020', '5025', '5040', '5050']),
      paidFrom: dice.pick(['1010', '1020', '1030', '2020']),
      receiptOnFile: true,
    })),
  },
  { weight: 8, happen: aboutACharter('tip-payout', (dice, held) => ({ cents: partOf(held['2300'], dice) })) },
  {
    weight: 8,
    happen: aboutACharter('payout', (dice, held, { channelId }) => {
      const expectedCents = Math.max(0, held['1100'] ?? 0);
      return { channelId, expectedCents, receivedCents: Math.max(0, expectedCents - dice.int(-3, 300)) };
    }),
  },
  { weight: 2, happen: reopen },
];

/** A new guest books, or one who has before comes back on a later day. */
function book(books: HistoryBooks, dice: Dice): void {
  const channel = dice.pick([...HISTORY_CHANNELS]);
  const before = dice.chance(35) ? aFile(books, dice)?.charter : undefined;
  const customerId = before?.customerId ?? `cus_${dice.serial}`;
  const last = books.charters
    .map((id) => books.held.file(id).charter)
    .filter((charter) => charter.customerId === customerId)
    .reduce<LocalDate | undefined>(
      (day, { bookedOn = dice.on }) => (day && day > bookedOn ? day : bookedOn),
      undefined,
    );
  const bookedOn = last === undefined ? dice.on : plusDays(last, dice.int(1, 40));
  if (bookedOn >= HISTORY_TODAY) return;
  const { performedOn: _, ...base } = aCharter({
    id: `chr_${dice.serial}`,
    entityId: dice.pick([...BOATS]),
    channelId: channel.id,
    title: dice.pick([
      'Sunset sail',
      '(Whale watch) "Anna & José"',
      '= regatta @ noon {gold}',
      '* ! ⛵ 50 % off # \\n',
    ]),
    lifecycle: 'confirmed',
    completionSeq: 0,
    customerId,
    bookedOn,
    sailsOn: earlier(plusDays(bookedOn, dice.int(1, 60))),
    priceLines: [
      price('charter', dice.int(60_000, 250_000)),
      price('addon_taxable', dice.int(0, 9_000)),
      price('discount', -dice.int(0, 5_000)),
      price('tax', dice.int(0, 900)),
    ],
  });
  books.keep(base);
  books.tryToPost(charterBooked(base, { isNew: last === undefined }, CONTEXT));
}

/** Some of those who asked were quoted, and some of them booked, within thirty days or later. */
function ask(books: HistoryBooks, dice: Dice): void {
  const lead = aLead({
    id: `lead_${dice.serial}`,
    entityId: dice.pick([...BOATS]),
    channelId: dice.pick([...HISTORY_CHANNELS]).id,
    askedOn: dice.on,
    askedAt: at(`${dice.on}T19:00:00Z`),
    ...(dice.chance(60) ? { stage: 'quoted', quotedOn: dice.on } : {}),
    ...(dice.chance(40) ? { stage: 'won', wonOn: plusDays(dice.on, dice.int(0, 45)) } : {}),
  });
  books.note('lead', lead);
  books.tryToPost(leadReceived(lead, CONTEXT));
}

function pay(books: HistoryBooks, dice: Dice): void {
  const file = aFile(books, dice);
  if (file === undefined) return;
  const { charter, balances } = file;
  const kind = dice.pick(['deposit', 'balance', 'balance', 'refund']);
  const isRefund = kind === 'refund';
  const amount = isRefund ? dice.int(1, Math.max(1, -(balances['2400'] ?? -2_000))) : dice.int(1, 120_000);
  books.record('payment', {
    ...moneyOf('payment', { ...dice, entityId: charter.entityId }),
    charterId: charter.id,
    kind,
    method: dice.pick(['card', 'cash', 'transfer']),
    cents: amount,
    tipCents: kind === 'balance' ? dice.int(0, Math.floor(amount / 5)) : 0,
    feeCents: isRefund ? 0 : dice.int(0, Math.floor(amount / 30)),
  });
}

function sail(books: HistoryBooks, dice: Dice): void {
  const file = aFile(books, dice);
  if (file?.charter.lifecycle !== 'confirmed') return;
  const { charter, balances } = file;
  const completionSeq = charter.completionSeq + 1;
  const completed: Charter = { ...charter, lifecycle: 'completed', performedOn: charter.sailsOn, completionSeq };
  const channel = HISTORY_CHANNELS.find(({ id }) => id === charter.channelId)!; // every charter's channel is in the list
  const sailed = { charter: completed, balances };
  const result = channel.collects ? otaCharterPerformed(sailed, channel, CONTEXT) : charterPerformed(sailed, CONTEXT);
  if (books.tryToPost(result)) books.keep(completed);
}

function callOff(books: HistoryBooks, dice: Dice): void {
  const file = aFile(books, dice);
  if (file?.charter.lifecycle !== 'confirmed') return;
  const heldCents = Math.max(0, -(file.balances['2100'] ?? 0));
  const retainedCents = dice.int(0, heldCents);
  const cancelled: Charter = {
    ...file.charter,
    lifecycle: dice.chance(20) ? 'no_show' : 'cancelled',
    cancellation: {
      by: dice.pick([...CANCELLED_BY]),
      reason: 'something came up',
      at: at(`${dice.on}T17:00:00Z`),
      on: dice.on,
      retainedCents: cents(retainedCents),
      refundCents: cents(heldCents - retainedCents),
    },
  };
  if (books.tryToPost(charterCancelled({ charter: cancelled, balances: file.balances }, CONTEXT)))
    books.keep(cancelled);
}

/** A sailing or a cancellation is taken back, and the charter is as it was before. */
function reopen(books: HistoryBooks, dice: Dice): void {
  const file = aFile(books, dice);
  if (file === undefined || file.charter.lifecycle === 'confirmed') return;
  const ended = books.entries.filter(
    (entry) => entry.refs.charterId === file.charter.id && /performed|cancelled/.test(entry.template),
  );
  const last = ended.at(-1);
  if (last === undefined || !books.tryToPost(reversal(last, file, CONTEXT))) return;
  const { performedOn: _, cancellation: __, ...rest } = file.charter;
  books.keep({ ...rest, lifecycle: 'confirmed' });
}

function aboutACharter(
  kind: MoneyKind,
  fields: (dice: Dice, held: Readonly<Record<string, number>>, charter: Charter) => object,
): HistoryKind['happen'] {
  return (books, dice) => {
    const file = aFile(books, dice);
    if (file === undefined) return;
    const { charter, balances } = file;
    const about = { ...moneyOf(kind, { ...dice, entityId: charter.entityId }), charterId: charter.id };
    books.record(kind, { ...about, ...fields(dice, balances, charter) });
  };
}

function aFile(books: HistoryBooks, dice: Dice) {
  const id = books.charters[dice.int(0, Math.max(0, books.charters.length - 1))];
  return id === undefined ? undefined : books.held.file(id);
}

function partOf(owed: number | undefined, dice: Dice): number {
  const all = Math.max(0, -(owed ?? 0));
  return dice.chance(70) ? all : dice.int(0, all);
}

/** The day, or the last one a history has. */
function earlier(day: LocalDate): LocalDate {
  const last = '2026-11-20' as LocalDate;
  return day < last ? day : last;
}
