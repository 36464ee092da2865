import { textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** What each business earned against what it was meant to, whether it pays for itself, and what cash is left. */
export function revenueSection(sheet: FactSheet): Section {
  return {
    id: 'revenue',
    heading: 'Revenue against target by entity',
    blocks: [
      ...entityTable(sheet, 'Recognised revenue in the period', [
        ['recognised-revenue', 'Revenue'],
        ['revenue-target', 'Target'],
        ['revenue-gap', 'Gap'],
        ['revenue-gap-to-date', 'Gap to date'],
        ['revenue-attainment', 'Attained'],
      ]),
      { kind: 'paragraph', spans: trackingSentence(sheet) },
      ...entityTable(sheet, 'So far this fiscal quarter and year', [
        ['revenue-quarter-to-date', 'Quarter to date'],
        ['revenue-year-to-date', 'Year to date'],
      ]),
      ...entityTable(sheet, 'Charters and break-even', [
        ['performed-charters', 'Sailed'],
        ['charters-target', 'Target'],
        ['average-contribution', 'Contribution each'],
        ['fixed-cost', 'Fixed cost'],
        ['break-even-charters', 'Break-even'],
        ['charters-to-break-even', 'Still to sail'],
      ]),
      ...entityTable(sheet, 'Cash', [
        ['bank-total', 'Bank and cash'],
        ['restricted-cash', 'Held for others'],
        ['unrestricted-cash', 'Free to spend'],
        ['net-burn', 'Net burn a month'],
        ['runway', 'Runway'],
      ]),
    ],
  };
}

/** Figures by entity with those of all together below; entities to which none applies are left out. */
function entityTable(
  sheet: FactSheet,
  caption: string,
  columns: readonly (readonly [fact: string, heading: string])[],
): readonly Block[] {
  const at = figuresOn(sheet);
  const ids = columns.map(([id]) => id);
  const entities = sheet.entities.filter((entity) => ids.some((id) => sheet.has(id, entity.id)));
  if (entities.length === 0) return [];
  const rows = entities.map((entity) => [
    textFigure(entity.name),
    ...ids.map((id) => (sheet.has(id, entity.id) ? at(id, entity.id) : NOT_APPLICABLE)),
  ]);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'Entity', align: 'left' },
        ...columns.map(([, heading]) => ({ heading, align: 'right' as const })),
      ],
      rows,
      ...(entities.length > 1 ? { totals: [textFigure('Together'), ...ids.map((id) => at(id))] } : {}),
    },
  ];
}

function trackingSentence(sheet: FactSheet): readonly Span[] {
  const at = figuresOn(sheet);
  const silent: Span[] = ['Businesses without a journal entry in the last full month: ', at('untracked-entities'), '.'];
  const isPartial =
    sheet.measuredOf('recognised-revenue').state === 'unknown' &&
    sheet.measuredOf('tracked-revenue').state !== 'unknown';
  return isPartial ? [...silent, ' Where books are kept, revenue is ', at('tracked-revenue'), ' together.'] : silent;
}
