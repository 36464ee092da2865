import type { Month } from '../../shared/kernel/calendar.ts';
import type { ChartBlock, ChartKind, Figure } from '../../shared/reports/document/report-document.ts';

const MONTHS = ['2025-12', ...Array.from({ length: 11 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`)];

/** A figure in cents; unknown where there is none. */
export function money(value: number | null, fact = 'month-revenue@2026-11'): Figure {
  return value === null
    ? { cell: { kind: 'unknown', missing: ['journal entries'] }, fact }
    : { cell: { kind: 'cents', value }, fact, certainty: 'measured' };
}

/** A chart over the twelve months up to November 2026, a list of dollars for each of its series. */
export function aMonthChart(
  chart: ChartKind,
  series: Readonly<Record<string, readonly (number | null)[]>>,
): ChartBlock {
  const names = Object.keys(series);
  const length = Math.max(...Object.values(series).map((values) => values.length));
  return {
    kind: 'chart',
    chart,
    title: 'A chart over months',
    summary: ['It shows what it shows.'],
    axis: 'Month',
    series: names,
    points: MONTHS.slice(0, length).map((month, at) => ({
      label: { cell: { kind: 'month', value: month as Month } },
      values: names.map((name) => {
        const dollars = series[name]?.[at] ?? null;
        return money(dollars === null ? null : dollars * 100);
      }),
    })),
  };
}

/** A chart of named bars. */
export function aBarChart(chart: ChartKind, bars: readonly (readonly [string, Figure])[]): ChartBlock {
  return {
    kind: 'chart',
    chart,
    title: 'A chart of bars',
    summary: ['It shows what it shows.'],
    axis: 'Name',
    series: ['Value'],
    points: bars.map(([name, figure]) => ({ label: { cell: { kind: 'text', value: name } }, values: [figure] })),
  };
}

const number = (value: number): Figure => ({
  cell: { kind: 'count', value },
  fact: 'findings@group',
  certainty: 'measured',
});

/** One believable chart of each kind, with gaps and a month below zero among them. */
export const SAMPLE_CHARTS: readonly ChartBlock[] = [
  aMonthChart('revenue-against-target', {
    Revenue: [8_200, 6_100, 7_400, 11_900, null, 19_250, 24_800, 31_400, 28_900, 17_300, 14_100, 9_360],
    Target: [9_000, 9_000, 9_000, 12_000, 15_000, 20_000, 26_000, 30_000, 30_000, 20_000, 15_000, null],
  }),
  aMonthChart('cash-and-runway', {
    'Unrestricted cash': [41_000, 36_500, 30_100, 24_000, null, 12_400, 3_100, -2_400, 6_900, 15_200, 12_700, 8_150],
    'Net burn': [4_000, 4_500, 6_400, 6_100, null, 5_900, 9_300, 5_500, -9_300, -8_300, 2_500, 4_550],
  }),
  aBarChart('revenue-by-channel', [
    ['GetMyBoat', money(1_842_000)],
    ['Direct web', money(2_310_450)],
    ['Concierge desks of the harbor hotels and everybody who sends us guests by telephone', money(330_000)],
    ['Viator', money(null)],
    ['Refunds of last season', money(-125_000)],
  ]),
  aBarChart('findings-by-severity', [
    ['Critical', number(5)],
    ['High', number(3)],
    ['Medium', number(1)],
    ['Low', number(0)],
  ]),
];
