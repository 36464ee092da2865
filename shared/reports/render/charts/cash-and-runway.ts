import { area } from 'd3-shape';
import type { ChartBlock } from '../../document/report-document.ts';
import type { Html } from '../html-escape.ts';
import { html } from '../html-escape.ts';
import type { Drawing, Look } from './drawing.ts';
import { framed, rule } from './drawing.ts';
import type { Stroke } from './legend.ts';
import type { Place } from './month-marks.ts';
import { monthBars, monthLine, placesOf } from './month-marks.ts';
import type { MonthsFrame } from './months-frame.ts';
import { monthsFrame } from './months-frame.ts';

/** Cash the company may spend as a line over its area, what each month burned as bars, and zero where cash ends. */
export function cashAndRunway(chart: ChartBlock, look: Look): Drawing {
  const cash: Stroke = { as: 'dots', color: look.palette.actual };
  const burn: Stroke = { as: 'bars', color: look.palette.against };
  const frame = monthsFrame(chart, look, [cash, burn]);
  const zero = rule(frame.left, frame.zero, frame.right, frame.zero, look.palette.ink, 1.5);
  const marks = [
    ...frame.marks,
    ...areaUnder(chart, frame, look.palette.tint),
    ...monthBars(chart, 1, burn, frame),
    zero,
    ...monthLine(chart, 0, cash, frame, look.palette.ground),
  ];
  return framed({ marks, height: frame.height }, look);
}

/** The ground between cash and zero, open where cash is not known. */
function areaUnder(chart: ChartBlock, frame: MonthsFrame, fill: string): readonly Html[] {
  const path = area<Place>()
    .defined(({ y }) => y !== undefined)
    .x(({ x }) => x)
    .y0(frame.zero)
    .y1(({ y }) => y ?? frame.zero)(placesOf(chart, 0, frame));
  return path === null ? [] : [html`<path d="${path}" fill="${fill}"/>`];
}
