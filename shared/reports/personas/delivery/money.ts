import { textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn } from '../figures.ts';
import { jobTable } from './job-table.ts';

/** What each job left so far. */
export function marginSection(sheet: FactSheet): Section {
  const judged = sheet.subjects('delivery-job').filter(({ id }) => sheet.has('job-margin-share', id));
  const blocks = jobTable(
    sheet,
    'Margin of jobs that have earned something',
    [
      { heading: 'Earned', fact: 'job-earned' },
      { heading: 'Cost', fact: 'job-cost' },
      { heading: 'Margin', fact: 'job-margin', total: 'delivery-margin' },
      { heading: 'Share', fact: 'job-margin-share', total: 'delivery-margin-share' },
    ],
    judged,
  );
  return { id: 'margin', heading: 'Margin per job', count: judged.length, blocks };
}

/** What owners sent ahead, what is left of it, and what they owe. */
export function cashSection(sheet: FactSheet): Section {
  const agreed = sheet.subjects('delivery-job').filter(({ id }) => sheet.has('job-advance-coverage', id));
  const columns = [
    { heading: 'Advance received', fact: 'job-advance-received' },
    { heading: 'Of agreed', fact: 'job-advance-coverage', total: 'delivery-advance-coverage' },
    { heading: 'Held', fact: 'job-advance-held', total: 'delivery-advances-held' },
    { heading: 'Open invoices', fact: 'job-receivable', total: 'delivery-receivable' },
    { heading: 'Past due', fact: 'job-days-overdue' },
  ];
  const blocks = jobTable(sheet, 'Jobs that are agreed', columns, agreed);
  return { id: 'cash', heading: 'Cash: advances and open invoices', blocks };
}

/** What the crews wait for. */
export function crewSection(sheet: FactSheet): Section {
  const owed = sheet.subjects('delivery-job').filter(({ id }) => (numberIn(sheet.get('job-crew-owed', id)) ?? 0) > 0);
  const told: readonly Block[] =
    owed.length === 0
      ? [{ kind: 'paragraph', spans: ['Owed to the crews: ', figuresOn(sheet)('delivery-crew-owed'), '.'] }]
      : jobTable(
          sheet,
          'Crew pay of days in the logs that is not paid',
          [{ heading: 'Owed', fact: 'job-crew-owed', total: 'delivery-crew-owed' }],
          owed,
        );
  return { id: 'crew', heading: 'Crew pay owed', count: owed.length, blocks: told };
}

const CAUSES: readonly (readonly [words: string, fact: string])[] = [
  ['Delivered or called off, and not invoiced', 'delivery-gap-not-invoiced'],
  ['Standby days an invoice passed over', 'delivery-gap-standby'],
  ['Expenses an invoice passed over', 'delivery-gap-expenses'],
  ['Other days an invoice passed over', 'delivery-gap-days'],
  ['Work in progress: no invoice is due yet', 'delivery-gap-in-progress'],
];

/** Where the billing gap comes from; the causes add up to it. */
export function leakageSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const table: Block = {
    kind: 'table',
    caption: 'The billing gap by cause',
    columns: [
      { heading: 'Cause', align: 'left' },
      { heading: 'Amount', align: 'right' },
    ],
    rows: CAUSES.map(([words, fact]) => [textFigure(words), at(fact)]),
    totals: [textFigure('Billing gap'), at('delivery-billing-gap')],
  };
  const beside: Block = {
    kind: 'paragraph',
    spans: [
      'Not part of the gap: ',
      at('delivery-unproven-cents'),
      ' charged without a receipt. Of all standby days logged, those in progress included, ',
      at('delivery-standby-billed-share'),
      ' are billed.',
    ],
  };
  return { id: 'leakage', heading: 'Causes of leakage', blocks: [table, beside] };
}
