import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays } from '../../shared/kernel/calendar.ts';
import { basisPoints } from '../../shared/kernel/money.ts';
import type { Channel, Listing } from '../../shared/records/marketing.ts';
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
      { kind: 'ota_boat', collects: true, ...confirmed, feeSource: 'our own contract' },
      1_150,
      PAYOUT_LAG_DAYS,
    ),
    channel(day, 'sailo', 'Sailo', { kind: 'ota_boat', collects: true, ...seen }, 1_500, 5),
    channel(day, 'viator', 'Viator', { kind: 'ota_tour', collects: true, ...seen }, 2_500, 30),
  ];
}

/** Days from a charter to the payout of the one platform in use. */
export const PAYOUT_LAG_DAYS = 7;

/** Which boat is shown on which platform, and how far that is: one live, one paused, the rest on their way or not begun. */
export function sampleListings(day: SampleDay): Listing[] {
  const { today } = day;
  const listing = (
    entityId: string,
    channelId: string,
    status: Listing['status'],
    sinceDays: number,
    more: Partial<Listing> = {},
  ): Listing => ({
    id: `lst_${entityId}-${channelId}`,
    entityId,
    channelId,
    status,
    statusSince: plusDays(today, -sinceDays),
    ...more,
    ...stampOn(day, plusDays(today, -sinceDays)),
  });
  const next = (nextAction: string, days: number) => ({ nextAction, nextActionDueOn: plusDays(today, days) });
  return [
    listing('jada', 'getmyboat', 'live', 400, { lastVerifiedOn: plusDays(today, -6) }),
    listing('jada', 'sailo', 'documents_pending', 38, next('Send the insurance certificate', 4)),
    listing('jada', 'viator', 'not_started', 90),
    listing('qos', 'getmyboat', 'paused', QOS_PAUSED_DAYS, next('Send the new certificate of inspection', -3)),
    listing('qos', 'sailo', 'not_started', 90),
    listing('qos', 'viator', 'not_started', 90),
  ];
}

/** Where a booking of that day came from; the Queen gets none from a platform since her page there is paused. */
export function channelOf(day: SampleDay, entityId: CharterEntity, bookedOn: LocalDate, random: SeededRandom): string {
  const drawn = random.int(1, 100);
  const isShown = entityId === 'jada' || bookedOn < plusDays(day.today, -QOS_PAUSED_DAYS);
  if (drawn <= (entityId === 'jada' ? 26 : 18) && isShown) return 'getmyboat';
  return drawn > 80 ? 'referral' : 'direct';
}

const QOS_PAUSED_DAYS = 120;

function channel(
  day: SampleDay,
  id: string,
  name: string,
  what: Pick<Channel, 'kind' | 'collects' | 'feeConfirmed'> & Partial<Pick<Channel, 'feeSource'>>,
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
