import type { LocalDate } from '../kernel/calendar.ts';
import { monthOf } from '../kernel/calendar.ts';
import { cents, dividedRounded } from '../kernel/money.ts';
import type { WorkEntry } from '../records/client-work.ts';
import type { Tally } from '../records/journal.ts';

/** What the books count of each client. Cents, but for minutes. */
export type ClientCount =
  | 'receivable'
  | 'invoiced'
  | 'collected'
  | 'credited'
  | 'written-off'
  | 'revenue'
  | 'work-billed'
  | 'work-worth'
  | 'minutes'
  | 'pass-cost'
  | 'own-cost'
  | 'pass-billed'
  | 'unbilled'
  /** What was invoiced for a month of a retainer or of hosting. */
  | `month-${string}`
  /** Minutes of a month's work that was invoiced as part of a retainer. */
  | `included-${string}`;

/** What a record adds to a client's counts in the month of its day. */
export function clientTallies(
  { clientId, on }: { readonly clientId: string; readonly on: LocalDate },
  counts: Readonly<Partial<Record<ClientCount, number>>>,
): readonly Tally[] {
  return Object.entries(counts).map(([name, amount = 0]) => ({
    month: monthOf(on),
    group: 'clients',
    name: `${clientId}.${name}`,
    amount: cents(amount),
  }));
}

/** What a work entry is worth at its own rate, in cents, halves away from zero. */
export function workWorth({ minutes, rateCentsPerHour }: Pick<WorkEntry, 'minutes' | 'rateCentsPerHour'>): number {
  return dividedRounded(minutes * rateCentsPerHour, 60);
}
