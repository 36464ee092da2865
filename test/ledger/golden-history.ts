import { dayIn } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { expensePaid, overheadExpense } from '../../shared/ledger/costs.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { leadReceived } from '../../shared/ledger/leads.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundPaid } from '../../shared/ledger/refunds.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import {
  aChannel,
  aCharter,
  aLead,
  anExpense,
  anOverhead,
  anOwnersMoney,
  aPayment,
  aPayout,
  aTipPayout,
  at,
  CONTEXT,
  price,
  ZONE,
} from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

type Order = 'costs first' | 'costs last';
type Event = (typeof golden.input.events)[number];

/** What each charter's variable cost consists of; the sums are the vector's variableCents. */
const COSTS: Readonly<Record<string, readonly (readonly [id: string, account: string, cents: number])[]>> = {
  evt_A: [
    ['exp_A4', '5010', 36_000],
    ['exp_A5', '5020', 8_000],
  ],
  evt_B: [
    ['exp_B2', '5010', 36_000],
    ['exp_B3', '5020', 8_733],
  ],
  evt_D: [
    ['exp_D3', '5015', 35_000],
    ['exp_D4', '5025', 5_000],
    ['exp_D5', '5050', 3_100],
  ],
};

const PAYMENTS = [
  { id: 'pay_A1', charterId: 'evt_A', kind: 'deposit', cents: 87_000, feeCents: 2_553, receivedOn: '2026-09-10' },
  {
    id: 'pay_A2',
    charterId: 'evt_A',
    kind: 'balance',
    cents: 107_000,
    tipCents: 20_000,
    feeCents: 3_133,
    receivedOn: '2026-09-25',
  },
  { id: 'pay_C1', charterId: 'evt_C', kind: 'deposit', cents: 50_000, receivedOn: '2026-10-05' },
  { id: 'pay_D1', charterId: 'evt_D', kind: 'deposit', cents: 50_000, feeCents: 1_500, receivedOn: '2026-11-01' },
  { id: 'pay_D2', charterId: 'evt_D', kind: 'balance', cents: 93_663, feeCents: 2_700, receivedOn: '2026-11-06' },
] as const;

/** A charter of the golden vectors, as it stands at their end. */
export function goldenCharter(id: Event['id']): Charter {
  const event = golden.input.events.find((held) => held.id === id) as Event;
  const { performedAt, cancelledAt } = event;
  const parts = [
    price('charter', event.charterCents),
    price('addon_taxable', event.addonsCents),
    price('discount', -event.discountCents),
    price('tax', event.taxCents),
  ];
  return {
    ...aCharter({
      id,
      channelId: event.channel,
      title: id,
      lifecycle: event.status as Lifecycle,
      bookedOn: dayIn(ZONE, at(event.bookedAt)),
      sailsOn: dayIn(ZONE, at(event.startAt)),
      priceLines: parts.filter((line) => line.totalCents !== 0),
      ...(performedAt === undefined ? {} : { performedOn: dayIn(ZONE, at(performedAt)) }),
    }),
    ...(cancelledAt === undefined ? {} : { cancellation: goldenCancellation(event, cancelledAt) }),
  };
}

/** The books after everything in the golden vectors has happened, with the crew and fuel paid before or after sailing. */
export function goldenBooks(order: Order): { books: SetOfBooks['books']; entries: readonly JournalEntry[] } {
  const held = new SetOfBooks(...golden.input.events.map((event) => notYetOver(goldenCharter(event.id))));
  held.post(ownerMoneyMoved(anOwnersMoney({ id: 'own_0001' }), CONTEXT));
  const ads = { id: 'exp_ads', account: '6100', cents: 15_001, on: '2026-10-15', vendor: 'Google' };
  held.post(overheadExpense(anOverhead(ads), CONTEXT));
  for (const event of golden.input.events) bookAndCollect(held, event);
  if (order === 'costs first') payCosts(held);
  for (const event of golden.input.events) finish(held, event);
  if (order === 'costs last') payCosts(held);
  held.post(tipsPaidOut(aTipPayout({ id: 'tip_A3', charterId: 'evt_A' }), held.file('evt_A'), CONTEXT));
  for (const lead of golden.input.leads) {
    const askedOn = dayIn(ZONE, at(lead.createdAt));
    held.post(leadReceived(aLead({ id: `lead_${lead.id}`, askedAt: at(lead.createdAt), askedOn }), CONTEXT));
  }
  return { books: held.books, entries: held.entries };
}

export function goldenEntries(order: Order): readonly JournalEntry[] {
  return goldenBooks(order).entries;
}

function goldenCancellation(event: Event, cancelledAt: string): NonNullable<Charter['cancellation']> {
  return {
    by: event.cancelledBy as 'guest' | 'weather',
    reason: 'as the vectors say',
    at: at(cancelledAt),
    on: dayIn(ZONE, at(cancelledAt)),
    retainedCents: cents(event.retainedCents ?? 0),
    refundCents: cents((event.depositCents ?? 0) - (event.retainedCents ?? 0)),
  };
}

function bookAndCollect(held: SetOfBooks, { id, firstTime }: Event): void {
  held.post(charterBooked(held.file(id).charter, { isNew: firstTime }, CONTEXT));
  for (const payment of PAYMENTS.filter((of) => of.charterId === id)) {
    const receive = payment.kind === 'deposit' ? depositReceived : balanceReceived;
    held.post(receive(aPayment(payment), held.file(id), CONTEXT));
  }
}

/** The charter before it sailed or was called off: how it stands while money comes in. */
function notYetOver(charter: Charter): Charter {
  const { performedOn: _, cancellation: __, ...rest } = charter;
  return { ...rest, lifecycle: 'confirmed' };
}

function finish(held: SetOfBooks, { id, status, channel }: Event): void {
  held.keep(goldenCharter(id));
  if (status === 'cancelled') held.post(charterCancelled(held.file(id), CONTEXT));
  if (id === 'evt_C') {
    const refund = { id: 'pay_C2', charterId: id, kind: 'refund', cents: 25_000, receivedOn: '2026-11-02' };
    held.post(refundPaid(aPayment(refund), held.file(id), CONTEXT));
  }
  if (status !== 'completed') return;
  if (channel === 'direct') {
    held.post(charterPerformed(held.file(id), CONTEXT));
    return;
  }
  held.post(otaCharterPerformed(held.file(id), aChannel({ id: channel }), CONTEXT));
  held.post(otaPayout(aPayout({ id: 'out_B1', charterId: id }), held.file(id), CONTEXT));
}

function payCosts(held: SetOfBooks): void {
  for (const [charterId, costs] of Object.entries(COSTS)) {
    const { performedOn } = goldenCharter(charterId);
    for (const [id, account, amount] of costs) {
      const expense = anExpense({ id, charterId, account, cents: amount, on: performedOn });
      held.post(expensePaid(expense, held.file(charterId), CONTEXT));
    }
  }
}
