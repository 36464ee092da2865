import { cents } from '../../shared/kernel/money.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { Lease, RentCharge, Stay } from '../../shared/records/rental.ts';
import type { StayNights } from '../../shared/records/rental-money.ts';
import { at, on } from './a-record.ts';

type Loose<T> = { readonly [K in keyof T]?: unknown };

export const RENTAL_STAMP = {
  createdAt: at('2026-01-01T00:00:00Z'),
  createdBy: 'tests',
  updatedAt: at('2026-01-01T00:00:00Z'),
  version: 1,
  source: 'manual',
  schemaVersion: 1,
} as const;

/** Three nights over the end of October for $666.67, of which the platform keeps $100.01. */
export function aStay(over: Loose<Stay> = {}): Stay {
  return {
    id: 'sty_1',
    entityId: 'homes',
    propertyId: 'cottage',
    checkIn: on('2026-10-30'),
    checkOut: on('2026-11-02'),
    guest: 'Sample guest',
    platform: 'Airbnb',
    totalCents: cents(66_667),
    platformFeeCents: cents(10_001),
    ...RENTAL_STAMP,
    ...over,
  } as Stay;
}

/** The record of some of its nights. */
export function nights(from: string, until: string, last: string, over: Loose<StayNights> = {}): StayNights {
  const id = `sni_${from}`;
  return { id, entityId: 'homes', stayId: 'sty_1', on: last, from, until, ...RENTAL_STAMP, ...over } as StayNights;
}

/** November's rent of $3,100.00, due on the first. */
export function aCharge(over: Loose<RentCharge> = {}): RentCharge {
  return {
    id: 'rch_1',
    entityId: 'homes',
    leaseId: 'lse_1',
    propertyId: 'house',
    month: '2026-11',
    dueOn: on('2026-11-01'),
    cents: cents(310_000),
    paidCents: cents(0),
    status: 'open',
    ...RENTAL_STAMP,
    ...over,
  } as RentCharge;
}

export function aLease(over: Loose<Lease> = {}): Lease {
  return {
    id: 'lse_1',
    entityId: 'homes',
    propertyId: 'house',
    tenant: 'Sample tenant',
    rentCents: cents(310_000),
    from: on('2026-01-01'),
    to: on('2026-12-31'),
    depositCents: cents(310_000),
    ...RENTAL_STAMP,
    ...over,
  } as Lease;
}

/** What the books hold for a subject once these entries are posted. */
export function balancesAfter(...entries: readonly JournalEntry[]): SubjectBalances {
  return subjectAfter({}, entries.map(postingOf));
}

/** An entry's tallies by name. */
export function tallies(entry: JournalEntry): Record<string, number> {
  return Object.fromEntries(entry.tallies.map(({ month, name, amount }) => [`${month} ${name}`, amount]));
}
