import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { firstDay, localDate, monthOf, plusDays } from '../../shared/kernel/calendar.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { cents } from '../../shared/kernel/money.ts';
import { chargedLines } from '../../shared/ledger/delivery-money.ts';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { subjectOpen } from '../../shared/ledger/subject-books.ts';
import type { DayKind, DeliveryJob, DeliveryRole } from '../../shared/records/delivery-job.ts';
import { NOTHING_BOOKED } from '../../shared/records/delivery-job.ts';
import type { Entity } from '../../shared/records/entity.ts';
import type { Invoice } from '../../shared/records/invoice.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import { corvid, DELIVERY, halcyon, larkspur, meridian, odalys, seaTern, tamarind } from './delivery-jobs.ts';
import { DeliveryLedger } from './delivery-ledger.ts';
import type { SampleDay } from './sample-day.ts';
import { postingOn, stampOn } from './sample-day.ts';

/** The delivery business of the sample: its jobs as they stand, their invoices, and everything posted about them. */
export interface SampleDeliveries {
  readonly entity: Entity;
  readonly jobs: readonly DeliveryJob[];
  readonly invoices: readonly Invoice[];
  readonly money: readonly StoredMoney[];
  readonly entries: readonly JournalEntry[];
}

const DAYS_IN_BUSINESS = 95;

/** Seven jobs of the last eighty days, one of them done as it should be, but for $90 its owner would not pay. */
export function sampleDeliveries(day: SampleDay): SampleDeliveries {
  const since = firstDay(monthOf(plusDays(day.today, -DAYS_IN_BUSINESS)));
  const told = [
    paidInFull(new DeliveryLedger(day, halcyon(day)), day),
    halfPaid(new DeliveryLedger(day, meridian(day)), day),
    notInvoiced(new DeliveryLedger(day, seaTern(day)), day),
    atSea(new DeliveryLedger(day, odalys(day)), day),
    inPreparation(new DeliveryLedger(day, larkspur(day)), day),
    paidAhead(new DeliveryLedger(day, corvid(day)), day),
    new DeliveryLedger(day, tamarind(day)),
  ];
  const opening = orThrow(
    ownerMoneyMoved(
      {
        id: `own_${DELIVERY}-opening`,
        entityId: DELIVERY,
        cents: cents(900_000),
        on: since,
        direction: 'in',
        owner: 'The owner',
        ...stampOn(day, since),
      },
      postingOn(day, since),
    ),
  );
  return {
    entity: deliveryEntity(day, since),
    jobs: told.map(({ job }) => job),
    invoices: told.flatMap(({ invoices }) => invoices),
    money: told.flatMap(({ money }) => money),
    entries: [opening, ...told.flatMap(({ entries }) => entries)],
  };
}

function deliveryEntity(day: SampleDay, since: LocalDate): Entity {
  return {
    id: DELIVERY,
    name: 'Expert Yacht Delivery',
    kind: 'delivery',
    zone: day.zone,
    currency: 'USD',
    fiscalYearStartMonth: 1,
    taxForm: 'sched_c',
    active: true,
    createdOn: localDate(since),
    ...stampOn(day, since),
  };
}

const TWO: readonly DeliveryRole[] = ['captain', 'mate'];
const THREE: readonly DeliveryRole[] = ['captain', 'mate', 'deckhand'];

