import type { Month } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { BalanceGroup, JournalEntry, MonthBalances } from '../records/journal.ts';
import { BALANCE_GROUPS, noTotals } from '../records/journal.ts';
import type { CashMovement } from './cash-movements.ts';
import type { LeftOut } from './consolidation.ts';
import { consolidated, leftOutOf } from './consolidation.ts';
import { groupOf } from './group-totals.ts';
import { heldBy } from './held-months.ts';
import type { MonthDelta } from './posting.ts';
import { Rebuilding } from './rebuilding.ts';

/** What the books say, read by account, cash movement and tally, for any entities and months together. */
export interface Books {
  /** What an account moved by in these months, debit positive; what stands between the entities is left out. */
  account(entityIds: readonly string[], months: readonly Month[], code: string): Cents;
  /** The same of several accounts, in the order asked for. */
  accounts(entityIds: readonly string[], months: readonly Month[], codes: readonly string[]): readonly Cents[];
  /** What accounts stand at when a month closes, the sum of every month up to it, without what is between the entities. */
  accountThrough(entityIds: readonly string[], through: Month, codes: readonly string[]): Cents;
  /** What each of several accounts stands at then, in the order asked for. */
  accountsThrough(entityIds: readonly string[], through: Month, codes: readonly string[]): readonly Cents[];
  /** What was left out of the accounts in these months because it stands between the entities, by code. */
  leftOut(entityIds: readonly string[], months: readonly Month[]): readonly LeftOut[];
  /** What was left out of the accounts as they stand when a month closes. */
  leftOutThrough(entityIds: readonly string[], through: Month): readonly LeftOut[];
  /** Every account touched up to a month's close, by code. */
  codesThrough(entityIds: readonly string[], through: Month): readonly string[];
  /** Cash moved for one reason in these months, positive when it came in. */
  cash(entityIds: readonly string[], months: readonly Month[], name: CashMovement): Cents;
  /** A tally's sum in these months: a count, or cents. */
  tally(entityIds: readonly string[], months: readonly Month[], group: BalanceGroup, name: string): number;
  /** Every name a group has in these months, sorted. */
  names(entityIds: readonly string[], months: readonly Month[], group: BalanceGroup): readonly string[];
  /** Whether anything was ever posted to a month, even if it was all taken back. */
  hasEntries(entityId: string, month: Month): boolean;
  /** The months with entries, earliest first. */
  months(entityIds: readonly string[]): readonly Month[];
}

/** A read view of month balances. A closing balance is right only when every month of the entities was brought along. */
export function booksOf(balances: readonly MonthBalances[]): Books {
  const of = heldBy(balances);
  const sum = (ids: readonly string[], months: readonly Month[], group: BalanceGroup, name: string) => {
    let total = 0;
    for (const month of of(ids).among(months)) total += groupOf(month, group)[name] ?? 0;
    return total;
  };
  return {
    account: (ids, months, code) => cents(consolidated(of(ids).movedIn(months), code)),
    accounts: (ids, months, codes) => {
      const totals = of(ids).movedIn(months);
      return codes.map((code) => cents(consolidated(totals, code)));
    },
    accountThrough: (ids, through, codes) => {
      const totals = of(ids).standingThrough(through);
      return cents(codes.reduce((total, code) => total + consolidated(totals, code), 0));
    },
    accountsThrough: (ids, through, codes) => {
      const totals = of(ids).standingThrough(through);
      return codes.map((code) => cents(consolidated(totals, code)));
    },
    leftOut: (ids, months) => leftOutOf(of(ids).movedIn(months)),
    leftOutThrough: (ids, through) => leftOutOf(of(ids).standingThrough(through)),
    codesThrough: (ids, through) => [...of(ids).standingThrough(through).own.keys()].sort(),
    cash: (ids, months, name) => cents(sum(ids, months, 'cash', name)),
    tally: sum,
    names: (ids, months, group) => of(ids).namesIn(months, group),
    hasEntries: (id, month) => of([id]).known.includes(month),
    months: (ids) => of(ids).known,
  };
}

/** The month balances that a whole journal gives, in order of entity and month, whatever order the entries come in. */
export function rebuiltBalances(entries: Iterable<JournalEntry>): MonthBalances[] {
  const rebuilding = new Rebuilding();
  for (const entry of entries) rebuilding.add(entry);
  return rebuilding.months();
}

/** A month in which nothing happened. */
export function emptyMonth(entityId: string, month: Month): MonthBalances {
  return { entityId, month, groups: noTotals() };
}

/** The month's balances after a delta of its own was added. @throws RangeError when the delta is another month's. */
export function withDelta(month: MonthBalances, delta: MonthDelta): MonthBalances {
  if (keyOf(month) !== keyOf(delta)) throw new RangeError(`a delta of ${keyOf(delta)} is none of ${keyOf(month)}`);
  const group: Record<string, number> = { ...month.groups[delta.group] };
  for (const [name, amount] of Object.entries(delta.deltas)) group[name] = (group[name] ?? 0) + amount;
  return { ...month, groups: { ...month.groups, [delta.group]: group } };
}

/** One figure two sets of month balances disagree on. */
export interface BalanceDifference {
  readonly entityId: string;
  readonly month: string;
  readonly group: BalanceGroup;
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

/** Every figure on which two sets of month balances disagree, in order; a name that is missing counts as zero. */
export function differences(left: readonly MonthBalances[], right: readonly MonthBalances[]): BalanceDifference[] {
  const byKey = (months: readonly MonthBalances[]) => new Map(months.map((month) => [keyOf(month), month]));
  const [lefts, rights] = [byKey(left), byKey(right)];
  return [...new Set([...lefts.keys(), ...rights.keys()])].sort().flatMap((key) => {
    const { entityId, month } = (lefts.get(key) ?? rights.get(key))!; // the key came from one of the two
    return BALANCE_GROUPS.flatMap((group) => {
      const [a, b] = [lefts.get(key)?.groups[group] ?? {}, rights.get(key)?.groups[group] ?? {}];
      return [...new Set([...Object.keys(a), ...Object.keys(b)])]
        .sort()
        .map((name) => ({ entityId, month, group, name, left: a[name] ?? 0, right: b[name] ?? 0 }))
        .filter((difference) => difference.left !== difference.right);
    });
  });
}

function keyOf({ entityId, month }: { readonly entityId: string; readonly month: string }): string {
  return `${entityId} ${month}`;
}
