import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween, plusDays } from '../../../kernel/calendar.ts';
import { ratio } from '../../../kernel/money.ts';
import type { DeliveryJob } from '../../../records/delivery-job.ts';
import { jobInvoiceOpen } from '../../../records/delivery-job.ts';
import type { Cause } from './lines.ts';
import { arrivedOn, bookedOf, departedOn, finalInvoiceOf, linesOf } from './lines.ts';

/** A figure read off one job on a day; nothing where it does not apply to the job as it stands. */
export type JobReading = (job: DeliveryJob, today: LocalDate) => number | undefined;

const EXPENSE_DAYS = 30;

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

export const entitlementOf: JobReading = (job) => sum(linesOf(job).map(({ entitledCents }) => entitledCents));
export const gapOf: JobReading = (job) => sum(linesOf(job).map(({ unbilledCents }) => unbilledCents));
export const billedOf: JobReading = (job) =>
  sum(linesOf(job).map(({ entitledCents, unbilledCents }) => entitledCents - unbilledCents));

/** What could be asked for today: all that is unbilled but work still in progress. */
export const gapDue: JobReading = (job) =>
  sum(linesOf(job).flatMap(({ cause, unbilledCents }) => (cause === 'in-progress' ? [] : [unbilledCents])));

/** What is unbilled for one reason. */
export function leakOf(cause: Cause): JobReading {
  return (job) => sum(linesOf(job).flatMap((line) => (line.cause === cause ? [line.unbilledCents] : [])));
}

/** The gap of a job that is over: what its final invoice left out, or all of it where the job was called off. */
export const gapAfterInvoice: JobReading = (job, today) =>
  finalInvoiceOf(job) !== undefined || job.status === 'cancelled' ? gapOf(job, today) : undefined;

export const daysUninvoiced: JobReading = (job, today) => {
  const arrived = arrivedOn(job);
  const isWaiting = finalInvoiceOf(job) === undefined && linesOf(job).length > 0;
  return arrived === undefined || !isWaiting ? undefined : daysBetween(arrived, today);
};

export const daysToInvoice: JobReading = (job) => {
  const arrived = arrivedOn(job);
  const final = finalInvoiceOf(job);
  return arrived === undefined || final === undefined ? undefined : daysBetween(arrived, final.on);
};

export const collectionDays: JobReading = (job) => {
  const { invoices } = bookedOf(job);
  const last = invoices.findLast(({ cents }) => cents > 0);
  return last?.paidOn === undefined ? undefined : daysBetween(last.on, last.paidOn);
};

const openInvoices = (job: DeliveryJob) => bookedOf(job).invoices.filter((invoice) => jobInvoiceOpen(invoice) > 0);

export const daysOverdue: JobReading = (job, today) => {
  const late = openInvoices(job).map(({ dueOn }) => daysBetween(dueOn, today));
  return late.length === 0 ? undefined : Math.max(0, ...late);
};

export const overdueCents: JobReading = (job, today) =>
  sum(openInvoices(job).flatMap((invoice) => (invoice.dueOn < today ? [jobInvoiceOpen(invoice)] : [])));

const standbyLines = (job: DeliveryJob) => linesOf(job).filter(({ what }) => what === 'standby');
export const standbyDays: JobReading = (job) => standbyLines(job).length;
export const standbyBilledDays: JobReading = (job) =>
  standbyLines(job).filter(({ unbilledCents }) => unbilledCents === 0).length;
/** Standby days an invoice passed over. */
export const standbyLeftOut: JobReading = (job) =>
  standbyLines(job).filter(({ unbilledCents, cause }) => unbilledCents > 0 && cause === 'standby').length;

export const expensesCents: JobReading = (job) => sum(bookedOf(job).expenses.map(({ cents }) => cents));
/** What was spent on a job that has not arrived: from then on the invoice asks for it, and no top-up. */
export const expensesUnderWay: JobReading = (job, today) =>
  arrivedOn(job) === undefined && job.status !== 'cancelled' ? expensesCents(job, today) : undefined;
export const lateExpenses: JobReading = (job, today) =>
  linesOf(job).filter(
    ({ what, unbilledCents, on }) => what === 'expense' && unbilledCents > 0 && daysBetween(on, today) > EXPENSE_DAYS,
  ).length;
const unproven = (job: DeliveryJob) => bookedOf(job).expenses.filter(({ hasReceipt }) => !hasReceipt);
export const expensesWithoutReceipt: JobReading = (job) => unproven(job).length;
export const unprovenCents: JobReading = (job) =>
  sum(unproven(job).map(({ isBillable, chargedCents, cents }) => (isBillable ? chargedCents : cents)));

export const advanceReceived: JobReading = (job) => sum(bookedOf(job).advances.map(({ cents }) => cents));
/** The advance agreed; nothing is agreed by a quote, and nothing is asked for any more once a job is called off. */
export const agreedAdvance: JobReading = ({ status, depositCents }) =>
  status === 'quote' || status === 'cancelled' ? undefined : depositCents;
export const receivedOfAgreed: JobReading = (job, today) =>
  agreedAdvance(job, today) === undefined ? undefined : advanceReceived(job, today);
export const advanceCoverage: JobReading = (job, today) => {
  const agreed = agreedAdvance(job, today);
  return agreed === undefined ? undefined : ratio(advanceReceived(job, today) ?? 0, agreed);
};
export const advanceAtDeparture: JobReading = (job) => {
  const departed = departedOn(job);
  if (departed === undefined) return undefined;
  return sum(bookedOf(job).advances.flatMap(({ on, cents }) => (on <= departed ? [cents] : [])));
};
export const depositMissing: JobReading = (job, today) => {
  const received = advanceAtDeparture(job, today);
  return received === undefined ? undefined : Math.max(0, job.depositCents - received);
};

/** 1 where the crew sailed, or is about to, without the owner's policy naming it; 0 where it is named in time. */
export const uninsured: JobReading = (job) => {
  const departed = departedOn(job);
  if (departed === undefined && job.status !== 'prep') return undefined;
  const endorsed = job.insuranceEndorsedOn;
  return endorsed === undefined || (departed !== undefined && endorsed > departed) ? 1 : 0;
};

/** 1 where work was agreed without a contract on file. */
export const withoutContract: JobReading = (job) =>
  job.status === 'quote' || job.status === 'cancelled' ? undefined : job.contractOnFile ? 0 : 1;

export const marginCents: JobReading = (job) => bookedOf(job).earnedCents - bookedOf(job).costCents;
/** The margin of a job that has earned something; a flat fee is earned at hand-over. */
export const marginShare: JobReading = (job, today) => {
  const { earnedCents } = bookedOf(job);
  const isEarning = job.rateModel !== 'flat' || arrivedOn(job) !== undefined;
  return earnedCents > 0 && isEarning ? ratio(marginCents(job, today) ?? 0, earnedCents) : undefined;
};

export const estimateAccuracy: JobReading = (job) =>
  arrivedOn(job) === undefined ? undefined : ratio(bookedOf(job).days.length, job.estDays);

/** Days between departure and arrival, or yesterday, that are in no log. */
export const logGaps: JobReading = (job, today) => {
  const { days } = bookedOf(job);
  const departed = departedOn(job);
  if (departed === undefined) return undefined;
  const through = arrivedOn(job) ?? (job.status === 'cancelled' ? days.at(-1)?.on : undefined) ?? plusDays(today, -1);
  const logged = new Set(days.map(({ on }) => on));
  const span = Math.max(0, daysBetween(departed, through) + 1);
  return Array.from({ length: span }, (_, i) => plusDays(departed, i)).filter((on) => !logged.has(on)).length;
};
