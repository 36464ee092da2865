import { plusDays } from '../../../kernel/calendar.ts';
import { combined, entered, mapped, unknown } from '../../../kernel/measured.ts';
import { dividedRounded } from '../../../kernel/money.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { namesOf } from '../naming.ts';
import { recordsOf } from '../readings.ts';
import { RATING, RECENT_REVIEWS, UNANSWERED_REVIEWS } from './total-and-by-channel.ts';
import { among } from './windows.ts';

const of = { perEntity: true, owner: 'CMO', source: 'policy default' } as const;

export const REVIEW_FACTS: readonly FactDefinition[] = [
  {
    ...of,
    id: 'review-rating',
    title: 'Rating',
    unit: 'rating',
    needs: ['review'],
    definition: 'Average of the stars guests gave in the last year, all channels together.',
    formula: 'sum of stars ÷ reviews',
    family: RATING,
    compute: (view) => {
      const reviews = among(recordsOf(view, 'review'), ({ on }) => on > plusDays(view.today, -365));
      return combined(reviews, reviews, (all) => {
        const sum = all.reduce((stars, { ratingTenths }) => stars + ratingTenths, 0);
        return all.length === 0
          ? unknown(`reviews of ${namesOf(view)} of the last year`)
          : dividedRounded(sum, all.length);
      });
    },
  },
  {
    ...of,
    id: 'reviews-90-days',
    title: 'Reviews of the last 90 days, all channels',
    unit: 'count',
    needs: ['review'],
    definition: 'Reviews guests gave in the last 90 days.',
    formula: 'number of reviews',
    family: RECENT_REVIEWS,
    compute: (view) =>
      mapped(
        among(recordsOf(view, 'review'), ({ on }) => on > plusDays(view.today, -90)),
        (recent) => recent.length,
      ),
  },
  {
    ...of,
    id: 'reviews-unanswered',
    title: 'Reviews without an answer, all channels',
    unit: 'count',
    needs: ['review'],
    definition: 'Reviews on record that nobody has answered.',
    formula: 'number of reviews without an answer',
    family: UNANSWERED_REVIEWS,
    compute: (view) =>
      mapped(
        among(recordsOf(view, 'review'), ({ answeredOn }) => answeredOn === undefined),
        (open) => open.length,
      ),
  },
  {
    ...of,
    id: 'websites-unmeasured',
    title: 'Websites without visit counts',
    unit: 'count',
    needs: ['web-property'],
    definition: 'Websites of ours whose visits nobody measures.',
    formula: 'number of websites without analytics',
    compute: (view) =>
      mapped(
        among(recordsOf(view, 'web-property'), ({ analytics }) => !analytics),
        (blind) => blind.length,
      ),
  },
];

/** Our websites, by address. */
export const WEBSITE_SUBJECTS: SubjectFacts = {
  kind: 'website',
  meanings: [
    {
      id: 'website-measured',
      title: 'Visits measured',
      unit: 'text',
      definition: 'Whether the visits of the site are measured.',
      formula: AS_RECORDED,
      source: 'policy default',
      needs: ['web-property'],
    },
  ],
  list: (view) => {
    const sites = recordsOf(view, 'web-property');
    if (sites.state === 'unknown') return [];
    return [...sites.value]
      .sort((a, b) => (a.domain < b.domain ? -1 : 1))
      .map(({ id, entityId, domain, analytics, checkedOn }) => ({
        subject: { kind: 'website', id, name: domain, entityId },
        figures: {
          'website-measured': entered(analytics ? 'yes' : 'no', { records: `website ${domain}`, asOf: checkedOn }),
        },
      }));
  },
};
