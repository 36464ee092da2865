import { scaleBand } from 'd3-scale';
import type { Cell, ChartBlock } from '../../document/report-document.ts';
import { formatShort } from '../format.ts';
import { formatYear } from '../format-days.ts';
import type { Html } from '../html-escape.ts';
import { missingNote } from './chart-in-words.ts';
import type { Look } from './drawing.ts';
import { EDGE, keptInside, numberOf, numbersIn, paragraph, rule, words } from './drawing.ts';
import type { Stroke } from './legend.ts';
import { legend } from './legend.ts';
import { linearScale, marksBetween, niceEnds } from './linear-scale.ts';
import { LINE_HEIGHT, linesIn, roomFor, shortenedTo } from './text-room.ts';

/** The room months are drawn in: where each stands, how high each figure reaches, and everything around them. */
export interface MonthsFrame {
  /** The middle of a point, and how much room it has. */
  readonly x: (at: number) => number;
  readonly step: number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly zero: number;
  /** Grid, axes, legend and what is not known. */
  readonly marks: readonly Html[];
  readonly height: number;
}

const TICKS = 4;

/** The frame of a chart over months; `strokes` says how each series is drawn, in the order of the series. */
export function monthsFrame(chart: ChartBlock, look: Look, strokes: readonly Stroke[]): MonthsFrame {
  const { width, palette } = look;
  const known = numbersIn(chart);
  const ends = niceEnds(domainOf(known), TICKS);
  const ticks = known.some((value) => value !== 0) ? marksBetween(ends, TICKS).filter(Number.isInteger) : [0];
  const labels = ticks.map((tick) => ({ tick, text: formatShort({ ...unitOf(chart), value: tick } as Cell) }));
  const left = EDGE + Math.min(width / 3, Math.max(...labels.map(({ text }) => roomFor(text)))) + 6;
  const right = width - EDGE;
  const key = legend(chart.series, strokes, look);
  const top = key.height + 22;
  const bottom = top + Math.min(230, Math.max(130, width * 0.42));
  const y = linearScale(ends, [bottom, top]);
  const bands = scaleBand<number>()
    .domain(chart.points.map((_, at) => at))
    .range([left, right]);
  const x = (at: number) => (bands(at) ?? left) + bands.bandwidth() / 2;
  const grid = labels.flatMap(({ tick, text }) => [
    rule(left, y(tick), right, y(tick), tick === 0 ? palette.axis : palette.grid, tick === 0 ? 1.5 : 1),
    words(text, left - 6, y(tick) + 4, palette.soft, 'end'),
  ]);
  const axis = monthLabels(chart, look, x, bands.step(), bottom + LINE_HEIGHT + 2);
  const missing = missingNote(chart);
  const notes = missing === '' ? [] : linesIn(right - EDGE, `? ${missing}`, 3);
  const noteTop = bottom + LINE_HEIGHT * 2 + 22;
  return {
    x,
    step: bands.step(),
    y,
    left,
    right,
    top,
    zero: y(0),
    marks: [...key.marks, ...grid, ...axis, ...paragraph(notes, EDGE, noteTop, palette.soft)],
    height: notes.length === 0 ? bottom + LINE_HEIGHT * 2 + 10 : noteTop + (notes.length - 1) * LINE_HEIGHT + EDGE,
  };
}

/** Zero is always on the axis; with nothing but zeros the axis still has a length. */
function domainOf(values: readonly number[]): [number, number] {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  return low === high ? [0, 100] : [low, high];
}

function unitOf(chart: ChartBlock): { kind: string } {
  const known = chart.points.flatMap(({ values }) => values).find((figure) => numberOf(figure) !== undefined);
  return { kind: known?.cell.kind ?? 'cents' };
}

/** As many labels as there is room for, the last point always among them; the year stands below where it begins. */
function monthLabels(
  { points }: ChartBlock,
  { width, palette }: Look,
  x: (at: number) => number,
  step: number,
  y: number,
): readonly Html[] {
  const names = points.map(({ label }) => shortenedTo(72, formatShort(label.cell)));
  const widest = Math.max(...names.map(roomFor));
  const every = Math.max(1, Math.ceil((widest + 5) / step));
  let year = '';
  return names.flatMap((name, at) => {
    if ((points.length - 1 - at) % every !== 0) return [];
    const { cell } = points[at]?.label ?? {};
    const of = cell?.kind === 'month' ? formatYear(cell.value) : '';
    const below = of === year ? [] : [words(of, keptInside(of, x(at), width), y + LINE_HEIGHT, palette.soft, 'middle')];
    year = of;
    return [words(name, keptInside(name, x(at), width), y, palette.soft, 'middle'), ...below];
  });
}
