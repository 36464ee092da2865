import type { ChartPoint } from '../../document/report-document.ts';
import { formatCell } from '../format.ts';
import type { Html } from '../html-escape.ts';
import { html } from '../html-escape.ts';
import type { Look, Parts } from './drawing.ts';
import { bar, EDGE, n, numberOf, rule, words } from './drawing.ts';
import { linearScale } from './linear-scale.ts';
import { drawable, roomFor, shortenedTo } from './text-room.ts';

const BAR = 12;
const STACKED_ROW = 40;
const INLINE_ROW = 30;
const GAP = 10;

/**
 * A bar for each point with its name and its figure in words. Short names stand beside their bars; where one is longer
 * every name stands above its bar. An unknown figure is an empty dashed bar that says so.
 */
export function namedBars(points: readonly ChartPoint[], look: Look, colorAt: (at: number) => string): Parts {
  const rows = points.map(({ label, values }) => {
    const name = drawable(formatCell(label.cell, 'table'));
    const figure = values[0];
    const said = figure === undefined ? 'unknown' : formatCell(figure.cell, 'table');
    return { name, said, value: numberOf(figure) };
  });
  const nameRoom = Math.max(0, ...rows.map(({ name }) => roomFor(name)));
  const inline = nameRoom <= look.width * 0.28;
  const saidRoom = Math.min(look.width * 0.4, Math.max(0, ...rows.map(({ said }) => roomFor(said))));
  const left = inline ? EDGE + nameRoom + GAP : EDGE;
  const right = look.width - EDGE - (inline ? saidRoom + GAP : 0);
  const values = rows.flatMap(({ value }) => value ?? []);
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const x = linearScale(low === high ? [0, 1] : [low, high], [left, right]);
  const height = inline ? INLINE_ROW : STACKED_ROW;
  const marks = rows.flatMap(({ name, said, value }, at): readonly Html[] => {
    const top = EDGE + at * height;
    const barTop = inline ? top + (height - BAR) / 2 : top + 20;
    const line = inline ? barTop + BAR - 2 : top + 14;
    const figure = shortenedTo(look.width * 0.45, said);
    const room = look.width - 2 * EDGE - GAP - roomFor(figure);
    return [
      words(inline ? name : shortenedTo(room, name), EDGE, line, look.palette.ink),
      words(figure, look.width - EDGE, line, value === undefined ? look.palette.soft : look.palette.ink, 'end'),
      value === undefined
        ? emptyBar(left, barTop, right, look.palette.axis)
        : bar(x(0), barTop, x(value), barTop + BAR, colorAt(at)),
      rule(x(0), barTop - 3, x(0), barTop + BAR + 3, look.palette.axis),
    ];
  });
  return { marks, height: EDGE * 1.5 + rows.length * height };
}

function emptyBar(left: number, top: number, right: number, color: string): Html {
  return html`<rect x="${n(left)}" y="${n(top)}" width="${n(Math.max(1, right - left))}" height="${n(BAR)}" fill="none" stroke="${color}" stroke-dasharray="3 3"/>`;
}
