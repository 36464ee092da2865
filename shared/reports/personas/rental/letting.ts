import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { subjectTable } from '../accounting/subject-table.ts';
import { figureTable } from '../ceo/tables.ts';
import { figuresOn } from '../figures.ts';

const PROPERTY = 'Property';

/** What is rented out. */
export function propertySection(sheet: FactSheet): Section {
  const held = sheet.subjects('rental-property');
  return {
    id: 'properties',
    heading: 'Property facts',
    count: held.length,
    blocks: orElse(
      subjectTable(sheet, held, {
        caption: 'Properties, what they cost and what they are worth',
        rowHeading: PROPERTY,
        columns: [
          { fact: 'property-address', heading: 'Address', align: 'left' },
          { fact: 'property-use', heading: 'Let', align: 'left' },
          { fact: 'property-cost', heading: 'Cost' },
          { fact: 'property-value', heading: 'Value' },
          { fact: 'property-valued-on', heading: 'Valued on' },
        ],
      }),
      'No rented property is on record. Record each with its address, use, cost and value.',
    ),
  };
}

/** Who pays what by lease, and how the nights sell. */
export function rentSection(sheet: FactSheet): Section {
  const leases = sheet.subjects('lease');
  const at = figuresOn(sheet);
  const none: Block = { kind: 'paragraph', spans: ['No lease is in force.'] };
  const roll = subjectTable(sheet, leases, {
    caption: 'Rent roll: leases in force',
    rowHeading: PROPERTY,
    columns: [
      { fact: 'lease-rent', heading: 'Rent a month' },
      { fact: 'lease-from', heading: 'Begun' },
      { fact: 'lease-to', heading: 'Ends' },
      { fact: 'lease-deposit', heading: 'Deposit agreed' },
      { fact: 'lease-deposit-held', heading: 'Deposit held' },
      { fact: 'lease-overdue', heading: 'Overdue' },
    ],
  });
  const told: Block = {
    kind: 'paragraph',
    spans: [
      'Economic occupancy, last twelve full months: ',
      at('rental-economic-occupancy'),
      '. What guests pay is counted by the night, before the platform’s fee.',
    ],
  };
  return {
    id: 'rent-roll',
    heading: 'Rent roll and stays',
    blocks: [
      ...(roll.length === 0 ? [none] : roll),
      ...figureTable(sheet, 'Rent and stays', [
        'rental-rent-charged-year',
        'rental-rent-collected-year',
        'rental-collection-rate',
        'rental-deposits-held',
        'rental-deposits-agreed',
        'rental-stay-nights',
        'rental-adr',
        'rental-revpar',
      ]),
      told,
    ],
  };
}

/** Nights month by month, and how full each property was. */
export function occupancySection(sheet: FactSheet): Section {
  const months = sheet.subjects('rental-month');
  return {
    id: 'occupancy',
    heading: 'Occupancy calendar',
    blocks: orElse(
      [
        ...subjectTable(sheet, months, {
          caption: 'The last twelve full months',
          rowHeading: 'Month',
          byMonth: true,
          columns: [
            { fact: 'rental-month-nights', heading: 'Nights slept' },
            { fact: 'rental-month-blocked', heading: 'Owner nights' },
            { fact: 'rental-month-calendar', heading: 'Nights' },
            { fact: 'rental-month-occupancy', heading: 'Occupancy' },
          ],
        }),
        ...subjectTable(sheet, sheet.subjects('rental-property'), {
          caption: 'By property',
          rowHeading: PROPERTY,
          columns: [
            { fact: 'property-occupancy', heading: 'Last full month' },
            { fact: 'property-occupancy-year', heading: 'Twelve months' },
          ],
        }),
      ],
      'Occupancy needs a property on record.',
    ),
  };
}

/** What runs out when: leases and papers. */
export function calendarSection(sheet: FactSheet): Section {
  const dates = sheet.subjects('rental-date');
  return {
    id: 'calendar',
    heading: 'Lease and compliance calendar',
    count: dates.length,
    blocks: orElse(
      subjectTable(sheet, dates, {
        caption: 'What runs out, the next first',
        rowHeading: 'What',
        columns: [
          { fact: 'rental-date-property', heading: PROPERTY, align: 'left' },
          { fact: 'rental-date-on', heading: 'Runs out' },
          { fact: 'rental-date-days', heading: 'Days left' },
        ],
      }),
      'No lease and no paper of a property is on record. Record insurance, licences and tax accounts with their last day.',
    ),
  };
}

function orElse(blocks: readonly Block[], sentence: string): readonly Block[] {
  return blocks.length > 0 ? blocks : [{ kind: 'paragraph', spans: [sentence] }];
}
