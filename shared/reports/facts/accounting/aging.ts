import type { LocalDate } from '../../../kernel/calendar.ts';
import { daysBetween } from '../../../kernel/calendar.ts';

/** The columns of an aging report: not yet due, then by days past the due day; credits stand by themselves. */
export const AGE_BUCKETS = ['current', '1-30', '31-60', '61-90', '91-plus'] as const;
export type AgeBucket = (typeof AGE_BUCKETS)[number];

/** Something owed, positive, or a credit, negative. */
export interface AgedItem {
  readonly cents: number;
  readonly dueOn: LocalDate;
}

/** The column something due on a day stands in: on its due day it is still current, the day after it is one day past. */
export function bucketOf(dueOn: LocalDate, asOf: LocalDate): AgeBucket {
  const days = daysBetween(dueOn, asOf);
  if (days <= 0) return 'current';
  if (days <= 30) return '1-30';
  if (days <= 60) return '31-60';
  return days <= 90 ? '61-90' : '91-plus';
}

/** What is owed in one column; credits are in none. */
export function owedIn(items: readonly AgedItem[], bucket: AgeBucket, asOf: LocalDate): number {
  const held = items.filter(({ cents, dueOn }) => cents > 0 && bucketOf(dueOn, asOf) === bucket);
  return held.reduce((sum, { cents }) => sum + cents, 0);
}

/** What customers, or we, have paid too much: shown beside the columns, below zero. */
export function creditsIn(items: readonly AgedItem[]): number {
  return items.reduce((sum, { cents }) => sum + Math.min(0, cents), 0);
}
