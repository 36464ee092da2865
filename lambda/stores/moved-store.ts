import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { headsIn } from './books-head.ts';
import { booksKey, entityMovedBy, isOfRegisters } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** An entity whose records moved after the dashboards last followed, and how often they have moved in all. */
export interface Moved {
  readonly entityId: string;
  readonly count: number;
}

/** The entities whose figures some writes may move, sorted; `company` for what belongs to all of them. */
export function entitiesMoved(tables: Tables, writes: readonly Write[]): readonly string[] {
  return [...new Set(itemsIn(tables, writes).flatMap((item) => entityMovedBy(item) ?? []))].sort();
}

/**
 * The writes that count a move of the records of each of these entities: the note that its dashboards are behind, and,
 * where its registers are among them, that what was kept of these is.
 */
export function movedWrites(tables: Tables, entityIds: readonly string[], writes: readonly Write[]): Write[] {
  const registers = new Set(itemsIn(tables, writes).filter(isOfRegisters).map(entityMovedBy));
  return entityIds.map((entityId) => ({
    Update: {
      TableName: tables.main,
      Key: { ...booksKey(entityId) },
      UpdateExpression: `ADD moves :one${registers.has(entityId) ? ', registers :one' : ''}`,
      ExpressionAttributeValues: { ':one': 1 },
    },
  }));
}

/** Every entity whose records moved and were not yet followed. */
export async function readMoved(tables: Tables): Promise<readonly Moved[]> {
  return (await headsIn(tables))
    .filter(({ moves, followed }) => moves > followed)
    .map(({ entityId, moves }) => ({ entityId, count: moves }));
}

/** What of these writes lies in the main table: whole items, or the keys of those changed in place or deleted. */
function itemsIn(tables: Tables, writes: readonly Write[]): Readonly<Record<string, unknown>>[] {
  return writes.flatMap(({ Put, Update, Delete }) => {
    const item = Put?.TableName === tables.main ? Put.Item : undefined;
    const key = [Update, Delete].find((other) => other?.TableName === tables.main)?.Key;
    return item ?? key ?? [];
  });
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
        Key: booksKey(entityId),
        UpdateExpression: 'SET followed = :count',
        ConditionExpression: 'attribute_not_exists(followed) OR followed < :count',
        ExpressionAttributeValues: { ':count': count },
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}
