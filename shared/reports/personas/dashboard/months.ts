import type { Month } from '../../../kernel/calendar.ts';
import { monthFigure, textFigure } from '../../document/cells.ts';
import type { Block, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { revenueChart } from '../charts.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** Twelve months: revenue against target as a drawing, charters sailed and booked beside it. */
export function monthsSection(sheet: FactSheet): Section {
  const sails = sheet.has('performed-charters');
  return {
    id: 'months',
    heading: 'Month by month',
    blocks: [...revenueChart(sheet), ...(sails ? [charters(sheet)] : [])],
  };
}

function charters(sheet: FactSheet): Block {
  const at = figuresOn(sheet);
  return {
    kind: 'table',
    caption: 'Charters by month',
    columns: [
      { heading: 'Month', align: 'left' },
      { heading: 'Sailed', align: 'right' },
      { heading: 'Booked', align: 'right' },
    ],
    rows: sheet
      .subjects('month')
      .map(({ id }) => [monthFigure(id as Month), at('month-charters', id), at('month-booked', id)]),
  };
}

/** Each business alone: where one keeps no books, the others still show how they stand. */
export function byEntitySection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const shown = [
    'recognised-revenue',
    'revenue-target',
    'revenue-gap-to-date',
    'performed-charters',
    'charters-target',
  ];
  const rows = sheet.entities.map(({ id, name }) => [
    textFigure(name),
    ...shown.map((fact) => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE)),
  ]);
  const right = (heading: string) => ({ heading, align: 'right' as const });
  const columns = [
    { heading: 'Business', align: 'left' as const },
    ...['Revenue', 'Target', 'Gap to date', 'Charters sailed', 'Charters target'].map(right),
  ];
  const caption = 'Revenue and charters of the month against target';
  return { id: 'by-entity', heading: 'By business', blocks: [{ kind: 'table', caption, columns, rows }] };
}
