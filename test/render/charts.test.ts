import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import type { Cell, ChartBlock, Figure } from '../../shared/reports/document/report-document.ts';
import { CHARTS } from '../../shared/reports/document/report-document.ts';
import { chartInWords } from '../../shared/reports/render/charts/chart-in-words.ts';
import { drawnChart } from '../../shared/reports/render/charts/drawn-chart.ts';
import type { Palette } from '../../shared/reports/render/charts/palette.ts';
import { DARK, LIGHT, SCREEN } from '../../shared/reports/render/charts/palette.ts';
import { markup } from '../../shared/reports/render/html-escape.ts';
import { aBarChart, aMonthChart, money, SAMPLE_CHARTS } from './a-chart.ts';

const FONT = readFileSync(new URL('../../lambda/reports/assets/chart-font.otf', import.meta.url));

beforeAll(async () => {
  await initWasm(readFileSync(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')));
});

const look = (width = 320) => ({ width, palette: LIGHT, font: 'SCC Chart' });
const svgOf = (chart: ChartBlock, width = 320) => markup(drawnChart(chart, look(width)).svg);
const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1] ?? '');
const rectsIn = (svg: string, fill: string) =>
  [...svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" fill="([^"]+)"/g)]
    .filter((match) => match[5] === fill)
    .map((match) => ({ x: Number(match[1]), y: Number(match[2]), width: Number(match[3]), height: Number(match[4]) }));

/** The drawing as a strict XML parser and a typesetter see it: how far its ink reaches. Throws where it is not XML. */
function inkOf(svg: string): {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
} {
  const drawn = new Resvg(svg, { font: { fontBuffers: [FONT], defaultFontFamily: 'SCC Chart' } });
  const box = drawn.getBBox();
  const size = { width: drawn.width, height: drawn.height };
  drawn.free();
  if (box === undefined) return { left: 0, top: 0, right: 0, bottom: 0, ...size };
  return { left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height, ...size };
}

const names = fc.oneof(
  fc.string({ maxLength: 90 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('W'.repeat(60), '<script>&"\'', 'Direct web', '\u202egnp', 'a b c d e f g h i j k l m n o p q r s'),
);
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.record({ kind: fc.constant('cents' as const), value: fc.maxSafeInteger() }),
  fc.record({ kind: fc.constant('cents' as const), value: fc.integer({ min: -5_000_000, max: 5_000_000 }) }),
  fc.record({ kind: fc.constant('count' as const), value: fc.integer({ min: -3, max: 40 }) }),
  fc.constant({ kind: 'unknown' as const, missing: ['journal entries'] }),
  fc.constant({ kind: 'cents' as const, value: 0 }),
);
const label: fc.Arbitrary<Cell> = fc.oneof(
  fc.integer({ min: 0, max: 300 }).map((n): Cell => {
    const month = `${2010 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}` as Month;
    return { kind: 'month', value: month };
  }),
  names.map((value): Cell => ({ kind: 'text', value })),
);
const figure = (of: Cell): Figure => ({ cell: of });
const anyChart: fc.Arbitrary<ChartBlock> = fc
  .record({
    chart: fc.constantFrom(...CHARTS),
    title: names,
    series: fc.array(names, { minLength: 2, maxLength: 2 }),
    points: fc.array(fc.record({ label, values: fc.array(cell, { minLength: 2, maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 30,
    }),
  })
  .map(({ chart, title, series, points }) => ({
    kind: 'chart',
    chart,
    title,
    summary: [title],
    axis: 'Month',
    series,
    points: points.map((point) => ({ label: figure(point.label), values: point.values.map(figure) })),
  }));

describe('any chart', () => {
  test('is well-formed, holds only numbers, and keeps its ink inside its frame', () => {
    fc.assert(
      fc.property(anyChart, fc.integer({ min: 240, max: 760 }), (chart, width) => {
        const svg = svgOf(chart, width);
        expect(svg).not.toMatch(/NaN|Infinity|undefined|="-?[\d.]+e[-+]?\d/);
        const ink = inkOf(svg);
        expect(ink.width).toBe(width);
        expect(ink.left).toBeGreaterThanOrEqual(-0.5);
        expect(ink.top).toBeGreaterThanOrEqual(-0.5);
        expect(ink.right).toBeLessThanOrEqual(width + 0.5);
        expect(ink.bottom).toBeLessThanOrEqual(ink.height + 0.5);
      }),
      { numRuns: 150 },
    );
  });

  test('is the same text each time, and asks for nothing from elsewhere', () => {
    for (const chart of SAMPLE_CHARTS) {
      expect(svgOf(structuredClone(chart))).toBe(svgOf(chart));
      expect(svgOf(chart).replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/href|url\(|style=|http/);
    }
  });
});

describe('a chart over months', () => {
  const [revenue, cash] = SAMPLE_CHARTS as [ChartBlock, ChartBlock];

  test('draws a bar for each known month, none for one that is not known, and marks and names the gap', () => {
    const svg = svgOf(revenue, 560);
    expect(rectsIn(svg, LIGHT.actual)).toHaveLength(1 + 11); // the sample in the legend, eleven known months
    expect(textsIn(svg).filter((text) => text === '?')).toHaveLength(2);
    expect(textsIn(svg)).toContain('? Not known: Revenue Apr; Target Nov');
  });

  test('breaks its line where a month is not known', () => {
    const paths = [...svgOf(cash, 560).matchAll(/<path d="([^"]+)" fill="none"/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(path.match(/M/g)).toHaveLength(2);
  });

  test('draws what is below zero below the axis', () => {
    const chart = aMonthChart('cash-and-runway', { 'Unrestricted cash': [100, 100], 'Net burn': [50, -50] });
    const [, above, below] = rectsIn(svgOf(chart), LIGHT.against);
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeCloseTo(below?.y ?? 0, 1);
    expect(above?.height).toBeCloseTo(below?.height ?? 0, 1);
  });

  test('draws a bar twice as high for twice the money, and a hair for none', () => {
    const chart = aMonthChart('revenue-against-target', { Revenue: [100, 200, 0], Target: [null, null, null] });
    const [, one, two, none] = rectsIn(svgOf(chart), LIGHT.actual);
    expect(two?.height).toBeCloseTo((one?.height ?? 0) * 2, 1);
    expect(none?.height).toBe(1.5);
  });

  test.each([
    ['one point', aMonthChart('revenue-against-target', { Revenue: [500], Target: [600] }), ['Dec', '2025', '$600']],
    [
      'only zeros and no scale for them',
      aMonthChart('cash-and-runway', { Cash: [0, 0], Burn: [0, 0] }),
      ['$0', 'Dec', 'Jan'],
    ],
    [
      'nothing known',
      aMonthChart('cash-and-runway', { Cash: [null], Burn: [null] }),
      ['? Not known: Cash all; Burn all'],
    ],
    ['very much', aMonthChart('cash-and-runway', { Cash: [90_000_000_000_000], Burn: [-1] }), ['$80T']],
  ])('with %s says what there is', (_, chart, said) => {
    for (const text of said) expect(textsIn(svgOf(chart))).toContain(text);
  });

  test('names as many months as fit without touching each other, the last always', () => {
    for (const width of [320, 560]) {
      const svg = svgOf(revenue, width);
      const places = [...svg.matchAll(/<text x="([\d.]+)"[^>]*middle">([A-Z][a-z]{2})</g)].map((match) =>
        Number(match[1]),
      );
      for (const [at, x] of places.slice(1).entries()) expect(x - (places[at] ?? 0)).toBeGreaterThan(28);
      expect(textsIn(svg)).toContain('Nov');
    }
  });
});

describe('a chart of bars', () => {
  test('has the largest channel on top, the unknown last, and the exact figure of each in words', () => {
    const texts = textsIn(svgOf(SAMPLE_CHARTS[2]!, 560)); // the third sample is by channel
    expect(texts.filter((_, at) => at % 2 === 1)).toEqual([
      '$23,104.50',
      '$18,420.00',
      '$3,300.00',
      '−$1,250.00',
      'unknown',
    ]);
    expect(texts[0]).toBe('Direct web');
    expect(texts.at(-2)).toBe('Viator');
  });

  test('cuts a name there is no room for, and says that it did', () => {
    const [name = ''] = textsIn(svgOf(aBarChart('revenue-by-channel', [['Concierge desk '.repeat(9), money(100)]])));
    expect(name).toMatch(/^Concierge desk .*…$/);
  });

  test('has a word, a bar and a number for each severity', () => {
    const svg = svgOf(SAMPLE_CHARTS[3]!); // the fourth sample is by severity
    expect(textsIn(svg)).toEqual(['Critical', '5', 'High', '3', 'Medium', '1', 'Low', '0']);
    for (const color of [LIGHT.critical, LIGHT.high, LIGHT.medium, LIGHT.low]) {
      expect(rectsIn(svg, color)).toHaveLength(1);
    }
  });
});

describe('colours', () => {
  const marks = ['actual', 'against', 'axis', 'critical', 'high', 'medium', 'low'] as const;
  /** The question marks of gaps are written in the colour of their series. */
  const words = ['ink', 'soft', 'actual', 'against'] as const;

  test.each([
    ['day', LIGHT],
    ['night', DARK],
  ])('by %s marks stand out 3:1 from the ground, and words 4.5:1', (_, palette: Palette) => {
    for (const name of marks) expect(contrast(palette[name], palette.ground), name).toBeGreaterThanOrEqual(3);
    for (const name of words) expect(contrast(palette[name], palette.ground), name).toBeGreaterThanOrEqual(4.5);
  });

  test('on the screen are all left to the page', () => {
    for (const [name, value] of Object.entries(SCREEN)) expect(value).toBe(`var(--chart-${name})`);
    expect(Object.keys(SCREEN)).toEqual(Object.keys(LIGHT));
  });

  test('the two colours of one chart differ in lightness for eyes that do not tell hues apart, or their shapes do', () => {
    const svg = svgOf(SAMPLE_CHARTS[0]!, 560); // revenue is bars, the target a line with diamonds
    expect(svg.match(new RegExp(`<path [^>]*Z" fill="${LIGHT.against}"`, 'g'))).toHaveLength(1 + 11);
    expect(rectsIn(svg, LIGHT.against)).toEqual([]);
  });
});

describe('in words', () => {
  test('a chart says its title, its summary and every figure by name', () => {
    const chart = aMonthChart('revenue-against-target', { Revenue: [12.5, null], Target: [20, 30] });
    expect(chartInWords(chart, 'with figures')).toBe(
      'A chart over months. It shows what it shows. Dec: revenue $12.50, target $20.00; Jan: target $30.00. Not known: Revenue Jan.',
    );
    expect(chartInWords(chart, 'in short')).toBe('A chart over months. It shows what it shows.');
  });
});

/** WCAG 2.2, contrast ratio and relative luminance. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
