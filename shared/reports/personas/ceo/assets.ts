import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

const LISTED_DOCUMENTS = 20;
const DAYS_AHEAD = 60;

/** What the company owns and depends on, by entity, and which papers end soon. */
export function assetSection(sheet: FactSheet): Section {
  return {
    id: 'assets',
    heading: 'Asset inventory by entity',
    blocks: [byEntity(sheet), ...byKind(sheet), ...ending(sheet)],
  };
}

const COLUMNS = ['assets', 'asset-value', 'documents-expired', 'documents-expiring-60-days'] as const;

function byEntity(sheet: FactSheet): Block {
  const at = figuresOn(sheet);
  return {
    kind: 'table',
    caption: 'Assets by entity',
    columns: [
      { heading: 'Entity', align: 'left' },
      { heading: 'Assets', align: 'right' },
      { heading: 'Value', align: 'right' },
      { heading: 'Documents expired', align: 'right' },
      { heading: 'Expiring in 60 days', align: 'right' },
    ],
    rows: sheet.entities.map(({ id, name }) => [textFigure(name), ...COLUMNS.map((fact) => at(fact, id))]),
    totals: [textFigure('Recorded in all'), ...COLUMNS.map((fact) => at(fact))],
  };
}

function byKind(sheet: FactSheet): readonly Block[] {
  const groups = sheet.subjects('asset');
  if (groups.length === 0) return [];
  const at = figuresOn(sheet);
  const orDash = (fact: string, id: string): Figure => (sheet.has(fact, id) ? at(fact, id) : NOT_APPLICABLE);
  return [
    {
      kind: 'table',
      caption: 'By kind',
      columns: [
        { heading: 'Entity', align: 'left' },
        { heading: 'Kind', align: 'left' },
        { heading: 'Number', align: 'right' },
        { heading: 'Value', align: 'right' },
        { heading: 'Owner', align: 'left' },
        { heading: 'Next document ends', align: 'left' },
      ],
      rows: groups.map(({ id, name, entityId }) => [
        textFigure(sheet.entities.find((entity) => entity.id === entityId)?.name ?? ''),
        textFigure(name),
        at('assets-of-kind', id),
        orDash('asset-value-of-kind', id),
        orDash('asset-owners-of-kind', id),
        orDash('next-expiry-of-kind', id),
      ]),
    },
  ];
}

function ending(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const soon = sheet
    .subjects('document')
    .filter(({ id }) => (numberIn(sheet.get('document-days-left', id)) ?? 0) <= DAYS_AHEAD);
  if (soon.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'Documents expired or expiring within 60 days, the first to end on top',
      columns: [
        { heading: 'Document', align: 'left' },
        { heading: 'Last day', align: 'left' },
        { heading: 'Days left', align: 'right' },
      ],
      rows: soon
        .slice(0, LISTED_DOCUMENTS)
        .map(({ id, name }) => [textFigure(name), at('document-expiry', id), at('document-days-left', id)]),
    },
    ...more(soon.length - LISTED_DOCUMENTS),
  ];
}

function more(count: number): readonly Block[] {
  if (count <= 0) return [];
  return [{ kind: 'paragraph', spans: ['Not listed, ending later: ', { cell: { kind: 'count', value: count } }, '.'] }];
}
