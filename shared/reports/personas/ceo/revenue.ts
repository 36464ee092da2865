import type { Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn } from '../figures.ts';
import { entityTable, figureTable } from './tables.ts';

/** What each business earned against what it was meant to, whether it pays for itself, and what cash is left. */
export function revenueSection(sheet: FactSheet): Section {
  return {
    id: 'revenue',
    heading: 'Revenue against target by entity',
    blocks: [
      ...entityTable(sheet, 'Recognised revenue', [
        ['recognised-revenue', 'Revenue'],
        ['revenue-target', 'Target'],
        ['revenue-gap-to-date', 'Gap to date'],
      ]),
      ...figureTable(sheet, 'All together', ['revenue-gap', 'revenue-quarter-to-date', 'revenue-year-to-date']),
      { kind: 'paragraph', spans: trackingSentence(sheet) },
      ...entityTable(sheet, 'Charters and break-even', [
        ['performed-charters', 'Sailed'],
        ['average-contribution', 'Contribution each'],
        ['break-even-charters', 'Break-even'],
        ['charters-to-break-even', 'Still to sail'],
      ]),
      ...entityTable(sheet, 'Cash', [
        ['unrestricted-cash', 'Free to spend'],
        ['runway', 'Runway'],
      ]),
    ],
  };
}

function trackingSentence(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const silent: Span[] = ['Businesses without a journal entry in the last full month: ', at('untracked-entities'), '.'];
  const isPartial =
    sheet.measuredOf('recognised-revenue').state === 'unknown' &&
    sheet.measuredOf('tracked-revenue').state !== 'unknown';
  return isPartial ? [...silent, ' Where books are kept, revenue is ', at('tracked-revenue'), ' together.'] : silent;
}
