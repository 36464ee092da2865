import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { jobTable } from './job-table.ts';

const MOST_LINES = 12;

/** Every job and boat on the board: where it goes and how far it is. */
export function boardSection(sheet: FactSheet): Section {
  const blocks = jobTable(sheet, 'Jobs whose file is not closed', [
    { heading: 'Route', fact: 'job-route', align: 'left' },
    { heading: 'Status', fact: 'job-status', align: 'left' },
    { heading: 'Days logged', fact: 'job-days-logged' },
    { heading: 'Against estimate', fact: 'job-estimate-accuracy', total: 'delivery-estimate-accuracy' },
    { heading: 'Log gaps', fact: 'job-log-gaps', total: 'delivery-log-gaps' },
  ]);
  return { id: 'board', heading: 'Job and fleet board', count: sheet.subjects('delivery-job').length, blocks };
}

/** What each job entitles us to, what was billed of it, and how fast. */
export function entitlementSection(sheet: FactSheet): Section {
  const blocks = jobTable(sheet, 'Entitlement against invoiced', [
    { heading: 'Entitlement', fact: 'job-entitlement', total: 'delivery-entitlement' },
    { heading: 'Billed', fact: 'job-billed', total: 'delivery-billed' },
    { heading: 'Share', fact: 'job-billed-share', total: 'delivery-billed-share' },
    { heading: 'Gap', fact: 'job-billing-gap', total: 'delivery-billing-gap' },
    { heading: 'To invoice', fact: 'job-days-to-invoice', total: 'delivery-days-to-invoice' },
    { heading: 'To payment', fact: 'job-collection-days', total: 'delivery-collection-days' },
  ]);
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
    heading: 'Billing gaps: days and expenses listed',
    count: Math.min(lines.length, MOST_LINES),
    blocks: lines.length === 0 ? [none] : lines.length > MOST_LINES ? [...table, more] : table,
  };
}
