import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';
import type { MoneyKind, MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { isMoneyKind, moneyDay } from '../../shared/records/money-registry.ts';
import { itemsAt } from './items-at.ts';
import type { Key } from './keys.ts';
import { expenseKey, moneyKey, moneyOfMonth, moneyRecordKey } from './keys.ts';
import { everyItem, indexQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH } from './tables.ts';
import type { Write } from './transaction.ts';

/** What is known about a record of money beside what it says: its entries, and whether it still counts. */
export interface MoneyNotes {
  /** The entry it became. */
  readonly entry: string;
  /** What it became in the books of another business of ours. */
  readonly also?: { readonly entityId: string; readonly entry: string };
  /** It was a mistake: taken back, when, by whom and why, and what was recorded in its place. */
  readonly withdrawn?: { readonly at: Instant; readonly by: string; readonly reason: string; readonly for?: string };
  /** The record whose place it took. */
  readonly replaces?: string;
}

/** A record of money as it is stored. */
export interface StoredMoney<K extends MoneyKind = MoneyKind> {
  readonly kind: K;
  readonly record: MoneyOf<K>;
  readonly notes: MoneyNotes;
}

/** Where a record of money lies: with its charter, else with its business and month. */
export function moneyPlace<K extends MoneyKind>(kind: K, record: MoneyOf<K>): Key {
  const { id, entityId, charterId } = record as MoneyNames;
  if (charterId !== undefined) return moneyRecordKey(charterId, id);
  if (kind === 'expense') return expenseKey(entityId, moneyDay(kind, record) as JournalEntry['businessOn'], id);
  return moneyKey(kind, entityId, moneyDay(kind, record), id);
}

/** The item a record of money is stored as. */
export function moneyItem<K extends MoneyKind>({ kind, record, notes }: StoredMoney<K>): Record<string, unknown> {
  const { id, entityId } = record as MoneyNames;
  const on = moneyDay(kind, record);
  return {
    ...record,
    ...notes,
    ...moneyPlace(kind, record),
    moneyKind: kind,
    monthPk: moneyOfMonth(entityId, on.slice(0, 7)),
    monthSk: `${on}#${kind}#${id}`,
  };
}

/** The record at a place, or nothing. */
export async function readMoney(tables: Tables, key: Key): Promise<StoredMoney | undefined> {
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key: key, ConsistentRead: true }));
  return found.Item ? moneyIn(found.Item) : undefined;
}

/** What stands of the records at these places. */
export async function readMoneyAt(tables: Tables, keys: readonly Key[]): Promise<StoredMoney[]> {
  return (await itemsAt(tables, keys)).map(moneyIn);
}

/** All money of a business and month, by day. */
export async function moneyOf(tables: Tables, entityId: string, month: Month): Promise<StoredMoney[]> {
  const query = indexQuery(tables.main, BY_MONTH, 'monthPk', moneyOfMonth(entityId, month));
  return (await everyItem(tables, query)).map(moneyIn);
}

/** The write that stores a record of money, once. */
export function moneyWrite(tables: Tables, money: StoredMoney): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: moneyItem(money),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

/** The write that notes a record as withdrawn, once. */
export function withdrawnWrite(
  tables: Tables,
  { kind, record }: StoredMoney,
  withdrawn: NonNullable<MoneyNotes['withdrawn']>,
): Write {
  return {
    Update: {
      TableName: tables.main,
      Key: { ...moneyPlace(kind, record) },
      UpdateExpression: 'SET withdrawn = :withdrawn',
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(withdrawn)',
      ExpressionAttributeValues: { ':withdrawn': withdrawn },
    },
  };
}

function moneyIn(item: Record<string, unknown>): StoredMoney {
  const { entry, also, withdrawn, replaces, moneyKind, ...record } = recordIn<Record<string, unknown>>(item);
  const kind = String(moneyKind);
  if (!isMoneyKind(kind)) throw new Error(`${String(item['pk'])} ${String(item['sk'])} is no record of money`);
  const notes = {
    entry: String(entry),
    ...(also === undefined ? {} : { also }),
    ...(withdrawn === undefined ? {} : { withdrawn }),
    ...(replaces === undefined ? {} : { replaces }),
  } as MoneyNotes;
  return { kind, record: record as MoneyOf<MoneyKind>, notes };
}
