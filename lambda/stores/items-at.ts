import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import type { Tables } from './tables.ts';

/** One request reads at most so many items. */
const AT_ONCE = 100;
const ROUNDS = 5;

/** The items that stand under these keys, in no order. @throws Error when they cannot all be read. */
export async function itemsAt(tables: Tables, keys: readonly Key[]): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  const all = [...new Map(keys.map(({ pk, sk }) => [`${pk} ${sk}`, { pk, sk }])).values()];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    let asked: Record<string, unknown>[] = all.slice(at, at + AT_ONCE);
    for (let round = 0; asked.length > 0; round += 1) {
      if (round === ROUNDS) throw new Error(`${asked.length} items could not be read`);
      const page = await tables.client.send(
        new BatchGetCommand({ RequestItems: { [tables.main]: { Keys: asked, ConsistentRead: true } } }),
      );
      items.push(...(page.Responses?.[tables.main] ?? []));
      asked = page.UnprocessedKeys?.[tables.main]?.Keys ?? [];
    }
  }
  return items;
}
