import type { Instant, LocalDate, Zone } from '../../../shared/kernel/calendar.ts';
import { plusDays } from '../../../shared/kernel/calendar.ts';
import type { Result } from '../../../shared/kernel/fault.ts';
import { orThrow } from '../../../shared/kernel/fault.ts';
import { cents } from '../../../shared/kernel/money.ts';
import { billReceived } from '../../../shared/ledger/bills.ts';
import { charterCancelled } from '../../../shared/ledger/cancellation.ts';
import type { CharterBooks } from '../../../shared/ledger/charter-entry.ts';
import { expensePaid } from '../../../shared/ledger/costs.ts';
import type { PostingContext } from '../../../shared/ledger/entry.ts';
import { leadReceived } from '../../../shared/ledger/leads.ts';
import { charterBooked } from '../../../shared/ledger/memorandum.ts';
import { charterPerformed } from '../../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../../shared/ledger/receipts.ts';
import { refundAfterPerformance, refundPaid } from '../../../shared/ledger/refunds.ts';
import { jobPaid } from '../../../shared/ledger/subscriptions.ts';
import { tipsPaidOut } from '../../../shared/ledger/tips.ts';
import type { Charter, PriceLine } from '../../../shared/records/charter.ts';
import type { JournalEntry } from '../../../shared/records/journal.ts';
import type { SeededRandom } from '../../sample/seeded-random.ts';
import { randomFor } from '../../sample/seeded-random.ts';

/** The last day of the books made here: ages are counted to it. */
export const AS_OF = '2026-11-30' as LocalDate;
export const CHANNELS = ['direct', 'phone', 'partner', 'search', 'returning'] as const;
const ENTITIES = ['jada', 'qos'] as const;
const FIRST = '2024-12-01' as LocalDate;
const DAYS = 700;
const AT = '2026-11-30T20:00:00.000Z' as Instant;
const CONTEXT: PostingContext = { postedAt: AT, postedBy: 'bench' };
const STAMP = {
  createdAt: AT,
  createdBy: 'bench',
  updatedAt: AT,
  version: 1,
  source: 'sample',
  schemaVersion: 1,
} as const;

/**
 * So many entries of a charter company over two years, whatever their number, as the product itself posts them: leads,
 * bookings, deposits, balances, sailings, cancellations, refunds, crew, fuel, tips, bills, advertising, jobs. The same
 * seed gives the same entries, one charter after another.
 */
export function* madeEntries(count: number, seed: string): Generator<JournalEntry> {
  let made = 0;
  for (let serial = 0; made < count; serial += 1) {
    for (const entry of storyOf(serial, randomFor(`${seed} ${serial}`))) {
      if (made === count) return;
      made += 1;
      yield entry;
    }
  }
}

/** Everything around one charter, in order of writing: its own entries, and now and then one of the house. */
function* storyOf(serial: number, random: SeededRandom): Generator<JournalEntry> {
  const entityId = random.pick([...ENTITIES]);
  const channelId = random.pick([...CHANNELS]);
  const bookedOn = plusDays(FIRST, random.int(0, DAYS - 40));
  const sailsOn = plusDays(bookedOn, random.int(1, 35));
  const books = new OneCharter(aCharter(serial, entityId, channelId, bookedOn, sailsOn, random));
  const { id } = books.charter;
  const about = { entityId, charterId: id, ...STAMP };
  const paid = (kind: 'deposit' | 'balance' | 'refund', amount: number, on: LocalDate, tip = 0) => ({
    ...about,
    id: `pay_${serial}.${kind}`,
    kind,
    method: random.pick<'card' | 'transfer' | 'cash'>(['card', 'transfer', 'cash']),
    cents: cents(amount),
    tipCents: cents(tip),
    feeCents: cents(kind === 'refund' ? 0 : Math.round(amount * 0.029)),
    receivedOn: on,
  });
  yield books.post(leadReceived(aLead(serial, entityId, channelId, bookedOn), CONTEXT));
  yield books.post(charterBooked(books.charter, { isNew: random.chance(70) }, CONTEXT));
  yield books.post(depositReceived(paid('deposit', books.charter.depositCents, bookedOn), books.now, CONTEXT));
  if (random.chance(8)) {
    yield* calledOff(books, random, (amount, on) => paid('refund', amount, on));
  } else {
    const tipCents = random.chance(60) ? random.int(20, 300) * 100 : 0;
    const isLate = random.chance(12);
    const rest = books.totalCents - books.charter.depositCents;
    const onTime = () =>
      books.post(balanceReceived(paid('balance', rest + tipCents, sailsOn, tipCents), books.now, CONTEXT));
    if (!isLate) yield onTime();
    books.charter = { ...books.charter, lifecycle: 'completed', performedOn: sailsOn, completionSeq: 1 };
    yield books.post(charterPerformed(books.now, CONTEXT));
    if (isLate && random.chance(70)) yield onTime();
    for (const [account, from, to] of COSTS) {
      const record = {
        ...expense(`${serial}.${account}`, entityId, account, random.int(from, to), sailsOn),
        charterId: id,
      };
      yield books.post(expensePaid(record, books.now, CONTEXT));
    }
    const held = -(books.now.balances['2300'] ?? 0);
    if (held > 0) {
      const tips = { ...about, id: `tip_${serial}`, cents: cents(held), paidOn: plusDays(sailsOn, 4) };
      yield books.post(tipsPaidOut(tips, books.now, CONTEXT));
    }
    if (!isLate && random.chance(3)) {
      const back = paid('refund', random.int(50, 400) * 100, plusDays(sailsOn, 6));
      yield books.post(refundAfterPerformance(back, books.now, CONTEXT));
    }
  }
  yield* ofTheHouse(serial, entityId, channelId, bookedOn, random);
}

