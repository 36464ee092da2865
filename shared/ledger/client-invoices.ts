import { monthOf } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import type { ClientInvoice } from '../records/client-money.ts';
import type { ClientCost, ClientLine, WorkEntry } from '../records/client-work.ts';
import type { Invoice } from '../records/invoice.ts';
import type { JournalEntry, JournalLine } from '../records/journal.ts';
import { clientTallies, workWorth } from './client-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import { aboveZero, subjectEntry } from './subject-books.ts';

/** The work and the costs an invoice asks payment for, as they are on record. */
export interface BilledRecords {
  readonly work: readonly WorkEntry[];
  readonly costs: readonly ClientCost[];
}

/** All that an invoice names changes in one transaction, which holds a hundred records. */
const MOST_BILLED = 60;

/** The ids of the work and the costs an invoice names, line by line. */
export function billedIds({ lines }: Pick<ClientInvoice, 'lines'>): {
  readonly work: readonly string[];
  readonly costs: readonly string[];
} {
  return {
    work: lines.flatMap(({ workIds = [] }) => workIds),
    costs: lines.flatMap(({ costIds = [] }) => costIds),
  };
}

/**
 * A client was invoiced: work is client service revenue; hosting and other things resold are revenue in full where we are
 * principal, and what is left after their cost where we are agent.
 */
export function clientInvoiced(
  invoice: ClientInvoice,
  before: Invoice | undefined,
  onRecord: BilledRecords,
  context: PostingContext,
): Result<JournalEntry> {
  const { lines } = invoice;
  const billed = onInvoice(invoice, onRecord);
  return entryUnless(problemsOf(invoice, before, billed), () => {
    const posted = lines.flatMap((line) => revenueLines(line, billed.costs));
    const laidOut = posted.reduce((sum, { account, cents }) => sum + (account === '1160' ? -cents : 0), 0);
    const worked = lines.filter(({ workIds = [] }) => workIds.length > 0);
    return subjectEntry(
      invoice,
      {
        template: 'client_invoiced',
        event: 'invoice',
        memo: `invoice ${invoice.number} to ${invoice.customer}`,
        subjectId: invoice.invoiceId,
        lines: [debit('1110', invoice.cents), ...posted],
        tallies: [
          ...clientTallies(invoice, {
            receivable: invoice.cents,
            invoiced: invoice.cents,
            revenue: invoice.cents - laidOut,
            'work-billed': totalOf(worked),
            'work-worth': billed.work.reduce((sum, entry) => sum + workWorth(entry), 0),
            minutes: billed.work.reduce((sum, { minutes }) => sum + minutes, 0),
            'pass-billed': totalOf(lines.filter(({ costIds = [] }) => costIds.length > 0)),
          }),
          ...lines.flatMap(({ month, cents }) =>
            month === undefined ? [] : clientTallies(invoice, { [`month-${month}`]: cents }),
          ),
          ...includedWork(invoice, billed).flatMap(({ on, minutes }) =>
            clientTallies(invoice, { [`included-${monthOf(on)}`]: minutes }),
          ),
        ],
      },
      context,
    );
  });
}

/** What stands beside the books: the work and costs on the invoice are billed; withdrawn, they are open again. */
export function billedNow(
  invoice: ClientInvoice,
  onRecord: BilledRecords,
  isWithdrawn: boolean,
  { postedAt: updatedAt }: PostingContext,
): BilledRecords {
  const billed = onInvoice(invoice, onRecord);
  const now = <T extends WorkEntry | ClientCost>({ invoiceId: _, ...open }: T) => ({
    ...open,
    ...(isWithdrawn ? {} : { invoiceId: invoice.invoiceId }),
    updatedAt,
  });
  return { work: billed.work.map(now) as WorkEntry[], costs: billed.costs.map(now) as ClientCost[] }; // the same records, each with its invoice or without
}

/** Why an invoice cannot be taken back: what was credited or written off on it would be left without it. */
export function invoiceKept(invoice: Invoice | undefined): readonly Problem[] {
  const { creditedCents = 0, writtenOffCents = 0 } = invoice ?? {};
  const rests = creditedCents !== 0 || writtenOffCents !== 0;
  return problemIf(rests, 'of.id', 'a credit memo or a write-off rests on this invoice; take that back first');
}

/** The work a retainer's own line names: it uses up the time the retainer includes. */
function includedWork({ lines }: ClientInvoice, { work }: BilledRecords): readonly WorkEntry[] {
  const ids = lines.flatMap(({ kind, workIds = [] }) => (kind === 'retainer' ? workIds : []));
  return work.filter(({ id }) => ids.includes(id));
}

function onInvoice(invoice: ClientInvoice, { work, costs }: BilledRecords): BilledRecords {
  const ids = billedIds(invoice);
  return {
    work: work.filter(({ id }) => ids.work.includes(id)),
    costs: costs.filter(({ id }) => ids.costs.includes(id)),
  };
}

function problemsOf(
  invoice: ClientInvoice,
  before: Invoice | undefined,
  { work, costs }: BilledRecords,
): readonly Problem[] {
  const { lines, cents, on, dueOn, invoiceId, clientId } = invoice;
  const ids = billedIds(invoice);
  const named = [...ids.work, ...ids.costs];
  const isPosted = before !== undefined && before.status !== 'void' && before.lines?.length !== 0;
  return [
    ...aboveZero(invoice),
    ...problemIf(isPosted, 'invoiceId', 'this invoice is in the books already'),
    ...problemIf(lines.length === 0 || totalOf(lines) !== cents, 'cents', 'this is not the sum of the lines'),
    ...problemIf(dueOn < on, 'dueOn', 'the invoice is due before it was sent'),
    ...problemIf(new Set(named).size !== named.length, 'lines', 'the same work or cost stands on two lines'),
    ...problemIf(
      named.length > MOST_BILLED,
      'lines',
      `an invoice names at most ${MOST_BILLED} pieces of work and costs`,
    ),
    ...problemIf(named.length !== work.length + costs.length, 'lines', 'some of the work or costs are not on record'),
    ...problemIf(
      [...work, ...costs].some((one) => one.clientId !== clientId),
      'lines',
      'some of the work or costs are another client’s',
    ),
    ...problemIf(
      [...work, ...costs].some((one) => one.invoiceId !== undefined && one.invoiceId !== invoiceId),
      'lines',
      'some of the work or costs are on another invoice already',
    ),
    ...problemIf(
      work.some(({ billable }) => !billable),
      'lines',
      'some of the work is not billable',
    ),
    ...problemIf(
      costs.some(({ isVoid }) => isVoid === true),
      'lines',
      'some of the costs were taken back',
    ),
    ...problemIf(
      lines.some(({ costIds = [], role }) => costs.some((cost) => costIds.includes(cost.id) && cost.role !== role)),
      'lines',
      'a cost was paid in another role, agent or principal, than its line says',
    ),
  ];
}

/** What a line credits. What an agent laid out comes back first; only the rest is revenue. */
function revenueLines(line: ClientLine, costs: readonly ClientCost[]): readonly JournalLine[] {
  const { kind, role, cents, costIds = [] } = line;
  if (kind !== 'hosting' && kind !== 'pass-through') return [credit('4310', cents)];
  if (role === 'principal') return [credit('4320', cents)];
  const laidOut = totalOf(costs.filter(({ id }) => costIds.includes(id)));
  return [credit('1160', laidOut), credit('4330', cents - laidOut)];
}

function totalOf(amounts: readonly { readonly cents: number }[]): number {
  return amounts.reduce((sum, { cents }) => sum + cents, 0);
}
