import { balanceItems } from '../../lambda/stores/balance-items.ts';
import { loadedHead } from '../../lambda/stores/books-head.ts';
import { loadedCharterItems } from '../../lambda/stores/charter-store.ts';
import { customerItem } from '../../lambda/stores/customer-store.ts';
import { entryItem } from '../../lambda/stores/entry-items.ts';
import { subjectBalanceKey, USERS, userEmailKey, userKey } from '../../lambda/stores/keys.ts';
import type { StoredMoney } from '../../lambda/stores/money-store.ts';
import { moneyItem as storedMoneyItem } from '../../lambda/stores/money-store.ts';
import { openCharterItem } from '../../lambda/stores/open-charter-store.ts';
import { registerItem } from '../../lambda/stores/register-store.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import { accountName, postingOf } from '../../shared/ledger/posting.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { User } from '../../shared/records/user.ts';
import type { MoneyRecord } from './charter-ledger.ts';
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
  const { registers, users, customers, files, moneyRecords, postedMoney, entries, balances } = portfolio;
  return [
    { what: 'registers', items: registers.map(({ kind, record }) => registerItem(kind, record)) },
    { what: 'people', items: users.flatMap(userItems) },
    { what: 'customers', items: customers.map(customerItem) },
    { what: 'charters', items: files.flatMap(loadedCharterItems) },
    { what: 'open charters', items: files.flatMap(openItems) },
    { what: 'payments and expenses', items: moneyRecords.map(moneyItem) },
    { what: 'money of leases, stays and jobs', items: postedMoney.map(storedMoneyItem) },
    { what: 'what the books hold for each of them', items: subjectItems(entries) },
    { what: 'journal entries', items: entries.map(entryItem) },
    { what: 'balances', items: [...balances.flatMap(balanceItems), ...bookHeads(portfolio)] },
  ];
}

/** A record of money as the money store keeps it. */
export function moneyItem({ kind, record, entryId }: MoneyRecord): Item {
  return storedMoneyItem({ kind, record, notes: { entry: entryId } } as StoredMoney);
}

/** What the books hold for everything money is about beside charters, moved once per entry. */
function subjectItems(entries: Portfolio['entries']): Item[] {
  const held = new Map<string, { n: number; balances: SubjectBalances }>();
  for (const posting of entries.map(postingOf)) {
    const id = posting.subjectDeltas?.subjectId;
    if (id === undefined) continue;
    const { n, balances } = held.get(id) ?? { n: 0, balances: {} };
    held.set(id, { n: n + 1, balances: subjectAfter(balances, [posting]) });
  }
  return [...held].map(([id, { n, balances }]) => ({
    ...Object.fromEntries(Object.entries(balances).map(([code, amount]) => [accountName(code), amount])),
    n,
    ...subjectBalanceKey(id),
  }));
}

/** A person and the item that holds their address. */
function userItems(user: User): Item[] {
  return [
    { ...user, ...userKey(user.id), monthPk: USERS, monthSk: `${user.name}#${user.id}` },
    { ...userEmailKey(user.email), userId: user.id },
  ];
}

/** The charter's place on the list of those whose money is not settled. */
function openItems({ charter, balances }: CharterFile): Item[] {
  const open = openCharterOf(charter, balances);
  return open === undefined ? [] : [openCharterItem(open)];
}

/** How each entity's books stand, shut up to the last month that was closed; and the company's registers. */
function bookHeads({ entries, registers, balances }: Portfolio): Item[] {
  const entityIds = registers.flatMap(({ kind, record }) => (kind === 'entity' ? [record.id] : []));
  return ['company', ...entityIds].map((entityId) =>
    loadedHead(entityId, {
      entries: entries.filter((entry) => entry.entityId === entityId).length,
      months: balances.filter((held) => held.entityId === entityId).map(({ month }) => month),
      closedThrough: closedMonths(registers, entityId).at(-1),
    }),
  );
}

function closedMonths(registers: Portfolio['registers'], entityId: string): string[] {
  return registers
    .flatMap(({ kind, record }) => (kind === 'accounting-period' ? [record as AccountingPeriod] : []))
    .filter((period) => period.entityId === entityId && period.status === 'closed')
    .map(({ month }) => month)
    .sort();
}
