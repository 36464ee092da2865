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
  const groups = new Map<string, Cells>();
  return (query) => {
    const held = groups.get(query.group) ?? cellsOf(balances, query.group);
    groups.set(query.group, held);
    return answerOf(held, query);
  };
}

/** One balance as far as a sum takes it in. */
interface Cell {
  readonly month: string;
  /** The other entity, for what was posted between two. */
  readonly other: string | undefined;
  readonly name: string;
  readonly amount: number;
  /** Where the balance stands: its entity, its month, and the name or the other entity with the name. */
  readonly key: string;
  /** The same with the amount. */
  readonly text: string;
}

/** The balances of a group that are not zero, by whose they are and by name. */
type Cells = ReadonlyMap<string, ReadonlyMap<string, readonly Cell[]>>;

function answerOf(held: Cells, { names, ...query }: BookQuery): AnsweredQuery {
  const cells = taken(held, query, names);
  const sums: Record<string, number> = {};
  for (const { name, amount } of cells) sums[name] = (sums[name] ?? 0) + amount;
  const ordered = Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));
  const digest = shortDigest(cells.map(({ text }) => text).join('\n'));
  return { ...query, names: Object.keys(ordered), sums: ordered, count: cells.length, digest };
}

/** The balances a query takes in, in the order of where they stand. */
function taken(held: Cells, { entityIds, from, through }: Omit<BookQuery, 'names'>, names: readonly string[]) {
  const cells: Cell[] = [];
  const ids = new Set(entityIds);
  for (const id of ids) {
    const byName = held.get(id);
    if (byName === undefined) continue;
    for (const name of names) {
      for (const cell of byName.get(name) ?? NONE) {
        const isOurs = cell.other === undefined || (cell.other !== id && ids.has(cell.other));
        if (isOurs && (from === undefined || from <= cell.month) && cell.month <= through) cells.push(cell);
      }
    }
  }
  return cells.sort((a, b) => (a.key < b.key ? -1 : 1));
}

const NONE: readonly Cell[] = [];

/** Accounts come with what was posted between entities, to be taken off. */
function cellsOf(balances: readonly MonthBalances[], group: string): Cells {
  const cells = new Map<string, Map<string, Cell[]>>();
  for (const held of balances) {
    const { entityId, month } = held;
    const byName = cells.get(entityId) ?? new Map<string, Cell[]>();
    cells.set(entityId, byName);
    const add = (at: string, amount: number, name = at, other?: string) => {
      if (amount === 0) return;
      const key = `${entityId} ${month} ${at}`;
      const cell = { month, other, name, amount, key, text: `${key} ${amount}` };
      const same = byName.get(name);
      if (same === undefined) byName.set(name, [cell]);
      else same.push(cell);
    };
    if (group !== 'between') {
      for (const [name, amount] of Object.entries(groupOf(held, group as BalanceGroup))) add(name, amount);
    }
    if (group !== 'between' && group !== 'accounts') continue;
    for (const [at, amount] of Object.entries(groupOf(held, 'between'))) {
      const [other, name] = otherAndName(at);
      add(at, group === 'accounts' ? -amount : amount, name, other);
    }
  }
  return cells;
}
