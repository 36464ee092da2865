import type { LocalDate } from '../kernel/calendar.ts';
import { daysBetween, firstDay, monthOf, plusDays } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Period } from '../kernel/period.ts';
import { lastClosedMonth } from './plan.ts';

/** Two years: as far as a report looks at once. */
const LONGEST_DAYS = 731;

/**
 * The period somebody asked a report for: whole months that are over, or the running month up to and including today;
 * the last closed month when they named none. A refusal says which end does not fit and why.
 */
export function requestedPeriod(
  asked: { readonly from: LocalDate; readonly until: LocalDate } | undefined,
  today: LocalDate,
): Result<Period> {
  if (asked === undefined) return ok(lastClosedMonth(today));
  const thisMonth = firstDay(monthOf(today));
  const toDate = asked.from === thisMonth && asked.until === plusDays(today, 1);
  const problems: Problem[] = [];
  if (!isMonthStart(asked.from)) problems.push({ field: 'period.from', message: 'expected the first day of a month' });
  if (!toDate && !isMonthStart(asked.until)) {
    problems.push({
      field: 'period.until',
      message: 'expected the first day after the last month, or tomorrow for the running month to date',
    });
  }
  if (!toDate && asked.until > thisMonth)
    problems.push({ field: 'period.until', message: 'this month is not over; ask for it up to today' });
  if (asked.until <= asked.from) problems.push({ field: 'period', message: 'expected at least one month' });
  else if (daysBetween(asked.from, asked.until) > LONGEST_DAYS)
    problems.push({ field: 'period', message: 'expected two years at most' });
  return problems.length === 0
    ? ok({ from: asked.from, until: asked.until })
    : refused('invalid', 'This period cannot be reported on.', problems);
}

function isMonthStart(day: LocalDate): boolean {
  return day.endsWith('-01');
}
