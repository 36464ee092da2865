import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { cashChart, revenueChart } from '../charts.ts';
import { figuresOn } from '../figures.ts';
import { entityTable, figureTable } from './tables.ts';

/** What can be said of a period that still runs: it is not short of a target it has time to reach. */
const TO_DATE = ['revenue-quarter-to-date', 'revenue-year-to-date'] as const;

/** What each business earned against what it was meant to, whether it pays for itself, and what cash is left. */
export function revenueSection(sheet: FactSheet): Section {
  const isRunning = sheet.period.until > sheet.today;
  return {
    id: 'revenue',
    heading: 'Revenue against target by entity',
    blocks: [
      ...entityTable(sheet, 'Recognised revenue', [
        { fact: 'recognised-revenue', heading: 'Revenue', tracked: 'tracked-revenue' },
        { fact: 'revenue-target', heading: isRunning ? 'Target, whole period' : 'Target' },
        { fact: 'revenue-gap-to-date', heading: 'Gap to date' },
      ]),
      ...figureTable(sheet, 'All together', isRunning ? TO_DATE : ['revenue-gap', ...TO_DATE]),
      ...trackingSentence(sheet),
      ...revenueChart(sheet),
      ...entityTable(sheet, 'Charters and break-even', [
        { fact: 'performed-charters', heading: 'Sailed' },
        { fact: 'average-contribution', heading: 'Contribution each' },
        { fact: 'break-even-charters', heading: 'Break-even' },
        { fact: 'charters-to-break-even', heading: 'Still to sail' },
      ]),
      ...entityTable(sheet, 'Cash', [
        { fact: 'unrestricted-cash', heading: 'Free to spend', tracked: 'tracked-unrestricted-cash' },
        { fact: 'runway', heading: 'Runway' },
      ]),
      ...cashChart(sheet),
    ],
  };
}

/** Whose books are silent; nothing to say when nobody's are. */
function trackingSentence(sheet: FactSheet): readonly Block[] {
  if (numberIn(sheet.get('untracked-entities')) === 0) return [];
  const silent = figuresOn(sheet)('untracked-entities');
  return [{ kind: 'paragraph', spans: ['Businesses without a journal entry in the last full month: ', silent, '.'] }];
}
