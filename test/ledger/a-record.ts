import type { Instant, LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { instant, localDate } from '../../shared/kernel/calendar.ts';
import type { Result } from '../../shared/kernel/fault.ts';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import type { CharterBooks } from '../../shared/ledger/charter-entry.ts';
import type { PostingContext } from '../../shared/ledger/entry.ts';
import type { Charter, PriceLine } from '../../shared/records/charter.ts';
import type { OwnerMoney } from '../../shared/records/house-money.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Channel, Lead } from '../../shared/records/marketing.ts';
import type { Expense, Payment, Payout, TipPayout } from '../../shared/records/money.ts';

export const CONTEXT: PostingContext = { postedAt: instant('2026-11-21T20:00:00Z'), postedBy: 'tests' };
export const ZONE = 'America/Los_Angeles' as Zone;

export const STAMP = {
  createdAt: instant('2026-09-01T17:00:00Z'),
  createdBy: 'tests',
  updatedAt: instant('2026-09-01T17:00:00Z'),
  version: 1,
  source: 'sample',
  schemaVersion: 1,
} as const;

/** What every stored record carries. */
export function aStamp(): typeof STAMP {
  return STAMP;
}

export function on(text: string): LocalDate {
  return localDate(text);
}

export function at(text: string): Instant {
  return instant(text);
}

export function price(kind: PriceLine['kind'], totalCents: number): PriceLine {
  return { kind, text: kind, qty: 1, unitCents: cents(totalCents), totalCents: cents(totalCents) };
}

/** A direct charter of $1,200.00 that has been completed on 2026-09-30. */
export function aCharter(over: Partial<Charter> = {}): Charter {
  return {
    id: 'chr_A',
    entityId: 'jada',
    vesselId: 'ves_1',
    customerId: 'cus_1',
    channelId: 'direct',
    title: 'Sunset sail',
    lifecycle: 'completed',
    zone: ZONE,
    startAt: at('2026-10-01T01:30:00Z'),
    endAt: at('2026-10-01T05:30:00Z'),
    sailsOn: on('2026-09-30'),
    paxExpected: 6,
    departurePort: 'San Diego',
    returnPort: 'San Diego',
    priceLines: [price('charter', 120_000)],
    depositCents: cents(50_000),
    cancellationTiers: [],
    overrides: [],
    milestones: [],
    completionSeq: 1,
    bookedOn: on('2026-09-10'),
    performedOn: on('2026-09-30'),
    ...STAMP,
    ...over,
  };
}

export function booksFor(charter: Charter, balances: Record<string, number> = {}): CharterBooks {
  return { charter, balances };
}

/** What an owner put into the business: $25,000.00 on 2026-09-01. */
export function anOwnersMoney(over: { readonly [K in keyof OwnerMoney]?: unknown } = {}): OwnerMoney {
  return {
    id: 'own_1',
    entityId: 'jada',
    cents: 2_500_000,
    on: '2026-09-01',
    direction: 'in',
    owner: 'The owner',
    ...STAMP,
    ...over,
  } as OwnerMoney;
}

export function aPayment(over: { readonly [K in keyof Payment]?: unknown } = {}): Payment {
  return {
    id: 'pay_1',
    entityId: 'jada',
    charterId: 'chr_A',
    kind: 'deposit',
    method: 'card',
    cents: 87_000,
    tipCents: 0,
    feeCents: 0,
    receivedOn: '2026-09-10',
    ...STAMP,
    ...over,
  } as Payment;
}

export function aPayout(over: { readonly [K in keyof Payout]?: unknown } = {}): Payout {
  return {
    id: 'out_1',
    entityId: 'jada',
    charterId: 'chr_A',
    channelId: 'getmyboat',
    expectedCents: 88_499,
    receivedCents: 88_499,
    arrivedOn: '2026-10-20',
    ...STAMP,
    ...over,
  } as Payout;
}

export function anExpense(over: { readonly [K in keyof Expense]?: unknown } = {}): Expense {
  return {
    id: 'exp_1',
    entityId: 'jada',
    on: '2026-10-12',
    vendor: 'Harbor fuel dock',
    cents: 8_733,
    account: '5020',
    charterId: 'chr_A',
    paidFrom: '1010',
    receiptOnFile: true,
    ...STAMP,
    ...over,
  } as Expense;
}

/** An expense of no charter. */
export function anOverhead(over: { readonly [K in keyof Expense]?: unknown } = {}): Expense {
  const { charterId: _, ...expense } = anExpense({ account: '6010', vendor: 'Marina', ...over });
  return expense;
}

export function aTipPayout(over: { readonly [K in keyof TipPayout]?: unknown } = {}): TipPayout {
  return {
    id: 'tip_1',
    entityId: 'jada',
    charterId: 'chr_A',
    cents: 20_000,
    paidOn: '2026-10-02',
    ...STAMP,
    ...over,
  } as TipPayout;
}

export function aChannel(over: Partial<Channel> = {}): Channel {
  return {
    id: 'getmyboat',
    name: 'GetMyBoat',
    kind: 'ota_boat',
    collects: true,
    revenueModel: 'gross',
    commissionBps: basisPoints(1150),
    feeConfirmed: true,
    payoutLagDays: 7,
    ...STAMP,
    ...over,
  };
}

export function aLead(over: Partial<Lead> = {}): Lead {
  return {
    id: 'lead_1',
    entityId: 'jada',
    channelId: 'direct',
    name: 'A caller',
    askedAt: at('2026-09-08T18:00:00Z'),
    askedOn: on('2026-09-08'),
    stage: 'new',
    expectedCents: cents(0),
    probabilityBps: basisPoints(0),
    ...STAMP,
    ...over,
  };
}

/** The entry, where posting must succeed. */
export function posted(result: Result<JournalEntry>): JournalEntry {
  if (!result.ok) throw new Error(JSON.stringify(result.fault));
  return result.value;
}

/** The fields a refusal names, where posting must be refused. */
export function refusedFields(result: Result<JournalEntry>): string[] {
  if (result.ok) throw new Error(`posted ${result.value.id}, which should have been refused`);
  return result.fault.problems.map((problem) => problem.field);
}

/** An entry's lines as amounts by account code, debit positive. */
export function byAccount(entry: JournalEntry): Record<string, number> {
  return Object.fromEntries(entry.lines.map((line) => [line.account, line.cents]));
}

/** An entry's tallies as amounts by month, group and name. */
export function byName(entry: JournalEntry): Record<string, number> {
  return Object.fromEntries(
    entry.tallies.map((tally) => [`${tally.month} ${tally.group} ${tally.name}`, tally.amount]),
  );
}
