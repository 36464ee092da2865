import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { tipsPaidOut } from '../../shared/ledger/tips.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import { nameOf } from './charter-files.ts';
import type { CharterLedger, MoneyEvent } from './charter-ledger.ts';
import { stampOn } from './sample-day.ts';

/** The booking is counted. */
export function booked(on: LocalDate, isNew: boolean): MoneyEvent {
  return {
    on,
    happen: (ledger) => ledger.post(on, ({ charter }, context) => charterBooked(charter, { isNew }, context)),
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
