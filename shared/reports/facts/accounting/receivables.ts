import type { LocalDate, Month } from '../../../kernel/calendar.ts';
import { daysBetween, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, isKnown, mapped, measured } from '../../../kernel/measured.ts';
import { dividedRounded, ratio } from '../../../kernel/money.ts';
import { invoiceOpen } from '../../../records/invoice.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import type { FactView } from '../view.ts';
import type { AgeBucket, AgedItem } from './aging.ts';
import { AGE_BUCKETS, bucketOf, creditsIn, owedIn } from './aging.ts';
import { openCharters, openItems, standingNow } from './kept-books.ts';
import { incomeOf } from './statement-lines.ts';

interface Receivable extends AgedItem {
  readonly id: string;
  readonly name: string;
  readonly entityId: string;
}

/**
 * What customers owe: the guest's side of unsettled charters, due when their invoice says, else the day they sailed; and
 * open invoices for other work. An invoice for a charter is the charter's own balance and not counted twice.
 */
export function receivables(view: FactView): Measured<readonly Receivable[]> {
  const [charters, invoices] = [openCharters(view), openItems(view, 'invoice')];
  const invoiced = isKnown(invoices) ? invoices.value : [];
  const guests = mapped(charters, (open) =>
    open.flatMap(({ charterId, entityId, title, balances, performedOn, sailsOn }): Receivable[] => {
      const cents = balances['1110'] ?? 0;
      if (cents === 0) return [];
      const dueOn = invoiced.find((invoice) => invoice.charterId === charterId)?.dueOn ?? performedOn ?? sailsOn;
      return [{ id: charterId, name: title, entityId, cents, dueOn }];
    }),
  );
  const others = mapped(invoices, (open) =>
    open
      .filter((invoice) => invoice.charterId === undefined && invoiceOpen(invoice) !== 0)
      .map((invoice): Receivable => {
        const { id, entityId, number, customer, dueOn } = invoice;
        return { id, name: `${number}, ${customer}`, entityId, cents: invoiceOpen(invoice), dueOn };
      }),
  );
  if (view.registers.invoice.state === 'unreadable') return combined(guests, others, (a, b) => [...a, ...b]);
  if (guests.state === 'unknown') return others;
  if (others.state === 'unknown') return guests;
  return combined(guests, others, (a, b) => [...a, ...b].sort(byDueDay));
}

/** What we owe suppliers: open bills. */
export function payables(view: FactView): Measured<readonly AgedItem[]> {
  return mapped(openItems(view, 'bill'), (bills) =>
    bills
      .filter(({ cents, paidCents }) => cents !== paidCents)
      .map(({ cents, paidCents, dueOn }) => ({ cents: cents - paidCents, dueOn })),
  );
}

const RECEIVABLE = {
  unit: 'cents',
  perEntity: true,
  owner: 'Accounting',
  needs: ['invoice', 'open-charters', 'accounting-period'],
  source: 'policy default: days past the due day, counted today; credits in a column of their own',
} as const;
const PAYABLE = { ...RECEIVABLE, needs: ['bill', 'accounting-period'] } as const;

const BUCKET_WORDS: Readonly<Record<AgeBucket, string>> = {
  current: 'not yet due',
  '1-30': '1–30 days past due',
  '31-60': '31–60 days past due',
  '61-90': '61–90 days past due',
  '91-plus': '91 days or more past due',
};

const total = (items: readonly AgedItem[]) => items.reduce((sum, { cents }) => sum + cents, 0);
const owedLong = (items: readonly AgedItem[], today: LocalDate) =>
  owedIn(items, '61-90', today) + owedIn(items, '91-plus', today);
const owed = (items: readonly AgedItem[]) => total(items) - creditsIn(items);

/** The last three full months: the ninety days of the policy, in whole months. */
function lastQuarter({ lastFullMonth }: FactView): readonly Month[] {
  return [plusMonths(lastFullMonth, -2), plusMonths(lastFullMonth, -1), lastFullMonth];
}

