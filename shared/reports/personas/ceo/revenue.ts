import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { cashChart, revenueChart } from '../charts.ts';
import { figuresOn } from '../figures.ts';
import { entityTable, figureTable } from './tables.ts';

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
        { fact: 'revenue-gap-to-date', heading: isRunning ? 'Gap to date' : 'Gap' },
      ]),
      ...figureTable(sheet, 'This quarter and this year so far', TO_DATE),
      ...trackingSentence(sheet),
      ...receiptsSentence(sheet),
      ...revenueChart(sheet),
      ...entityTable(sheet, 'Charters and break-even', [
        { fact: 'performed-charters', heading: 'Sailed' },
        { fact: 'average-contribution', heading: 'Contribution each' },
        { fact: 'break-even-charters', heading: 'Break-even' },
        { fact: 'charters-to-break-even', heading: isRunning ? 'Still to sail' : 'Short by' },
      ]),
      ...entityTable(sheet, 'Cash', [
        { fact: 'unrestricted-cash', heading: 'Free to spend', tracked: 'tracked-unrestricted-cash' },
        { fact: 'runway', heading: 'Runway' },
      ]),
      ...cashChart(sheet),
    ],
  };
}

/** Whose books are silent, by name; nothing to say when nobody's are. */
function trackingSentence(sheet: FactSheet): readonly Block[] {
  const silent = sheet.entities.filter(({ id }) => isSilent(sheet, id)).map(({ name }) => name);
  if (silent.length === 0) return [];
  return [{ kind: 'paragraph', spans: [`No journal entry in the last full month: ${silent.join(', ')}.`] }];
}

function isSilent(sheet: FactSheet, entityId: string): boolean {
  return sheet.has('untracked-entities', entityId) && numberIn(sheet.get('untracked-entities', entityId)) === 1;
}

/** Who keeps books in which no revenue stands this year: it may have earned nothing, or its receipts are not entered. */
function receiptsSentence(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const fact = 'revenue-year-to-date';
  const none = sheet.entities.filter(({ id }) => sheet.has(fact, id) && numberIn(sheet.get(fact, id)) === 0);
  return none.map(({ id, name }) => ({
    kind: 'paragraph' as const,
    spans: [
      `${name}: costs are in the books, revenue this year is `,
      at(fact, id),
      '. Either it earned nothing or nobody enters what it takes in; ask which.',
    ],
  }));
}
