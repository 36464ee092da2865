import type { Result } from '../kernel/fault.ts';
import { cents } from '../kernel/money.ts';
import type { ClientInvoice, ClientPayment, CreditMemo, WriteOff } from '../records/client-money.ts';
import type { Invoice } from '../records/invoice.ts';
import { invoiceOpen } from '../records/invoice.ts';
import type { JournalEntry } from '../records/journal.ts';
import { clientTallies } from './client-tallies.ts';
import type { PostingContext } from './entry.ts';
import { credit, debit, entryUnless, problemIf } from './entry.ts';
import type { SubjectBalances } from './subject-books.ts';
import { aboveZero, subjectEntry, subjectOpen, subjectOwes } from './subject-books.ts';

const CASH = ['1010', '1020', '1030'] as const;

/** A client paid on an invoice; never more than is open on it. */
export function clientPaid(
  paid: ClientPayment,
  balances: SubjectBalances,
  invoice: Invoice | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const isMore = paid.cents > subjectOpen(balances, '1110');
  const problems = [
    ...aboveZero(paid),
    ...ofItsClient(paid, invoice),
    ...problemIf(isMore, 'cents', 'this is more than is open on the invoice'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      paid,
      {
        template: 'client_paid',
        event: 'paid',
        memo: 'invoice paid',
        subjectId: paid.invoiceId,
        lines: [debit(paid.paidInto, paid.cents), credit('1110', paid.cents)],
        tallies: clientTallies(paid, { receivable: -paid.cents, collected: paid.cents }),
      },
      context,
    ),
  );
}

/** A client was credited; never more than the invoice brought on that account. What was paid already becomes a credit. */
export function clientCredited(
  memo: CreditMemo,
  balances: SubjectBalances,
  invoice: Invoice | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const isMore = memo.cents > subjectOwes(balances, memo.account);
  const problems = [
    ...aboveZero(memo),
    ...ofItsClient(memo, invoice),
    ...problemIf(isMore, 'cents', 'this is more than the invoice brought on this account'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      memo,
      {
        template: 'client_credited',
        event: 'credit',
        memo: `credit memo ${memo.number}`,
        subjectId: memo.invoiceId,
        lines: [debit(memo.account, memo.cents), credit('1110', memo.cents)],
        tallies: clientTallies(memo, { receivable: -memo.cents, credited: memo.cents, revenue: -memo.cents }),
      },
      context,
    ),
  );
}

/** What is open on an invoice is given up: a cost of its day, never a change to the month of the sale. */
export function clientWrittenOff(
  given: WriteOff,
  balances: SubjectBalances,
  invoice: Invoice | undefined,
  context: PostingContext,
): Result<JournalEntry> {
  const isMore = given.cents > subjectOpen(balances, '1110');
  const problems = [
    ...aboveZero(given),
    ...ofItsClient(given, invoice),
    ...problemIf(isMore, 'cents', 'this is more than is open on the invoice'),
  ];
  return entryUnless(problems, () =>
    subjectEntry(
      given,
      {
        template: 'client_written_off',
        event: 'written-off',
        memo: given.reason,
        subjectId: given.invoiceId,
        lines: [debit('6220', given.cents), credit('1110', given.cents)],
        tallies: clientTallies(given, { receivable: -given.cents, 'written-off': given.cents }),
      },
      context,
    ),
  );
}

/** The invoice as it is kept for reading, as its books say. */
export function clientInvoiceOf(sent: ClientInvoice, balances: SubjectBalances, context: PostingContext): Invoice {
  const { id: _id, on, invoiceId, ...rest } = sent;
  const base: Invoice = { ...rest, id: invoiceId, issuedOn: on, paidCents: cents(0), status: 'open' };
  return invoiceStanding(base, balances, context);
}

/** The invoice once it is taken back: it asks for nothing, and what was paid on it is the client's credit. */
export function withdrawnInvoice(sent: ClientInvoice, balances: SubjectBalances, context: PostingContext): Invoice {
  const asked = clientInvoiceOf(sent, balances, context);
  return asked.status === 'void' ? asked : invoiceStanding({ ...asked, cents: cents(0), lines: [] }, balances, context);
}

/**
 * What was paid, credited and written off on an invoice, by its books. It is open as long as anything is owed on it,
 * either way; void once nothing of it is left in the books.
 */
export function invoiceStanding(invoice: Invoice, balances: SubjectBalances, context: PostingContext): Invoice {
  const isGone = Object.values(balances).every((held) => held === 0);
  if (isGone) return { ...invoice, paidCents: cents(0), status: 'void', updatedAt: context.postedAt };
  const paid = CASH.reduce((sum, account) => sum + (balances[account] ?? 0), 0);
  const writtenOff = balances['6220'] ?? 0;
  const credited = invoice.cents - (balances['1110'] ?? 0) - paid - writtenOff;
  const now: Invoice = {
    ...invoice,
    paidCents: cents(paid),
    creditedCents: cents(credited),
    writtenOffCents: cents(writtenOff),
    updatedAt: context.postedAt,
  };
  return { ...now, status: invoiceOpen(now) === 0 ? 'paid' : 'open' };
}

function ofItsClient({ clientId }: { readonly clientId: string }, invoice: Invoice | undefined) {
  return problemIf(invoice?.clientId !== clientId, 'invoiceId', 'there is no such invoice of this client');
}