const COSTS = [
  ['5010', 28_000, 52_000],
  ['5020', 4_800, 19_500],
  ['5025', 2_000, 30_000],
] as const;

function* calledOff(
  books: OneCharter,
  random: SeededRandom,
  refund: (cents: number, on: LocalDate) => Parameters<typeof refundPaid>[0],
): Generator<JournalEntry> {
  const { charter } = books;
  const retained = random.chance(50) ? Math.floor(charter.depositCents / 2) : 0;
  const on = plusDays(charter.bookedOn ?? charter.sailsOn, 1);
  const cancellation = {
    by: 'guest',
    reason: 'something came up',
    at: AT,
    on,
    retainedCents: cents(retained),
    refundCents: cents(charter.depositCents - retained),
  } as const;
  books.charter = { ...charter, lifecycle: 'cancelled', cancellation };
  yield books.post(charterCancelled(books.now, CONTEXT));
  const due = -(books.now.balances['2400'] ?? 0);
  if (due > 0) yield books.post(refundPaid(refund(due, plusDays(on, 2)), books.now, CONTEXT));
}

/** Advertising for a channel, overheads, a supplier's bill and its payment, a job of the hauling business. */
function* ofTheHouse(
  serial: number,
  entityId: string,
  channelId: string,
  on: LocalDate,
  random: SeededRandom,
): Generator<JournalEntry> {
  if (random.chance(20)) {
    const spent = orThrow(
      expensePaid(expense(`${serial}.ads`, entityId, '6100', random.int(2_000, 40_000), on), undefined, CONTEXT),
    );
    yield { ...spent, refs: { ...spent.refs, channelId } };
  }
  if (random.chance(30)) {
    const account = random.pick(['6010', '6020', '6030', '6110', '6140']);
    yield orThrow(
      expensePaid(expense(`${serial}.house`, entityId, account, random.int(1_000, 90_000), on), undefined, CONTEXT),
    );
  }
  if (random.chance(10)) {
    const about = { entityId, billId: `bil_${serial}`, cents: cents(random.int(5_000, 80_000)), ...STAMP };
    const paper = {
      number: String(serial),
      vendor: 'Boatyard',
      account: '6030',
      dueOn: plusDays(on, 30),
      receiptOnFile: true,
    };
    yield orThrow(billReceived({ ...about, ...paper, id: `brc_${serial}`, on }, undefined, CONTEXT));
  }
  if (random.chance(10)) {
    const job = {
      id: `job_${serial}`,
      entityId: 'qdn',
      on,
      what: 'Yard clearing',
      cents: cents(random.int(9_000, 60_000)),
    };
    yield orThrow(jobPaid({ ...job, method: 'card', feeCents: cents(100), ...STAMP }, CONTEXT));
  }
}

/** A charter and what its accounts stand at, as each posting needs to know them. */
class OneCharter {
  charter: Charter;
  readonly #balances: Record<string, number> = {};

  constructor(charter: Charter) {
    this.charter = charter;
  }

  get now(): CharterBooks {
    return { charter: this.charter, balances: this.#balances };
  }

  get totalCents(): number {
    return this.charter.priceLines.reduce((sum, { totalCents }) => sum + totalCents, 0);
  }

  post(result: Result<JournalEntry>): JournalEntry {
    const entry = orThrow(result);
    for (const { account, cents: by } of entry.lines) this.#balances[account] = (this.#balances[account] ?? 0) + by;
    return entry;
  }
}

function aCharter(
  serial: number,
  entityId: string,
  channelId: string,
  bookedOn: LocalDate,
  sailsOn: LocalDate,
  random: SeededRandom,
): Charter {
  const line = (kind: PriceLine['kind'], totalCents: number): PriceLine => {
    return { kind, text: kind, qty: 1, unitCents: cents(totalCents), totalCents: cents(totalCents) };
  };
  const addon = random.chance(40) ? random.int(60, 340) * 100 : 0;
  const priceLines = [
    line('charter', random.int(1_400, 2_900) * 100),
    line('addon_taxable', addon),
    line('tax', Math.round(addon * 0.0775)),
  ];
  return {
    id: `chr_${serial}`,
    entityId,
    vesselId: `ves_${entityId}`,
    customerId: `cus_${serial}`,
    channelId,
    title: 'Sunset sail',
    lifecycle: 'confirmed',
    zone: 'America/Los_Angeles' as Zone,
    startAt: AT,
    endAt: AT,
    sailsOn,
    paxExpected: random.int(2, 22),
    departurePort: 'San Diego',
    returnPort: 'San Diego',
    priceLines,
    depositCents: cents(random.int(300, 900) * 100),
    cancellationTiers: [],
    overrides: [],
    milestones: [],
    completionSeq: 0,
    bookedOn,
    ...STAMP,
  };
}

function aLead(
  serial: number,
  entityId: string,
  channelId: string,
  askedOn: LocalDate,
): Parameters<typeof leadReceived>[0] {
  const stage = { stage: 'won', quotedOn: askedOn, wonOn: askedOn } as const;
  const worth = { expectedCents: cents(0), probabilityBps: 0 as never };
  return {
    id: `lead_${serial}`,
    entityId,
    channelId,
    name: 'A caller',
    askedAt: AT,
    askedOn,
    ...stage,
    ...worth,
    ...STAMP,
  };
}

function expense(name: string, entityId: string, account: string, amount: number, on: LocalDate) {
  const paid = {
    vendor: 'Harbor supply',
    cents: cents(amount),
    account,
    paidFrom: '1010',
    receiptOnFile: true,
  } as const;
  return { id: `exp_${name}`, entityId, on, ...paid, ...STAMP };
}
