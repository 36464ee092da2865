import type { Instant, LocalDate, Month } from '../../../shared/kernel/calendar.ts';
import { monthOf, plusMonths } from '../../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../../shared/kernel/period.ts';
import type { Lifecycle } from '../../../shared/records/charter-terms.ts';
import { formatDay, formatPeriod } from '../../../shared/reports/render/format-days.ts';
import type { CharterLine, ListChartersResponse } from '../../../shared/wire/charters.ts';
import { LIFECYCLE_ORDER } from '../../components/state-badge-model.ts';

/** What the person narrowed the list down to. */
export interface Narrowing {
  readonly words: string;
  readonly state: Lifecycle | 'all';
}

/** The charters of one day. */
export interface DayGroup {
  readonly day: string;
  readonly heading: string;
  readonly when: 'past' | 'today' | 'coming';
  readonly charters: readonly CharterLine[];
}

/** The month as days with charters, earliest first; within a day by departure, then title. */
export function dayGroups(list: ListChartersResponse, by: Narrowing): readonly DayGroup[] {
  const lines = list.charters.filter((line) => fits(line, by));
  const days = [...new Set(lines.map((line) => line.sailsOn))].sort();
  return days.map((day) => ({
    day,
    heading: formatDay(day as LocalDate),
    when: day === list.today ? 'today' : day < list.today ? 'past' : 'coming',
    charters: lines.filter((line) => line.sailsOn === day).sort(byDeparture),
  }));
}

/** The states that occur in the month with how often, in the order a charter goes through them. */
export function stateCounts(
  list: ListChartersResponse,
): readonly { readonly state: Lifecycle; readonly count: number }[] {
  return LIFECYCLE_ORDER.map((state) => ({
    state,
    count: list.charters.filter((line) => line.lifecycle === state).length,
  })).filter(({ count }) => count > 0);
}

/** The month shown, and the ones beside it. */
export function monthsAround(month: string): {
  readonly name: string;
  readonly before: string;
  readonly after: string;
} {
  return {
    name: formatPeriod(monthPeriod(month as Month)),
    before: plusMonths(month as Month, -1),
    after: plusMonths(month as Month, 1),
  };
}

/** The day to bring into view for someone who wants today: today, or the next day with charters. */
export function dayToShow(groups: readonly DayGroup[], today: string): string | undefined {
  return groups.find((group) => group.day >= today)?.day;
}

/** Whether the month is the one it is today. */
export function isThisMonth(list: ListChartersResponse): boolean {
  return monthOf(list.today as LocalDate) === list.month;
}

function fits(line: CharterLine, by: Narrowing): boolean {
  if (by.state !== 'all' && line.lifecycle !== by.state) return false;
  const text = `${line.title} ${line.vesselName} ${line.channelName} ${line.entityName}`.toLowerCase();
  return by.words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function byDeparture(a: CharterLine, b: CharterLine): number {
  const order = compare(a.startAt as Instant, b.startAt as Instant);
  return order !== 0 ? order : compare(a.title + a.id, b.title + b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
