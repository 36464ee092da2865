import { monthOf, monthsThrough, plusDays, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Campaign } from '../../shared/records/campaign.ts';
import type { MailingList } from '../../shared/records/mailing-list.ts';
import type { SampleDay } from './sample-day.ts';
import { openingDay, stampOn } from './sample-day.ts';

type Told = Omit<Campaign, 'id' | 'entityId' | 'sentOn' | keyof ReturnType<typeof stampOn>>;

/** Three mails to whole lists: one that paid, one that did not, and one sent to a bought list without a way out. */
export function sampleCampaigns(day: SampleDay): Campaign[] {
  const campaign = (entityId: string, key: string, daysAgo: number, told: Told): Campaign => ({
    id: `cmp_${entityId}-${key}`,
    entityId,
    sentOn: plusDays(day.today, -daysAgo),
    ...told,
    ...stampOn(day, plusDays(day.today, -Math.max(0, daysAgo - 2))),
  });
  return [
    campaign('jada', 'past-guests', 96, {
      name: 'Sail again: past guests',
      sent: 1_240,
      bouncesHard: 14,
      bouncesSoft: 8,
      complaints: 0,
      uniqueOpens: 512,
      uniqueClicks: 74,
      unsubscribes: 9,
      unsubscribeHeader: true,
      costCents: cents(18_000),
      bookings: 3,
      revenueCents: cents(498_000),
      contributionCents: cents(371_000),
    }),
    campaign('qos', 'wedding-fair', 61, {
      name: 'Wedding fair visitors',
      sent: 420,
      bouncesHard: 6,
      bouncesSoft: 5,
      complaints: 0,
      uniqueOpens: 141,
      uniqueClicks: 11,
      unsubscribes: 7,
      unsubscribeHeader: true,
      costCents: cents(62_000),
      bookings: 0,
      revenueCents: cents(0),
      contributionCents: cents(0),
    }),
    campaign('qdn', 'autumn-clear-out', 17, {
      name: 'Autumn clear-out',
      sent: 900,
      bouncesHard: 58,
      bouncesSoft: 11,
      complaints: 3,
      uniqueOpens: 214,
      uniqueClicks: 19,
      unsubscribes: 0,
      unsubscribeHeader: false,
      costCents: cents(9_500),
      bookings: 2,
      revenueCents: cents(38_000),
      contributionCents: cents(14_000),
    }),
  ];
}

type ListRow = readonly [entityId: string, key: string, name: string, sizeNow: number, perMonth: number];

const LISTS: readonly ListRow[] = [
  ['jada', 'past-guests', 'Past guests', 1_262, 21],
  ['qos', 'weddings', 'Wedding inquiries', 388, -4],
  ['qdn', 'customers', 'Customers and quotes', 841, 12],
];

/** What the lists held at the end of each full month. */
export function sampleLists(day: SampleDay): MailingList[] {
  const last = plusMonths(monthOf(day.today), -1);
  const months = monthsThrough(plusMonths(last, -5), last);
  return LISTS.flatMap(([entityId, key, name, sizeNow, perMonth]) =>
    months.map((month, i) => ({
      id: `mls_${entityId}-${key}.${month}`,
      entityId,
      name,
      month,
      size: sizeNow - perMonth * (months.length - 1 - i),
      ...stampOn(day, openingDay(day)),
    })),
  );
}
