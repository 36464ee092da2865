import type { Month } from '../kernel/calendar.ts';
import type { BalanceGroup, MonthBalances } from '../records/journal.ts';
import type { AccountTotals } from './consolidation.ts';
import { accountTotals, bothTotals, NO_TOTALS } from './consolidation.ts';
import { groupOf, hasNames } from './group-totals.ts';

/** The month balances of some entities together: each month found at once, and its accounts added up once. */
export class HeldMonths {
  readonly #entityIds: readonly string[];
  readonly #byMonth: ReadonlyMap<string, readonly MonthBalances[]>;
  /** Earliest first. */
  readonly #months: readonly string[];
  readonly #names = new Map<string, readonly string[]>();
  readonly #moved = new Map<string, AccountTotals>();
  /** What accounts stand at by the place of the month. */
  readonly #standing: AccountTotals[] = [];
  #known: readonly Month[] | undefined;

  constructor(entityIds: readonly string[], held: readonly MonthBalances[]) {
    this.#entityIds = entityIds;
    this.#byMonth = byMonth(held);
    this.#months = [...this.#byMonth.keys()].sort();
  }

  /** The months that hold anything, earliest first. */
  get known(): readonly Month[] {
    this.#known ??= this.#months.filter((month) => this.in(month).some(hasNames)) as Month[];
    return this.#known;
  }

  /** The balances of one month. */
  in(month: string): readonly MonthBalances[] {
    return this.#byMonth.get(month) ?? NONE;
  }

  /** The balances of some months, each once, however often it is asked for. */
  among(months: readonly Month[]): readonly MonthBalances[] {
    return months.length === 1 ? this.in(months[0]!) : [...new Set(months)].flatMap((month) => this.in(month)); // there is one
  }

  /** Every name a group has in some months, sorted. */
  namesIn(months: readonly Month[], group: BalanceGroup): readonly string[] {
    const key = `${group} ${months.join(' ')}`;
    const names =
      this.#names.get(key) ??
      [...new Set(this.among(months).flatMap((month) => Object.keys(groupOf(month, group))))].sort();
    this.#names.set(key, names);
    return names;
  }

  /** What accounts moved by in some months. */
  movedIn(months: readonly Month[]): AccountTotals {
    const key = months.length === 1 ? months[0]! : months.join(' '); // there is one
    const moved = this.#moved.get(key) ?? accountTotals(this.among(months), this.#entityIds);
    this.#moved.set(key, moved);
    return moved;
  }

  /** What accounts stand at when a month closes. */
  standingThrough(through: Month): AccountTotals {
    const count = this.#countThrough(through);
    for (let at = this.#standing.length; at < count; at += 1) {
      this.#standing.push(
        bothTotals(this.#standing[at - 1] ?? NO_TOTALS, this.movedIn(this.#months.slice(at, at + 1) as Month[])),
      );
    }
    return this.#standing[count - 1] ?? NO_TOTALS;
  }

  #countThrough(through: Month): number {
    const after = this.#months.findIndex((month) => month > through);
    return after < 0 ? this.#months.length : after;
  }
}

/** The balances of any entities asked for, found once for each set of them. */
export function heldBy(balances: readonly MonthBalances[]): (entityIds: readonly string[]) => HeldMonths {
  const found = new Map<string, HeldMonths>();
  return (entityIds) => {
    const key = entityIds.length === 1 ? entityIds[0]! : entityIds.join(' '); // there is one
    let held = found.get(key);
    if (held === undefined) {
      held = new HeldMonths(
        [...new Set(entityIds)],
        balances.filter(({ entityId }) => entityIds.includes(entityId)),
      );
      found.set(key, held);
    }
    return held;
  };
}

function byMonth(held: readonly MonthBalances[]): ReadonlyMap<string, readonly MonthBalances[]> {
  const months = new Map<string, MonthBalances[]>();
  for (const balances of held) {
    const same = months.get(balances.month);
    if (same === undefined) months.set(balances.month, [balances]);
    else same.push(balances);
  }
  return months;
}

const NONE: readonly MonthBalances[] = [];
