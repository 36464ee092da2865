import type { Month } from '../kernel/calendar.ts';
import type { BookRead } from '../kernel/measured.ts';
import { monthRuns } from '../kernel/month-runs.ts';

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

/**
 * What was read as few queries, each sum once. Sums of the same months and entities are one query; the same name read in
 * several months is read in all of them together.
 */
export function queriesOf(reads: readonly BookRead[]): readonly BookQuery[] {
  const queries = new Map<string, Gathered>();
  for (const { scope, name, months } of sumsOf(reads)) {
    let spans = scope.spans.get(months);
    if (spans === undefined) {
      spans = spansOf(scope, months).map(([key, query]) => {
        const held = queries.get(key) ?? { query, names: new Set() };
        queries.set(key, held);
        return held;
      });
      scope.spans.set(months, spans);
    }
    for (const { names } of spans) names.add(name);
  }
  return [...queries.values()].map(({ query, names }) => ({ ...query, names: [...names].sort() }));
}

/** A query whose names are still being gathered. */
interface Gathered {
  readonly query: Omit<BookQuery, 'names'>;
  readonly names: Set<string>;
}

/** Where sums were read: everything of a query but the names and the months. */
interface Scope {
  readonly key: string;
  readonly group: string;
  readonly entityIds: readonly string[];
  readonly sinceBeginning: boolean;
  readonly sums: Map<string, Sum>;
  /** The queries of some months, which most of its names have in common. */
  readonly spans: Map<MonthsRead, readonly Gathered[]>;
}

/** The months a name was read in, by their text; read back to the beginning, the one month it was read through. */
type MonthsRead = string;

interface Sum {
  readonly scope: Scope;
  readonly name: string;
  months: MonthsRead;
}

/** Every sum that was read, in the order it was read first. */
function sumsOf(reads: readonly BookRead[]): readonly Sum[] {
  const scopes = new Map<string, Scope>();
  const all: Sum[] = [];
  for (const { group, names, entityIds, months, sinceBeginning = false } of reads) {
    const ids = entityIds.length === 1 ? entityIds : [...new Set(entityIds)].sort();
    const key = `${group}|${ids.join(' ')}|${sinceBeginning ? months.at(-1) : ''}`;
    let scope = scopes.get(key);
    if (scope === undefined) {
      scope = { key, group, entityIds: ids, sinceBeginning, sums: new Map(), spans: new Map() };
      scopes.set(key, scope);
    }
    const read = months.join(' ');
    for (const name of names) {
      const sum = scope.sums.get(name);
      if (sum !== undefined) {
        if (!sum.months.includes(read)) sum.months += ` ${read}`;
        continue;
      }
      const first = { scope, name, months: read };
      scope.sums.set(name, first);
      all.push(first);
    }
  }
  return all;
}

/** The runs of months as queries without their names, each with its key. */
function spansOf(
  { key, group, entityIds, sinceBeginning }: Scope,
  read: MonthsRead,
): readonly (readonly [key: string, query: Omit<BookQuery, 'names'>])[] {
  const months = [...new Set(read.split(' ') as Month[])].filter((month) => month !== '').sort();
  return monthRuns(months).map((run) => {
    const [from, through = from] = run as readonly [Month, Month?]; // no run is empty
    const span = sinceBeginning ? { through } : { from, through };
    return [`${key}|${sinceBeginning ? '' : from}|${through}`, { group, entityIds, ...span }];
  });
}
