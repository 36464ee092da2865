import type { LocalDate } from '../../../kernel/calendar.ts';
import { chargedLines } from '../../../ledger/delivery-money.ts';
import { dayEarned } from '../../../ledger/delivery-work.ts';
import type { DeliveryJob, JobBooks } from '../../../records/delivery-job.ts';
import { NOTHING_BOOKED } from '../../../records/delivery-job.ts';

/** Why something earned is on no invoice and was paid by no advance. */
export const CAUSES = ['not-invoiced', 'standby', 'expense', 'day', 'in-progress'] as const;
export type Cause = (typeof CAUSES)[number];

/** A day or an expense of a job: what it is worth, and what of that nobody has been asked for. */
export interface JobLine {
  readonly id: string;
  readonly on: LocalDate;
  readonly what: 'day' | 'standby' | 'expense';
  readonly name: string;
  readonly entitledCents: number;
  readonly unbilledCents: number;
  readonly cause: Cause;
}

/** What the books hold of a job, empty where nothing was posted about it. */
export function bookedOf(job: DeliveryJob): JobBooks {
  return job.booked ?? NOTHING_BOOKED;
}

/** The day a job sailed: as recorded, else its first day under way; nothing while it has not. */
export function departedOn(job: DeliveryJob): LocalDate | undefined {
  return job.departedOn ?? bookedOf(job).days.find(({ kind }) => kind === 'underway')?.on;
}

/** The day a job arrived: as recorded, else its hand-over; nothing while it has not. */
export function arrivedOn(job: DeliveryJob): LocalDate | undefined {
  return job.arrivedOn ?? bookedOf(job).days.find(({ kind }) => kind === 'handover')?.on;
}

/** The first invoice issued on or after arrival, which is to ask for all that is left; nothing before there is one. */
export function finalInvoiceOf(job: DeliveryJob): JobBooks['invoices'][number] | undefined {
  const arrived = arrivedOn(job);
  return arrived === undefined ? undefined : bookedOf(job).invoices.find(({ on }) => on >= arrived);
}

/** Everything a job may charge, by day, and why what is unbilled is. */
export function linesOf(job: DeliveryJob): readonly JobLine[] {
  const lastInvoice = bookedOf(job).invoices.at(-1)?.on;
  const isOver = arrivedOn(job) !== undefined || job.status === 'cancelled';
  const isSettled = finalInvoiceOf(job) !== undefined;
  return chargedLines(bookedOf(job)).map((line) => {
    const told =
      'kind' in line
        ? {
            what: line.kind.startsWith('standby') ? ('standby' as const) : ('day' as const),
            name: DAY_WORDS[line.kind],
            entitledCents: dayEarned(job, line),
          }
        : { what: 'expense' as const, name: line.vendor, entitledCents: line.chargedCents };
    const isPassedOver = isSettled || (lastInvoice !== undefined && line.on <= lastInvoice);
    const cause = isPassedOver ? told.what : isOver ? 'not-invoiced' : 'in-progress';
    const unbilledCents = line.invoiceId === undefined ? line.unbilledCents : 0;
    return { id: line.id, on: line.on, ...told, unbilledCents, cause };
  });
}

const DAY_WORDS = {
  travel: 'Travel day',
  prep: 'Day of preparation',
  underway: 'Day under way',
  standby_weather: 'Standby day, weather',
  standby_mechanical: 'Standby day, mechanical',
  handover: 'Hand-over day',
} as const;
