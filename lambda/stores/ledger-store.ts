import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Month } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import type { BalanceGroup, JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import { BALANCE_GROUPS } from '../../shared/records/journal.ts';
import {
  balanceKey,
  balancePartition,
  balanceVersionKey,
  charterBalanceKey,
  entryKey,
  ledgerPartition,
} from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/**
 * Everything one economic event writes: the entry, once; the month balances it moves; the charter's own balances; and
 * the version that tells readers the books moved. Repeating it fails on the entry and changes nothing.
 */
export function postingWrites(tables: Tables, posting: Posting): Write[] {
  const { entry } = posting;
  return [
    {
      Put: {
        TableName: tables.main,
        Item: entryItem(entry),
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
    },
    ...posting.monthDeltas.map((moved) =>
      addWrite(tables, balanceKey(moved.entityId, moved.month, moved.group), moved.deltas),
    ),
    addWrite(tables, balanceVersionKey(entry.entityId), { n: 1 }),
    ...(posting.charterDeltas
      ? [
          addWrite(
            tables,
            charterBalanceKey(posting.charterDeltas.charterId),
            Object.fromEntries(Object.entries(posting.charterDeltas.deltas).map(([code, by]) => [`a${code}`, by])),
          ),
        ]
      : []),
  ];
}

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

async function booksVersion(tables: Tables, entityId: string): Promise<number> {
  const Key = balanceVersionKey(entityId);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return Number(found.Item?.['n'] ?? 0);
}

function monthsOf(entityId: string, items: readonly Record<string, unknown>[]): MonthBalances[] {
  const months = new Map<string, Record<BalanceGroup, Record<string, number>>>();
  for (const item of items) {
    const [month = '', group = ''] = String(item['sk']).split('#');
    const groups = months.get(month) ?? { accounts: {}, cash: {}, channels: {}, operations: {}, margin: {} };
    groups[group as BalanceGroup] = recordIn<Record<string, number>>(item);
    months.set(month, groups);
  }
  return [...months].map(([month, groups]) => ({ entityId, month, groups }));
}

function addWrite(tables: Tables, Key: { pk: string; sk: string }, deltas: Readonly<Record<string, number>>): Write {
  const moved = Object.entries(deltas);
  return {
    Update: {
      TableName: tables.main,
      Key,
      UpdateExpression: `ADD ${moved.map((_, i) => `#n${i} :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(moved.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(moved.map(([, by], i) => [`:v${i}`, by])),
    },
  };
}
