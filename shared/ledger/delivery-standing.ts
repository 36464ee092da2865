import type { LocalDate } from '../kernel/calendar.ts';
import { cents, sumCents } from '../kernel/money.ts';
import type { DeliveryJob, JobBooks, JobStatus } from '../records/delivery-job.ts';
import { jobInvoiceOpen, NOTHING_BOOKED } from '../records/delivery-job.ts';
import type {
  DeliveryAdvance,
  DeliveryDayLog,
  DeliveryExpense,
  DeliveryInvoice,
  DeliveryPayment,
  DeliveryWriteOff,
} from '../records/delivery-money.ts';
import type { Invoice } from '../records/invoice.ts';
import { chargedLines } from './delivery-money.ts';
import { dayEarned, expenseCharged } from './delivery-work.ts';
import type { PostingContext } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { subjectOpen, subjectOwes } from './subject-books.ts';

/** The lists of a job, without the balances that follow from the books. */
type Lists = Pick<JobBooks, 'advances' | 'days' | 'expenses' | 'invoices' | 'payments' | 'writeOffs'>;

/** The job with an advance on its list. */
export function withAdvance(job: DeliveryJob, { id, on, cents: amount }: DeliveryAdvance): DeliveryJob {
  return changed(job, ({ advances }) => ({ advances: byDay([...advances, { id, on, cents: amount }]) }));
}

/** The job with a day in its log; what of it no advance paid is what the books hold unbilled beyond the other lines. */
export function withDay(job: DeliveryJob, log: DeliveryDayLog, balances: SubjectBalances): DeliveryJob {
  const { id, on, kind, crew, nm } = log;
  const earnedCents = dayEarned(job, log);
  const unbilledCents = newlyUnbilled(job, balances);
  return changed(job, ({ days }) => ({
    days: byDay([...days, { id, on, kind, crew, nm, earnedCents, unbilledCents }]),
  }));
}

/** The job with an expense on its list. */
export function withExpense(job: DeliveryJob, expense: DeliveryExpense, balances: SubjectBalances): DeliveryJob {
  const { id, on, vendor, cents: amount, billable, receiptKey } = expense;
  const line = {
    id,
    on,
    vendor,
    cents: amount,
    isBillable: billable,
    chargedCents: expenseCharged(job, expense),
    hasReceipt: receiptKey !== undefined,
    unbilledCents: billable ? newlyUnbilled(job, balances) : cents(0),
  };
  return changed(job, ({ expenses }) => ({ expenses: byDay([...expenses, line]) }));
}

/** The job with an invoice, and the lines it asks for marked with it. */
export function withInvoice(job: DeliveryJob, invoice: DeliveryInvoice): DeliveryJob {
  const { id, on, invoiceId, number, dueOn, cents: amount, lines } = invoice;
  const mark = <L extends { readonly id: string }>(line: L) =>
    lines.includes(line.id) ? { ...line, invoiceId } : line;
  return changed(job, ({ days, expenses, invoices }) => ({
    days: days.map(mark),
    expenses: expenses.map(mark),
    invoices: byDay([...invoices, { id, on, invoiceId, number, dueOn, cents: amount, paidCents: cents(0) }]),
  }));
}

/** The job with a payment of one of its invoices. */
export function withPayment(job: DeliveryJob, { id, on, invoiceId, cents: amount }: DeliveryPayment): DeliveryJob {
  return changed(job, ({ payments }) => ({ payments: byDay([...payments, { id, on, invoiceId, cents: amount }]) }));
}

/** The job with what was given up of one of its invoices. */
export function withWriteOff(job: DeliveryJob, { id, on, invoiceId, cents: amount }: DeliveryWriteOff): DeliveryJob {
  return changed(job, ({ writeOffs = [] }) => ({
    writeOffs: byDay([...writeOffs, { id, on, invoiceId, cents: amount }]),
  }));
}

/** The job without a posting: off every list, and with an invoice go the marks of its lines. */
export function without(job: DeliveryJob, recordId: string): DeliveryJob {
  const gone = job.booked?.invoices.find(({ id }) => id === recordId)?.invoiceId;
  const unmark = <L extends { readonly id: string; readonly invoiceId?: string }>({ invoiceId, ...line }: L) =>
    invoiceId === undefined || invoiceId === gone ? line : { ...line, invoiceId };
  const others = <L extends { readonly id: string }>(list: readonly L[]) => list.filter(({ id }) => id !== recordId);
  return changed(job, ({ advances, days, expenses, invoices, payments, writeOffs }) => ({
    advances: others(advances),
    days: others(days).map(unmark),
    expenses: others(expenses).map(unmark),
    invoices: others(invoices),
    payments: others(payments),
    ...(writeOffs && { writeOffs: others(writeOffs) }),
  }));
}

