import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import { BOOKS_PARTITION, booksKey } from './keys.ts';
import { everyItem, partitionQuery } from './paging.ts';
import type { Tables } from './tables.ts';

/** How the books and records of an entity stand; `company` for what belongs to all of them. */
export interface BooksHead {
  readonly entityId: string;
  /** How many entries the books hold. */
  readonly entries: number;
  readonly closedThrough: Month | undefined;
  /** How often anything a report reads has changed, and up to which of these changes the dashboards have followed. */
  readonly moves: number;
  readonly followed: number;
  /** How often its registers have changed. */
  readonly registers: number;
  /** How often balances of a quarter have moved, by the quarter's first month. */
  readonly quarters: Readonly<Record<string, number>>;
}

/** Heads by entity; one that nothing was ever written for is all zero. */
export type BooksHeads = (entityId: string) => BooksHead;

/** How every entity stands, in one query. */
export async function readHeads(tables: Tables): Promise<BooksHeads> {
  const heads = (await headsIn(tables)).map((head) => [head.entityId, head] as const);
  const byEntity = new Map(heads);
  return (entityId) => byEntity.get(entityId) ?? headIn({ sk: entityId });
}

/** The heads there are. */
export async function headsIn(tables: Tables): Promise<readonly BooksHead[]> {
  return (await everyItem(tables, partitionQuery(tables.main, BOOKS_PARTITION))).map(headIn);
}

/** How one entity stands. */
export async function readHead(tables: Tables, entityId: string): Promise<BooksHead> {
  const Key = booksKey(entityId);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return headIn({ ...found.Item, ...Key });
}

/** The first month of the quarter a month lies in. */
export function quarterOf(month: string): Month {
  const within = (Number(month.slice(5)) - 1) % 3;
  return plusMonths(month as Month, -within);
}

/** The first month whose balances still move often on a day: what is before it is as good as settled. */
export function settledBefore(today: LocalDate): Month {
  return plusMonths(quarterOf(monthOf(today)), -3);
}

/** How often balances of months before one have moved, if ever. The month must begin a quarter. */
export function movesBefore({ quarters }: BooksHead, before: Month): number {
  return Object.entries(quarters).reduce((sum, [quarter, moves]) => (quarter < before ? sum + moves : sum), 0);
}

/** The attribute that counts how often balances of a quarter moved. */
export const quarterName = (quarter: Month): string => `q${quarter}`;

/** An item holding how often the balances of these months and the registers moved, for books that are loaded whole. */
export function loadedHead(
  entityId: string,
  loaded: { readonly entries: number; readonly months: readonly string[]; readonly closedThrough?: string | undefined },
): Record<string, unknown> {
  const { entries, months, closedThrough } = loaded;
  return {
    ...booksKey(entityId),
    ...(entries === 0 ? {} : { n: entries }),
    registers: 1,
    ...Object.fromEntries(months.map((month) => [quarterName(quarterOf(month)), 1])),
    ...(closedThrough === undefined ? {} : { closedThrough }),
  };
}

function headIn(item: Readonly<Record<string, unknown>>): BooksHead {
  const count = (name: string) => Number(item[name] ?? 0);
  const quarters = Object.keys(item).filter((name) => /^q\d{4}-\d\d$/.test(name));
  return {
    entityId: String(item['sk']),
    entries: count('n'),
    closedThrough: item['closedThrough'] as Month | undefined,
    moves: count('moves'),
    followed: count('followed'),
    registers: count('registers'),
    quarters: Object.fromEntries(quarters.map((name) => [name.slice(1), count(name)])),
  };
}
