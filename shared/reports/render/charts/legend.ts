import type { Html } from '../html-escape.ts';
import { html } from '../html-escape.ts';
import type { Look, Parts } from './drawing.ts';
import { bar, EDGE, n, rule, words } from './drawing.ts';
import { roomFor, shortenedTo } from './text-room.ts';

/** How a series is drawn: bars, or a line with a mark at each point; and in which colour. */
export interface Stroke {
  readonly as: 'bars' | 'dots' | 'diamonds';
  readonly color: string;
}

const SAMPLE = 18;
const GAP = 6;
const BETWEEN = 14;
const ROW = 20;

/** Each series with a sample of how it is drawn, in as many rows as they need, from the top. */
export function legend(series: readonly string[], strokes: readonly Stroke[], { width, palette }: Look): Parts {
  let x = EDGE;
  let y = EDGE + 8;
  const marks = series.flatMap((name, at): readonly Html[] => {
    const stroke = strokes[at];
    if (stroke === undefined) return [];
    const text = shortenedTo(width - 2 * EDGE - SAMPLE - GAP, name);
    const needs = SAMPLE + GAP + roomFor(text);
    if (x > EDGE && x + needs > width - EDGE) {
      x = EDGE;
      y += ROW;
    }
    const place = x;
    x += needs + BETWEEN;
    return [...sample(stroke, place, y, palette.ground), words(text, place + SAMPLE + GAP, y + 4, palette.ink)];
  });
  return { marks, height: y + ROW / 2 };
}

/** The mark of a line at one point: a dot or a diamond, so that two lines differ without their colours. */
export function pointMark({ as, color }: Stroke, x: number, y: number, ground: string): Html {
  return as === 'diamonds'
    ? html`<path d="M${n(x)} ${n(y - 5)}L${n(x + 5)} ${n(y)}L${n(x)} ${n(y + 5)}L${n(x - 5)} ${n(y)}Z" fill="${color}" stroke="${ground}"/>`
    : html`<circle cx="${n(x)}" cy="${n(y)}" r="4" fill="${color}" stroke="${ground}"/>`;
}

function sample(stroke: Stroke, x: number, y: number, ground: string): readonly Html[] {
  const middle = x + SAMPLE / 2;
  return stroke.as === 'bars'
    ? [bar(middle - 5, y - 6, middle + 5, y + 6, stroke.color)]
    : [rule(x, y, x + SAMPLE, y, stroke.color, 2), pointMark(stroke, middle, y, ground)];
}
