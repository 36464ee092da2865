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
  const queries = new Map<string, { readonly query: Omit<BookQuery, 'names'>; readonly names: Set<string> }>();
  for (const { scope, name, months } of sumsOf(reads)) {
    for (const run of monthRuns([...months].sort())) {
      const [from, through = from] = run as readonly [Month, Month?]; // no run is empty
      const span = scope.sinceBeginning ? { through } : { from, through };
      const key = `${scope.key}|${scope.sinceBeginning ? '' : from}|${through}`;
      const held = queries.get(key);
      if (held !== undefined) held.names.add(name);
      else
        queries.set(key, {
          query: { group: scope.group, entityIds: scope.entityIds, ...span },
          names: new Set([name]),
        });
    }
  }
  return [...queries.values()].map(({ query, names }) => ({ ...query, names: [...names].sort() }));
}

/** Where sums were read: everything of a query but the names and the months. */
interface Scope {
  readonly key: string;
  readonly group: string;
  readonly entityIds: readonly string[];
  readonly sinceBeginning: boolean;
}

/** A name with all months it was read in; read back to the beginning, with the one month it was read through. */
interface Sum {
  readonly scope: Scope;
  readonly name: string;
  readonly months: Set<Month>;
}

/** Every sum that was read, in the order it was read first. */
function sumsOf(reads: readonly BookRead[]): readonly Sum[] {
  const scopes = new Map<string, { readonly scope: Scope; readonly byName: Map<string, Sum> }>();
  const sums: Sum[] = [];
  for (const { group, names, entityIds, months, sinceBeginning = false } of reads) {
    const ids = [...new Set(entityIds)].sort();
    const key = `${group}|${ids.join(' ')}|${sinceBeginning ? months.at(-1) : ''}`;
    const held = scopes.get(key) ?? {
      scope: { key, group, entityIds: ids, sinceBeginning },
      byName: new Map<string, Sum>(),
    };
    scopes.set(key, held);
    for (const name of names) {
      const sum = held.byName.get(name);
      if (sum !== undefined) {
        for (const month of months) sum.months.add(month);
        continue;
      }
      const first = { scope: held.scope, name, months: new Set(months) };
      held.byName.set(name, first);
      sums.push(first);
    }
  }
  return sums;
}
