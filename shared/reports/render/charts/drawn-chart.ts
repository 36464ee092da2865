import type { ChartBlock } from '../../document/report-document.ts';
import { cashAndRunway } from './cash-and-runway.ts';
import type { Drawing, Look } from './drawing.ts';
import { findingsBySeverity } from './findings-by-severity.ts';
import { revenueAgainstTarget } from './revenue-against-target.ts';
import { revenueByChannel } from './revenue-by-channel.ts';

/** The drawing of a chart. The same chart and look always give the same text. */
export function drawnChart(chart: ChartBlock, look: Look): Drawing {
  switch (chart.chart) {
    case 'revenue-against-target':
      return revenueAgainstTarget(chart, look);
    case 'cash-and-runway':
      return cashAndRunway(chart, look);
    case 'revenue-by-channel':
      return revenueByChannel(chart, look);
    case 'findings-by-severity':
      return findingsBySeverity(chart, look);
  }
}
