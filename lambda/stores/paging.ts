import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Tables } from './tables.ts';

/** Every item a query finds, page after page, in its order. */
export async function everyItem(tables: Tables, query: QueryCommandInput): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(new QueryCommand(from ? { ...query, ExclusiveStartKey: from } : query));
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
}

/** The items of one partition whose sort key begins as given; all of them by default. */
export function partitionQuery(table: string, pk: string, beginsWith?: string, consistent = true): QueryCommandInput {
  return {
    TableName: table,
    KeyConditionExpression: beginsWith === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
    ExpressionAttributeValues: { ':pk': pk, ...(beginsWith === undefined ? {} : { ':sk': beginsWith }) },
    ConsistentRead: consistent,
  };
}

/** The items an index holds under one key, in its order. */
export function indexQuery(table: string, index: string, pkName: string, pk: string): QueryCommandInput {
  return {
    TableName: table,
    IndexName: index,
    KeyConditionExpression: '#pk = :pk',
    ExpressionAttributeNames: { '#pk': pkName },
    ExpressionAttributeValues: { ':pk': pk },
  };
}

const STORE_FIELDS = ['pk', 'sk', 'monthPk', 'monthSk', 'openPk', 'openSk', 'duePk', 'dueAt', 'exp'];

/** The record inside an item: everything but keys and index attributes. */
export function recordIn<T>(item: Record<string, unknown>): T {
  return Object.fromEntries(Object.entries(item).filter(([name]) => !STORE_FIELDS.includes(name))) as T;
}
