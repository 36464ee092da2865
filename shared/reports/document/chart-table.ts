import type { Block, ChartBlock } from './report-document.ts';

/** What a drawing says, as a table: a row for each point, a column for each series. */
export function chartTable(chart: ChartBlock): Extract<Block, { kind: 'table' }> {
  return {
    kind: 'table',
    caption: chart.title,
    columns: [
      { heading: chart.axis, align: 'left' },
      ...chart.series.map((heading) => ({ heading, align: 'right' as const })),
    ],
    rows: chart.points.map(({ label, values }) => [label, ...values]),
  };
}
