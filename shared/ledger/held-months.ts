import type { Month } from '../kernel/calendar.ts';
import type { MonthBalances } from '../records/journal.ts';
import { BALANCE_GROUPS } from '../records/journal.ts';

/** Month balances by whose they are and which month: what a reading needs, without looking through the others. */
export interface HeldMonths {
  /** Those of some entities in some months; each once, however often it is asked for. */
  among(entityIds: readonly string[], months: readonly Month[]): readonly MonthBalances[];
  /** Those of some entities up to a month's close. */
  through(entityIds: readonly string[], through: Month): readonly MonthBalances[];
  /** The months of some entities that hold anything, earliest first. */
  known(entityIds: readonly string[]): readonly Month[];
}

/** The balances in order to be found. */
export function heldMonths(balances: readonly MonthBalances[]): HeldMonths {
  const byEntity = new Map<string, Map<string, MonthBalances[]>>();
  for (const held of balances) {
    const months = byEntity.get(held.entityId) ?? new Map<string, MonthBalances[]>();
    byEntity.set(held.entityId, months);
    const same = months.get(held.month);
    if (same === undefined) months.set(held.month, [held]);
    else same.push(held);
  }
  const of = (entityIds: readonly string[]) => {
    const ids = entityIds.length < 2 ? entityIds : new Set(entityIds);
    const found: Map<string, MonthBalances[]>[] = [];
    for (const id of ids) {
      const months = byEntity.get(id);
      if (months !== undefined) found.push(months);
    }
    return found;
  };
  const upTo = remembered<readonly MonthBalances[]>();
  const knownTo = remembered<readonly Month[]>();
  return {
    among: (entityIds, months) => {
      const wanted = months.length < 2 ? months : new Set<string>(months);
      const found: MonthBalances[] = [];
      for (const held of of(entityIds)) for (const month of wanted) found.push(...(held.get(month) ?? []));
      return found;
    },
    through: (entityIds, through) =>
      upTo(`${entityIds.join(' ')} ${through}`, () =>
        of(entityIds).flatMap((months) => [...months].flatMap(([month, held]) => (month <= through ? held : []))),
      ),
    known: (entityIds) =>
      knownTo(entityIds.join(' '), () => {
        const held = of(entityIds).flatMap((months) => [...months.values()].flat());
        return [...new Set(held.filter(hasNames).map(({ month }) => month as Month))].sort();
      }),
  };
}

/** Whether anything was ever posted to a month, even if it was all taken back. */
export function hasNames({ groups }: MonthBalances): boolean {
  const held = groups as Partial<MonthBalances['groups']>; // balances archived before a group existed have none of it
  return BALANCE_GROUPS.some((group) => Object.keys(held[group] ?? {}).length > 0);
}

/** The answer to each question, looked up once: a statement asks one question for every account. */
function remembered<T>(): (question: string, answer: () => T) => T {
  const answers = new Map<string, T>();
  return (question, answer) => {
    const held = answers.get(question) ?? answer();
    answers.set(question, held);
    return held;
  };
}
