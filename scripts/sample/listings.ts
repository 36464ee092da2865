import { plusDays } from '../../shared/kernel/calendar.ts';
import type { Listing } from '../../shared/records/marketing.ts';
import type { OnboardingTask } from '../../shared/records/onboarding-task.ts';
import { QOS_PAUSED_DAYS } from './channels.ts';
import type { SampleDay } from './sample-day.ts';
import { stampOn } from './sample-day.ts';

/** Which boat is shown on which platform: one live with an old text, one stuck, one paused, the rest not begun. */
export function sampleListings(day: SampleDay): Listing[] {
  const ago = (days: number) => plusDays(day.today, -days);
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
    statusSince: ago(sinceDays),
    ownerRole: 'CMO',
    ...more,
    ...stampOn(day, ago(sinceDays)),
  });
  const next = (nextAction: string, days: number) => ({ nextAction, nextActionDueOn: plusDays(day.today, days) });
  return [
    listing('jada', 'getmyboat', 'live', 400, {
      lastVerifiedOn: ago(6),
      lastBookableOn: plusDays(day.today, 45),
      contentScore: 72,
      photosCount: 9,
      copyUpdatedOn: ago(214),
      calendarSync: 'ical',
      instantBook: false,
      medianResponseMin: 340,
      reviewsCount: 31,
      ratingTenths: 46,
      impressions: 4_180,
      clicks: 236,
      inquiries: 9,
      ...next('Rewrite the text and add five photos', 18),
    }),
    listing('jada', 'sailo', 'documents_pending', 38, {
      contentScore: 55,
      photosCount: 6,
      calendarSync: 'none',
      blockers: ['Insurance certificate that names the platform'],
      ...next('Send the insurance certificate', -10),
    }),
    listing('jada', 'viator', 'not_started', 90, next('Write the fixed product: two-hour sunset sail', 48)),
    listing('jada', 'getyourguide', 'not_started', 90),
    listing('qos', 'getmyboat', 'paused', QOS_PAUSED_DAYS, {
      contentScore: 64,
      photosCount: 11,
      calendarSync: 'ical',
      blockers: ['New certificate of inspection'],
      ...next('Send the new certificate of inspection', -3),
    }),
    listing('qos', 'sailo', 'not_started', 90, next('Open the account with the papers of JADA', 40)),
    listing('qos', 'viator', 'not_started', 90),
  ];
}

type Step = readonly [
  listing: string,
  task: string,
  status: OnboardingTask['status'],
  dueDays: number,
  blocker?: string,
];

const STEPS: readonly Step[] = [
  ['jada-sailo', 'Open the account', 'done', -60],
  ['jada-sailo', 'Captain’s licence on file', 'done', -45],
  ['jada-sailo', 'Send the insurance certificate', 'in_progress', -10, 'Insurance certificate that names the platform'],
  ['jada-sailo', 'Choose the cancellation tier and the price', 'open', 9],
  ['jada-sailo', 'Connect the calendar', 'open', 14],
  ['qos-getmyboat', 'Certificate of inspection renewed', 'in_progress', -3, 'New certificate of inspection'],
  ['qos-getmyboat', 'Answer to inquiries within the hour, named person', 'open', 12],
  ['jada-viator', 'Reservation system connected or four-hour cutoff', 'open', 62],
  ['jada-viator', 'Company registration and liability insurance sent', 'open', 70],
];

/** The steps towards live pages, in the order they are done. */
export function sampleOnboarding(day: SampleDay): OnboardingTask[] {
  return STEPS.map(([of, task, status, dueDays, blocker], i) => ({
    id: `onb_${of}.${i + 1}`,
    entityId: of.slice(0, of.indexOf('-')),
    listingId: `lst_${of}`,
    order: i + 1,
    task,
    ownerRole: task.startsWith('Certificate') ? 'Operations' : 'CMO',
    status,
    dueOn: plusDays(day.today, dueDays),
    ...(blocker === undefined ? {} : { blocker }),
    ...stampOn(day, plusDays(day.today, -90)),
  }));
}
