import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, LocalDate } from '../../shared/kernel/calendar.ts';
import type { Key } from './keys.ts';
import { DASHBOARD_SETS, DASHBOARD_TICKETS, dashboardKey, dashboardReceiptsKey, dashboardSetKey } from './keys.ts';
import { everyItem, partitionQuery } from './paging.ts';
import type { Tables } from './tables.ts';

/** A dashboard as it was prepared for everybody who shares a set. */
export interface PreparedDashboard {
  readonly set: string;
  /** Later preparations have higher ones, and read their records later. */
  readonly ticket: number;
  /** The instant its records were read, the day it was then, and the edition of the app that made it. */
  readonly takenAt: Instant;
  readonly day: LocalDate;
  readonly edition: string;
  /** When that day ends. */
  readonly until: Instant;
  /** The answer of the API, compressed. */
  readonly body: Uint8Array;
}

/** A set somebody has looked at, and when it was last prepared. */
export interface KnownSet {
  readonly set: string;
  readonly day: LocalDate;
  readonly edition: string;
}

/** The dashboard last prepared for a set; half a read unit where it is no larger than 4 KB. It may be a moment old. */
export async function readPrepared(tables: Tables, set: string): Promise<PreparedDashboard | undefined> {
  return itemAt<PreparedDashboard>(tables, dashboardKey(set));
}

/** What its figures mean, compressed. */
export async function readReceipts(tables: Tables, set: string): Promise<Uint8Array | undefined> {
  return (await itemAt<PreparedDashboard>(tables, dashboardReceiptsKey(set)))?.body;
}

/** The next preparation's number. Taken before its records are read, so that a higher one never knows less. */
export async function nextTicket(tables: Tables): Promise<number> {
  const counted = await tables.client.send(
    new UpdateCommand({
      TableName: tables.main,
      Key: DASHBOARD_TICKETS,
      UpdateExpression: 'ADD taken :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'UPDATED_NEW',
    }),
  );
  return Number(counted.Attributes?.['taken']);
}

/** Stores a preparation with its receipts, unless a later one is there. Answers whether it is the one to be read now. */
export async function savePrepared(tables: Tables, made: PreparedDashboard, receipts: Uint8Array): Promise<boolean> {
  const { set, day, edition } = made;
  await unlessLater(tables, dashboardReceiptsKey(set), { ...made, body: receipts });
  const isCurrent = await unlessLater(tables, dashboardKey(set), made);
  if (isCurrent) await tables.client.send(put(tables, dashboardSetKey(set), { set, day, edition }));
  return isCurrent;
}

/** Notes, before anything is read for it, that a set is looked at, so that no move of the records passes it by. */
export async function noteSet(tables: Tables, set: string): Promise<void> {
  const notYet: KnownSet = { set, day: '' as LocalDate, edition: '' };
  try {
    const condition = { ConditionExpression: 'attribute_not_exists(pk)' };
    await tables.client.send(put(tables, dashboardSetKey(set), notYet, condition));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

/** Every set somebody has looked at. */
export async function knownSets(tables: Tables): Promise<readonly KnownSet[]> {
  return (await everyItem(tables, partitionQuery(tables.main, DASHBOARD_SETS))) as unknown as readonly KnownSet[];
}

/** Forgets a set nobody can see any more. */
export async function forgetSet(tables: Tables, set: string): Promise<void> {
  for (const Key of [dashboardSetKey(set), dashboardKey(set), dashboardReceiptsKey(set)]) {
    await tables.client.send(new DeleteCommand({ TableName: tables.main, Key }));
  }
}

async function unlessLater(tables: Tables, key: Key, made: PreparedDashboard): Promise<boolean> {
  try {
    const condition = {
      ConditionExpression: 'attribute_not_exists(pk) OR ticket < :ticket',
      ExpressionAttributeValues: { ':ticket': made.ticket },
    };
    await tables.client.send(put(tables, key, made, condition));
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}

function isRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConditionalCheckFailedException';
}

function put(tables: Tables, key: Key, item: object, condition: object = {}): PutCommand {
  return new PutCommand({ TableName: tables.main, Item: { ...item, ...key }, ...condition });
}

async function itemAt<T>(tables: Tables, Key: Key): Promise<T | undefined> {
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key }));
  return found.Item as T | undefined;
}
