import type { Block, ReportDocument } from '../document/report-document.ts';
import { formatCount } from './format.ts';

/** The document with no table longer than so many rows, totals apart; what is left out is counted where it would be. */
export function abridged(document: ReportDocument, rowsPerTable: number): ReportDocument {
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.flatMap((block) => shortened(block, rowsPerTable)),
    })),
  };
}

function shortened(block: Block, rowsPerTable: number): readonly Block[] {
  if (block.kind !== 'table' || block.rows.length <= rowsPerTable) return [block];
  const left = block.rows.length - rowsPerTable;
  const rows = left === 1 ? '1 more row' : `${formatCount(left)} more rows`;
  return [
    { ...block, rows: block.rows.slice(0, rowsPerTable) },
    {
      kind: 'paragraph',
      spans: [`Left out of this mail for its size: ${rows}. The report and its CSV file have them all.`],
    },
  ];
}
