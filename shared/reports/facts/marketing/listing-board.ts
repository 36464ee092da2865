import { daysBetween } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { entered, measured, unknown } from '../../../kernel/measured.ts';
import type { Listing } from '../../../records/marketing.ts';
import type { OnboardingTask } from '../../../records/onboarding-task.ts';
import type { FactMeaning, FactUnit, FactValue, SourceName, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import type { FactView } from '../view.ts';
import { channelsOf } from './channel-names.ts';
import { daysUnverified, isBookable, isVisible, listingName } from './visibility.ts';

/** How long a listing may stay in a state that waits for somebody: days. */
const LIMITS: Readonly<Partial<Record<Listing['status'], number>>> = {
  documents_pending: 7,
  submitted: 14,
  in_review: 14,
  changes_requested: 3,
};

/** Every listing with how far it is and what keeps it; platforms in the order they are to be opened, then by name. */
export const LISTING_SUBJECTS: SubjectFacts = {
  kind: 'listing',
  meanings: meanings(),
  list: (view) => {
    const source = view.registers.listing;
    if (source.state === 'unreadable') return [];
    const order = new Map(channelsOf(view).map(({ id, openingOrder }) => [id, openingOrder]));
    const placeOf = ({ channelId }: Listing) => order.get(channelId) ?? Number.MAX_SAFE_INTEGER;
    return [...source.records]
      .map((listing) => ({ listing, name: listingName(view, listing), place: placeOf(listing) }))
      .sort((a, b) => a.place - b.place || (a.name < b.name ? -1 : 1))
      .map(({ listing, name }) => ({
        subject: { kind: 'listing', id: listing.id, name, entityId: listing.entityId },
        figures: figuresOf(view, listing, name),
      }));
  },
};

/** States in which there is no page yet to say anything of. */
const BEFORE_A_PAGE: readonly Listing['status'][] = ['not_started', 'researching'];

type Figures = Readonly<Record<string, Measured<FactValue>>>;

function figuresOf(view: FactView, listing: Listing, name: string): Figures {
  const basis = { records: `listing ${name}`, asOf: view.today };
  const told = (id: string, value: FactValue | undefined, missing: string) => ({
    [id]: value === undefined ? unknown(`${missing} of ${name}`) : entered(value, basis),
  });
  const isLive = listing.status === 'live';
  const visible = isVisible(view, listing);
  const limit = LIMITS[listing.status];
  const place = channelsOf(view).find(({ id }) => id === listing.channelId)?.openingOrder;
  return {
    ...told('listing-status', listing.status.replaceAll('_', ' '), 'status'),
    ...told('listing-since', listing.statusSince, 'day of the status'),
    'listing-days-in-state': measured(daysBetween(listing.statusSince, view.today), basis),
    ...(limit === undefined ? {} : { 'listing-days-allowed': measured(limit, basis) }),
    ...told('listing-visible', visible === undefined ? undefined : visible ? 'yes' : 'no', 'bookable days'),
    ...(isLive ? liveFigures(view, listing, name) : {}),
    ...(BEFORE_A_PAGE.includes(listing.status)
      ? {}
      : {
          ...told('listing-content-score', listing.contentScore, 'content score'),
          ...told('listing-photos', listing.photosCount, 'number of photos'),
          ...told('listing-calendar', calendarWord(listing.calendarSync), 'calendar feed'),
        }),
    ...(place === undefined ? {} : told('listing-place', place, 'place')),
    ...told('listing-blockers', blockersOf(view, listing), 'blockers'),
    ...told(
      'listing-next-action',
      listing.nextAction ?? nextStep(view, listing)?.task ?? 'none recorded',
      'next action',
    ),
    ...(listing.nextActionDueOn === undefined ? {} : told('listing-next-due', listing.nextActionDueOn, 'due day')),
    ...(listing.ownerRole === undefined ? {} : told('listing-owner', listing.ownerRole, 'owner')),
  };
}

/** What can be asked of a page guests see. */
function liveFigures(view: FactView, listing: Listing, name: string): Figures {
  const basis = { records: `listing ${name}`, asOf: view.today };
  const bookable = isBookable(view, listing);
  const told = (value: FactValue | undefined, what: string) =>
    value === undefined ? unknown(`${what} of ${name}`) : entered(value, basis);
  const copy = listing.copyUpdatedOn;
  return {
    'listing-days-unverified': measured(daysUnverified(view, listing), basis),
    'listing-bookable': told(bookable === undefined ? undefined : bookable ? 'yes' : 'no', 'bookable days'),
    'listing-copy-age': told(
      copy === undefined ? undefined : daysBetween(copy, view.today),
      'the day the text was last written',
    ),
    'listing-rating': told(listing.ratingTenths, 'rating'),
    'listing-reviews': told(listing.reviewsCount, 'number of reviews'),
    'listing-impressions': told(listing.impressions, 'impressions'),
    'listing-clicks': told(listing.clicks, 'clicks'),
    'listing-inquiries': told(listing.inquiries, 'inquiries'),
  };
}

function calendarWord(sync: Listing['calendarSync']): string | undefined {
  return sync === 'none' ? 'by hand' : sync === 'ical' ? 'feed' : sync === 'api' ? 'connected' : undefined;
}

/** What the listing waits for: what is noted on it and on its open steps. */
function blockersOf(view: FactView, listing: Listing): string {
  const steps = stepsOf(view, listing).flatMap(({ blocker }) => blocker ?? []);
  const all = [...new Set([...(listing.blockers ?? []), ...steps])];
  return all.length === 0 ? 'none recorded' : all.join('; ');
}

function nextStep(view: FactView, listing: Listing): OnboardingTask | undefined {
  return stepsOf(view, listing)[0];
}

/** The steps still to do, in their order. */
function stepsOf(view: FactView, { id }: Listing): readonly OnboardingTask[] {
  const source = view.registers['onboarding-task'];
  const all = source.state === 'read' ? source.records : [];
  return all
    .filter((task) => task.listingId === id && (task.status === 'open' || task.status === 'in_progress'))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function meanings(): readonly FactMeaning[] {
  const of = (
    id: string,
    title: string,
    unit: FactUnit,
    definition: string,
    formula = AS_RECORDED,
    needs: readonly SourceName[] = ['listing'],
  ) => ({ id, title, unit, definition, formula, source: 'policy default', needs });
  return [
    of('listing-status', 'Listing status', 'text', 'How far the page is on its platform.'),
    of('listing-since', 'In this status since', 'day', 'The day it came to this status.'),
    of('listing-days-in-state', 'Days in this status', 'count', 'Days since then.', 'today − day of the status'),
    of(
      'listing-days-allowed',
      'Days allowed in this status',
      'count',
      'How long a page may wait: 7 days for documents, 14 in review, 3 for changes asked for.',
      'by status',
    ),
    of(
      'listing-visible',
      'Visible to guests',
      'text',
      'Yes when live, looked at within 30 days and bookable within 30 days.',
      'live, verified and bookable',
    ),
    of(
      'listing-days-unverified',
      'Days since the page was looked at',
      'count',
      'Days since somebody of ours looked at the live page; since it went live when nobody has.',
      'today − day of the last look',
    ),
    of(
      'listing-bookable',
      'Bookable within 30 days',
      'text',
      'Whether its calendar offers a day within 30 days.',
      'first to last day offered',
    ),
    of(
      'listing-copy-age',
      'Days since the text was written',
      'count',
      'Days since the words on the live page were last changed.',
      'today − day of the last change',
    ),
    of(
      'listing-content-score',
      'Content score',
      'count',
      'How complete the page is, of 100, as judged by whoever looked at it.',
    ),
    of('listing-photos', 'Photos', 'count', 'Pictures on the page.'),
    of(
      'listing-calendar',
      'Calendar',
      'text',
      'How its calendar learns of bookings made elsewhere: by hand, by a feed, connected.',
    ),
    of('listing-rating', 'Rating on the platform', 'rating', 'Stars the platform shows.'),
    of('listing-reviews', 'Reviews on the platform', 'count', 'Reviews the platform shows.'),
    of('listing-impressions', 'Impressions', 'count', 'How often the platform showed the page in the last full month.'),
    of('listing-clicks', 'Clicks', 'count', 'How often it was opened in the last full month.'),
    of(
      'listing-inquiries',
      'Inquiries on the platform',
      'count',
      'How many asked there in the last full month, by the platform’s count.',
    ),
    of(
      'listing-place',
      'Place in the opening order',
      'count',
      'When this platform is to be opened, first to last.',
      AS_RECORDED,
      ['listing', 'channel'],
    ),
    of('listing-blockers', 'What it waits for', 'text', 'What keeps the page from the next status.', AS_RECORDED, [
      'listing',
      'onboarding-task',
    ]),
    of('listing-next-action', 'Next action', 'text', 'What to do next about the page.', AS_RECORDED, [
      'listing',
      'onboarding-task',
    ]),
    of('listing-next-due', 'Next action due', 'day', 'The day it is to be done by.'),
    of('listing-owner', 'Owner of the listing', 'text', 'Who answers for the page.'),
  ];
}
