import type { LocalDate, Month } from '../../../kernel/calendar.ts';
import { daysBetween, firstDay, lastDay, monthOf, monthsThrough, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, mapped } from '../../../kernel/measured.ts';
import type { ClientCount } from '../../../ledger/client-tallies.ts';
import type { UnbilledWork } from '../../../ledger/unbilled-work.ts';
import { isInForce, retainerOf, unbilledWork } from '../../../ledger/unbilled-work.ts';
import type { Client, ClientContract, ClientCost, WorkEntry } from '../../../records/client-work.ts';
import type { Invoice } from '../../../records/invoice.ts';
import { invoiceOpen } from '../../../records/invoice.ts';
import type { Source } from '../../../records/snapshot.ts';
import { offTheBooks } from '../accounting/kept-books.ts';
import type { FactDefinition } from '../fact.ts';
import { recordsOf, unreadable } from '../readings.ts';
import type { FactView } from '../view.ts';

/** What every figure of the agency's clients has in common. */
export const OF_CLIENTS = {
  perEntity: true,
  kinds: ['agency'],
  owner: 'Accounting',
  source: 'policy default',
} as const satisfies Partial<FactDefinition>;

/** How long clients are looked back on: twelve months, or as many as the books have. */
const MONTHS_BACK = 12;
/** A month's retainer or hosting is to be invoiced by this day of the next. */
const BILLED_BY_DAY = 5;

/** Clients we work for. */
export function activeClients(view: FactView): Measured<readonly Client[]> {
  return mapped(recordsOf(view, 'client'), (clients) => clients.filter(({ active }) => active));
}

/** Every contract with a client, past ones included; none where there are clients and no contract. */
export function contracts(view: FactView): Measured<readonly ClientContract[]> {
  return beside(view, view.registers['client-contract'], 'client contracts');
}

/** Work that is billable and on no invoice. Known, and perhaps nothing, wherever clients are recorded. */
export function openWork(view: FactView): Measured<readonly WorkEntry[]> {
  return mapped(beside(view, view.registers['work-entry'], 'work entries'), (work) =>
    work.filter(({ billable, invoiceId }) => billable && invoiceId === undefined),
  );
}

/** What of that work is to be charged: what a retainer includes is paid for with it. */
export function unbilled(view: FactView): Measured<readonly UnbilledWork[]> {
  const { balances } = view;
  return combined(openWork(view), contracts(view), (work, all) => {
    if (balances.state === 'unreadable' && work.some((entry) => retainerOf(entry, all) !== undefined)) {
      return unreadable('journal entries', balances.because);
    }
    return unbilledWork(work, all, (clientId, month) => includedSoFar(view, clientId, month));
  });
}

/** Minutes of a client's work in a month that were invoiced as part of its retainer. */
export function includedSoFar({ books, entityIds }: FactView, clientId: string, month: Month): number {
  return books.tally(entityIds, books.months(entityIds), 'clients', `${clientId}.included-${month}`);
}

/** Costs paid for clients that are on no invoice. */
export function openCosts(view: FactView): Measured<readonly ClientCost[]> {
  return mapped(beside(view, view.registers['client-cost'], 'costs paid for clients'), (costs) =>
    costs.filter(({ invoiceId, isVoid }) => invoiceId === undefined && isVoid !== true),
  );
}

/** Invoices to clients on which something is open, either way. */
export function openClientInvoices(view: FactView): Measured<readonly Invoice[]> {
  return mapped(beside(view, view.registers.invoice, 'invoices'), (invoices) =>
    invoices.filter((invoice) => invoice.clientId !== undefined && invoiceOpen(invoice) !== 0),
  );
}

/** Days since work was done. */
export function ageOf({ on }: { readonly on: LocalDate }, today: LocalDate): number {
  return daysBetween(on, today);
}

/** Whether work was done under no contract that ran that day, though its client once had one. */
export function isLapsed({ clientId, contractId, on }: WorkEntry, all: readonly ClientContract[]): boolean {
  const ours = all.filter((of) => (contractId === undefined ? of.clientId === clientId : of.id === contractId));
  return ours.length > 0 && !ours.some((contract) => isInForce(contract, on));
}

/** The last month that should be invoiced by now. */
export function monthToBill({ today, month }: Pick<FactView, 'today' | 'month'>): Month {
  const now = monthOf(today);
  const last = plusMonths(now, Number(today.slice(8)) > BILLED_BY_DAY ? -1 : -2);
  return month < last ? month : last;
}

/** What a client was to be invoiced for a month by its retainers and hosting that ran in it. */
export function contractedFor(clientId: string, all: readonly ClientContract[], month: Month): number {
  return all
    .filter((of) => of.clientId === clientId && of.from <= lastDay(month))
    .filter(({ to }) => to === undefined || to >= firstDay(month))
    .reduce((sum, { monthlyCents = 0 }) => sum + monthlyCents, 0);
}

/** A count of one client over the last twelve months; of all where none is named. */
export function clientCount(
  view: FactView,
  count: ClientCount,
  clientIds: readonly string[],
  back = MONTHS_BACK,
): Measured<number> {
  return offTheBooks(view, ({ books, entityIds, month }) => {
    const months = monthsThrough(plusMonths(month, 1 - back), month);
    return clientIds.reduce((sum, id) => sum + books.tally(entityIds, months, 'clients', `${id}.${count}`), 0);
  });
}

/** A count of clients since the books began, today included: what stands, not what moved. */
export function clientStanding(view: FactView, count: ClientCount, clientIds: readonly string[]): Measured<number> {
  return offTheBooks({ ...view, month: monthOf(view.today) }, ({ books, entityIds }) => {
    const months = books.months(entityIds);
    return clientIds.reduce((sum, id) => sum + books.tally(entityIds, months, 'clients', `${id}.${count}`), 0);
  });
}

/** Every client the records or the books name, sorted. */
export function clientIds(view: FactView): Measured<readonly string[]> {
  const booked = view.books
    .names(view.entityIds, view.books.months(view.entityIds), 'clients')
    .map((name) => name.split('.')[0] ?? name);
  return mapped(recordsOf(view, 'client'), (clients) =>
    [...new Set([...clients.map(({ id }) => id), ...booked])].sort(),
  );
}

/** A count of all clients over the last twelve months. */
export function countOfAll(view: FactView, count: ClientCount, back = MONTHS_BACK): Measured<number> {
  const ids = clientIds(view);
  if (ids.state === 'unknown') return ids;
  return combined(ids, clientCount(view, count, ids.value, back), (_, counted) => counted);
}

/** A register that is empty where clients are recorded says there is none; without clients it says nothing. */
function beside<T>(view: FactView, source: Source<T>, many: string): Measured<readonly T[]> {
  if (source.state === 'unreadable') return unreadable(many, source.because);
  return mapped(recordsOf(view, 'client'), () => source.records);
}
