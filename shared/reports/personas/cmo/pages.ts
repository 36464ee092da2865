import { countFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';
import { listedSection, nothingKnown, numberAt, subjectTable } from './subject-table.ts';

/** What guests say in public, by channel, and whether we answer. */
export function reviewSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const reviewed = sheet
    .subjects('marketing-channel')
    .filter((channel) => numberAt(sheet, 'channel-rating', channel) !== undefined);
  const table = subjectTable(sheet, 'Reviews by channel', 'Channel', reviewed, [
    { fact: 'channel-rating', heading: 'Rating of the year' },
    { fact: 'channel-reviews', heading: 'Reviews in 90 days' },
    { fact: 'channel-reviews-unanswered', heading: 'Not answered' },
  ]);
  const isRated = numberIn(sheet.get('review-rating')) !== undefined;
  const all: Block = {
    kind: 'paragraph',
    spans: [
      'All businesses and channels: rated ',
      at('review-rating'),
      ', reviews in 90 days ',
      at('reviews-90-days'),
      ...elsewhere(sheet, reviewed),
      ', not answered ',
      at('reviews-unanswered'),
      '.',
    ],
  };
  return listedSection(
    { id: 'reviews', heading: 'Reviews' },
    reviewed.length,
    isRated ? [...table, all] : [],
    nothingKnown(sheet, 'review-rating', 'No channel has a review of the last year.'),
  );
}

/** How many of the reviews came to businesses that sail no charters: the channels above know only charters. */
function elsewhere(sheet: FactSheet, reviewed: readonly Subject[]): readonly Span[] {
  const all = numberIn(sheet.get('reviews-90-days'));
  const here = reviewed.reduce((sum, channel) => sum + (numberAt(sheet, 'channel-reviews', channel) ?? 0), 0);
  if (all === undefined || all <= here) return [];
  return [' (to businesses that sail no charters: ', countFigure(all - here), ')'];
}

/** How old the words on our live pages are, and when somebody last looked. */
export function freshnessSection(sheet: FactSheet): Section {
  const live = sheet.subjects('listing').filter(({ id }) => sheet.has('listing-copy-age', id));
  const table = subjectTable(sheet, 'Live pages, in days', 'Listing', live, [
    { fact: 'listing-copy-age', heading: 'Since the text was written' },
    { fact: 'listing-days-unverified', heading: 'Since somebody looked' },
  ]);
  return listedSection(
    { id: 'freshness', heading: 'Freshness of live pages' },
    live.length,
    table,
    nothingKnown(sheet, 'listings', 'No listing is live.'),
  );
}
