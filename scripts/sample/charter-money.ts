import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { daysBetween } from '../../shared/kernel/calendar.ts';
import { basisPoints, cents, shareOf } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { refundAfterPerformance, refundPaid } from '../../shared/ledger/refunds.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { Payment } from '../../shared/records/money.ts';
import { nameOf } from './charter-files.ts';
import type { CharterLedger, MoneyEvent } from './charter-ledger.ts';
import { stampOn } from './sample-day.ts';

/** Days a card payment lies with the processor before the bank has it. */
const SETTLEMENT_DAYS = 2;

/** The booking is counted. */
export function booked(on: LocalDate, isNew: boolean): MoneyEvent {
  return {
    on,
    happen: (ledger) => ledger.post(on, ({ charter }, context) => charterBooked(charter, { isNew }, context)),
  };
}

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

/** All are ashore: from here on the charter is the completed one. */
export function performed(completed: Charter, channel: Channel): MoneyEvent {
  const on = completed.sailsOn;
  return {
    on,
    happen: (ledger) => {
      ledger.charter = completed;
      ledger.post(on, (books, context) =>
        channel.collects ? otaCharterPerformed(books, channel, context) : charterPerformed(books, context),
      );
    },
  };
}

/** Crew, fuel, provisions or dockage of the charter is paid from the bank. */
export function costPaid(
  on: LocalDate,
  what: { readonly name: string; readonly account: string; readonly vendor: string; readonly cents: number },
): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const { charter, day } = ledger;
      const record = {
        id: `exp_${nameOf(charter)}.${what.name}`,
        entityId: charter.entityId,
        on,
        vendor: what.vendor,
        cents: cents(what.cents),
        account: what.account,
        charterId: charter.id,
        paidFrom: '1010',
        receiptOnFile: true,
        ...stampOn(day, on),
      } as const;
      ledger.post(on, (books, context) => expensePaid(record, books, context), { kind: 'expense', record });
    },
  };
}

/** The crew gets every tip held by then. */
export function tipsHandedOut(on: LocalDate): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const { charter, day } = ledger;
      const held = cents(ledger.owed('2300'));
      if (held === 0) return;
      const { entityId, id: charterId } = charter;
      const record = {
        id: `tip_${nameOf(charter)}`,
        entityId,
        charterId,
        cents: held,
        paidOn: on,
        ...stampOn(day, on),
      };
      ledger.post(on, (books, context) => tipsPaidOut(record, books, context), { kind: 'tip-payout', record });
    },
  };
}

/** The platform pays out what it owes, short by a difference it does not explain. */
export function payoutArrives(on: LocalDate, channelId: string, shortCents: number): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      const { charter, day } = ledger;
      const expectedCents = cents(ledger.open('1100'));
      const record = {
        id: `pto_${nameOf(charter)}`,
        entityId: charter.entityId,
        charterId: charter.id,
        channelId,
        expectedCents,
        receivedCents: cents(expectedCents - shortCents),
        arrivedOn: on,
        ...stampOn(day, on),
      };
      ledger.post(on, (books, context) => otaPayout(record, books, context), { kind: 'payout', record });
    },
  };
}

/** It will not sail. What is kept and what goes back is decided from what is held then. */
export function calledOff(on: LocalDate, charterAfter: (ledger: CharterLedger) => Charter): MoneyEvent {
  return {
    on,
    happen: (ledger) => {
      ledger.charter = charterAfter(ledger);
      ledger.post(on, (books, context) => charterCancelled(books, context));
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
