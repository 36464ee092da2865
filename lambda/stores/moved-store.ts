import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { entityMovedBy, MOVED_PARTITION, movedKey } from './keys.ts';
import { everyItem, partitionQuery } from './paging.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** An entity whose records moved after the dashboards last followed, and how often they have moved in all. */
export interface Moved {
  readonly entityId: string;
  readonly count: number;
}

/** The entities whose figures some writes may move, sorted; `company` for what belongs to all of them. */
export function entitiesMoved(tables: Tables, writes: readonly Write[]): readonly string[] {
  const items = writes.flatMap(({ Put, Update, Delete }) => [
    ...(Put?.TableName === tables.main ? [Put.Item] : []),
    ...(Update?.TableName === tables.main ? [Update.Key] : []),
    ...(Delete?.TableName === tables.main ? [Delete.Key] : []),
  ]);
  return [...new Set(items.flatMap((item) => (item && entityMovedBy(item)) ?? []))].sort();
}

/** The write that counts a move of an entity's records: the note that its dashboards are behind. */
export function movedWrite(tables: Tables, entityId: string): Write {
  return {
    Update: {
      TableName: tables.main,
      Key: movedKey(entityId),
      UpdateExpression: 'ADD moves :one',
      ExpressionAttributeValues: { ':one': 1 },
    },
  };
}

/** Every entity whose records moved and were not yet followed. */
export async function readMoved(tables: Tables): Promise<readonly Moved[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, MOVED_PARTITION));
  return items
    .map((item) => ({ entityId: String(item['sk']), count: Number(item['moves'] ?? 0), followed: item['followed'] }))
    .filter(({ count, followed }) => count > Number(followed ?? 0))
    .map(({ entityId, count }) => ({ entityId, count }));
}

/** Notes that dashboards show everything up to these moves. A move since then, or a later note, is not undone. */
export async function noteFollowed(tables: Tables, moved: readonly Moved[]): Promise<void> {
  await Promise.all(moved.map((one) => followed(tables, one)));
}

async function followed(tables: Tables, { entityId, count }: Moved): Promise<void> {
  try {
    await tables.client.send(
      new UpdateCommand({
        TableName: tables.main,
        Key: movedKey(entityId),
        UpdateExpression: 'SET followed = :count',
        ConditionExpression: 'attribute_not_exists(followed) OR followed < :count',
        ExpressionAttributeValues: { ':count': count },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}
