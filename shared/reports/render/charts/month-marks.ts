import { line } from 'd3-shape';
import type { ChartBlock } from '../../document/report-document.ts';
import type { Html } from '../html-escape.ts';
import { html } from '../html-escape.ts';
import { bar, n, numberOf, unknownMark } from './drawing.ts';
import type { Stroke } from './legend.ts';
import { pointMark } from './legend.ts';
import type { MonthsFrame } from './months-frame.ts';

/** A series as bars from zero, those below it downwards; where a figure is unknown a question mark stands on the axis. */
export function monthBars(chart: ChartBlock, series: number, { color }: Stroke, frame: MonthsFrame): readonly Html[] {
  const half = Math.min(24, frame.step * 0.32);
  return chart.points.map(({ values }, at) => {
    const value = numberOf(values[series]);
    const x = frame.x(at);
    return value === undefined
      ? unknownMark(x, frame.zero - 9, color)
      : bar(x - half, frame.zero, x + half, frame.y(value), color);
  });
}

/** A series as a line with a mark at each figure, broken where one is unknown: there a question mark stands on top. */
export function monthLine(
  chart: ChartBlock,
  series: number,
  stroke: Stroke,
  frame: MonthsFrame,
  ground: string,
): readonly Html[] {
  const places = placesOf(chart, series, frame);
  const path = line<Place>()
    .defined(({ y }) => y !== undefined)
    .x(({ x }) => x)
    .y(({ y }) => y ?? 0)(places);
  const marks = places.map(({ x, y }) =>
    y === undefined ? unknownMark(x, frame.top - 11, stroke.color) : pointMark(stroke, x, y, ground),
  );
  return [...(path === null ? [] : [strokePath(path, ground, 4), strokePath(path, stroke.color, 2)]), ...marks];
}

/** Where a figure of a series stands; without a height where it is unknown. */
export interface Place {
  readonly x: number;
  readonly y: number | undefined;
}

/** The places of a series, point by point. */
export function placesOf(chart: ChartBlock, series: number, frame: MonthsFrame): readonly Place[] {
  return chart.points.map(({ values }, at) => {
    const value = numberOf(values[series]);
    return { x: frame.x(at), y: value === undefined ? undefined : frame.y(value) };
  });
}

/** The line, or the wider one in the colour of the ground that sets it off from the bars behind it. */
function strokePath(path: string, color: string, width: number): Html {
  return html`<path d="${path}" fill="none" stroke="${color}" stroke-width="${n(width)}" stroke-linejoin="round"/>`;
}
