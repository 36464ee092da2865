import type { Measured } from '../../kernel/measured.ts';
import { measured, unknown } from '../../kernel/measured.ts';
import type { Channel, LISTING_STATUSES, Listing } from '../../records/marketing.ts';
import type { FactMeaning, FactValue, SubjectFacts } from './fact.ts';
import { nameOf } from './naming.ts';
import type { FactView } from './view.ts';

/** Where a listing stands, in the words people use for it. */
export const LISTING_WORDS: Readonly<Record<(typeof LISTING_STATUSES)[number], string>> = {
  not_started: 'Not started',
  researching: 'Researching',
  documents_pending: 'Documents pending',
  draft: 'Draft',
  submitted: 'Submitted',
  in_review: 'In review',
  changes_requested: 'Changes requested',
  live: 'Live',
  paused: 'Paused',
  suspended: 'Suspended',
  rejected: 'Rejected',
  delisted: 'Delisted',
};

const MEANINGS: readonly FactMeaning[] = [
  {
    id: 'platform-listing-status',
    title: 'Listing status by platform',
    unit: 'text',
    definition: 'Where the page of a business on a booking platform stands, as of now.',
    formula: 'status of the channel listing, the one that changed last where there are several',
    source: 'policy default: as whoever looks after the platform recorded it',
    needs: ['listing', 'channel'],
  },
  {
    id: 'platform-listing-since',
    title: 'Listing status by platform since',
    unit: 'day',
    definition: 'The day from which the listing has had its status.',
    formula: 'day the status was recorded to begin',
    source: 'policy default: as whoever looks after the platform recorded it',
    needs: ['listing', 'channel'],
  },
];

/** Every charter business on every booking platform: what is not recorded is unknown, not absent. */
export const PLATFORM_LISTING_SUBJECTS: SubjectFacts = {
  kind: 'platform-listing',
  meanings: MEANINGS,
  list: (view) => {
    const { channel, listing } = view.registers;
    if (channel.state === 'unreadable' || listing.state === 'unreadable') return [];
    const platforms = channel.records.filter(({ kind }) => kind === 'ota_boat' || kind === 'ota_tour');
    const owners = view.entityIds.filter((id) => view.entityOf(id)?.kind === 'charter');
    return owners.flatMap((entityId) =>
      platforms.map((platform) => ({
        subject: {
          kind: 'platform-listing' as const,
          id: `listing-${entityId}-${platform.id}`,
          name: platform.name,
          entityId,
        },
        figures: figuresOf(view, entityId, platform, newest(listing.records, entityId, platform.id)),
      })),
    );
  },
};

function figuresOf(
  view: FactView,
  entityId: string,
  platform: Channel,
  listing: Listing | undefined,
): Readonly<Record<string, Measured<FactValue>>> {
  if (listing === undefined) {
    const missing = unknown(`channel listing of ${nameOf(view, entityId)} on ${platform.name}`);
    return { 'platform-listing-status': missing, 'platform-listing-since': missing };
  }
  const basis = { records: `channel listing of ${nameOf(view, entityId)}`, count: 1, asOf: view.today };
  return {
    'platform-listing-status': measured(LISTING_WORDS[listing.status], basis),
    'platform-listing-since': listing.statusSince
      ? measured(listing.statusSince, basis)
      : unknown(`since when the listing of ${nameOf(view, entityId)} on ${platform.name} has its status`),
  };
}

function newest(listings: readonly Listing[], entityId: string, channelId: string): Listing | undefined {
  return listings
    .filter((one) => one.entityId === entityId && one.channelId === channelId)
    .sort((a, b) => (a.statusSince === b.statusSince ? (a.id < b.id ? 1 : -1) : a.statusSince < b.statusSince ? 1 : -1))
    .at(0);
}
