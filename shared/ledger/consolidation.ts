import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { MonthBalances } from '../records/journal.ts';
import { ACCOUNTS } from './accounts.ts';
import { groupOf, otherAndName } from './group-totals.ts';

/**
 * What businesses of the company charged, owe and sent each other is no revenue, cost or debt of them together. An entry
 * between two of them counts what it moved under the other's name, so each account can be read without it.
 */

/** Accounts of some businesses added up, debit positive, by code. */
export interface AccountTotals {
  /** As each business has them. */
  readonly own: ReadonlyMap<string, number>;
  /** The part of it that stands between these businesses. */
  readonly between: ReadonlyMap<string, number>;
}

export const NO_TOTALS: AccountTotals = { own: new Map(), between: new Map() };

/** What the accounts of some businesses moved by in some month balances of theirs. */
export function accountTotals(held: readonly MonthBalances[], entityIds: readonly string[]): AccountTotals {
  const own = new Map<string, number>();
  const between = new Map<string, number>();
  for (const month of held) {
    for (const [name, amount] of Object.entries(groupOf(month, 'accounts'))) add(own, codeOf(name), amount);
    if (entityIds.length < 2) continue;
    for (const [key, amount] of Object.entries(groupOf(month, 'between'))) {
      const [other, name] = otherAndName(key);
      if (other !== month.entityId && entityIds.includes(other)) add(between, codeOf(name), amount);
    }
  }
  return { own, between };
}

/** Both added up. */
export function bothTotals(a: AccountTotals, b: AccountTotals): AccountTotals {
  return { own: bothSums(a.own, b.own), between: bothSums(a.between, b.between) };
}

/** What an account comes to without what stands between the businesses. */
export function consolidated({ own, between }: AccountTotals, code: string): number {
  return (own.get(code) ?? 0) - (between.get(code) ?? 0);
}

/** What was left out of one account because it stands between businesses that are looked at together. */
export interface LeftOut {
  readonly code: string;
  readonly cents: Cents;
}

/** Everything left out of the accounts of some businesses: debit positive, and zero in all. */
export function leftOutOf({ between }: AccountTotals): readonly LeftOut[] {
  if (between.size === 0) return [];
  return ACCOUNTS.map(({ code }) => ({ code, cents: cents(between.get(code) ?? 0) })).filter((of) => of.cents !== 0);
}

function bothSums(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  if (b.size === 0) return a;
  const sums = new Map(a);
  for (const [code, amount] of b) add(sums, code, amount);
  return sums;
}

function add(sums: Map<string, number>, code: string, amount: number): void {
  sums.set(code, (sums.get(code) ?? 0) + amount);
}

/** The reverse of the name an account has in the month balances. */
function codeOf(name: string): string {
  return name.slice(1);
}
