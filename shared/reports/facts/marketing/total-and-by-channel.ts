import type { FactFamily } from '../fact.ts';

/** Figures told for all channels together and for each: what both have in common. */
export const ANSWER_TIME: FactFamily = {
  title: 'Usual time to the first answer',
  definition:
    'Half the people who asked in the last 90 days were answered sooner; whoever still waits counts until now. Leads of which only the day is known are left out. For all channels, for each, and for marketplaces where guests ask several boats at once.',
};
export const UNANSWERED_LEADS: FactFamily = {
  title: 'Leads without an answer',
  definition: 'People who asked and whom nobody has answered yet, as of now; in all and by channel.',
};
export const RATING: FactFamily = {
  title: 'Rating',
  definition: 'Average of the stars guests gave in the last year; of all channels together and by channel.',
};
export const RECENT_REVIEWS: FactFamily = {
  title: 'Reviews of the last 90 days',
  definition: 'Reviews guests gave in the last 90 days, the pace at which a page gains trust; in all and by channel.',
};
export const UNANSWERED_REVIEWS: FactFamily = {
  title: 'Reviews without an answer',
  definition: 'Reviews on record that nobody has answered, whenever they were given; in all and by channel.',
};