/** The job as its books say: balances, what each invoice has been paid, and how far that brings it. */
export function jobStanding(job: DeliveryJob, balances: SubjectBalances, context: PostingContext): DeliveryJob {
  const before = job.booked ?? NOTHING_BOOKED;
  const booked: JobBooks = {
    ...before,
    invoices: before.invoices.map((invoice) => withSettled(invoice, before)),
    heldCents: subjectOwes(balances, '2130'),
    unbilledCents: subjectOpen(balances, '1160'),
    receivableCents: cents(balances['1110'] ?? 0),
    crewOwedCents: subjectOwes(balances, '2010'),
    earnedCents: cents(-((balances['4210'] ?? 0) + (balances['4220'] ?? 0))),
    costCents: costOf(balances),
  };
  const status = statusOf(job, booked);
  return { ...job, booked, status, updatedAt: context.postedAt };
}

/** An invoice of a job as the office lists it among all invoices; withdrawn, it is void. */
export function invoiceStanding(
  job: DeliveryJob,
  invoice: DeliveryInvoice,
  isWithdrawn: boolean,
  { postedAt }: PostingContext,
): Invoice {
  const held = job.booked?.invoices.find(({ invoiceId }) => invoiceId === invoice.invoiceId);
  const { lines: _lines, jobId: _jobId, invoiceId, on, ...rest } = invoice;
  const paidCents = isWithdrawn ? cents(0) : (held?.paidCents ?? cents(0));
  const writtenOffCents = isWithdrawn ? undefined : held?.writtenOffCents;
  const given = writtenOffCents === undefined ? {} : { writtenOffCents };
  const isSettled = jobInvoiceOpen({ cents: invoice.cents, paidCents, ...given }) === 0;
  const status = isWithdrawn ? 'void' : isSettled ? 'paid' : 'open';
  const asked = { id: invoiceId, customer: job.client, issuedOn: on, paidCents, ...given };
  return { ...rest, ...asked, status, updatedAt: postedAt };
}

/** The invoice a payment or write-off is for, as the office lists it. */
export function settledInvoice(
  job: DeliveryJob,
  settled: DeliveryPayment | DeliveryWriteOff,
  context: PostingContext,
): readonly Invoice[] {
  const held = job.booked?.invoices.find(({ invoiceId }) => invoiceId === settled.invoiceId);
  if (held === undefined) return [];
  const { id, on, invoiceId, number, dueOn, cents: amount } = held;
  const { entityId, jobId, createdAt, createdBy, updatedAt, version, source, schemaVersion } = settled;
  const stamp = { createdAt, createdBy, updatedAt, version, source, schemaVersion };
  const asked = { id, entityId, jobId, on, invoiceId, number, dueOn, cents: amount, lines: [], ...stamp };
  return [invoiceStanding(job, asked, false, context)];
}

function changed(job: DeliveryJob, change: (lists: Lists) => Partial<Lists>): DeliveryJob {
  const booked = job.booked ?? NOTHING_BOOKED;
  return { ...job, booked: { ...booked, ...change(booked) } };
}

/** What the books hold unbilled beyond the lines that are on the list already. */
function newlyUnbilled({ booked = NOTHING_BOOKED }: DeliveryJob, balances: SubjectBalances) {
  const others = chargedLines(booked).filter(({ invoiceId }) => invoiceId === undefined);
  return cents(Math.max(0, subjectOpen(balances, '1160') - sumCents(others.map((line) => line.unbilledCents))));
}

/** An invoice with what came for it and what was given up; it was paid only where all of it came. */
function withSettled(invoice: JobBooks['invoices'][number], { payments, writeOffs = [] }: Lists): typeof invoice {
  const ours = payments.filter(({ invoiceId }) => invoiceId === invoice.invoiceId);
  const given = writeOffs.filter(({ invoiceId }) => invoiceId === invoice.invoiceId);
  const { paidOn: _on, writtenOffCents: _given, ...rest } = invoice;
  const paidCents = sumCents(ours.map((paid) => paid.cents));
  const last: LocalDate = ours.at(-1)?.on ?? invoice.on;
  return {
    ...rest,
    paidCents,
    ...(given.length === 0 ? {} : { writtenOffCents: sumCents(given.map((one) => one.cents)) }),
    ...(paidCents >= invoice.cents ? { paidOn: last } : {}),
  };
}

function costOf(balances: SubjectBalances) {
  const costs = Object.entries(balances).filter(([code]) => code.startsWith('5') || code.startsWith('6'));
  return cents(costs.reduce((sum, [, held]) => sum + held, 0));
}

/** A job that was handed over is delivered, invoiced once nothing is left to bill, and paid once nothing is open. */
function statusOf(job: DeliveryJob, booked: JobBooks): JobStatus {
  const isOver = ['delivered', 'invoiced', 'paid'].includes(job.status);
  const isHandedOver = booked.days.some(({ kind }) => kind === 'handover');
  if (job.status === 'cancelled' || (!isOver && !isHandedOver)) return job.status;
  const isBilled = chargedLines(booked).every(({ invoiceId }) => invoiceId !== undefined);
  if (!isBilled || booked.invoices.length === 0) return 'delivered';
  const isPaid = booked.invoices.every((invoice) => jobInvoiceOpen(invoice) <= 0);
  return isPaid && booked.heldCents === 0 ? 'paid' : 'invoiced';
}

function byDay<L extends { readonly id: string; readonly on: string }>(list: readonly L[]): L[] {
  return [...list].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}