/** One job's story by days before today. */
function story(ledger: DeliveryLedger, { today }: SampleDay) {
  const ago = (days: number) => plusDays(today, -days);
  return {
    ago,
    advance: (days: number, amount: number) => ledger.post('delivery-advance', ago(days), { cents: cents(amount) }),
    log: (days: number, kind: DayKind, crew: readonly DeliveryRole[], nm = 0) =>
      ledger.post('delivery-day', ago(days), { kind, crew: [...crew], nm }),
    bought: (days: number, vendor: string, account: string, amount: number, receipt = true) =>
      ledger.post('delivery-expense', ago(days), {
        cents: cents(amount),
        vendor,
        account,
        paidFrom: '1010',
        billable: true,
        ...(receipt ? { receiptKey: `receipts/${ledger.job.id}/${days}.pdf` } : {}),
      }),
    crewPaid: (days: number, amount: number) =>
      ledger.post('delivery-crew-pay', ago(days), {
        cents: cents(amount),
        payee: 'Crew of the voyage',
        paidFrom: '1010',
      }),
    /** Invoices everything that is charged but the days of a kind, due a week later. */
    invoice: (days: number, number: string, but?: DayKind) => {
      const lines = chargedLines(ledger.job.booked ?? NOTHING_BOOKED).filter(
        (line) => !('kind' in line) || line.kind !== but,
      );
      const due = lines.reduce((sum, { unbilledCents }) => sum + unbilledCents, 0);
      ledger.post('delivery-invoice', ago(days), {
        cents: cents(due),
        invoiceId: `inv_${number.toLowerCase()}`,
        number,
        dueOn: ago(days - 7),
        lines: lines.map(({ id }) => id),
      });
    },
    paid: (days: number, number: string, amount: number) =>
      ledger.post('delivery-payment', ago(days), { cents: cents(amount), invoiceId: `inv_${number.toLowerCase()}` }),
    writtenOff: (days: number, number: string, amount: number, reason: string) =>
      ledger.post('delivery-write-off', ago(days), {
        cents: cents(amount),
        invoiceId: `inv_${number.toLowerCase()}`,
        reason,
      }),
  };
}

function paidInFull(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  const { advance, log, bought, invoice, paid, writtenOff, crewPaid } = story(ledger, day);
  advance(75, 400_000);
  log(62, 'prep', TWO);
  log(61, 'underway', TWO, 96);
  bought(60, 'Avila Beach Fuel', '5020', 41_280);
  log(60, 'underway', TWO, 88);
  log(59, 'standby_weather', TWO);
  log(58, 'underway', TWO, 104);
  log(57, 'handover', TWO);
  invoice(55, 'EYD-101');
  crewPaid(54, 6 * 54_000);
  const disputed = TWO.length * ledger.job.rateCents.perDiem;
  paid(49, 'EYD-101', subjectOpen(ledger.balances, '1110') - disputed);
  writtenOff(41, 'EYD-101', disputed, 'Meals of the day of waiting, which the owner would not pay');
  return ledger;
}

function halfPaid(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  const { advance, log, bought, invoice, paid, crewPaid } = story(ledger, day);
  advance(48, 350_000);
  log(42, 'prep', TWO);
  bought(42, 'Shelter Island Fuel', '5020', 168_400);
  log(41, 'underway', TWO, 135);
  log(40, 'underway', TWO, 128);
  log(39, 'standby_mechanical', TWO);
  bought(39, 'Morro Bay Diesel Service', '6030', 92_650);
  log(38, 'underway', TWO, 122);
  log(37, 'underway', TWO, 75);
  log(36, 'handover', TWO);
  invoice(33, 'EYD-102', 'standby_mechanical');
  crewPaid(30, 7 * 54_000);
  paid(24, 'EYD-102', Math.floor(subjectOpen(ledger.balances, '1110') / 2));
  return ledger;
}

function notInvoiced(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  const { advance, log, bought, crewPaid } = story(ledger, day);
  advance(22, 180_000);
  log(20, 'underway', TWO, 84);
  bought(19, 'Channel Islands Fuel', '5020', 28_760);
  bought(19, 'Oxnard Chandlery', '5025', 11_340, false);
  log(19, 'underway', TWO, 79);
  log(18, 'underway', TWO, 55);
  log(17, 'handover', TWO);
  crewPaid(14, 100_000);
  return ledger;
}

function atSea(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  const { advance, log, bought } = story(ledger, day);
  advance(9, 150_000);
  log(7, 'travel', THREE);
  log(6, 'prep', THREE);
  bought(6, 'Marina de La Paz Fuel', '5020', 136_900);
  bought(6, 'La Paz Provisions', '5025', 52_180);
  log(5, 'underway', THREE, 118);
  log(4, 'underway', THREE, 110);
  log(2, 'underway', THREE, 121);
  log(1, 'standby_weather', THREE);
  return ledger;
}

function inPreparation(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  story(ledger, day).log(1, 'prep', TWO);
  return ledger;
}

function paidAhead(ledger: DeliveryLedger, day: SampleDay): DeliveryLedger {
  story(ledger, day).advance(10, 610_000);
  return ledger;
}
