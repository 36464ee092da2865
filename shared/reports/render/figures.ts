import { chartTable } from '../document/chart-table.ts';
import type { Block, Figure, ReportDocument, Span } from '../document/report-document.ts';

/** A figure and where it stands: the section, the thing it is said of, and which of its measures it is. */
export interface PlacedFigure {
  /** The section's id; headline for the one above all sections. */
  readonly section: string;
  readonly item: string;
  readonly measure: string;
  readonly figure: Figure;
}

/** The table among the blocks. */
export type TableBlock = Extract<Block, { kind: 'table' }>;

/** The rows of a table with its totals as the last. */
export function tableRows(table: TableBlock): readonly (readonly Figure[])[] {
  return table.totals === undefined ? table.rows : [...table.rows, table.totals];
}

/** Every figure of a document in the order a reader meets them. Renderings show each of them, in this order. */
export function figuresOf(document: ReportDocument): readonly PlacedFigure[] {
  const found = FOUND.get(document) ?? placedIn(document);
  FOUND.set(document, found);
  return found;
}

/** A document never changes: its formats ask for the same figures. */
const FOUND = new WeakMap<ReportDocument, readonly PlacedFigure[]>();

function placedIn(document: ReportDocument): readonly PlacedFigure[] {
  return [
    ...inSentence(document.headline, 'headline', document.title, 'headline'),
    ...document.sections.flatMap((section) =>
      section.blocks.flatMap((block) => inBlock(block, section.id, section.heading)),
    ),
  ];
}

function inBlock(block: Block, section: string, heading: string): readonly PlacedFigure[] {
  switch (block.kind) {
    case 'paragraph':
      return inSentence(block.spans, section, heading, 'text');
    case 'key-figures':
      return block.figures.flatMap(({ label, figure, against, trend }) => [
        { section, item: label, measure: 'value', figure },
        ...(against === undefined ? [] : [{ section, item: label, measure: against.label, figure: against.figure }]),
        ...inSentence(trend?.spans ?? [], section, label, 'trend'),
      ]);
    case 'table':
      return inTable(block, section);
    case 'chart':
      return [...inSentence(block.summary, section, block.title, 'summary'), ...inTable(chartTable(block), section)];
    case 'findings':
      return block.findings.flatMap(({ title, gap, impact }) => [
        ...inSentence(gap, section, title, 'gap'),
        ...inSentence(impact, section, title, 'impact'),
      ]);
    case 'actions':
      return block.actions.map(({ title, dueOn }) => ({
        section,
        item: title,
        measure: 'due',
        figure: { cell: { kind: 'day', value: dueOn } },
      }));
    case 'list':
      return block.items.flatMap((spans) => inSentence(spans, section, heading, 'text'));
    case 'definitions':
      return [];
  }
}

function inTable(table: TableBlock, section: string): readonly PlacedFigure[] {
  return tableRows(table).flatMap((row) =>
    row.map((figure, at) => ({
      section,
      item: itemOf(row, table.caption),
      measure: table.columns[at]?.heading ?? '',
      figure,
    })),
  );
}

/** A row is about what its first cell says, where that is words. */
function itemOf(row: readonly Figure[], caption: string): string {
  const cell = row[0]?.cell;
  return cell?.kind === 'text' ? cell.value : caption;
}

function inSentence(spans: readonly Span[], section: string, item: string, measure: string): readonly PlacedFigure[] {
  return spans.flatMap((span) => (typeof span === 'string' ? [] : [{ section, item, measure, figure: span }]));
}
