import type { Instant, LocalDate } from '../../../shared/kernel/calendar.ts';
import type { KeyFigure, ReportDocument } from '../../../shared/reports/document/report-document.ts';
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
    label: 'Estimated, still open',
    figure: { ...money(405_550, 'weighted-pipeline'), certainty: 'estimated' },
    trend: {
      direction: 'open',
      spans: [{ cell: { kind: 'share', value: 4_120 }, fact: 'pipeline-coverage@group' }, ' covered'],
    },
    state: 'neutral',
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
