import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped, unknown } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import type { ClientCount } from '../../../ledger/client-tallies.ts';
import { invoiceOpen } from '../../../records/invoice.ts';
import { standingNow } from '../accounting/kept-books.ts';
import type { FactDefinition } from '../fact.ts';
import type { FactView } from '../view.ts';
import {
  clientCount,
  clientIds,
  clientStanding,
  countOfAll,
  OF_CLIENTS,
  openClientInvoices,
  openWork,
} from './client-records.ts';

const OVERDUE_DAYS = 60;

/** One count over another; what is missing where there is nothing to divide by. */
function shareOfCounts(view: FactView, part: ClientCount, whole: ClientCount, missing: string): Measured<number> {
  return combined(countOfAll(view, part), countOfAll(view, whole), (a, b) => ratio(a, b) ?? unknown(missing));
}

/** What an hour worked for some clients has brought, in cents. */
export function effectiveRate(view: FactView, ids: readonly string[]): Measured<number> {
  return combined(clientCount(view, 'work-billed', ids), clientCount(view, 'minutes', ids), (billed, minutes) =>
    minutes > 0 ? dividedRounded(billed * 60, minutes) : unknown('work entries on an invoice'),
  );
}

/** What the open invoices of a client come to, credits taken off. */
export function openOf(view: FactView, clientId: string): Measured<number> {
  return mapped(openClientInvoices(view), (invoices) =>
    invoices.filter((of) => of.clientId === clientId).reduce((sum, invoice) => sum + invoiceOpen(invoice), 0),
  );
}

/** What each of some clients differs by, without its sign: two errors do not make up for each other. */
function differences(view: FactView, of: (id: string) => Measured<number>): Measured<number> {
  const ids = clientIds(view);
  if (ids.state === 'unknown') return ids;
  return ids.value.reduce<Measured<number>>(
    (sum, id) => combined(sum, of(id), (total, one) => total + Math.abs(one)),
    mapped(ids, () => 0),
  );
}

const CENTS = { ...OF_CLIENTS, unit: 'cents', needs: ['client', 'balances'] } as const;
const SHARE = { ...OF_CLIENTS, unit: 'share', needs: ['client', 'balances'] } as const;
const WINDOW = 'of the last twelve months, or as many as the books have';

