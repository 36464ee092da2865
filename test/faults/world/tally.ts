import type { Outcome } from './episode.ts';
import type { Invariant } from './invariants.ts';

/** What was tried of one promise, and what came of it. */
export interface Row {
  readonly promise: string;
  readonly tried: string;
  readonly schedules: number;
  readonly faults: number;
  /** Mails beyond the first of a delivery, each with its line of history; without one it counts as broken. */
  readonly duplicates: number;
  readonly lost: number;
  readonly held: number;
  readonly broken: number;
  readonly seeds: string;
}

/** Counts what becomes of schedules. */
export class Tally {
  readonly #promise: string;
  readonly #tried: string;
  readonly #seeds: string;
  readonly #count = { schedules: 0, faults: 0, duplicates: 0, lost: 0, held: 0, broken: 0 };
  readonly #brokenBy = new Map<Invariant, number>();

  constructor(promise: string, tried: string, seeds = '') {
    this.#promise = promise;
    this.#tried = tried;
    this.#seeds = seeds;
  }

  /** What others counted, seen as to one thing that must hold in all of them. */
  static of(promise: string, tried: string, tallies: readonly Tally[], invariant: Invariant): Tally {
    const whole = new Tally(promise, tried);
    for (const tally of tallies) {
      for (const name of ['schedules', 'faults', 'duplicates', 'lost', 'held'] as const)
        whole.#count[name] += tally.#count[name];
      whole.#count.broken += tally.#brokenBy.get(invariant) ?? 0;
    }
    return whole;
  }

  /** Counts a schedule by what became of it, or by whether it held. */
  add(outcome: Outcome | boolean): void {
    const count = this.#count;
    if (typeof outcome === 'boolean') {
      count.schedules += 1;
      if (!outcome) count.broken += 1;
      return;
    }
    const { violations, struck, duplicates, states } = outcome;
    const broken = new Set(violations.map(({ invariant }) => invariant));
    count.schedules += 1;
    for (const strikes of struck.values()) count.faults += strikes;
    count.duplicates += duplicates;
    count.held += states['held'] ?? 0;
    if (broken.has('nothing lost') || broken.has('all settled')) count.lost += 1;
    if (broken.size > 0) count.broken += 1;
    for (const invariant of broken) this.#brokenBy.set(invariant, (this.#brokenBy.get(invariant) ?? 0) + 1);
  }

  row(): Row {
    return { promise: this.#promise, tried: this.#tried, ...this.#count, seeds: this.#seeds };
  }
}

/** Rows as a table in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const count = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
  const lines = rows.map(({ promise, tried, schedules, faults, duplicates, lost, held, broken, seeds }) =>
    [promise, tried, ...[schedules, faults, duplicates, lost, held, broken].map(count), seeds || '–'].join(' | '),
  );
  return [
    '| Promise | Tried | Schedules | Faults | Sent again, on record | Lost | Held | Broken | Seeds |',
    '|---|---|--:|--:|--:|--:|--:|--:|---|',
    ...lines.map((line) => `| ${line} |`),
  ].join('\n');
}
