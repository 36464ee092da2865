import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { MissedLine, WatchBeat } from '../../shared/wire/reports.ts';
import { MISSED, missedKey, WATCH, WATCH_BEAT } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';

/** What was not out in time, as it is kept: late once it has arrived. */
export type MissedRow = Omit<MissedLine, 'state' | 'hasRun'>;

/** When the watch last looked and what it saw; nothing before it first did. */
export async function watchBeat(tables: Tables): Promise<WatchBeat | undefined> {
  const { Item } = await tables.client.send(new GetCommand({ TableName: tables.main, Key: WATCH_BEAT }));
  return Item && recordIn<WatchBeat>(Item);
}

export async function noteBeat(tables: Tables, beat: WatchBeat): Promise<void> {
  await tables.client.send(new PutCommand({ TableName: tables.main, Item: { ...beat, ...WATCH_BEAT } }));
}

/** Everything that was ever missed. */
export async function missedRows(tables: Tables): Promise<MissedRow[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, WATCH, MISSED));
  return items.map(({ row, arrivedAt }) => ({
    ...(row as MissedRow),
    ...(arrivedAt === undefined ? {} : { arrivedAt: String(arrivedAt) }),
  }));
}

/** Writes down that something was missed: once, and only one of many at a time is told that it was the one. */
export function missedNoted(tables: Tables, row: MissedRow): Promise<boolean> {
  return held(
    tables.client.send(
      new PutCommand({
        TableName: tables.main,
        Item: { row, ...missedKey(row.runKey) },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    ),
  );
}

/** Writes down that what was missed is out after all; whether this call did. */
export function arrivalNoted(tables: Tables, runKey: string, at: Instant): Promise<boolean> {
  return held(
    tables.client.send(
      new UpdateCommand({
        TableName: tables.main,
        Key: missedKey(runKey),
        UpdateExpression: 'SET arrivedAt = :at',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(arrivedAt)',
        ExpressionAttributeValues: { ':at': at },
      }),
    ),
  );
}

async function held(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}
