import type { Invoice } from '../records/invoice.ts';
import type { BilledRecords } from './client-invoices.ts';
import { billedNow, clientInvoiced, invoiceKept } from './client-invoices.ts';
import {
  clientCredited,
  clientInvoiceOf,
  clientPaid,
  clientWrittenOff,
  invoiceStanding,
  withdrawnInvoice,
} from './client-receipts.ts';
import { accrualKept, clientCostOf, costKept, passThroughPaid, workAccrued } from './client-work.ts';
import type { PostingContext } from './entry.ts';
import { alone } from './entry.ts';
import type { MoneyPosting, MoneyStanding, RegisterChange } from './money-posting.ts';

type ClientKind =
  | 'client-invoice'
  | 'client-payment'
  | 'credit-memo'
  | 'write-off'
  | 'pass-through-cost'
  | 'work-accrual';

const NOTHING_BILLED: BilledRecords = { work: [], costs: [] };

/** How the money of an agency's clients becomes entries, and what is kept of their invoices, work and costs. */
export const CLIENT_POSTINGS: { readonly [K in ClientKind]: MoneyPosting<K> } = {
  'client-invoice': {
    entries: (record, { terms, billed = NOTHING_BILLED }, context) =>
      alone(clientInvoiced(record, terms, billed, context)),
    beside: (record, { subject, billed = NOTHING_BILLED, isWithdrawn }, context) => {
      const { work, costs } = billedNow(record, billed, isWithdrawn, context);
      const invoice = (isWithdrawn ? withdrawnInvoice : clientInvoiceOf)(record, subject, context);
      return [
        { kind: 'invoice', record: invoice },
        ...work.map((entry) => ({ kind: 'work-entry', record: entry }) as const),
        ...costs.map((cost) => ({ kind: 'client-cost', record: cost }) as const),
      ];
    },
    takenBack: (_, __, { terms }) => invoiceKept(terms),
  },
  'client-payment': {
    entries: (record, { subject, terms }, context) => alone(clientPaid(record, subject, terms, context)),
    beside: (_, standing, context) => invoiceNow(standing, context),
  },
  'credit-memo': {
    entries: (record, { subject, terms }, context) => alone(clientCredited(record, subject, terms, context)),
    beside: (_, standing, context) => invoiceNow(standing, context),
  },
  'write-off': {
    entries: (record, { subject, terms }, context) => alone(clientWrittenOff(record, subject, terms, context)),
    beside: (_, standing, context) => invoiceNow(standing, context),
  },
  'pass-through-cost': {
    entries: (record, { subject }, context) => alone(passThroughPaid(record, subject, context)),
    beside: (record, { isWithdrawn }) => [{ kind: 'client-cost', record: clientCostOf(record, isWithdrawn) }],
    takenBack: (_, __, { terms }) => costKept(terms),
  },
  'work-accrual': {
    entries: (record, { subject }, context) => alone(workAccrued(record, subject, context)),
    takenBack: (_, __, { record, subject }) => accrualKept(record, subject),
  },
};

function invoiceNow(
  { terms, subject }: MoneyStanding<Invoice | undefined>,
  context: PostingContext,
): readonly RegisterChange[] {
  return terms === undefined ? [] : [{ kind: 'invoice', record: invoiceStanding(terms, subject, context) }];
}
