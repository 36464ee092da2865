import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { figuresOn } from '../figures.ts';
import { jobTable } from './job-table.ts';

const MOST_LINES = 12;

/** Every job and boat on the board: where it goes and how far it is. */
export function boardSection(sheet: FactSheet): Section {
  const blocks = jobTable(sheet, 'Jobs whose file is not closed', [
    { heading: 'Route', fact: 'job-route', align: 'left' },
    { heading: 'Status', fact: 'job-status', align: 'left' },
    { heading: 'Days logged', fact: 'job-days-logged' },
    { heading: 'Against estimate', fact: 'job-estimate-accuracy' },
    { heading: 'Log gaps', fact: 'job-log-gaps' },
  ]);
  const together: Block = {
    kind: 'paragraph',
    spans: [
      'Days logged against days estimated, of all jobs that have arrived: ',
      figuresOn(sheet)('delivery-estimate-accuracy'),
      '.',
    ],
  };
  const jobs = sheet.subjects('delivery-job');
  return {
    id: 'board',
    heading: 'Job and fleet board',
    count: jobs.length,
    blocks: jobs.length === 0 ? blocks : [...blocks, together],
  };
}

/** What each job entitles us to, what was billed of it, and how fast. */
export function entitlementSection(sheet: FactSheet): Section {
  const begun = sheet
    .subjects('delivery-job')
    .filter(({ id }) => (numberIn(sheet.get('job-entitlement', id)) ?? 0) > 0);
  const columns = [
    { heading: 'Entitlement', fact: 'job-entitlement', total: 'delivery-entitlement' },
    { heading: 'Billed', fact: 'job-billed', total: 'delivery-billed' },
    { heading: 'Share', fact: 'job-billed-share', total: 'delivery-billed-share' },
    { heading: 'Gap', fact: 'job-billing-gap', total: 'delivery-billing-gap' },
    { heading: 'To invoice', fact: 'job-days-to-invoice', total: 'delivery-days-to-invoice' },
    { heading: 'To payment', fact: 'job-collection-days', total: 'delivery-collection-days' },
  ];
  const blocks = jobTable(
    sheet,
    'Jobs with days or expenses to charge, billed by invoice or out of the advance',
    columns,
    begun,
  );
  return { id: 'entitlement', heading: 'Entitlement against invoiced', blocks };
}

/** The days and expenses somebody should have been asked for. */
export function unbilledSection(sheet: FactSheet): Section {
  const lines = sheet.subjects('delivery-unbilled');
  const table = subjectTable(sheet, lines.slice(0, MOST_LINES), {
    caption: 'Days and expenses no invoice asked for, the largest first',
    rowHeading: 'Job',
    columns: [
      { fact: 'unbilled-line-on', heading: 'Day' },
      { fact: 'unbilled-line-what', heading: 'What', align: 'left' },
      { fact: 'unbilled-line-cents', heading: 'Not billed' },
    ],
  });
  const none = { kind: 'paragraph', spans: ['Nothing that should be billed is unbilled.'] } as const;
  const more = {
    kind: 'paragraph',
    spans: ['More of these, not listed: ', { cell: { kind: 'count', value: lines.length - MOST_LINES } }, '.'],
  } as const;
  return {
    id: 'unbilled',
    heading: 'Billing gaps: days and expenses not billed',
    count: Math.min(lines.length, MOST_LINES),
    blocks: lines.length === 0 ? [none] : lines.length > MOST_LINES ? [...table, more] : table,
  };
}
