import { monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { AdSpend } from '../../shared/records/ad-spend.ts';
import type { Review } from '../../shared/records/review.ts';
import type { SampleDay } from './sample-day.ts';
import { firstMonth, openingDay, stampOn } from './sample-day.ts';

type Row = readonly [entityId: string, channelId: string, cents: number];

/**
 * Where the advertising of the two boats goes each month: most of it into search ads that hardly anybody books
 * through; what the books show beyond it, wedding fairs, is given to no channel.
 */
const MONTHLY: readonly Row[] = [
  ['jada', 'direct', 16_000],
  ['jada', 'search', 22_000],
  ['jada', 'getmyboat', 0],
  ['jada', 'referral', 0],
  ['qos', 'search', 41_000],
  ['qos', 'direct', 0],
  ['qos', 'referral', 0],
];

/** Ad spend by channel of every full month. */
export function sampleAdSpend(day: SampleDay): AdSpend[] {
  const months = monthsThrough(firstMonth(day), plusMonths(monthOf(day.today), -1));
  return months.flatMap((month) =>
    MONTHLY.map(([entityId, channelId, amount]) => ({
      id: `ads_${entityId}-${channelId}.${month}`,
      entityId,
      channelId,
      month,
      cents: cents(amount),
      ...stampOn(day, openingDay(day)),
    })),
  );
}

type Given = readonly [entityId: string, channelId: string, daysAgo: number, stars: number, answered: boolean];

const REVIEWS: readonly Given[] = [
  ['jada', 'getmyboat', 9, 50, false],
  ['jada', 'getmyboat', 24, 30, false],
  ['jada', 'getmyboat', 51, 40, false],
  ['jada', 'getmyboat', 77, 50, true],
  ['jada', 'getmyboat', 130, 40, true],
  ['jada', 'getmyboat', 201, 50, true],
  ['jada', 'direct', 12, 50, true],
  ['jada', 'direct', 40, 50, true],
  ['jada', 'direct', 85, 50, true],
  ['qos', 'direct', 33, 40, true],
  ['qos', 'direct', 118, 50, true],
  ['qdn', 'local-search', 29, 50, false],
];

/** What guests said in public: loved where we book directly, less so on the marketplace nobody answers. */
export function sampleReviews(day: SampleDay): Review[] {
  return REVIEWS.map(([entityId, channelId, daysAgo, ratingTenths, answered], i) => ({
    id: `rev_${entityId}-${i + 1}`,
    entityId,
    channelId,
    ratingTenths,
    on: plusDays(day.today, -daysAgo),
    ...(answered ? { answeredOn: plusDays(day.today, -daysAgo + 2) } : {}),
    ...stampOn(day, plusDays(day.today, -daysAgo)),
  }));
}
