import type { Block, DefinitionLine, ReportDocument, Section } from '../document/report-document.ts';
import { formatCount } from './format.ts';

/** How much of a document a mail has room for. Headlines, findings and actions are always whole. */
export interface Room {
  /** Each figure with its receipt, with its meaning alone, or none of the appendix. */
  readonly definitions: 'whole' | 'meanings' | 'none';
  readonly rowsPerTable?: number;
}

/** What is given up, in turn, when a report is too large for one mail: first the appendix, then rows of long tables. */
export const ROOMS_TRIED: readonly Room[] = [
  { definitions: 'meanings' },
  { definitions: 'none' },
  ...[24, 12, 6, 3, 1].map((rowsPerTable) => ({ definitions: 'none', rowsPerTable }) as const),
];

/** The document cut to the room there is; what is left out is counted where it would be, with where to read it. */
export function abridged(document: ReportDocument, room: Room): ReportDocument {
  return {
    ...document,
    sections: document.sections.map((section) => {
      const cut = { ...section, blocks: section.blocks.flatMap((block) => shortened(block, room)) };
      return room.definitions === 'none' ? withoutCount(cut, section) : cut;
    }),
  };
}

/** A heading counts what stands below it; where that is left out the sentence there counts it. */
function withoutCount(cut: Section, whole: Section): Section {
  const { count: _, ...rest } = cut;
  return whole.blocks.some(({ kind }) => kind === 'definitions') ? rest : cut;
}

function shortened(block: Block, room: Room): readonly Block[] {
  switch (block.kind) {
    case 'table':
      return room.rowsPerTable === undefined ? [block] : cutTable(block, room.rowsPerTable);
    case 'definitions':
      return cutDefinitions(block.definitions, room.definitions);
    case 'paragraph':
    case 'chart':
    case 'key-figures':
    case 'findings':
    case 'actions':
    case 'list':
      return [block];
  }
}

function cutTable(table: Extract<Block, { kind: 'table' }>, rowsPerTable: number): readonly Block[] {
  const left = table.rows.length - rowsPerTable;
  if (left <= 0) return [table];
  return [
    { ...table, rows: table.rows.slice(0, rowsPerTable) },
    leftOut(left === 1 ? '1 more row' : `${formatCount(left)} more rows`),
  ];
}

function cutDefinitions(definitions: readonly DefinitionLine[], kept: Room['definitions']): readonly Block[] {
  switch (kept) {
    case 'whole':
      return [{ kind: 'definitions', definitions }];
    case 'meanings':
      return [
        {
          kind: 'definitions',
          definitions: definitions.map((one) => ({ ...one, formula: '', source: '', basis: '' })),
        },
        leftOut('the formula and source of each figure'),
      ];
    case 'none':
      return [leftOut(definitions.length === 1 ? '1 definition' : `${formatCount(definitions.length)} definitions`)];
  }
}

function leftOut(what: string): Block {
  return {
    kind: 'paragraph',
    spans: [
      `Left out of this mail for its size: ${what}. The plain-text part of this mail and the report in the app have it all.`,
    ],
  };
}
