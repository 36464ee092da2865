import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import { itemsAt } from './items-at.ts';
import { bankMatchKey } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

type Place = Pick<Movement, 'entryId' | 'account'>;

/** The bank line a movement is matched with, or nothing. */
export async function matchedLine(tables: Tables, { entryId, account }: Place): Promise<string | undefined> {
  const Key = bankMatchKey(entryId, account);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item === undefined ? undefined : String(found.Item['lineId']);
}

/** Which of these movements explain a bank line already, as `<entry> <account>`. */
export async function matchedAmong(tables: Tables, places: readonly Place[]): Promise<ReadonlySet<string>> {
  const items = await itemsAt(
    tables,
    places.map(({ entryId, account }) => bankMatchKey(entryId, account)),
  );
  return new Set(items.map(({ pk, sk }) => `${String(pk).slice('BANKMATCH#'.length)} ${String(sk)}`));
}

/** The write that notes which line a movement is, once. */
export function matchWrite(tables: Tables, { entryId, account }: Place, lineId: string): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...bankMatchKey(entryId, account), lineId },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** The write that takes it back. */
export function unmatchWrite(tables: Tables, { entryId, account }: Place): Write {
  return { Delete: { TableName: tables.main, Key: { ...bankMatchKey(entryId, account) } } };
}
