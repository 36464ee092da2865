import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import { recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** A money record as it is stored: with the id of the entry it became. */
export async function readMoneyRecord<T>(
  tables: Tables,
  key: Key,
): Promise<(T & { readonly entry: string }) | undefined> {
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key: key, ConsistentRead: true }));
  return found.Item ? recordIn<T & { readonly entry: string }>(found.Item) : undefined;
}

/** The write that stores a money record, once. */
export function moneyRecordWrite(tables: Tables, key: Key, record: object, entry: string): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...record, ...key, entry },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}
