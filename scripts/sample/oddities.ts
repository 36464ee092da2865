import { plusDays } from '../../shared/kernel/calendar.ts';
import type { SampleDay } from './sample-day.ts';
import type { Draft, Oddity } from './tales.ts';

/** Which charters are odd, by their place in the history: each oddity once, the overpaid one still open today. */
export function odditiesOf(day: SampleDay, drafts: readonly Draft[]): ReadonlyMap<number, Oddity> {
  const oddities = new Map<number, Oddity>();
  const last = (oddity: Oddity, daysAgo: number, isOta: boolean) => {
    const before = plusDays(day.today, -daysAgo);
    const index = drafts.findLastIndex(
      (draft, i) =>
        draft.outcome === 'sails' &&
        draft.sailsOn < before &&
        (draft.channelId === 'getmyboat') === isOta &&
        !oddities.has(i),
    );
    if (index >= 0) oddities.set(index, oddity);
  };
  last('overpaid', 9, false);
  last('refund-after-performance', 45, false);
  last('late-payout', 50, true);
  last('incident', 100, false);
  return oddities;
}
