import type { ChartBlock, ChartPoint } from '../../document/report-document.ts';
import { formatCell } from '../format.ts';
import { namedBars } from './bars-frame.ts';
import type { Drawing, Look } from './drawing.ts';
import { framed, numberOf } from './drawing.ts';

/** A bar for each channel, the largest first; channels of which revenue is not known come last. */
export function revenueByChannel(chart: ChartBlock, look: Look): Drawing {
  return framed(
    namedBars([...chart.points].sort(byRevenue), look, () => look.palette.actual),
    look,
  );
}

function byRevenue(a: ChartPoint, b: ChartPoint): number {
  const [revenueA, revenueB] = [numberOf(a.values[0]), numberOf(b.values[0])];
  if (revenueA === undefined || revenueB === undefined) {
    return Number(revenueA === undefined) - Number(revenueB === undefined) || byName(a, b);
  }
  return revenueB - revenueA || byName(a, b);
}

function byName(a: ChartPoint, b: ChartPoint): number {
  const [nameA, nameB] = [formatCell(a.label.cell), formatCell(b.label.cell)];
  return nameA < nameB ? -1 : Number(nameA > nameB);
}
