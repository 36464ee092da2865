import type { Month } from '../kernel/calendar.ts';
import { shortDigest } from '../kernel/digest.ts';
import type { BookRead } from '../kernel/measured.ts';
import { monthRuns } from '../kernel/month-runs.ts';
import type { BalanceGroup, MonthBalances } from '../records/journal.ts';

/** Sums over the books that anybody can ask for again: a group of the month balances of some entities, in months on end. */
export interface BookQuery {
  readonly group: string;
  readonly names: readonly string[];
  /** Sorted. */
  readonly entityIds: readonly string[];
  /** Left out where the sums go back to the beginning of the books. */
  readonly from?: Month;
  readonly through: Month;
}

/** A query with its answer; names that nothing was posted under are left out. */
export interface AnsweredQuery extends BookQuery {
  /** What each name sums to, debit positive. */
  readonly sums: Readonly<Record<string, number>>;
  /** How many balances were added up: an entity, a month and a name each, those at zero not counted. */
  readonly count: number;
  /** Of those balances, in order: it tells whether a single one has changed. */
  readonly digest: string;
}

/**
 * What was read as few queries, each sum once. Sums of the same months and entities are one query; the same name read in
 * several months is read in all of them together.
 */
export function queriesOf(reads: readonly BookRead[]): readonly BookQuery[] {
  const months = new Map<string, { readonly read: BookRead; readonly months: Set<Month> }>();
  for (const read of reads) {
    const key = [read.sinceBeginning ? read.months.at(-1) : '', read.group, idsOf(read).join(' '), read.name].join('|');
    const held = months.get(key) ?? { read, months: new Set<Month>() };
    months.set(key, held);
    for (const month of read.months) held.months.add(month);
  }
  const queries = new Map<string, { readonly query: Omit<BookQuery, 'names'>; readonly names: Set<string> }>();
  for (const { read, months: all } of months.values()) {
    for (const run of monthRuns([...all].sort())) {
      const [from, through = from] = run as readonly [Month, Month?]; // no run is empty
      const span = read.sinceBeginning ? { through } : { from, through };
      const query = { group: read.group, entityIds: idsOf(read), ...span };
      const key = JSON.stringify(query);
      const held = queries.get(key) ?? { query, names: new Set<string>() };
      queries.set(key, held);
      held.names.add(read.name);
    }
  }
  return [...queries.values()].map(({ query, names }) => ({ ...query, names: [...names].sort() }));
}

/** The answer of some month balances to a query. What stands between the entities of a query is left out of accounts. */
export function answered(balances: readonly MonthBalances[], { names, ...query }: BookQuery): AnsweredQuery {
  const cells = balances
    .filter(({ entityId, month }) => query.entityIds.includes(entityId) && isWithin(query, month))
    .flatMap((month) => cellsOf(month, query, names))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const sums: Record<string, number> = {};
  for (const { name, amount } of cells) sums[name] = (sums[name] ?? 0) + amount;
  const ordered = Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = shortDigest(cells.map((cell) => `${cell.key} ${cell.amount}`).join('\n'));
  return { ...query, names: Object.keys(ordered), sums: ordered, count: cells.length, digest };
}

/** One balance as far as a sum takes it in. */
interface Cell {
  readonly name: string;
  /** Where the balance stands: its entity, its month, and the name or the other entity with the name. */
  readonly key: string;
  readonly amount: number;
}

/** The balances of one month that are not zero. */
function cellsOf(
  { entityId, month, groups }: MonthBalances,
  { group, entityIds }: Pick<BookQuery, 'group' | 'entityIds'>,
  names: readonly string[],
): readonly Cell[] {
  const held: Partial<MonthBalances['groups']> = groups; // older balances lack groups
  const [own, between] = [held[group as BalanceGroup] ?? {}, held.between ?? {}];
  const others = group === 'accounts' || group === 'between' ? entityIds.filter((id) => id !== entityId) : [];
  const sign = group === 'accounts' ? -1 : 1;
  const cells: Cell[] = [];
  const add = (name: string, at: string, amount: number) => {
    if (amount !== 0) cells.push({ name, key: `${entityId} ${month} ${at}`, amount });
  };
  for (const name of names) {
    if (group !== 'between') add(name, name, own[name] ?? 0);
    for (const id of others) add(name, `${id}.${name}`, sign * (between[`${id}.${name}`] ?? 0));
  }
  return cells;
}

function isWithin({ from, through }: Pick<BookQuery, 'from' | 'through'>, month: string): boolean {
  return (from === undefined || from <= month) && month <= through;
}

function idsOf({ entityIds }: BookRead): readonly string[] {
  return [...new Set(entityIds)].sort();
}
