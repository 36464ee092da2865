import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';

const LINES: readonly (readonly [name: string, id: string])[] = [
  ['Rental income', 'rental-income'],
  ['Operating cost', 'rental-operating-cost'],
  ['Net operating income', 'rental-noi'],
  ['Debt service, not in it', 'rental-debt-service'],
  ['Improvements, not in it', 'rental-capital'],
];

/** What came in and went out, and what was left, over twelve months and in the year so far. */
export function incomeSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const statement: Block = {
    kind: 'table',
    caption: 'Income statement',
    columns: [
      { heading: 'Line', align: 'left' },
      { heading: 'Last twelve full months', align: 'right' },
      { heading: 'Year to date', align: 'right' },
    ],
    rows: LINES.map(([name, id]) => [textFigure(name), at(`${id}-year`), at(`${id}-to-date`)]),
  };
  return {
    id: 'income',
    heading: 'Income statement and net operating income',
    blocks: [
      statement,
      ...subjectTable(sheet, sheet.subjects('rental-month'), {
        caption: 'Month by month',
        rowHeading: 'Month',
        byMonth: true,
        columns: [
          { fact: 'rental-month-income', heading: 'Income' },
          { fact: 'rental-month-cost', heading: 'Operating cost' },
          { fact: 'rental-month-noi', heading: 'Net operating income' },
        ],
      }),
      ...subjectTable(sheet, sheet.subjects('tax-line'), {
        caption: 'Expenses of the year to date by tax line',
        rowHeading: 'Line',
        columns: [
          { fact: 'tax-line-accounts', heading: 'Accounts', align: 'left' },
          { fact: 'tax-line-year', heading: 'Year to date' },
        ],
      }),
    ],
  };
}

/** What the money in the property brings. */
export function yieldSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  return {
    id: 'yield',
    heading: 'Yield',
    blocks: [
      ...figureTable(sheet, 'Yield', [
        'rental-noi-annual',
        'rental-noi-margin',
        'rental-cost-ratio',
        'rental-value',
        'rental-cap-rate',
        'rental-cost',
        'rental-net-yield',
        'rental-yield-hurdle',
        'rental-cash-invested',
        'rental-cash-on-cash',
        'rental-debt-cover',
      ]),
      { kind: 'paragraph', spans: ['Full months these figures rest on: ', at('rental-months-of-data'), '.'] },
    ],
  };
}
