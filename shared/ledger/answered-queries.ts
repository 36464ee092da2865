import { shortDigest } from '../kernel/digest.ts';
import type { BalanceGroup, MonthBalances } from '../records/journal.ts';
import type { BookQuery } from './book-queries.ts';
import { groupOf, otherAndName } from './group-totals.ts';

/** A query with its answer; names that nothing was posted under are left out. */
export interface AnsweredQuery extends BookQuery {
  /** What each name sums to, debit positive. */
  readonly sums: Readonly<Record<string, number>>;
  /** How many balances were added up: an entity, a month and a name each, those at zero not counted. */
  readonly count: number;
  /** Of those balances, in order: it tells whether a single one has changed. */
  readonly digest: string;
}

/** The answer of some month balances to a query. What stands between the entities of a query is left out of accounts. */
export function answered(balances: readonly MonthBalances[], query: BookQuery): AnsweredQuery {
  return answersFrom(balances)(query);
}

/** The same for many queries: the balances are put in order once, each group when it is first asked for. */
export function answersFrom(balances: readonly MonthBalances[]): (query: BookQuery) => AnsweredQuery {
  const groups = new Map<string, ReadonlyMap<string, readonly Cell[]>>();
  return ({ names, ...query }) => {
    const cells = groups.get(query.group) ?? cellsOf(balances, query.group);
    groups.set(query.group, cells);
    return answerOf(cells, query, names);
  };
}

function answerOf(
  byName: ReadonlyMap<string, readonly Cell[]>,
  query: Omit<BookQuery, 'names'>,
  names: readonly string[],
): AnsweredQuery {
  const isWithin = withinOf(query);
  const cells = names.flatMap((name) => (byName.get(name) ?? []).filter(isWithin)).sort((a, b) => a.place - b.place);
  const sums: Record<string, number> = {};
  for (const { name, amount } of cells) sums[name] = (sums[name] ?? 0) + amount;
  const ordered = Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = shortDigest(cells.map(({ text }) => text).join('\n'));
  return { ...query, names: Object.keys(ordered), sums: ordered, count: cells.length, digest };
}

/** One balance as far as a sum takes it in. */
interface Cell {
  readonly entityId: string;
  readonly month: string;
  /** The other entity, for what was posted between two. */
  readonly other: string | undefined;
  readonly name: string;
  readonly amount: number;
  /** Where the balance stands, its entity, its month, and the name or the other entity with the name; then its amount. */
  readonly text: string;
  /** Its place among all of its group, in the order of where they stand. */
  readonly place: number;
}

/** The balances of a group that are not zero, by name; among accounts what was posted between entities, to be taken off. */
function cellsOf(balances: readonly MonthBalances[], group: string): ReadonlyMap<string, readonly Cell[]> {
  const cells: (Omit<Cell, 'place'> & { readonly key: string })[] = [];
  for (const held of balances) {
    const { entityId, month } = held;
    const add = (at: string, amount: number, name = at, other?: string) => {
      const key = `${entityId} ${month} ${at}`;
      if (amount !== 0) cells.push({ entityId, month, other, name, amount, key, text: `${key} ${amount}` });
    };
    if (group !== 'between') {
      for (const [name, amount] of Object.entries(groupOf(held, group as BalanceGroup))) add(name, amount);
    }
    if (group !== 'between' && group !== 'accounts') continue;
    const sign = group === 'accounts' ? -1 : 1;
    for (const [at, amount] of Object.entries(groupOf(held, 'between'))) {
      const [other, name] = otherAndName(at);
      add(at, sign * amount, name, other);
    }
  }
  const byName = new Map<string, Cell[]>();
  cells.sort((a, b) => (a.key < b.key ? -1 : 1));
  for (const [place, cell] of cells.entries()) {
    const same = byName.get(cell.name);
    if (same === undefined) byName.set(cell.name, [{ ...cell, place }]);
    else same.push({ ...cell, place });
  }
  return byName;
}

/** Whether a query takes a balance in: its entity and its month, and where there is another entity, that one too. */
function withinOf({ entityIds, from, through }: Omit<BookQuery, 'names'>): (cell: Cell) => boolean {
  const ids = new Set(entityIds);
  return ({ entityId, month, other }) =>
    (from === undefined || from <= month) &&
    month <= through &&
    ids.has(entityId) &&
    (other === undefined || (other !== entityId && ids.has(other)));
}
