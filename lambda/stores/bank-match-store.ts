import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import { bankMatchKey } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

type Place = Pick<Movement, 'entryId' | 'account'>;

/** One request reads at most so many items. */
const AT_ONCE = 100;
const ROUNDS = 5;

/** The bank line a movement is matched with, or nothing. */
export async function matchedLine(tables: Tables, { entryId, account }: Place): Promise<string | undefined> {
  const Key = bankMatchKey(entryId, account);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item === undefined ? undefined : String(found.Item['lineId']);
}

/** Which of these movements explain a bank line already, as `<entry> <account>`. @throws Error when they cannot all be read. */
export async function matchedAmong(tables: Tables, places: readonly Place[]): Promise<ReadonlySet<string>> {
  const matched = new Set<string>();
  const keys = [
    ...new Map(
      places.map(({ entryId, account }) => [`${entryId} ${account}`, bankMatchKey(entryId, account)]),
    ).values(),
  ];
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    let asked: Record<string, unknown>[] = keys.slice(at, at + AT_ONCE).map((key) => ({ ...key }));
    for (let round = 0; asked.length > 0; round += 1) {
      if (round === ROUNDS) throw new Error('matches of bank lines could not all be read');
      const page = await tables.client.send(
        new BatchGetCommand({ RequestItems: { [tables.main]: { Keys: asked, ConsistentRead: true } } }),
      );
      for (const item of page.Responses?.[tables.main] ?? []) {
        matched.add(`${String(item['pk']).slice('BANKMATCH#'.length)} ${String(item['sk'])}`);
      }
      asked = page.UnprocessedKeys?.[tables.main]?.Keys ?? [];
    }
  }
  return matched;
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
