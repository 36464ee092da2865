import type { BalanceGroup, MonthBalances } from '../records/journal.ts';
import { BALANCE_GROUPS } from '../records/journal.ts';

/** What a month holds in a group; balances archived before the group existed hold nothing in it. */
export function groupOf(month: MonthBalances, group: BalanceGroup): Readonly<Record<string, number>> {
  return (month.groups as Partial<MonthBalances['groups']>)[group] ?? NOTHING;
}

/** Whether anything was ever posted to a month, even if it was all taken back. */
export function hasNames(month: MonthBalances): boolean {
  return BALANCE_GROUPS.some((group) => Object.keys(groupOf(month, group)).length > 0);
}

/** The other business and the name of something posted between two: jada.a1800 is account 1800 against jada. */
export function otherAndName(key: string): readonly [other: string, name: string] {
  const at = key.indexOf('.');
  return [key.slice(0, at), key.slice(at + 1)];
}

const NOTHING: Readonly<Record<string, number>> = {};
