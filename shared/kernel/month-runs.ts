import type { Month } from './calendar.ts';
import { plusMonths } from './calendar.ts';

/** Months in a row, as their first and last; a month alone is a run of one. Earliest first in, earliest first out. */
export function monthRuns(months: readonly Month[]): readonly (readonly Month[])[] {
  const runs: Month[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && plusMonths(last, 1) === month) run.splice(1, 1, month);
    else runs.push([month]);
  }
  return runs;
}
