import type { LocalDate, Month } from '../kernel/calendar.ts';
import { firstDay, monthOf, plusMonths } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { BankLine } from '../records/bank-line.ts';
import type { JournalEntry } from '../records/journal.ts';

/** By entity, the last month that is closed: nothing is posted into it, nor before it. */
export type ClosedThrough = ReadonlyMap<string, Month>;

/** The first day of an entity's books that still takes postings; nothing while no month was ever closed. */
export function firstOpenDay(closed: ClosedThrough, entityId: string): LocalDate | undefined {
  const last = closed.get(entityId);
  return last === undefined ? undefined : firstDay(plusMonths(last, 1));
}

/**
 * Whether an entry is kept out of closed months: it moves accounts. A memorandum only counts something in the month it
 * happened, such as an inquiry that was entered late.
 */
export function movesAccounts({ lines }: Pick<JournalEntry, 'lines'>): boolean {
  return lines.length > 0;
}

/** What is wrong with entries that would land in closed months: each names the day from which on it can be recorded. */
export function closedMonthProblems(
  entries: readonly JournalEntry[],
  closed: ClosedThrough,
  field: string,
): readonly Problem[] {
  const late = entries.filter(movesAccounts).filter((entry) => isShut(entry.entityId, entry.businessOn, closed));
  return late.slice(0, 1).map(({ entityId, businessOn }) => ({
    field,
    message: `${monthOf(businessOn)} is closed in the books of ${entityId}; record it on ${firstOpenDay(closed, entityId)} or later`,
  }));
}

/** What is wrong with a bank line of a closed month: the month was closed on the word that all its lines are explained. */
export function closedStatementProblems(
  { entityId, on }: Pick<BankLine, 'entityId' | 'on'>,
  closed: ClosedThrough,
  field: string,
): readonly Problem[] {
  if (!isShut(entityId, on, closed)) return [];
  const month = monthOf(on);
  return [
    {
      field,
      message: `${month} is closed in the books of ${entityId}, with every bank line explained; open ${month} again to add one`,
    },
  ];
}

function isShut(entityId: string, on: LocalDate, closed: ClosedThrough): boolean {
  const last = closed.get(entityId);
  return last !== undefined && monthOf(on) <= last;
}
