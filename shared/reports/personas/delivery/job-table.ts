import { textFigure } from '../../document/cells.ts';
import type { Block, Figure } from '../../document/report-document.ts';
import type { Subject } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { figuresOn, NOT_APPLICABLE } from '../figures.ts';

/** A column of a table of jobs: its heading, the job's figure, and the figure of all jobs together, where there is one. */
export interface JobColumn {
  readonly heading: string;
  readonly fact: string;
  readonly total?: string;
  /** Words stand left. */
  readonly align?: 'left';
}

/** Jobs as rows, all of them together below; a dash where a figure does not apply to a job. Nothing without a job. */
export function jobTable(
  sheet: FactSheet,
  caption: string,
  columns: readonly JobColumn[],
  jobs: readonly Subject[] = sheet.subjects('delivery-job'),
): readonly Block[] {
  if (jobs.length === 0) return [{ kind: 'paragraph', spans: ['No job to list.'] }];
  const at = figuresOn(sheet);
  const cell = (fact: string, job: string): Figure => (sheet.has(fact, job) ? at(fact, job) : NOT_APPLICABLE);
  const hasTotals = columns.some(({ total }) => total !== undefined);
  return [
    {
      kind: 'table',
      caption,
      columns: [
        { heading: 'Job', align: 'left' },
        ...columns.map(({ heading, align }) => ({ heading, align: align ?? ('right' as const) })),
      ],
      rows: jobs.map(({ id, name }) => [textFigure(name), ...columns.map(({ fact }) => cell(fact, id))]),
      ...(hasTotals
        ? {
            totals: [
              textFigure('Together'),
              ...columns.map(({ total }) => (total === undefined ? textFigure('') : at(total))),
            ],
          }
        : {}),
    },
  ];
}
