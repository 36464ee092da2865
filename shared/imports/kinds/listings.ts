import type { Listing } from '../../records/marketing.ts';
import { body, given, importKind, optional, required } from '../import-kind.ts';
import { day } from '../reading-days.ts';
import { stars, wholeNumber } from '../reading-numbers.ts';
import { choice, flag, label, nameOf } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

const STATUS = choice({
  not_started: ['none', 'to do', 'todo', 'planned'],
  researching: ['research'],
  documents_pending: ['documents', 'waiting for documents'],
  draft: ['in draft', 'unpublished'],
  submitted: ['sent'],
  in_review: ['review', 'under review', 'pending review', 'pending'],
  changes_requested: ['changes', 'needs changes'],
  live: ['published', 'active', 'online', 'listed'],
  paused: ['snoozed', 'hidden', 'inactive'],
  suspended: ['blocked'],
  rejected: ['declined'],
  delisted: ['removed', 'unlisted'],
});
const SYNC = choice({ none: ['no', 'manual'], ical: ['calendar link', 'ics'], api: ['connected', 'channel manager'] });

/** Our pages on platforms, one row each. */
export const listings = importKind({
  id: 'listings',
  title: 'Platform listings',
  one: 'listing',
  many: 'listings',
  columns: {
    channelId: required('Platform', nameOf('channel'), 'GetMyBoat', ['Channel', 'OTA', 'Site', 'Marketplace']),
    status: required('Status', STATUS, 'live', ['State', 'Listing status']),
    statusSince: required('Since', day, '2026-10-01', ['Status since', 'Since when', 'Status date', 'Live since']),
    lastVerifiedOn: optional('Last checked', day, '2026-11-12', ['Last verified', 'Verified on', 'Checked on']),
    nextAction: optional('Next step', label, 'Upload the insurance', ['Next action', 'To do']),
    nextActionDueOn: optional('Next step due', day, '2026-11-30', ['Due', 'Due date', 'Next action due']),
    ownerRole: optional('Owner', label, 'CMO', ['Owner role', 'Responsible', 'Assigned to']),
    firstBookableOn: optional('First bookable day', day, '2026-11-14', ['Bookable from']),
    lastBookableOn: optional('Last bookable day', day, '2027-02-28', ['Bookable until']),
    contentScore: optional('Content score', wholeNumber, '85', ['Completeness', 'Score']),
    photosCount: optional('Photos', wholeNumber, '14', ['Number of photos', 'Photo count']),
    copyUpdatedOn: optional('Text updated', day, '2026-09-01', ['Copy updated', 'Description updated']),
    calendarSync: optional('Calendar sync', SYNC, 'ical', ['Calendar', 'Sync']),
    instantBook: optional('Instant book', flag, 'yes', ['Instant booking']),
    medianResponseMin: optional('Response minutes', wholeNumber, '25', ['Median response', 'Response time min']),
    reviewsCount: optional('Reviews', wholeNumber, '31', ['Number of reviews', 'Review count']),
    ratingTenths: optional('Rating', stars, '4.7', ['Stars', 'Average rating']),
    impressions: optional('Impressions', wholeNumber, '4,100', ['Views', 'Search views']),
    clicks: optional('Clicks', wholeNumber, '212', ['Page views', 'Visits']),
    inquiries: optional('Inquiries', wholeNumber, '9', ['Enquiries', 'Messages']),
  },
  assemble: ({ channelId, status, statusSince, ...rest }, entityId) =>
    body<BodyOf<Listing>>({ entityId, channelId, status, statusSince, ...given(rest) }),
  identity: ({ channelId }) => [channelId],
  equalRows: 'same',
});
