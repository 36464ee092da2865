import type { BalanceGroup, MonthBalances } from '../../shared/records/journal.ts';
import { BALANCE_GROUPS, noTotals } from '../../shared/records/journal.ts';
import type { Key } from './keys.ts';
import { balanceKey } from './keys.ts';
import { recordIn } from './paging.ts';

/**
 * How a group is told from the others within an item; an account's name tells by itself. Short, because a write is paid by
 * the kilobyte.
 */
const CODES: Readonly<Record<BalanceGroup, string>> = {
  accounts: '',
  cash: 'c',
  channels: 'k',
  operations: 'o',
  margin: 'm',
  between: 'b',
  clients: 'l',
};

/** Where one figure of a month's balances is stored: in which item, under which name. */
export interface BalancePlace {
  readonly key: Key;
  readonly name: string;
}

/**
 * A month has one item for the business as a whole and one for each thing something is counted for: a channel, a client,
 * another business. A name with a dot says for which; what an entry moves lies in one item, or in two.
 */
export function balancePlace(entityId: string, month: string, group: BalanceGroup, name: string): BalancePlace {
  const { thing, attribute } = placeWithin(group, name);
  return { key: balanceKey(entityId, month, thing), name: attribute };
}

/** The thing a figure is counted for, if any, and the name the figure has within its item. */
export function placeWithin(
  group: BalanceGroup,
  name: string,
): { readonly thing: string | undefined; readonly attribute: string } {
  const dot = name.indexOf('.');
  const [thing, own] = dot < 0 ? [undefined, name] : [name.slice(0, dot), name.slice(dot + 1)];
  return { thing, attribute: CODES[group] === '' ? own : `${CODES[group]}.${own}` };
}

/** The figure an attribute of a thing's item holds. @throws Error for an attribute no version of these books writes. */
export function figureAt(
  thing: string | undefined,
  attribute: string,
): { readonly group: BalanceGroup; readonly name: string } {
  const dot = attribute.indexOf('.');
  const code = dot < 0 ? '' : attribute.slice(0, dot);
  const group = BALANCE_GROUPS.find((one) => CODES[one] === code);
  const isOld = group === undefined || (group === 'accounts' && !/^a\d{4}$/.test(attribute));
  if (isOld) throw new Error(`${attribute} is no figure of these books; an earlier version may have written it`);
  const own = attribute.slice(dot + 1);
  return { group, name: thing === undefined ? own : `${thing}.${own}` };
}

/** The items a month's balances are stored as, none of them empty. */
export function balanceItems({ entityId, month, groups }: MonthBalances): Record<string, unknown>[] {
  const items = new Map<string, Record<string, unknown>>();
  for (const group of BALANCE_GROUPS) {
    for (const [name, amount] of Object.entries(groups[group])) {
      const { key, name: attribute } = balancePlace(entityId, month, group, name);
      items.set(key.sk, { ...items.get(key.sk), ...key, [attribute]: amount });
    }
  }
  return [...items.values()];
}

/** The month balances that an entity's items hold, by month. */
export function monthsIn(entityId: string, items: readonly Record<string, unknown>[]): MonthBalances[] {
  const months = new Map<string, Record<BalanceGroup, Record<string, number>>>();
  for (const item of items) {
    const [month = '', thing] = String(item['sk']).split('#');
    const groups = months.get(month) ?? noTotals();
    for (const [attribute, amount] of Object.entries(recordIn<Record<string, number>>(item))) {
      const { group, name } = figureAt(thing, attribute);
      groups[group][name] = amount;
    }
    months.set(month, groups);
  }
  return [...months].map(([month, groups]) => ({ entityId, month, groups }));
}
