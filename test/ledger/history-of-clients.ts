import { firstDay, lastDay, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { ClientLine } from '../../shared/records/client-work.ts';
import { STAMP } from './a-record.ts';
import type { HistoryBooks } from './history-books.ts';
import type { Dice, HistoryKind } from './history-dice.ts';
import { HISTORY_TODAY } from './history-dice.ts';
import { moneyOf } from './history-of-the-house.ts';

/** Clients of an agency: work, costs laid out, invoices, payments, credits, what is given up, and accruals. */
export const CLIENT_KINDS: readonly HistoryKind[] = [
  { weight: 4, happen: layOut },
  { weight: 8, happen: invoice },
  {
    weight: 6,
    happen: (books, dice) => onInvoice(books, dice, 'client-payment', { paidInto: dice.pick(['1010', '1020']) }),
  },
  { weight: 3, happen: (books, dice) => onInvoice(books, dice, 'credit-memo', { number: 'CM', account: '4310' }) },
  { weight: 2, happen: (books, dice) => onInvoice(books, dice, 'write-off', { reason: 'Closed down' }) },
  { weight: 3, happen: accrue },
];

const ROLES = ['principal', 'agent'] as const;

/** We pay somebody else for a client. */
function layOut(books: HistoryBooks, dice: Dice): void {
  books.record('pass-through-cost', {
    ...moneyOf('pass-through-cost', dice),
    clientId: clientOf(dice),
    costId: `cst_${dice.entityId}-${dice.serial}`,
    vendor: 'A host',
    month: monthOf(dice.on),
    role: dice.pick([...ROLES]),
    paidFrom: dice.pick(['1010', '2020']),
    cents: dice.int(1, 9_000),
  });
}

/** Work is done and invoiced, with a cost that was laid out, if there is one. */
function invoice(books: HistoryBooks, dice: Dice): void {
  const clientId = clientOf(dice);
  const work = { ...STAMP, id: `wrk_${dice.entityId}-${dice.serial}`, entityId: dice.entityId, clientId, on: dice.on };
  const minutes = dice.int(1, 600);
  books.agree('work-entry', { ...work, minutes, rateCentsPerHour: 12_500, billable: true, note: 'Work' });
  const cost = books
    .recordsOf('client-cost')
    .find((one) => one.clientId === clientId && one.invoiceId === undefined && one.isVoid !== true);
  const lines: ClientLine[] = [
    { kind: 'hourly', text: 'Work', cents: dice.int(1, 90_000) as never, role: 'principal', workIds: [work.id] },
    ...(cost === undefined
      ? []
      : [{ kind: 'hosting', text: 'Host', cents: dice.int(0, 9_000), role: cost.role, costIds: [cost.id] } as never]),
  ];
  books.record('client-invoice', {
    ...moneyOf('client-invoice', dice),
    clientId,
    invoiceId: `inv_${dice.entityId}-${dice.serial}`,
    number: `${dice.serial}`,
    customer: 'A client',
    dueOn: dice.on,
    cents: lines.reduce((sum, { cents }) => sum + cents, 0),
    lines,
  });
}

/** Something happens to an invoice that was sent. */
function onInvoice(
  books: HistoryBooks,
  dice: Dice,
  kind: 'client-payment' | 'credit-memo' | 'write-off',
  fields: object,
): void {
  const open = books.recordsOf('invoice').filter(({ status, clientId }) => status === 'open' && clientId !== undefined);
  const one = open[dice.int(0, Math.max(0, open.length - 1))];
  if (one === undefined) return;
  const about = { clientId: one.clientId, invoiceId: one.id, cents: dice.int(1, Math.max(1, one.cents)) };
  books.record(kind, { ...moneyOf(kind, { ...dice, entityId: one.entityId }), ...about, ...fields });
}

/** A month's unbilled work is accrued and reversed. */
function accrue(books: HistoryBooks, dice: Dice): void {
  const month = monthOf(dice.on);
  const next = firstDay(plusMonths(month, 1));
  if (next > HISTORY_TODAY) return;
  const clientId = clientOf(dice);
  const accrualId = `wip_${dice.entityId}-${clientId}-${month}`;
  const about = { clientId, accrualId, month, cents: dice.int(1, 50_000) };
  const of = moneyOf('work-accrual', dice);
  const isIn = books.record('work-accrual', { ...of, ...about, direction: 'accrued', on: lastDay(month) });
  if (!isIn) return;
  books.record('work-accrual', { ...of, ...about, id: `wac_back-${dice.serial}`, direction: 'reversed', on: next });
}

function clientOf(dice: Dice): string {
  return dice.pick(['bakery', 'hotel']);
}
