import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween } from '../../shared/kernel/calendar.ts';
import { basisPoints, cents, shareOf } from '../../shared/kernel/money.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import type { Payment } from '../../shared/records/money.ts';
import { nameOf } from './charter-files.ts';
import type { CharterLedger, MoneyEvent } from './charter-ledger.ts';
import { stampOn } from './sample-day.ts';

/** Days a card payment lies with the processor before the bank has it. */
const SETTLEMENT_DAYS = 2;

/** The agreed deposit comes in by card. */
export function depositPaid(on: LocalDate): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const record = payment(ledger, 'deposit', on, ledger.charter.depositCents, 0);
      ledger.post(on, (books, context) => depositReceived(record, books, context), { kind: 'payment', record });
    },
  };
}

/** The rest comes in by card, with a tip and perhaps a little too much. Nothing when there is nothing to pay. */
export function balancePaid(on: LocalDate, restCents: number, tipCents: number): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      if (restCents + tipCents === 0) return;
      const record = payment(ledger, 'balance', on, restCents + tipCents, tipCents);
      ledger.post(on, (books, context) => balanceReceived(record, books, context), { kind: 'payment', record });
    },
  };
}

/** What is due back after a cancellation is paid back. */
export function dueRefunded(on: LocalDate): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const due = ledger.owed('2400');
      if (due === 0) return;
      const record = { ...payment(ledger, 'refund', on, due, 0), feeCents: cents(0) };
      ledger.post(on, (books, context) => refundPaid(record, books, context), { kind: 'payment', record });
    },
  };
}

/** The guest gets something back for a charter that sailed. */
export function allowanceRefunded(on: LocalDate, amount: number): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const record = { ...payment(ledger, 'refund', on, amount, 0), feeCents: cents(0) };
      ledger.post(on, (books, context) => refundAfterPerformance(record, books, context), { kind: 'payment', record });
    },
  };
}

/** 2.9 % and 30 cents. */
function processorFee(paidCents: number): number {
  return shareOf(cents(paidCents), basisPoints(290)) + 30;
}

/**
 * Paid by card. The payment is recorded where its money lies: with the processor for two days, at the bank after that,
 * for the books know no entry that moves it from one to the other.
 */
function payment(
  { charter, day }: CharterLedger,
  kind: Payment['kind'],
  on: LocalDate,
  paidCents: number,
  tipCents: number,
): Payment {
  const isSettled = kind === 'refund' || daysBetween(on, day.today) > SETTLEMENT_DAYS;
  return {
    id: `pay_${nameOf(charter)}.${kind}`,
    entityId: charter.entityId,
    charterId: charter.id,
    kind,
    method: isSettled ? 'transfer' : 'card',
    cents: cents(paidCents),
    tipCents: cents(tipCents),
    feeCents: cents(processorFee(paidCents)),
    receivedOn: on,
    ...(isSettled ? { reference: kind === 'refund' ? 'bank transfer' : 'card, paid out by the processor' } : {}),
    ...stampOn(day, on),
  };
}
