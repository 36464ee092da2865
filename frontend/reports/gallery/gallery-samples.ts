import type { Instant, LocalDate, Month } from '../../../shared/kernel/calendar.ts';
import type { ChartBlock, KeyFigure, ReportDocument } from '../../../shared/reports/document/report-document.ts';
import { ApiProblem } from '../../api/problem.ts';
import type { Live } from '../live-model.ts';

const money = (value: number, fact: string) => ({
  cell: { kind: 'cents' as const, value },
  fact: `${fact}@group`,
  certainty: 'measured' as const,
});

/** A headline figure in each state it can be in. */
export const FIGURES: readonly KeyFigure[] = [
  {
    label: 'Good, and up',
    figure: money(1_234_500, 'recognised-revenue'),
    against: { label: 'target', figure: { ...money(1_200_000, 'revenue-target'), certainty: 'target' } },
    trend: { direction: 'up', spans: ['Up from ', money(990_000, 'month-revenue'), ' in the month before'] },
    state: 'good',
  },
  {
    label: 'Bad, and down',
    figure: money(-45_900, 'unrestricted-cash'),
    trend: { direction: 'down', spans: ['Down from ', money(12_300, 'month-unrestricted-cash'), ' a month before'] },
    state: 'bad',
  },
  {
    label: 'Neutral, and level',
    figure: { cell: { kind: 'count', value: 7 }, fact: 'booked-charters@group', certainty: 'measured' },
    trend: { direction: 'level', spans: ['Unchanged in the month before'] },
    state: 'neutral',
  },
  {
    label: 'Unknown',
    figure: { cell: { kind: 'unknown', missing: ['journal entries of JADA for 2026-10'] }, fact: 'runway@group' },
    state: 'unknown',
  },
  {
    label: 'Entered by hand',
    figure: { cell: { kind: 'share', value: 8_550 }, fact: 'channel-share@group', certainty: 'entered' },
    state: 'neutral',
  },
  {
    label: 'A target, of a business with quite a long name of its own',
    figure: { ...money(123_456_789, 'revenue-target'), certainty: 'target' },
    state: 'neutral',
  },
  {
    label: 'Estimated, still open',
    figure: { ...money(405_550, 'weighted-pipeline'), certainty: 'estimated' },
    trend: {
      direction: 'open',
      spans: [{ cell: { kind: 'share', value: 4_120 }, fact: 'pipeline-coverage@group' }, ' covered'],
    },
    state: 'neutral',
  },
];

const month = (value: string) => ({ cell: { kind: 'month' as const, value: value as Month } });
const gap = (fact: string) => ({
  cell: { kind: 'unknown' as const, missing: ['journal entries'] },
  fact: `${fact}@group`,
});

/** Charts with what charts have to bear: figures below zero, gaps, nothing at all. */
export const CHARTS: readonly ChartBlock[] = [
  {
    kind: 'chart',
    chart: 'revenue-against-target',
    title: 'Revenue with a gap',
    summary: ['Of August nothing is known.'],
    axis: 'Month',
    series: ['Revenue', 'Target'],
    points: [
      { label: month('2026-07'), values: [money(2_558_420, 'month-revenue'), money(2_600_000, 'month-target')] },
      { label: month('2026-08'), values: [gap('month-revenue'), money(2_300_000, 'month-target')] },
      { label: month('2026-09'), values: [money(2_003_660, 'month-revenue'), gap('month-target')] },
      { label: month('2026-10'), values: [money(1_813_458, 'month-revenue'), money(1_830_000, 'month-target')] },
    ],
  },
  {
    kind: 'chart',
    chart: 'cash-and-runway',
    title: 'Cash below zero',
    summary: ['A burn below zero is cash gained.'],
    axis: 'Month',
    series: ['Unrestricted cash', 'Net burn'],
    points: [
      { label: month('2026-08'), values: [money(410_000, 'month-cash'), money(330_000, 'month-burn')] },
      { label: month('2026-09'), values: [money(-45_900, 'month-cash'), money(455_900, 'month-burn')] },
      { label: month('2026-10'), values: [money(80_000, 'month-cash'), money(-125_900, 'month-burn')] },
    ],
  },
  {
    kind: 'chart',
    chart: 'findings-by-severity',
    title: 'Nothing found',
    summary: ['No shortfall of any severity.'],
    axis: 'Severity',
    series: ['Findings'],
    points: ['Critical', 'High', 'Medium', 'Low'].map((value) => ({
      label: { cell: { kind: 'text', value } },
      values: [{ cell: { kind: 'count', value: 0 } }],
    })),
  },
  {
    kind: 'chart',
    chart: 'revenue-by-channel',
    title: 'No channel yet',
    summary: ['No revenue came through any channel.'],
    axis: 'Channel',
    series: ['Revenue'],
    points: [],
  },
];

