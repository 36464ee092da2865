import type { ChartBlock } from '../../document/report-document.ts';
import type { Drawing, Look } from './drawing.ts';
import { framed } from './drawing.ts';
import type { Stroke } from './legend.ts';
import { monthBars, monthLine } from './month-marks.ts';
import { monthsFrame } from './months-frame.ts';

/** Revenue as bars, month by month, and the target as a line with diamonds over them. */
export function revenueAgainstTarget(chart: ChartBlock, look: Look): Drawing {
  const revenue: Stroke = { as: 'bars', color: look.palette.actual };
  const target: Stroke = { as: 'diamonds', color: look.palette.against };
  const frame = monthsFrame(chart, look, [revenue, target]);
  const marks = [
    ...frame.marks,
    ...monthBars(chart, 0, revenue, frame),
    ...monthLine(chart, 1, target, frame, look.palette.ground),
  ];
  return framed({ marks, height: frame.height }, look);
}
