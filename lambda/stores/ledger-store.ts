import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ClosedThrough } from '../../shared/ledger/closing.ts';
import type { JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import { monthsIn } from './balance-items.ts';
import type { BooksHead, BooksHeads } from './books-head.ts';
import { movesBefore, readHead, readHeads, settledBefore } from './books-head.ts';
import { entryIn } from './entry-items.ts';
import { keptReading } from './kept-readings.ts';
import { balancePartition, entryKey, ledgerPartition } from './keys.ts';
import { everyItem, partitionQuery } from './paging.ts';
import type { Tables } from './tables.ts';

const READ_ATTEMPTS = 8;

/**
 * Every month of an entity's balances, whole: read again when a posting moved them meanwhile, so that a posting in
 * flight never shows as an imbalance.
 * @throws FaultError `unavailable` when the books do not stand still.
 */
export async function readBalances(tables: Tables, entityId: string): Promise<MonthBalances[]> {
  const look = async (): Promise<BooksHeads> => {
    const head = await readHead(tables, entityId);
    return () => head;
  };
  const read = async () => monthsIn(entityId, await everyItem(tables, balanceQuery(tables, entityId)));
  return (await standingStill([entityId], await look(), look, read)).flat();
}

/**
 * The same of several entities whose heads are known, for a report: the months that no longer move are taken from what was
 * kept of them, one query reads the others, and one more look at the heads tells whether anything moved.
 */
export async function readBooks(
  tables: Tables,
  entityIds: readonly string[],
  heads: BooksHeads,
  today: LocalDate,
): Promise<MonthBalances[]> {
  const keepers = entityIds.filter((entityId) => heads(entityId).entries > 0);
  const look = () => readHeads(tables);
  return (await standingStill(keepers, heads, look, (head) => booksAsOf(tables, head, today))).flat();
}

/** What is read of each entity, read again until no entry came between the heads before and after it. */
async function standingStill<T>(
  entityIds: readonly string[],
  known: BooksHeads,
  look: () => Promise<BooksHeads>,
  read: (head: BooksHead) => Promise<T>,
): Promise<T[]> {
  const found = new Map<string, T>();
  let [moving, before] = [entityIds, known];
  for (let attempt = 0; moving.length > 0; attempt += 1) {
    if (attempt === READ_ATTEMPTS) {
      throw new FaultError(fault('unavailable', `The books of ${moving.join(', ')} are being written. Try again.`));
    }
    const seen = before;
    await Promise.all(moving.map(async (id) => found.set(id, await read(seen(id)))));
    before = await look();
    const now = before;
    moving = moving.filter((id) => now(id).entries !== seen(id).entries);
  }
  return entityIds.flatMap((id) => found.get(id) ?? []);
}

async function booksAsOf(tables: Tables, head: BooksHead, today: LocalDate): Promise<MonthBalances[]> {
  const { entityId } = head;
  const from = settledBefore(today);
  const read = async (when: '<' | '>=') =>
    monthsIn(entityId, await everyItem(tables, balanceQuery(tables, entityId, when, from)));
  const stateIn = (now: BooksHead) => {
    const moves = movesBefore(now, from);
    return moves === 0 ? undefined : `${from} ${moves}`;
  };
  const settled = keptReading(tables, head, { what: 'balances', entityId, stateIn, read: () => read('<') });
  return (await Promise.all([settled, read('>=')])).flat();
}

/** The items of an entity's balances, of all months or of those before a month or from it on. */
function balanceQuery(tables: Tables, entityId: string, when?: '<' | '>=', month?: Month): QueryCommandInput {
  return {
    TableName: tables.main,
    KeyConditionExpression: when === undefined ? 'pk = :pk' : `pk = :pk AND sk ${when} :month`,
    ExpressionAttributeValues: {
      ':pk': balancePartition(entityId),
      ...(month === undefined ? {} : { ':month': month }),
    },
    ConsistentRead: true,
  };
}

/** The journal entries of one entity and month, by business day. */
export async function readEntries(tables: Tables, entityId: string, month: Month): Promise<JournalEntry[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, ledgerPartition(entityId, month)));
  return items.map(entryIn);
}

export async function readEntry(
  tables: Tables,
  of: Pick<JournalEntry, 'entityId' | 'businessOn' | 'id'>,
): Promise<JournalEntry | undefined> {
  const Key = entryKey(of.entityId, of.businessOn, of.id);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item ? entryIn(found.Item) : undefined;
}

/** The last closed month of each of these entities' books; entities without one are left out. */
export async function readClosedThrough(tables: Tables, entityIds: readonly string[]): Promise<ClosedThrough> {
  const heads = await Promise.all(entityIds.map((entityId) => readHead(tables, entityId)));
  return new Map(
    heads.flatMap(({ entityId, closedThrough }) => (closedThrough === undefined ? [] : [[entityId, closedThrough]])),
  );
}
