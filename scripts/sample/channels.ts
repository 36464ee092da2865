import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Channel } from '../../shared/records/marketing.ts';
import type { CharterEntity } from './company.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The ways guests reach the sample's boats. Fees of platforms it does not sell through yet are not confirmed. */
export function sampleChannels(day: SampleDay): Channel[] {
  const confirmed = { feeConfirmed: true } as const;
  const seen = { feeConfirmed: false, feeSource: 'public help pages, not our own contract' } as const;
  return [
    channel(day, 'direct', 'Direct', { kind: 'direct_web', collects: false, ...confirmed }, 0, 0),
    channel(day, 'referral', 'Referral', { kind: 'referral', collects: false, ...confirmed }, 0, 0),
    channel(
      day,
      'getmyboat',
      'GetMyBoat',
      { kind: 'ota_boat', collects: true, openingOrder: 2, ...confirmed, feeSource: 'our own contract' },
      1_150,
      PAYOUT_LAG_DAYS,
    ),
    channel(day, 'sailo', 'Sailo', { kind: 'ota_boat', collects: true, openingOrder: 1, ...seen }, 1_500, 5),
    channel(day, 'viator', 'Viator', { kind: 'ota_tour', collects: true, openingOrder: 3, ...seen }, 2_500, 30),
    channel(
      day,
      'getyourguide',
      'GetYourGuide',
      { kind: 'ota_tour', collects: true, openingOrder: 4, ...seen },
      3_000,
      30,
    ),
    channel(day, 'search', 'Search ads', { kind: 'direct_web', collects: false, ...confirmed }, 0, 0),
    channel(day, 'local-search', 'Local search', { kind: 'local_seo', collects: false, ...confirmed }, 0, 0),
  ];
}

/** Days from a charter to the payout of the one platform in use. */
export const PAYOUT_LAG_DAYS = 7;

/** Where a booking of that day came from; the Queen gets none from a platform since her page there is paused. */
export function channelOf(day: SampleDay, entityId: CharterEntity, bookedOn: LocalDate, random: SeededRandom): string {
  const drawn = random.int(1, 100);
  const isShown = entityId === 'jada' || bookedOn < plusDays(day.today, -QOS_PAUSED_DAYS);
  if (drawn <= (entityId === 'jada' ? 26 : 18) && isShown) return 'getmyboat';
  if (drawn > 80) return 'referral';
  return entityId === 'qos' && drawn > 74 ? 'search' : 'direct';
}

/** Days since the Queen’s page was paused for want of a new certificate. */
export const QOS_PAUSED_DAYS = 120;

function channel(
  day: SampleDay,
  id: string,
  name: string,
  what: Pick<Channel, 'kind' | 'collects' | 'feeConfirmed'> & Partial<Pick<Channel, 'feeSource' | 'openingOrder'>>,
  commission: number,
  payoutLagDays: number,
): Channel {
  return {
    id,
    name,
    ...what,
    revenueModel: 'gross',
    commissionBps: basisPoints(commission),
    payoutLagDays,
    ...stampOn(day, openingDay(day)),
  };
}