/** A dashboard with every kind of block. */
export const DOCUMENT: ReportDocument = {
  schema: 1,
  report: 'dashboard',
  slug: 'dashboard',
  title: 'Dashboard',
  scope: { name: 'group', title: 'Harbor Group', entityIds: ['jada'] },
  period: { from: '2026-11-01' as LocalDate, until: '2026-11-22' as LocalDate },
  asOf: '2026-11-21T20:00:00.000Z' as Instant,
  zone: 'America/Los_Angeles',
  headline: ['The month so far'],
  sections: [
    { id: 'figures', heading: 'This month', blocks: [{ kind: 'key-figures', figures: FIGURES }] },
    {
      id: 'table',
      heading: 'A table',
      blocks: [
        {
          kind: 'table',
          caption: 'Businesses',
          columns: [
            { heading: 'Business', align: 'left' },
            { heading: 'Revenue', align: 'right' },
          ],
          rows: [
            [{ cell: { kind: 'text', value: 'JADA' } }, money(541_000, 'recognised-revenue')],
            [
              { cell: { kind: 'text', value: 'Agency' } },
              { cell: { kind: 'unknown', missing: ['journal entries'] }, fact: 'recognised-revenue@dc' },
            ],
          ],
        },
        { kind: 'table', caption: 'Nothing yet', columns: [{ heading: 'Month', align: 'left' }], rows: [] },
      ],
    },
    { id: 'charts', heading: 'Charts', blocks: CHARTS },
    {
      id: 'definitions',
      heading: 'What these figures mean',
      count: 1,
      blocks: [
        {
          kind: 'definitions',
          definitions: [
            {
              fact: 'recognised-revenue',
              title: 'Recognised revenue',
              definition: 'What was earned by sailing.',
              formula: 'credits less debits of the revenue accounts',
              source: 'the books',
              basis: 'journal entries of the period',
            },
          ],
        },
      ],
    },
    {
      id: 'findings',
      heading: 'Findings',
      blocks: [
        {
          kind: 'findings',
          findings: (['critical', 'high', 'medium', 'low'] as const).map((severity) => ({
            id: severity,
            severity,
            title: `A ${severity} shortfall`,
            category: 'Money',
            gap: ['What is short.'],
            impact: ['What it costs.'],
            fix: 'What to do.',
            owner: 'CFO',
          })),
        },
      ],
    },
  ],
};

const held = { etag: '"gallery.1"', answer: { document: DOCUMENT, takenAt: '2026-11-21T20:00:00.000Z' } };
const offline = new ApiProblem('offline', 'The server could not be reached. Check your connection and try again.');

/** The dashboard in each state it can be in. */
export const LIVES: readonly { readonly name: string; readonly live: Live }[] = [
  { name: 'Live', live: { held, check: 'good' } },
  { name: 'Old, being checked', live: { held, check: 'slow' } },
  { name: 'Offline, last figures', live: { held, check: offline } },
  { name: 'Loading', live: { held: undefined, check: 'slow' } },
  { name: 'Failed', live: { held: undefined, check: offline } },
  {
    name: 'Nothing granted',
    live: { held: undefined, check: new ApiProblem('not-found', 'There is no such report.') },
  },
];
