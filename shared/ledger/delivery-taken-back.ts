import type { Problem } from '../kernel/fault.ts';
import type { DeliveryJob } from '../records/delivery-job.ts';
import { NOTHING_BOOKED } from '../records/delivery-job.ts';
import { problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';

/**
 * What is wrong with taking back money of a delivery, told from its job as it stands and from its books as that would
 * leave them: what was billed, paid or spent since rests on it, and goes first.
 */
export function deliveryTakenBack(
  recordId: string,
  job: DeliveryJob | undefined,
  left: SubjectBalances,
): readonly Problem[] {
  const { days, expenses, invoices, payments, writeOffs = [] } = job?.booked ?? NOTHING_BOOKED;
  const billedOn = [...days, ...expenses].find(({ id }) => id === recordId)?.invoiceId;
  const asked = invoices.find(({ id }) => id === recordId)?.invoiceId;
  return [
    ...problemIf(job?.closedOn !== undefined, 'of.id', 'the file of this job is closed: open it first'),
    ...problemIf(billedOn !== undefined, 'of.id', 'this is on an invoice: take the invoice back first'),
    ...problemIf(
      payments.some(({ invoiceId }) => invoiceId === asked),
      'of.id',
      'this invoice was paid, or a part of it: take the payments back first',
    ),
    ...problemIf(
      writeOffs.some(({ invoiceId }) => invoiceId === asked),
      'of.id',
      'this invoice was written off, or a part of it: take that back first',
    ),
    ...problemIf(
      (left['2130'] ?? 0) > 0,
      'of.id',
      'days or expenses were paid out of this advance: take those back first',
    ),
    ...problemIf((left['2010'] ?? 0) > 0, 'of.id', 'the crew was paid for this day: take that payment back first'),
  ];
}
