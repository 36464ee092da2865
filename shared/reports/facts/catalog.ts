import { ASSET_FACTS, ASSET_SUBJECTS, DOCUMENT_SUBJECTS } from './assets.ts';
import { AHEAD_FACTS } from './bookings-ahead.ts';
import { BOOK_FACTS } from './books-kept.ts';
import { CANCELLATION_FACTS } from './cancellations.ts';
import { CASH_FACTS } from './cash.ts';
import { CHANNEL_FACTS, CHANNEL_SUBJECTS } from './channels.ts';
import { CHARTER_SUBJECTS, MILESTONE_SUBJECTS } from './debrief/charter-subjects.ts';
import type { FactDefinition, SubjectFacts } from './fact.ts';
import { LISTING_BOARD } from './listing-board.ts';
import { LISTING_FACTS } from './listings.ts';
import { MARGIN_FACTS } from './margin-facts.ts';
import { MONTH_SUBJECTS } from './months.ts';
import { HOLDING_SUBJECTS, PEOPLE_FACTS, PERSON_SUBJECTS } from './people.ts';
import { PIPELINE_FACTS } from './pipeline.ts';
import { REVENUE_FACTS } from './revenue.ts';
import { SAFETY_FACTS } from './safety.ts';
import { SUBSCRIPTION_FACTS } from './subscriptions.ts';
import { TARGET_FACTS } from './targets.ts';
import { TRIP_FACTS } from './trips.ts';

/** The registry of figures: every one about a set of entities, in the order an appendix lists them. */
export const FACT_CATALOG: readonly FactDefinition[] = [
  ...REVENUE_FACTS,
  ...TARGET_FACTS,
  ...TRIP_FACTS,
  ...CANCELLATION_FACTS,
  ...AHEAD_FACTS,
  ...PIPELINE_FACTS,
  ...MARGIN_FACTS,
  ...CASH_FACTS,
  ...CHANNEL_FACTS,
  ...LISTING_FACTS,
  ...SUBSCRIPTION_FACTS,
  ...ASSET_FACTS,
  ...PEOPLE_FACTS,
  ...SAFETY_FACTS,
  ...BOOK_FACTS,
];

/** Every figure about something smaller than an entity. */
export const SUBJECT_CATALOG: readonly SubjectFacts[] = [
  ASSET_SUBJECTS,
  DOCUMENT_SUBJECTS,
  HOLDING_SUBJECTS,
  PERSON_SUBJECTS,
  CHANNEL_SUBJECTS,
  MONTH_SUBJECTS,
  LISTING_BOARD,
  CHARTER_SUBJECTS,
  MILESTONE_SUBJECTS,
];
