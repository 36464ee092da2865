import type { Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { figuresOn } from '../figures.ts';

/** What broke, what was improved, how long it took and what it cost. */
export function maintenanceSection(sheet: FactSheet): Section {
  const tickets = sheet.subjects('maintenance-ticket');
  const at = figuresOn(sheet);
  return {
    id: 'maintenance',
    heading: 'Maintenance ledger: tickets of the last year and those open',
    count: tickets.length,
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          'Open: ',
          at('rental-tickets-open'),
          '; repairs and maintenance, last twelve full months: ',
          at('rental-maintenance-year'),
          ', of rental income: ',
          at('rental-maintenance-ratio'),
          '.',
        ],
      },
      ...subjectTable(sheet, tickets, {
        caption: 'Tickets, open ones first',
        rowHeading: 'What',
        columns: [
          { fact: 'ticket-property', heading: 'Property', align: 'left' },
          { fact: 'ticket-category', heading: 'Kind', align: 'left' },
          { fact: 'ticket-opened', heading: 'Opened' },
          { fact: 'ticket-standing', heading: 'Standing', align: 'left' },
          { fact: 'ticket-days', heading: 'Days' },
          { fact: 'ticket-treatment', heading: 'Work', align: 'left' },
          { fact: 'ticket-cost', heading: 'Cost' },
        ],
      }),
    ],
  };
}
