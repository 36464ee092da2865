import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { BooksHead } from './books-head.ts';
import { readHead } from './books-head.ts';
import { keptReadingKey } from './keys.ts';
import { packed, unpacked } from './packing.ts';
import type { Tables } from './tables.ts';

/** Something of an entity that is long to read and seldom changes, and how often it had changed as some head says. */
export interface LongReading<T> {
  readonly what: string;
  readonly entityId: string;
  /** What a head says of its state; nothing while it was never counted, and then nothing is kept. */
  readonly stateIn: (head: BooksHead) => string | undefined;
  readonly read: () => Promise<T>;
}

/**
 * The reading as of a head: the one that was kept, if it was made in the very state the head tells of, else a new one,
 * which is kept for the next. Every change to what is read counts in the head within its own transaction, so the same
 * state is the same content, however old the copy that answers.
 */
export async function keptReading<T>(tables: Tables, head: BooksHead, of: LongReading<T>): Promise<T> {
  const state = of.stateIn(head);
  if (state === undefined) return of.read();
  const Key = keptReadingKey(of.what, of.entityId);
  const { Item } = await tables.client.send(new GetCommand({ TableName: tables.main, Key }));
  if (Item?.['state'] === state) return unpacked<T>(Item['body'] as Uint8Array);
  const read = await of.read();
  if (of.stateIn(await readHead(tables, of.entityId)) === state) {
    const body = await packed(read);
    if (body.length <= MOST_BYTES) {
      await tables.client.send(new PutCommand({ TableName: tables.main, Item: { ...Key, state, body } }));
    }
  }
  return read;
}

/** An item may hold 400 KB in all. */
const MOST_BYTES = 390_000;