/** What clients were asked for, paid and brought, by the books; and that the books agree with the invoices. */
export const CLIENT_MONEY_FACTS: readonly FactDefinition[] = [
  {
    ...CENTS,
    id: 'client-revenue',
    title: 'Revenue from clients',
    definition: `Revenue from clients ${WINDOW}; what was only laid out for them is none.`,
    formula: 'revenue of invoices and accrued work − credit memos',
    compute: (view) => countOfAll(view, 'revenue'),
  },
  {
    ...SHARE,
    id: 'realisation',
    title: 'Work invoiced, of its worth',
    definition: `What work was invoiced at, of what it was worth at its own rate, ${WINDOW}.`,
    formula: 'work invoiced ÷ worth of that work',
    compute: (view) => shareOfCounts(view, 'work-billed', 'work-worth', 'work entries on an invoice'),
  },
  {
    ...SHARE,
    id: 'collection',
    title: 'Paid, of what was invoiced',
    definition: `What clients have paid of what they were invoiced, credits taken off, ${WINDOW}.`,
    formula: 'payments ÷ (invoices − credit memos)',
    compute: (view) =>
      combined(
        countOfAll(view, 'collected'),
        combined(countOfAll(view, 'invoiced'), countOfAll(view, 'credited'), (all, credited) => all - credited),
        (collected, asked) => ratio(collected, asked) ?? unknown('client invoices in the books'),
      ),
  },
  {
    ...CENTS,
    id: 'effective-rate',
    title: 'Effective rate per hour',
    definition: `What an hour of the work on invoices has brought, ${WINDOW}.`,
    formula: 'work invoiced ÷ hours of that work',
    compute: (view) => {
      const ids = clientIds(view);
      return ids.state === 'unknown' ? ids : effectiveRate(view, ids.value);
    },
  },
  {
    ...SHARE,
    id: 'pass-through-recovery',
    title: 'Costs paid for clients that were invoiced',
    definition: `What clients were invoiced for costs we paid for them, of those costs, ${WINDOW}.`,
    formula: 'costs invoiced ÷ costs paid for clients',
    compute: (view) => shareOfCounts(view, 'pass-billed', 'pass-cost', 'costs paid for clients in the books'),
  },
  {
    ...SHARE,
    id: 'top-client-share',
    title: 'Share of the largest client',
    definition: `The share of revenue the client with the most of it brings, ${WINDOW}.`,
    formula: 'revenue of the largest client ÷ revenue from clients',
    compute: (view) => {
      const ids = clientIds(view);
      if (ids.state === 'unknown') return ids;
      const most = ids.value.reduce<Measured<number>>(
        (top, id) => combined(top, clientCount(view, 'revenue', [id]), Math.max),
        mapped(ids, () => 0),
      );
      return combined(most, countOfAll(view, 'revenue'), (top, all) =>
        all > 0 ? (ratio(top, all) ?? 0) : unknown('revenue from clients'),
      );
    },
  },
  {
    ...CENTS,
    id: 'client-receivables',
    title: 'Owed by clients',
    needs: ['client', 'invoice'],
    definition: 'What is open on invoices to clients today, credits taken off.',
    formula: 'sum of invoices − payments − credits − written off',
    compute: (view) =>
      mapped(openClientInvoices(view), (open) => open.reduce((sum, invoice) => sum + invoiceOpen(invoice), 0)),
  },
  {
    ...CENTS,
    id: 'client-receivables-over-60',
    title: 'Owed by clients more than 60 days past due',
    needs: ['client', 'invoice'],
    definition: 'What is open on invoices to clients whose due day is 61 days back or more; credits are left out.',
    formula: 'sum of open amounts above zero due so long ago',
    compute: (view) =>
      mapped(openClientInvoices(view), (open) =>
        open
          .filter(({ dueOn }) => daysBetween(dueOn, view.today) > OVERDUE_DAYS)
          .reduce((sum, invoice) => sum + Math.max(0, invoiceOpen(invoice)), 0),
      ),
  },
  {
    ...CENTS,
    id: 'client-ledger-difference',
    title: 'Clients’ invoices against the ledger',
    needs: ['client', 'invoice', 'balances'],
    definition: 'What the open invoices of each client differ by from what the ledger holds for that client.',
    formula: 'sum over clients of |open invoices − receivable in the ledger|',
    compute: (view) =>
      differences(view, (id) =>
        combined(openOf(view, id), clientStanding(view, 'receivable', [id]), (open, held) => open - held),
      ),
  },
  {
    ...CENTS,
    id: 'client-account-difference',
    title: 'Clients together against accounts receivable',
    definition: 'What the ledger holds for all clients differs by from the agency’s accounts receivable, account 1110.',
    formula: 'sum of receivables by client − account 1110',
    compute: (view) => {
      const ids = clientIds(view);
      if (ids.state === 'unknown') return ids;
      const byClient = clientStanding(view, 'receivable', ids.value);
      return combined(byClient, standingNow(view, ['1110']), (sum, account) => sum - account);
    },
  },
  {
    ...CENTS,
    id: 'client-invoice-difference',
    title: 'Invoices against payments, credits and what is open',
    definition: 'What invoices in the ledger differ by from their payments, credits, write-offs and open amounts.',
    formula: 'invoices − payments − credit memos − write-offs − open, by client, without sign',
    compute: (view) =>
      differences(view, (id) => {
        const parts = (['collected', 'credited', 'written-off', 'receivable'] as const).map((count) =>
          clientStanding(view, count, [id]),
        );
        return parts.reduce(
          (left, part) => combined(left, part, (a, b) => a - b),
          clientStanding(view, 'invoiced', [id]),
        );
      }),
  },
  {
    ...OF_CLIENTS,
    unit: 'count',
    id: 'billed-work-still-open',
    title: 'Work on an invoice that still counts as unbilled',
    needs: ['client', 'invoice', 'work-entry'],
    definition: 'Work entries an open invoice names that are not marked as invoiced: they would be billed twice.',
    formula: 'number of such work entries',
    compute: (view) =>
      combined(openWork(view), openClientInvoices(view), (work, invoices) => {
        const billed = new Set(invoices.flatMap(({ lines = [] }) => lines.flatMap(({ workIds = [] }) => workIds)));
        return work.filter(({ id }) => billed.has(id)).length;
      }),
  },
  {
    ...OF_CLIENTS,
    unit: 'days',
    id: 'client-dso-days',
    title: 'Days clients take to pay',
    needs: ['client', 'invoice', 'balances'],
    definition: 'How many days of invoicing are unpaid: what clients owe, against the invoices of three months.',
    formula: 'owed by clients ÷ invoiced in three months × 90',
    compute: (view) => {
      const owed = mapped(openClientInvoices(view), (open) =>
        open.reduce((sum, invoice) => sum + invoiceOpen(invoice), 0),
      );
      return combined(owed, countOfAll(view, 'invoiced', 3), (open, invoiced) =>
        invoiced > 0 ? dividedRounded(open * 90, invoiced) : unknown('client invoices in the last three months'),
      );
    },
  },
];
