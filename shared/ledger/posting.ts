import type { Month } from '../kernel/calendar.ts';
import { monthOf } from '../kernel/calendar.ts';
import type { BalanceGroup, JournalEntry } from '../records/journal.ts';
import { BALANCE_GROUPS } from '../records/journal.ts';
import { cashMovements } from './cash-movements.ts';
import { depositTallies } from './deposit-movements.ts';

/** What one group of one month's balances of one entity gains by an entry: signed amounts by name. */
export interface MonthDelta {
  readonly entityId: string;
  readonly month: Month;
  readonly group: BalanceGroup;
  readonly deltas: Readonly<Record<string, number>>;
}

/** An entry with exactly what a store must add to its balances in the same transaction. */
export interface Posting {
  readonly entry: JournalEntry;
  readonly monthDeltas: readonly MonthDelta[];
  /** By account code, for the charter the entry is about; left out when it is about none or has no lines. */
  readonly charterDeltas?: { readonly charterId: string; readonly deltas: Readonly<Record<string, number>> };
  /** The same for whatever else it is about: a gift card, an invoice, a job, a lease. */
  readonly subjectDeltas?: { readonly subjectId: string; readonly deltas: Readonly<Record<string, number>> };
}

/** The name an account has within the accounts group of the month balances. */
export function accountName(code: string): string {
  return `a${code}`;
}

/** The entry and what it adds. Deltas come in order of month and group, at most one for each, none of them empty. */
export function postingOf(entry: JournalEntry): Posting {
  const { charterId, subjectId } = entry.refs;
  const deltas = Object.fromEntries(entry.lines.map((line) => [line.account, line.cents]));
  const hasLines = entry.lines.length > 0;
  return {
    entry,
    monthDeltas: monthDeltas(entry),
    ...(hasLines && charterId !== undefined ? { charterDeltas: { charterId, deltas } } : {}),
    ...(hasLines && subjectId !== undefined ? { subjectDeltas: { subjectId, deltas } } : {}),
  };
}

function monthDeltas(entry: JournalEntry): MonthDelta[] {
  const month = monthOf(entry.businessOn);
  const accounts = entry.lines.map((line) => [accountName(line.account), line.cents] as const);
  const deltas: MonthDelta[] = [
    deltaOf(entry, month, 'accounts', accounts),
    deltaOf(entry, month, 'cash', Object.entries(cashMovements(entry))),
  ];
  const counted = [...entry.tallies, ...depositTallies(entry)];
  for (const at of new Set(counted.map((tally) => tally.month))) {
    for (const group of BALANCE_GROUPS) {
      const tallies = counted.filter((tally) => tally.month === at && tally.group === group);
      deltas.push(
        deltaOf(
          entry,
          at,
          group,
          tallies.map((tally) => [tally.name, tally.amount] as const),
        ),
      );
    }
  }
  return deltas.filter((delta) => Object.keys(delta.deltas).length > 0).sort(byMonthAndGroup);
}

function deltaOf(
  { entityId }: JournalEntry,
  month: Month,
  group: BalanceGroup,
  amounts: readonly (readonly [string, number])[],
): MonthDelta {
  return { entityId, month, group, deltas: Object.fromEntries(amounts) };
}

function byMonthAndGroup(a: MonthDelta, b: MonthDelta): number {
  if (a.month !== b.month) return a.month < b.month ? -1 : 1;
  return BALANCE_GROUPS.indexOf(a.group) - BALANCE_GROUPS.indexOf(b.group);
}
