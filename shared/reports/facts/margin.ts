import type { Month } from '../../kernel/calendar.ts';
import { plusMonths } from '../../kernel/calendar.ts';
import type { Measured } from '../../kernel/measured.ts';
import { combined, entered, unknown } from '../../kernel/measured.ts';
import { averageContribution, breakEvenCharters } from './formulas.ts';
import { isoMonths, namesOf } from './naming.ts';
import { bookedIn, overWindow, recordsOfEach, windowOf } from './readings.ts';
import { countIn } from './trips.ts';
import type { FactView } from './view.ts';

/** Months an average contribution looks at: the ninety-day window of the policy, in whole months. */
export const AVERAGE_MONTHS = 3;
const LOW_CHARTERS = 5;

/** What a break-even is called when no number of charters would reach it. */
export const UNREACHABLE = 'unreachable';

/** Contribution of the charters sailed in some months, after every cost booked on them. */
export function contributionIn(view: FactView, months: readonly Month[]): Measured<number> {
  return bookedIn(view, months, marginReading(view, 'contribution'));
}

/** Contribution per charter over a month and the two before it. Estimated when it rests on fewer than five charters. */
export function averageContributionAt(view: FactView, month: Month): Measured<number> {
  const charters = overWindow(view, month, AVERAGE_MONTHS, marginReading(view, 'performed'));
  const contribution = overWindow(view, month, AVERAGE_MONTHS, marginReading(view, 'contribution'));
  const average = combined(
    contribution,
    charters,
    (sum, count) => averageContribution(sum, count) ?? unknown(`a charter sailed in ${windowText(view, month)}`),
  );
  if (average.state === 'unknown' || charters.state === 'unknown' || charters.value >= LOW_CHARTERS) return average;
  const assumption = [average.basis.assumption, 'It rests on fewer than five charters.'].filter(Boolean).join(' ');
  return { ...average, state: 'estimated', basis: { ...average.basis, assumption } };
}

/** What a month costs whether or not a boat sails. */
export function fixedCostIn(view: FactView, month: Month): Measured<number> {
  const records = recordsOfEach(view, 'fixed-cost');
  if (records.state === 'unknown') return records;
  const running = records.value.filter(
    (cost) => cost.from <= month && (cost.until === undefined || month <= cost.until),
  );
  const basis = { records: `fixed costs of ${namesOf(view)}, ${month}`, count: running.length };
  return entered(
    running.reduce((sum, cost) => sum + cost.centsPerMonth, 0),
    { ...basis, asOf: view.today },
  );
}

/** Charters a month needs before it pays for itself, or the word unreachable when each one loses money. */
export function breakEvenAt(view: FactView, month: Month): Measured<number | string> {
  return combined(
    fixedCostIn(view, month),
    averageContributionAt(view, month),
    (fixed, average) => breakEvenCharters(fixed, average) ?? UNREACHABLE,
  );
}

/** Charters still to sail in a month before it pays for itself; zero once it does. */
export function chartersToGo(view: FactView, month: Month): Measured<number | string> {
  return combined(breakEvenAt(view, month), countIn(view, [month], 'performed'), (needed, sailed) =>
    typeof needed === 'number' ? Math.max(0, needed - sailed) : needed,
  );
}

/** Whether a month sailed fewer charters than it needed. */
export function isBelowBreakEven(view: FactView, month: Month): Measured<boolean> {
  return combined(breakEvenAt(view, month), countIn(view, [month], 'performed'), (needed, sailed) =>
    typeof needed === 'number' ? sailed < needed : true,
  );
}

const LOOK_BACK_MONTHS = 24;

/**
 * Full months below break-even in a row, counted back from the last one to where the books begin. Unknown when a month
 * on the way is.
 */
export function monthsBelowBreakEven(view: FactView): Measured<number> {
  const last = isBelowBreakEven(view, view.lastFullMonth);
  const [begin] = view.books.months(view.entityIds);
  if (last.state === 'unknown' || begin === undefined) return last.state === 'unknown' ? last : { ...last, value: 0 };
  for (let count = 0; count < LOOK_BACK_MONTHS; count += 1) {
    const month = plusMonths(view.lastFullMonth, -count);
    if (month < begin) return { ...last, value: count };
    const below = isBelowBreakEven(view, month);
    if (below.state === 'unknown') return below;
    if (!below.value) return { ...last, value: count };
  }
  return { ...last, value: LOOK_BACK_MONTHS };
}

function marginReading(view: FactView, name: 'performed' | 'contribution') {
  return (ids: readonly string[], months: readonly Month[]) => view.books.tally(ids, months, 'margin', name);
}

function windowText(view: FactView, month: Month): string {
  const window = windowOf(view, month, AVERAGE_MONTHS);
  return isoMonths(window.state === 'unknown' ? [month] : window.value);
}
