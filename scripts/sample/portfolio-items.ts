import { charterItems } from '../../lambda/stores/charter-store.ts';
import {
  balanceVersionKey,
  charterBalanceKey,
  customerKey,
  subjectBalanceKey,
  USERS,
  userEmailKey,
  userKey,
} from '../../lambda/stores/keys.ts';
import { balanceItems, entryItem } from '../../lambda/stores/ledger-store.ts';
import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import { moneyItem as storedMoneyItem } from '../../lambda/stores/money-store.ts';
import { openCharterItem } from '../../lambda/stores/open-charter-store.ts';
import { registerItem } from '../../lambda/stores/register-store.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import { accountName, postingOf } from '../../shared/ledger/posting.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { User } from '../../shared/records/user.ts';
import type { MoneyRecord } from './charter-ledger.ts';
import type { PostedMoney } from './money-ledger.ts';
import type { Portfolio } from './portfolio.ts';

/** An item of the main table. */
export type Item = Readonly<Record<string, unknown>>;

/** Items of one kind, under the words a person watching is told. */
export interface ItemGroup {
  readonly what: string;
  readonly items: readonly Item[];
}

/** Every item a portfolio is stored as, exactly as the stores would have written it. */
export function portfolioItems(portfolio: Portfolio): ItemGroup[] {
  const { registers, users, customers, files, moneyRecords, entries, balances } = portfolio;
  return [
    { what: 'registers', items: registers.map(({ kind, record }) => registerItem(kind, record)) },
    { what: 'people', items: users.flatMap(userItems) },
    { what: 'customers', items: customers.map((customer) => ({ ...customer, ...customerKey(customer.id) })) },
    { what: 'charters', items: files.flatMap((file) => [...charterItems(file), ...charterBalanceItems(file)]) },
    { what: 'open charters', items: files.flatMap(openItems) },
    { what: 'payments and expenses', items: moneyRecords.map(moneyItem) },
    { what: 'journal entries', items: entries.map(entryItem) },
    { what: 'balances', items: [...balances.flatMap(balanceItems), ...subjectItems(entries), ...bookHeads(portfolio)] },
  ];
}

/** A record of money as the money store keeps it. */
export function moneyItem({ kind, record, entryId }: MoneyRecord | PostedMoney): Item {
  return storedMoneyItem({ kind, record, notes: { entry: entryId } } as StoredMoney);
}

/** A person and the item that holds their address. */
function userItems(user: User): Item[] {
  return [
    { ...user, ...userKey(user.id), monthPk: USERS, monthSk: `${user.name}#${user.id}` },
    { ...userEmailKey(user.email), userId: user.id },
  ];
}

/** A charter's balances, unless its books are empty. */
function charterBalanceItems({ charter, balances }: CharterFile): Item[] {
  const named = Object.entries(balances).map(([code, held]) => [accountName(code), held]);
  return named.length === 0 ? [] : [{ ...Object.fromEntries(named), ...charterBalanceKey(charter.id) }];
}

/** The charter's place on the list of those whose money is not settled. */
function openItems({ charter, balances }: CharterFile): Item[] {
  const open = openCharterOf(charter, balances);
  return open === undefined ? [] : [openCharterItem(open)];
}

/** The balances of whatever else entries are about, and how often they moved. */
function subjectItems(entries: Portfolio['entries']): Item[] {
  const held = new Map<string, Record<string, number>>();
  for (const { subjectDeltas } of entries.map(postingOf)) {
    if (subjectDeltas === undefined) continue;
    const balances = held.get(subjectDeltas.subjectId) ?? { n: 0 };
    balances['n'] = (balances['n'] ?? 0) + 1;
    for (const [code, by] of Object.entries(subjectDeltas.deltas)) {
      balances[accountName(code)] = (balances[accountName(code)] ?? 0) + by;
    }
    held.set(subjectDeltas.subjectId, balances);
  }
  return [...held].map(([subjectId, balances]) => ({ ...balances, ...subjectBalanceKey(subjectId) }));
}

/** The books of an entity have moved once per entry, and are shut up to the last month that was closed. */
function bookHeads({ entries, registers }: Portfolio): Item[] {
  const moved = new Map<string, number>();
  for (const { entityId } of entries) moved.set(entityId, (moved.get(entityId) ?? 0) + 1);
  return [...moved].map(([entityId, n]) => {
    const closedThrough = closedMonths(registers, entityId).at(-1);
    return { ...balanceVersionKey(entityId), n, ...(closedThrough === undefined ? {} : { closedThrough }) };
  });
}

function closedMonths(registers: Portfolio['registers'], entityId: string): string[] {
  return registers
    .flatMap(({ kind, record }) => (kind === 'accounting-period' ? [record as AccountingPeriod] : []))
    .filter((period) => period.entityId === entityId && period.status === 'closed')
    .map(({ month }) => month)
    .sort();
}