export const RECEIVABLE_FACTS: readonly FactDefinition[] = [
  {
    ...RECEIVABLE,
    id: 'receivables',
    title: 'Receivables',
    definition:
      'What customers owe for charters sailed and for invoiced work, less their credits; platforms not counted.',
    formula: 'account 1110 by charter + open invoices for other work',
    compute: (view) => mapped(receivables(view), total),
  },
  ...AGE_BUCKETS.map(
    (bucket): FactDefinition => ({
      ...RECEIVABLE,
      id: `receivables-${bucket}`,
      title: `Receivables ${BUCKET_WORDS[bucket]}`,
      definition: `What customers owe that is ${BUCKET_WORDS[bucket]}.`,
      family: { title: 'Receivables by age', definition: 'What customers owe, by how long it is past due.' },
      formula: 'open amounts above zero, by days since the due day',
      compute: (view) => mapped(receivables(view), (items) => owedIn(items, bucket, view.today)),
    }),
  ),
  {
    ...RECEIVABLE,
    id: 'receivables-credits',
    title: 'Customers’ credits',
    definition: 'What customers have paid too much or been credited; never netted into an age column.',
    formula: 'open amounts below zero',
    compute: (view) => mapped(receivables(view), creditsIn),
  },
  {
    ...RECEIVABLE,
    id: 'receivables-over-60-share',
    title: 'Receivables more than 60 days past due',
    unit: 'share',
    definition: 'The share of what customers owe that is 61 days or more past due; credits are left out.',
    formula: 'receivables 61 days or more past due ÷ all amounts owed',
    compute: (view) => mapped(receivables(view), (items) => ratio(owedLong(items, view.today), owed(items)) ?? 0),
  },
  {
    ...RECEIVABLE,
    id: 'receivables-not-in-books',
    title: 'Receivables outside the books',
    perEntity: false,
    needs: ['invoice', 'open-charters', 'accounting-period', 'balances'],
    definition: 'Open invoices the ledger does not carry: the list of receivables less account 1110.',
    formula: 'receivables − account 1110 today',
    compute: (view) =>
      combined(mapped(receivables(view), total), standingNow(view, ['1110']), (list, books) => list - books),
  },
  {
    ...RECEIVABLE,
    id: 'dso-days',
    title: 'Days sales outstanding',
    unit: 'days',
    needs: ['invoice', 'open-charters', 'accounting-period', 'balances'],
    definition: 'How many days of revenue wait to be paid, by the revenue of the last three full months.',
    formula: 'receivables ÷ revenue of three months × 90',
    compute: (view) =>
      combined(mapped(receivables(view), total), incomeOf(view, lastQuarter(view), 'revenueCents'), (open, revenue) =>
        orMissing(
          revenue > 0 ? dividedRounded(open * 90, revenue) : undefined,
          'revenue in the last three full months',
        ),
      ),
  },
  {
    ...PAYABLE,
    id: 'payables',
    title: 'Payables',
    definition: 'What suppliers have billed and we have not paid, less our credits.',
    formula: 'open bills less what is paid on them',
    compute: (view) => mapped(payables(view), total),
  },
  ...AGE_BUCKETS.map(
    (bucket): FactDefinition => ({
      ...PAYABLE,
      id: `payables-${bucket}`,
      title: `Payables ${BUCKET_WORDS[bucket]}`,
      definition: `What we owe suppliers that is ${BUCKET_WORDS[bucket]}.`,
      family: { title: 'Payables by age', definition: 'What we owe suppliers, by how long it is past due.' },
      formula: 'open amounts above zero, by days since the due day',
      compute: (view) => mapped(payables(view), (items) => owedIn(items, bucket, view.today)),
    }),
  ),
  {
    ...PAYABLE,
    id: 'payables-credits',
    title: 'Credits with suppliers',
    definition: 'What we have paid suppliers too much or been credited.',
    formula: 'open amounts below zero',
    compute: (view) => mapped(payables(view), creditsIn),
  },
];

/** What is past due, the oldest first. */
export const INVOICE_SUBJECTS: SubjectFacts = {
  kind: 'invoice',
  meanings: [
    {
      id: 'invoice-open',
      title: 'Open amount',
      unit: 'cents',
      definition: 'What is still owed.',
      formula: 'as recorded',
      source: RECEIVABLE.source,
      needs: RECEIVABLE.needs,
    },
    {
      id: 'invoice-due',
      title: 'Due day',
      unit: 'day',
      definition: 'The day it was to be paid.',
      formula: 'as recorded',
      source: RECEIVABLE.source,
      needs: RECEIVABLE.needs,
    },
    {
      id: 'invoice-days-late',
      title: 'Days past due',
      unit: 'days',
      definition: 'Days since the due day.',
      formula: 'today − due day',
      source: RECEIVABLE.source,
      needs: RECEIVABLE.needs,
    },
  ],
  list: (view) => {
    const all = receivables(view);
    if (!isKnown(all)) return [];
    return all.value
      .filter(({ cents, dueOn }) => cents > 0 && bucketOf(dueOn, view.today) !== 'current')
      .sort(byDueDay)
      .map(({ id, name, entityId, cents, dueOn }) => ({
        subject: { kind: 'invoice', id: `due-${id}`, name, entityId },
        figures: {
          'invoice-open': measured(cents, all.basis),
          'invoice-due': measured(dueOn, all.basis),
          'invoice-days-late': measured(daysBetween(dueOn, view.today), all.basis),
        },
      }));
  },
};

function byDueDay(a: Receivable, b: Receivable): number {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
