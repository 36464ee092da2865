import type { Result } from '../kernel/fault.ts';
import { ok } from '../kernel/fault.ts';
import type { DeliveryJob } from '../records/delivery-job.ts';
import type { DeliveryPayment, DeliveryWriteOff } from '../records/delivery-money.ts';
import type { JournalEntry } from '../records/journal.ts';
import type { MoneyOf } from '../records/money-registry.ts';
import {
  advanceReceived,
  advanceRefunded,
  deliveryCrewPaid,
  deliveryInvoiced,
  deliveryInvoicePaid,
  deliveryWrittenOff,
} from './delivery-money.ts';
import {
  invoiceStanding,
  jobStanding,
  settledInvoice,
  withAdvance,
  withDay,
  withExpense,
  withInvoice,
  without,
  withPayment,
  withWriteOff,
} from './delivery-standing.ts';
import { deliveryTakenBack } from './delivery-taken-back.ts';
import { deliveryDayLogged, deliveryExpensePaid } from './delivery-work.ts';
import type { PostingContext } from './entry.ts';
import type { MoneyPosting, RegisterChange } from './money-posting.ts';
import type { SubjectBalances } from './subject-books.ts';

type DeliveryKind =
  | 'delivery-advance'
  | 'delivery-day'
  | 'delivery-expense'
  | 'delivery-invoice'
  | 'delivery-payment'
  | 'delivery-write-off'
  | 'delivery-crew-pay'
  | 'delivery-refund';

/** How the money of yacht deliveries becomes entries, and what of it is kept with the job. */
export const DELIVERY_POSTINGS: { readonly [K in DeliveryKind]: MoneyPosting<K> } = {
  'delivery-advance': posting((paid, { terms }, context) => one(advanceReceived(paid, terms, context)), withAdvance),
  'delivery-day': posting(
    (log, { terms, subject }, context) => deliveryDayLogged(log, terms, subject, context),
    withDay,
  ),
  'delivery-expense': posting(
    (expense, { terms, subject }, context) => deliveryExpensePaid(expense, terms, subject, context),
    withExpense,
  ),
  'delivery-invoice': {
    ...posting<'delivery-invoice'>(
      (invoice, { terms, subject }, context) => one(deliveryInvoiced(invoice, terms, subject, context)),
      withInvoice,
    ),
    beside: (invoice, { terms, subject, isWithdrawn }, context) => {
      if (terms === undefined) return [];
      const changed = isWithdrawn ? without(terms, invoice.id) : withInvoice(terms, invoice);
      const job = jobStanding(changed, subject, context);
      return [keptJob(job), { kind: 'invoice', record: invoiceStanding(job, invoice, isWithdrawn, context) }];
    },
  },
  'delivery-payment': settling<'delivery-payment'>(
    (paid, { terms }, context) => one(deliveryInvoicePaid(paid, terms, context)),
    withPayment,
  ),
  'delivery-write-off': settling<'delivery-write-off'>(
    (given, { terms }, context) => one(deliveryWrittenOff(given, terms, context)),
    withWriteOff,
  ),
  'delivery-crew-pay': posting((paid, { subject }, context) => one(deliveryCrewPaid(paid, subject, context)), asItIs),
  'delivery-refund': posting((refund, { subject }, context) => one(advanceRefunded(refund, subject, context)), asItIs),
};

/** A posting that keeps its record on a list of the job; withdrawn, it is taken off again. */
function posting<K extends DeliveryKind>(
  entries: MoneyPosting<K>['entries'],
  kept: (job: DeliveryJob, record: MoneyOf<K>, balances: SubjectBalances) => DeliveryJob,
): MoneyPosting<K> {
  return {
    entries,
    beside: (record, standing, context) => {
      const terms = standing.terms as DeliveryJob | undefined; // every kind here has a job as its terms
      if (terms === undefined) return [];
      const changed = standing.isWithdrawn ? without(terms, record.id) : kept(terms, record, standing.subject);
      return [keptJob(jobStanding(changed, standing.subject, context))];
    },
    takenBack: (subject, _, { record, terms }) =>
      deliveryTakenBack(record.id, terms as DeliveryJob | undefined, subject),
  };
}

/** A posting that settles an invoice of the job, or a part of it: the invoice follows as the office lists it. */
function settling<K extends 'delivery-payment' | 'delivery-write-off'>(
  entries: MoneyPosting<K>['entries'],
  kept: (job: DeliveryJob, record: MoneyOf<K>) => DeliveryJob,
): MoneyPosting<K> {
  const ofJob = posting<K>(entries, kept);
  return {
    ...ofJob,
    beside: (record, standing, context) =>
      (ofJob.beside?.(record, standing, context) ?? []).flatMap((change) =>
        change.kind === 'delivery-job' ? [change, ...settledInvoices(change.record, record, context)] : [change],
      ),
  };
}

function settledInvoices(
  job: DeliveryJob,
  record: DeliveryPayment | DeliveryWriteOff,
  context: PostingContext,
): readonly RegisterChange[] {
  return settledInvoice(job, record, context).map((invoice) => ({ kind: 'invoice', record: invoice }) as const);
}

function keptJob(record: DeliveryJob): RegisterChange {
  return { kind: 'delivery-job', record };
}

/** What leaves nothing on a list but its balances. */
function asItIs(job: DeliveryJob): DeliveryJob {
  return job;
}

function one(result: Result<JournalEntry>): Result<readonly JournalEntry[]> {
  return result.ok ? ok([result.value]) : result;
}
