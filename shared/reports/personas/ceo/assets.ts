import { textFigure } from '../../document/cells.ts';
import type { Block, Figure, Section, Span } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { numberIn } from '../../findings/judging.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';
import { isSilent, silentRows } from './tables.ts';

const LISTED_DOCUMENTS = 20;
const DAYS_AHEAD = 60;

/** What the company owns and depends on, by entity, and which papers end soon. */
export function assetSection(sheet: FactSheet): Section {
  return {
    id: 'assets',
    heading: 'Asset inventory by entity',
    blocks: [...byEntity(sheet), ...byKind(sheet), ...ending(sheet)],
  };
}

const COLUMNS = ['assets', 'asset-value', 'documents-expired', 'documents-expiring-60-days'] as const;

function byEntity(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const rows = sheet.entities.map(({ id, name }) => ({
    name,
    figures: COLUMNS.map((fact) => counted(sheet, fact, id)),
  }));
  const known = rows.filter(({ figures }) => !isSilent(figures));
  const table: Block = {
    kind: 'table',
    caption: 'Assets by entity',
    columns: [
      { heading: 'Entity', align: 'left' },
      { heading: 'Assets', align: 'right' },
      { heading: 'Value', align: 'right' },
      { heading: 'Documents expired', align: 'right' },
      { heading: 'Expiring in 60 days', align: 'right' },
    ],
    rows: known.map(({ name, figures }) => [textFigure(name), ...figures]),
    ...(known.length > 1 ? { totals: [textFigure('Recorded in all'), ...COLUMNS.map((fact) => at(fact))] } : {}),
  };
  return [...(known.length === 0 ? [] : [table]), ...silentRows(rows)];
}

/** A business that has nothing to put a value on has no value, not one of zero. */
function counted(sheet: FactSheet, fact: string, id: string): Figure {
  const nothing = fact === 'asset-value' && numberIn(sheet.get(fact, id)) === 0;
  return nothing ? NOT_APPLICABLE : figuresOn(sheet)(fact, id);
}

/** One line an entity: each kind with how many, what they are worth, who answers for them and the next paper to end. */
function byKind(sheet: FactSheet): readonly Block[] {
  const items = sheet.entities.flatMap(({ id, name }) => {
    const kinds = sheet.subjects('asset').filter(({ entityId }) => entityId === id);
    if (kinds.length === 0) return [];
    const told = kinds.flatMap((kind, i): Span[] => [i === 0 ? `${name}: ` : '; ', ...kindSpans(sheet, kind)]);
    return [[...told, '.']];
  });
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

function kindSpans(sheet: FactSheet, { id, name }: Subject): readonly Span[] {
  const at = figuresOn(sheet);
  const part = (words: string, fact: string): readonly Span[] => {
    if (!sheet.has(fact, id)) return [];
    return sheet.measuredOf(fact, id).state === 'unknown' ? [`${words}unknown`] : [words, at(fact, id)];
  };
  const isOne = numberIn(sheet.get('assets-of-kind', id)) === 1;
  return [
    at('assets-of-kind', id),
    isOne ? ` ${name}` : ` ${pluralOf(name)}`,
    ...part(', value ', 'asset-value-of-kind'),
    ...part(', owner ', 'asset-owners-of-kind'),
    ...part(', next document ends ', 'next-expiry-of-kind'),
  ];
}

/** Several of a kind: vessels, properties. */
function pluralOf(kind: string): string {
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}

/** The papers that have run out or will within sixty days, the first to end on top. */
function ending(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const soon = sheet
    .subjects('document')
    .filter(({ id }) => (numberIn(sheet.get('document-days-left', id)) ?? 0) <= DAYS_AHEAD);
  if (soon.length === 0) return [];
  const items = soon
    .slice(0, LISTED_DOCUMENTS)
    .map(({ id, name }): Span[] => [
      `${name}: last day `,
      at('document-expiry', id),
      ', days left ',
      at('document-days-left', id),
      '.',
    ]);
  const more = soon.length - LISTED_DOCUMENTS;
  const rest: Span[] = ['Ending later, not listed: ', { cell: { kind: 'count', value: more } }, '.'];
  return [
    { kind: 'paragraph', spans: ['Documents that have expired or will within 60 days:'] },
    { kind: 'list', items: more > 0 ? [...items, rest] : items },
  ];
}
