import type { Problem, Result } from '../kernel/fault.ts';
import { sumCents } from '../kernel/money.ts';
import type { DeliveryJob, JobBooks } from '../records/delivery-job.ts';
import { jobInvoiceOpen, NOTHING_BOOKED } from '../records/delivery-job.ts';
import type {
  DeliveryAdvance,
  DeliveryCrewPay,
  DeliveryInvoice,
  DeliveryPayment,
  DeliveryRefund,
  DeliveryWriteOff,
} from '../records/delivery-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import { openJob } from './delivery-work.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOpen, subjectOwes } from './subject-books.ts';

/** An owner sent money ahead: owed back until work earns it. */
export function advanceReceived(
  paid: DeliveryAdvance,
  job: DeliveryJob | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  return entryUnless([...aboveZero(paid), ...openJob(job)], () =>
    subjectEntry(
      paid,
      {
        template: 'delivery_advance',
        event: 'advance',
        memo: 'advance for a delivery',
        subjectId: paid.jobId,
        lines: [debit('1010', paid.cents), credit('2130', paid.cents)],
      },
      context,
    ),
  );
}

/** A day or an expense as far as it can be put on an invoice. */
type Line = JobBooks['days'][number] | JobBooks['expenses'][number];

/** Everything of a job that is charged to its owner, by day. */
export function chargedLines({ days, expenses }: JobBooks): readonly Line[] {
  const all: readonly Line[] = [...days, ...expenses.filter(({ isBillable }) => isBillable)];
  return [...all].sort((a, b) => (a.on === b.on ? (a.id < b.id ? -1 : 1) : a.on < b.on ? -1 : 1));
}

/**
 * An invoice for days and expenses of a job: what the advance had not paid of them is billed, less whatever advance has
 * come in since. It must say exactly what they come to.
 */
export function deliveryInvoiced(
  invoice: DeliveryInvoice,
  job: DeliveryJob | undefined,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const booked = job?.booked ?? NOTHING_BOOKED;
  const asked = chargedLines(booked).filter(({ id }) => invoice.lines.includes(id));
  const billed = sumCents(asked.map(({ unbilledCents }) => unbilledCents));
  const fromAdvance = Math.min(subjectOwes(balances, '2130'), billed);
  const due = billed - fromAdvance;
  const known = new Set(asked.map(({ id }) => id));
  const problems = [
    ...problemIf(job === undefined, 'jobId', 'there is no such delivery job'),
    ...problemIf(job?.closedOn !== undefined, 'jobId', 'the file of this job is closed'),
    ...problemIf(invoice.lines.length === 0, 'lines', 'expected the days and expenses it asks for'),
    ...problemIf(
      known.size !== invoice.lines.length,
      'lines',
      'every line is a day or a billable expense of this job, once',
    ),
    ...problemIf(
      asked.some(({ invoiceId }) => invoiceId !== undefined),
      'lines',
      'one of these is on an invoice already',
    ),
    ...problemIf(
      booked.invoices.some(({ invoiceId }) => invoiceId === invoice.invoiceId),
      'invoiceId',
      'this invoice is in the books already',
    ),
    ...problemIf(invoice.dueOn < invoice.on, 'dueOn', 'the invoice is due before it is issued'),
    ...problemIf(invoice.cents !== due, 'cents', `these lines come to ${due} cents after the advance`),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      invoice,
      {
        template: 'delivery_invoiced',
        event: 'invoice',
        memo: `delivery invoice ${invoice.number}`,
        subjectId: invoice.jobId,
        lines: [debit('1110', due), debit('2130', fromAdvance), credit('1160', billed)],
      },
      context,
    ),
  );
}

/** An owner paid an invoice, in whole or in part; never more than is open on it. */
export function deliveryInvoicePaid(
  paid: DeliveryPayment,
  job: DeliveryJob | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const invoice = invoiceNamed(paid, job);
  return entryUnless(openProblems(paid, invoice), () =>
    subjectEntry(
      paid,
      {
        template: 'delivery_invoice_paid',
        event: 'paid',
        memo: `delivery invoice ${invoice?.number ?? ''} paid`,
        subjectId: paid.jobId,
        lines: [debit('1010', paid.cents), credit('1110', paid.cents)],
      },
      context,
    ),
  );
}

/** What is open on an invoice is given up: a cost of its day, never a change to the days that earned it. */
export function deliveryWrittenOff(
  given: DeliveryWriteOff,
  job: DeliveryJob | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [
    ...problemIf(job?.closedOn !== undefined, 'jobId', 'the file of this job is closed'),
    ...openProblems(given, invoiceNamed(given, job)),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      given,
      {
        template: 'delivery_written_off',
        event: 'written-off',
        memo: given.reason,
        subjectId: given.jobId,
        lines: [debit('6220', given.cents), credit('1110', given.cents)],
      },
      context,
    ),
  );
}

type AskedFor = JobBooks['invoices'][number];
type OnInvoice = Pick<DeliveryPayment, 'invoiceId' | 'cents'>;

function invoiceNamed({ invoiceId }: OnInvoice, job: DeliveryJob | undefined): AskedFor | undefined {
  return job?.booked?.invoices.find((one) => one.invoiceId === invoiceId);
}

/** What is wrong with an amount that settles an invoice, or a part of it. */
function openProblems(settled: OnInvoice, invoice: AskedFor | undefined): readonly Problem[] {
  const isMore = invoice !== undefined && settled.cents > jobInvoiceOpen(invoice);
  return [
    ...aboveZero(settled),
    ...problemIf(invoice === undefined, 'invoiceId', 'this job has no such invoice'),
    ...problemIf(isMore, 'cents', 'this is more than is open on the invoice'),
  ];
}

/** The crew was paid for days of a job; never more than it is owed. */
export function deliveryCrewPaid(
  paid: DeliveryCrewPay,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [
    ...aboveZero(paid),
    ...problemIf(paid.cents > subjectOwes(balances, '2010'), 'cents', 'this is more than the crew is owed'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      paid,
      {
        template: 'delivery_crew_paid',
        event: 'crew',
        memo: `crew pay, ${paid.payee}`,
        subjectId: paid.jobId,
        lines: [debit('2010', paid.cents), credit(paid.paidFrom, paid.cents)],
      },
      context,
    ),
  );
}

/** What is left of an advance goes back, once nothing of the job is unbilled any more. */
export function advanceRefunded(
  refund: DeliveryRefund,
  balances: SubjectBalances,
  context: PostingContext,
): Result<JournalEntry> {
  const problems = [
    ...aboveZero(refund),
    ...problemIf(refund.cents > subjectOwes(balances, '2130'), 'cents', 'this is more than is held of the advance'),
    ...problemIf(subjectOpen(balances, '1160') > 0, 'jobId', 'bill what is not billed yet first: the advance pays it'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      refund,
      {
        template: 'delivery_advance_refunded',
        event: 'refund',
        memo: 'unused advance sent back',
        subjectId: refund.jobId,
        lines: [debit('2130', refund.cents), credit('1010', refund.cents)],
      },
      context,
    ),
  );
}
