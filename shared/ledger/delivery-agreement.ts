import { canonicalJson } from '../kernel/digest.ts';
import type { Problem } from '../kernel/fault.ts';
import type { DeliveryJob, JobStatus } from '../records/delivery-job.ts';
import { NOTHING_BOOKED } from '../records/delivery-job.ts';
import { problemIf } from './entry.ts';

/** What days and expenses are charged and paid by: it stays as it was agreed once there are any. */
const AGREED = ['rateModel', 'rateCents', 'payCents', 'markupBps'] as const;

/** What only the books can say of a job. */
const FROM_THE_BOOKS: readonly JobStatus[] = ['invoiced', 'paid'];

const OPEN = {
  heldCents: 'an advance is held',
  unbilledCents: 'work is not billed',
  receivableCents: 'an invoice is not paid',
  crewOwedCents: 'the crew is owed pay',
} as const;

/** What is wrong with writing a delivery job over what was on record of it; what is not about the books is free. */
export function agreementProblems(job: DeliveryJob, before: DeliveryJob | undefined): readonly Problem[] {
  const { days, expenses } = before?.booked ?? NOTHING_BOOKED;
  const isBegun = days.length + expenses.length > 0;
  const wasHandedOver = days.some(({ kind }) => kind === 'handover');
  return [
    ...problemIf(!isSame(job, before, 'booked'), 'booked', 'this is kept by what is recorded about the job'),
    ...AGREED.flatMap((field) =>
      problemIf(
        isBegun && !isSame(job, before, field),
        field,
        'days and expenses were charged by this; take them back first',
      ),
    ),
    ...problemIf(
      FROM_THE_BOOKS.includes(job.status) && job.status !== before?.status,
      'status',
      'this follows from its invoices and payments',
    ),
    ...problemIf(
      job.status === 'delivered' && job.arrivedOn === undefined && !wasHandedOver,
      'arrivedOn',
      'expected the day a delivered job arrived',
    ),
    ...problemIf(
      job.arrivedOn !== undefined && job.departedOn !== undefined && job.arrivedOn < job.departedOn,
      'arrivedOn',
      'the job arrived before it departed',
    ),
    ...openProblems(job, before),
  ];
}

/** A file is put away when nothing of it is open, so that no report loses sight of money. */
function openProblems({ closedOn }: DeliveryJob, before: DeliveryJob | undefined): readonly Problem[] {
  if (closedOn === undefined) return [];
  const booked = before?.booked ?? NOTHING_BOOKED;
  const names = Object.keys(OPEN) as (keyof typeof OPEN)[];
  return names.flatMap((name) => problemIf(booked[name] !== 0, 'closedOn', `${OPEN[name]}: settle it first`));
}

function isSame(job: DeliveryJob, before: DeliveryJob | undefined, field: 'booked' | (typeof AGREED)[number]): boolean {
  return canonicalJson(job[field] ?? null) === canonicalJson(before?.[field] ?? null);
}
