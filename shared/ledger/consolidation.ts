import type { Month } from '../kernel/calendar.ts';
import type { Cents } from '../kernel/money.ts';
import { cents } from '../kernel/money.ts';
import type { MonthBalances } from '../records/journal.ts';

import { ACCOUNTS } from './accounts.ts';
import { accountName } from './posting.ts';

/**
 * What businesses of the company charged, owe and sent each other is no revenue, cost or debt of them together. An entry
 * between two of them counts what it moved under the other's name, so each account can be read without it.
 */

/** What a month's books hold on an account against the other businesses of the scope, debit positive. */
export function heldBetween(month: MonthBalances, entityIds: readonly string[], code: string): number {
  if (entityIds.length < 2) return 0;
  const { between = {} } = month.groups as Partial<MonthBalances['groups']>; // older balances have no such group
  if (Object.keys(between).length === 0) return 0;
  const others = [...new Set(entityIds)].filter((id) => id !== month.entityId);
  return others.reduce((sum, other) => sum + (between[`${other}.${accountName(code)}`] ?? 0), 0);
}

/** What was left out of one account because it stands between businesses that are looked at together. */
export interface LeftOut {
  readonly code: string;
  readonly cents: Cents;
}

/** Everything left out of the accounts of some businesses in the months wanted: debit positive, and zero in all. */
export function leftOutOf(
  balances: readonly MonthBalances[],
  entityIds: readonly string[],
  isWanted: (month: Month) => boolean,
): readonly LeftOut[] {
  const held = balances.filter(({ entityId, month }) => entityIds.includes(entityId) && isWanted(month as Month));
  return ACCOUNTS.map(({ code }) => ({
    code,
    cents: cents(held.reduce((sum, month) => sum + heldBetween(month, entityIds, code), 0)),
  })).filter((of) => of.cents !== 0);
}
