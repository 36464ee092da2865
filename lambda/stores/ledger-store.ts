import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Month } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import type { BalanceGroup, JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import { BALANCE_GROUPS, noTotals } from '../../shared/records/journal.ts';
import { balanceKey, balancePartition, balanceVersionKey, entryKey, ledgerPartition } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { SeenBooks } from './period-store.ts';
import type { Tables } from './tables.ts';

const READ_ATTEMPTS = 8;

/**
 * Every month of an entity's balances, whole: read again when a posting moved them meanwhile, so that a posting in
 * flight never shows as an imbalance.
 * @throws FaultError `unavailable` when the books do not stand still.
 */
export async function readBalances(tables: Tables, entityId: string): Promise<MonthBalances[]> {
  let before = await booksVersion(tables, entityId);
  for (let attempt = 0; attempt < READ_ATTEMPTS; attempt += 1) {
    const items = await everyItem(tables, partitionQuery(tables.main, balancePartition(entityId), '20'));
    const after = await booksVersion(tables, entityId);
    if (after === before) return monthsOf(entityId, items);
    before = after;
  }
  throw new FaultError(fault('unavailable', `The books of ${entityId} are being written. Try again.`));
}

/** The journal entries of one entity and month, by business day. */
export async function readEntries(tables: Tables, entityId: string, month: Month): Promise<JournalEntry[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, ledgerPartition(entityId, month)));
  return items.map((item) => recordIn<JournalEntry>(item));
}

export async function readEntry(
  tables: Tables,
  of: Pick<JournalEntry, 'entityId' | 'businessOn' | 'id'>,
): Promise<JournalEntry | undefined> {
  const Key = entryKey(of.entityId, of.businessOn, of.id);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item ? recordIn<JournalEntry>(found.Item) : undefined;
}

/** The item an entry is stored as. */
export function entryItem(entry: JournalEntry): Record<string, unknown> {
  return { ...entry, ...entryKey(entry.entityId, entry.businessOn, entry.id) };
}

/** The items a month's balances are stored as, one per group that holds anything. */
export function balanceItems(balances: MonthBalances): Record<string, unknown>[] {
  return BALANCE_GROUPS.flatMap((group) =>
    Object.keys(balances.groups[group]).length === 0
      ? []
      : [{ ...balances.groups[group], ...balanceKey(balances.entityId, balances.month, group) }],
  );
}

/** How an entity's books stand: how many entries they hold, and up to which month they are closed. */
export async function booksSeen(tables: Tables, entityId: string): Promise<SeenBooks> {
  const head = await booksHead(tables, entityId);
  return { entityId, version: Number(head?.['n'] ?? 0), closedThrough: head?.['closedThrough'] as Month | undefined };
}

/** The last closed month of each of these entities' books; entities without one are left out. */
export async function readClosedThrough(tables: Tables, entityIds: readonly string[]): Promise<ClosedThrough> {
  const heads = await Promise.all(
    entityIds.map(async (entityId) => [entityId, await booksHead(tables, entityId)] as const),
  );
  return new Map(
    heads.flatMap(([entityId, head]) =>
      head?.['closedThrough'] === undefined ? [] : [[entityId, head['closedThrough'] as Month]],
    ),
  );
}

async function booksHead(tables: Tables, entityId: string): Promise<Record<string, unknown> | undefined> {
  const Key = balanceVersionKey(entityId);
  return (await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }))).Item;
}

async function booksVersion(tables: Tables, entityId: string): Promise<number> {
  return Number((await booksHead(tables, entityId))?.['n'] ?? 0);
}

function monthsOf(entityId: string, items: readonly Record<string, unknown>[]): MonthBalances[] {
  const months = new Map<string, Record<BalanceGroup, Record<string, number>>>();
  for (const item of items) {
    const [month = '', group = ''] = String(item['sk']).split('#');
    const groups = months.get(month) ?? noTotals();
    groups[group as BalanceGroup] = recordIn<Record<string, number>>(item);
    months.set(month, groups);
  }
  return [...months].map(([month, groups]) => ({ entityId, month, groups }));
}
