import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';
import { subjectTable } from './subject-table.ts';

const POLICY: Block = {
  kind: 'paragraph',
  spans: [
    'A deposit is the guest’s money until all are ashore; on that local day it becomes revenue. Where a platform collects, the guest’s full price is revenue and the commission a cost, because the company runs the trip. Tips and sales tax are never revenue.',
  ],
};

/** When deposits become revenue, how they moved, and how cash became revenue. */
export function recognitionSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const months = sheet.subjects('deposit-month');
  return {
    id: 'recognition',
    heading: 'Revenue recognition and deposits',
    blocks: [
      POLICY,
      ...subjectTable(sheet, months, {
        caption: 'Deposits by month of sailing, today',
        rowHeading: 'Sails in',
        byMonth: true,
        columns: [
          { fact: 'deposit-month-charters', heading: 'Charters' },
          { fact: 'deposit-month-cents', heading: 'Deposits' },
          { fact: 'deposit-month-price', heading: 'Price, tax included' },
        ],
        totals: [textFigure('Together'), textFigure(''), at('deposits-ahead'), textFigure('')],
      }),
      ...ageingTable(sheet, at),
      ...rollForward(sheet, at),
      ...bridge(sheet, at),
    ],
  };
}

const AGES = [
  ['Within 30 days', 'deposits-sailing-30'],
  ['In 31 to 60 days', 'deposits-sailing-60'],
  ['In 61 to 90 days', 'deposits-sailing-90'],
  ['In more than 90 days', 'deposits-sailing-later'],
  ['Sail date past, charter not over', 'deposits-overdue'],
] as const;

/** Deposits of charters still to sail by how soon they do, and what of the others is left over. */
function ageingTable(sheet: FactSheet, at: ReturnType<typeof figuresOn>): readonly Block[] {
  const caption = 'Deposits by days to the sail date, today';
  if (!sheet.has('deposits-ahead')) return [];
  if (sheet.measuredOf('deposits-ahead').state === 'unknown') return figureTable(sheet, caption, ['deposits-ahead']);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'Sails', align: 'left' },
        { heading: 'Deposits', align: 'right' },
      ],
      rows: AGES.map(([words, id]) => [textFigure(words), at(id)]),
      totals: [textFigure('Together'), at('deposits-ahead')],
    },
    {
      kind: 'paragraph',
      spans: ['Beside these, left over on charters that are over: ', at('stuck-deposits-cents'), '.'],
    },
  ];
}

const ROLL_FORWARD = [
  ['Held at the start', 'deposits-opening'],
  ['Received', 'deposits-received'],
  ['Became revenue, taken off', 'deposits-recognised'],
  ['Returned, taken off', 'deposits-returned'],
  ['Not explained', 'deposits-difference'],
] as const;

/** How the deposits at the start became those at the end. */
function rollForward(sheet: FactSheet, at: ReturnType<typeof figuresOn>): readonly Block[] {
  const caption = 'Deposits from start to end of the period';
  if (!sheet.has('deposits-closing')) return [];
  if (sheet.measuredOf('deposits-closing').state === 'unknown')
    return figureTable(sheet, caption, ['deposits-closing']);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'Deposits', align: 'left' },
        { heading: 'Amount', align: 'right' },
      ],
      rows: ROLL_FORWARD.map(([words, id]) => [textFigure(words), at(id)]),
      totals: [textFigure('Held at the end'), at('deposits-closing')],
    },
  ];
}

function bridge(sheet: FactSheet, at: ReturnType<typeof figuresOn>): readonly Block[] {
  const parts = ['bridge-cash', 'bridge-receivables', 'bridge-deposits', 'bridge-withheld'];
  if (sheet.measuredOf('bridge-revenue').state === 'unknown')
    return figureTable(sheet, 'From cash to revenue', ['bridge-revenue']);
  return [
    {
      kind: 'table',
      caption: 'From the cash of the period to its revenue',
      columns: [
        { heading: 'Part', align: 'left' },
        { heading: 'Amount', align: 'right' },
      ],
      rows: parts.map((id) => [textFigure(sheet.get(id).meaning.title), at(id)]),
      totals: [textFigure(sheet.get('bridge-revenue').meaning.title), at('bridge-revenue')],
    },
  ];
}
