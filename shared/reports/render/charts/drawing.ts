import type { ChartBlock, Figure } from '../../document/report-document.ts';
import type { Html } from '../html-escape.ts';
import { html, NO_HTML } from '../html-escape.ts';
import type { Palette } from './palette.ts';
import { LINE_HEIGHT, roomFor, TEXT_SIZE } from './text-room.ts';

/** How a drawing is wanted: as wide as it is read, in whose colours, in which typeface (the reader's own unless told). */
export interface Look {
  readonly width: number;
  readonly palette: Palette;
  readonly font?: string;
  /** Whether to paint the ground and a frame around it, where what lies behind is not known. */
  readonly onPaper?: boolean;
}

/** A finished drawing and its size in its own units. */
export interface Drawing {
  readonly svg: Html;
  readonly width: number;
  readonly height: number;
}

/** A drawing's parts, and how high they are together. */
export interface Parts {
  readonly marks: readonly Html[];
  readonly height: number;
}

/** Room around everything that is drawn. */
export const EDGE = 10;

/** The parts as one SVG. What it shows is said where it is placed, so to those who listen it is a picture without parts. */
export function framed({ marks, height }: Parts, { width, font, onPaper = false, palette }: Look): Drawing {
  const whole = Math.ceil(height);
  const paper = !onPaper
    ? NO_HTML
    : html`<rect x="0.5" y="0.5" width="${n(width - 1)}" height="${n(whole - 1)}" rx="6" fill="${palette.ground}" stroke="${palette.axis}"/>`;
  const face = font === undefined ? NO_HTML : html` font-family="${font}"`;
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${n(width)} ${n(whole)}" width="${n(width)}" height="${n(whole)}" font-size="${n(TEXT_SIZE)}"${face} aria-hidden="true">${paper}${marks}</svg>`;
  return { svg, width, height: whole };
}

/** A length or place as text: at most two decimals, never an exponent. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100 || 0);
}

/** Words at a place, left-aligned unless told. */
export function words(text: string, x: number, y: number, fill: string, anchor?: 'middle' | 'end'): Html {
  const side = anchor === undefined ? NO_HTML : html` text-anchor="${anchor}"`;
  return html`<text x="${n(x)}" y="${n(y)}" fill="${fill}"${side}>${text}</text>`;
}

/** A straight line. */
export function rule(x1: number, y1: number, x2: number, y2: number, stroke: string, width = 1): Html {
  return html`<line x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}" stroke="${stroke}" stroke-width="${n(width)}"/>`;
}

/** A bar between two corners given in any order; one of no length is still a line, because zero is a figure. */
export function bar(x1: number, y1: number, x2: number, y2: number, fill: string): Html {
  const thin = 1.5;
  const width = Math.max(thin, Math.abs(x2 - x1));
  const height = Math.max(thin, Math.abs(y2 - y1));
  return html`<rect x="${n(Math.min(x1, x2))}" y="${n(Math.min(y1, y2))}" width="${n(width)}" height="${n(height)}" fill="${fill}"/>`;
}

/** The mark of a figure that is not known: a question mark in a dashed ring, with its centre at a place. */
export function unknownMark(x: number, y: number, color: string): Html {
  return html`<circle cx="${n(x)}" cy="${n(y)}" r="7.5" fill="none" stroke="${color}" stroke-dasharray="2 2"/>${words('?', x, y + 4, color, 'middle')}`;
}

/** The figure's number; nothing where it is unknown or not a number. */
export function numberOf(figure: Figure | undefined): number | undefined {
  switch (figure?.cell.kind) {
    case 'cents':
    case 'count':
    case 'share':
    case 'months':
    case 'days':
    case 'minutes':
    case 'rating':
      return figure.cell.value;
    case 'day':
    case 'month':
    case 'instant':
    case 'text':
    case 'unknown':
    case undefined:
      return undefined;
  }
}

/** Every known number of a chart. */
export function numbersIn(chart: ChartBlock): readonly number[] {
  return chart.points.flatMap(({ values }) => values.flatMap((figure) => numberOf(figure) ?? []));
}

/** The middle of a text moved so far that none of it leaves the drawing. */
export function keptInside(text: string, middle: number, width: number): number {
  const half = roomFor(text) / 2;
  return Math.min(Math.max(middle, half + 1), width - half - 1);
}

/** Lines of text below each other, the first with its base line at y. */
export function paragraph(lines: readonly string[], x: number, y: number, fill: string): readonly Html[] {
  return lines.map((line, at) => words(line, x, y + at * LINE_HEIGHT, fill));
}
