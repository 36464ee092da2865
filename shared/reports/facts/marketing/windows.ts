import type { Month } from '../../../kernel/calendar.ts';
import { lastDay, monthsThrough, plusDays, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { mapped, unknown } from '../../../kernel/measured.ts';
import { WON_WITHIN_DAYS } from '../../../ledger/leads.ts';
import { oncePerView } from '../once-per-view.ts';
import type { BookReading } from '../readings.ts';
import { bookedIn, overWindow, windowOf } from '../readings.ts';
import type { FactView } from '../view.ts';
import { narrowedTo } from '../view.ts';

/** Months marketing figures look at together: one alone has too few bookings to judge a channel by. */
const MONTHS = 3;

/** How the two windows are called in definitions. */
export const SETTLED = 'the last three full months';
export const MATURE = 'the last three months whose leads have all had their 30 days';

/** A figure off the books over the last three full months, or as many as the books have. */
export function overSettled(view: FactView, read: BookReading): Measured<number> {
  return overWindow(view, view.lastFullMonth, MONTHS, read);
}

/** The last three full months, or as many as the books have. */
export function settledMonths(view: FactView): Measured<readonly Month[]> {
  return windowOf(view, view.lastFullMonth, MONTHS);
}

/** The last month of the period or before it whose every lead has had its thirty days to book. */
export function matureMonth(view: FactView): Month {
  return matureBy(view, view.month);
}

const matureBy = oncePerView((view, last: Month) => {
  const isMature = (month: Month) => plusDays(lastDay(month), WON_WITHIN_DAYS) < view.today;
  let month = last;
  while (!isMature(month)) month = plusMonths(month, -1);
  return month;
});

/** A figure off the books over the last three mature months of asking. */
export function overMature(view: FactView, read: BookReading): Measured<number> {
  return overWindow(view, matureMonth(view), MONTHS, read);
}

/** A figure off the books over the months of asking that are not mature yet: none when the period ended long ago. */
export function overRunning(view: FactView, read: BookReading): Measured<number> {
  const months = monthsThrough(plusMonths(matureMonth(view), 1), view.month);
  return months.length === 0 ? unknown('a month whose leads still have time to book') : bookedIn(view, months, read);
}

/** A tally of one channel, or the sum of several. */
export function channelTally(view: FactView, channelId: string, ...names: readonly string[]): BookReading {
  return (ids, months) =>
    names.reduce((sum, name) => sum + view.books.tally(ids, months, 'channels', `${channelId}.${name}`), 0);
}

/** What the charters of one channel left after the cost of sailing them, in the months they sailed. */
export function channelContribution(view: FactView, channelId: string): BookReading {
  return (ids, months) => view.books.tally(ids, months, 'margin', `${channelId}.contribution`);
}

/** The view of the businesses that sail alone: an agency that keeps no books must not hide where guests come from. */
export function sailingView(view: FactView): FactView {
  return narrowedTo(
    view,
    view.entityIds.filter((id) => (view.entityOf(id)?.kind ?? 'charter') === 'charter'),
  );
}

/**
 * The figure, unless the days on which leads were quoted or won were never written down: then nothing was counted, which
 * does not mean that nothing happened.
 */
export function ifDated(view: FactView, name: 'quoted' | 'won', figure: Measured<number>): Measured<number> {
  const ever = view.books.names(view.entityIds, view.books.months(view.entityIds), 'operations');
  return figure.state === 'unknown' || ever.includes(name) ? figure : unknown(`the days leads were ${name}`);
}

/** A measured list filtered: as certain as the list. */
export function among<T>(list: Measured<readonly T[]>, keep: (item: T) => boolean): Measured<readonly T[]> {
  return mapped(list, (items) => items.filter(keep));
}
