import type { Instant, LocalDate, Month } from '../../shared/kernel/calendar.ts';
import { measured, target, unknown } from '../../shared/kernel/measured.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import { dayFigure, figureOf, textFigure } from '../../shared/reports/document/cells.ts';
import type { Figure, ReportDocument } from '../../shared/reports/document/report-document.ts';
import { ZONE } from './mock-charters.ts';

/** Reports with every kind of block and cell, as the server would build them. */

const basis = { records: 'journal entries of jada, 2026-11', asOf: '2026-11-21' as LocalDate };
const cents = (value: number, fact?: string): Figure => figureOf(measured(value, basis), 'cents', fact);
const count = (value: number, fact?: string): Figure => figureOf(measured(value, basis), 'count', fact);
const aimed = (value: number, unit: 'cents' | 'count'): Figure =>
  figureOf(target(value, basis), unit, 'revenue-target@jada');
const missing = (...what: string[]): Figure => figureOf(unknown(...what), 'cents', 'runway@group');

/** A report on a month, the dashboard or another one. */
export function mockDocument(report: string, slug: string, title: string, month: string): ReportDocument {
  return {
    schema: 1,
    report,
    slug,
    title,
    scope: { name: 'jada', title: 'JADA Charters', entityIds: ['jada'] },
    period: monthPeriod(month as Month),
    asOf: '2026-11-21T18:05:00.000Z' as Instant,
    zone: ZONE,
    headline: [
      'Revenue is ',
      cents(1_284_500, 'recognised-revenue@jada'),
      ' so far, ',
      cents(215_500),
      ' short of the target; ',
      count(9, 'charters-performed@jada'),
      ' of ',
      aimed(14, 'count'),
      ' charters have sailed.',
    ],
    sections: [...firstSections(), ...restSections()],
    nextDue: '2026-12-01',
  };
}

function firstSections(): ReportDocument['sections'] {
  return [
    {
      id: 'summary',
      heading: 'At a glance',
      blocks: [
        {
          kind: 'key-figures',
          figures: [
            {
              label: 'Revenue this month',
              figure: cents(1_284_500, 'recognised-revenue@jada'),
              against: { label: 'target', figure: aimed(1_500_000, 'cents') },
              state: 'bad',
            },
            {
              label: 'Charters this month',
              figure: count(9, 'charters-performed@jada'),
              against: { label: 'target', figure: aimed(14, 'count') },
              state: 'bad',
            },
            {
              label: 'Break-even',
              figure: { ...count(6, 'break-even@jada'), certainty: 'estimated' },
              against: { label: 'charters, sailed', figure: count(9) },
              state: 'good',
            },
            { label: 'Forward bookings', figure: cents(982_000, 'forward-bookings@jada'), state: 'neutral' },
            { label: 'Runway', figure: missing('bank balance', 'fixed costs'), state: 'unknown' },
          ],
        },
        {
          kind: 'paragraph',
          spans: [
            'The month needs ',
            count(5),
            ' more charters at the present average of ',
            cents(142_700),
            ' to reach its target. Cash for ',
            missing('bank balance'),
            '.',
          ],
        },
      ],
    },
    {
      id: 'revenue',
      heading: 'Revenue by channel',
      count: 3,
      blocks: [
        {
          kind: 'table',
          caption: 'Revenue and bookings by channel, November 2026',
          columns: [
            { heading: 'Channel', align: 'left' },
            { heading: 'Charters', align: 'right' },
            { heading: 'Revenue', align: 'right' },
            { heading: 'Commission', align: 'right' },
            { heading: 'Share', align: 'right' },
            { heading: 'Acquisition cost', align: 'right' },
            { heading: 'Last booking', align: 'right' },
          ],
          rows: [
            [
              textFigure('Direct'),
              count(5),
              cents(745_000),
              cents(0),
              share(5800),
              cents(4_200),
              dayFigure('2026-11-19' as LocalDate),
            ],
            [
              textFigure('GetMyBoat'),
              count(3),
              cents(419_500),
              cents(48_240),
              share(3266),
              cents(9_900),
              dayFigure('2026-11-17' as LocalDate),
            ],
            [
              textFigure('Sailo'),
              count(1),
              cents(120_000),
              cents(18_000),
              share(934),
              missing('Sailo ad spend'),
              dayFigure('2026-11-03' as LocalDate),
            ],
          ],
          totals: [
            textFigure('Total'),
            count(9),
            cents(1_284_500),
            cents(66_240),
            share(10_000),
            missing('Sailo ad spend'),
            textFigure(''),
          ],
        },
      ],
    },
  ];
}

function restSections(): ReportDocument['sections'] {
  return [
    {
      id: 'findings',
      heading: 'Findings',
      count: 2,
      blocks: [
        {
          kind: 'findings',
          findings: [
            {
              id: 'revenue-below-target',
              severity: 'critical',
              title: 'Revenue is behind its target',
              category: 'revenue',
              gap: ['Recognised ', cents(1_284_500), ' of ', aimed(1_500_000, 'cents'), '.'],
              impact: [cents(215_500), ' less to cover fixed costs.'],
              fix: 'Fill the two open weekend slots through the repeat-guest list.',
              owner: 'Operations',
            },
            {
              id: 'empty-pipeline',
              severity: 'medium',
              title: 'The pipeline thins out after the holidays',
              category: 'pipeline',
              gap: [count(2), ' charters are booked for January.'],
              impact: ['January starts ', cents(410_000), ' behind.'],
              fix: 'Open January dates on GetMyBoat this week.',
              owner: 'Marketing',
            },
          ],
        },
      ],
    },
    {
      id: 'actions',
      heading: 'Actions',
      count: 2,
      blocks: [
        {
          kind: 'actions',
          actions: [
            {
              rank: 1,
              title: 'Call the twelve repeat guests of last winter',
              owner: 'Operations',
              dueOn: '2026-11-24' as LocalDate,
              effort: 'S',
              severity: 'critical',
              because: 'Revenue is behind its target',
            },
            {
              rank: 2,
              title: 'Open January dates on GetMyBoat',
              owner: 'Marketing',
              dueOn: '2026-11-28' as LocalDate,
              effort: 'M',
              severity: 'medium',
              because: 'The pipeline thins out after the holidays',
            },
          ],
        },
        {
          kind: 'list',
          items: [['Two vessels carry papers that expire within ', count(90), ' days.'], ['No incident is open.']],
        },
      ],
    },
    {
      id: 'definitions',
      heading: 'Definitions and sources',
      count: 2,
      blocks: [
        {
          kind: 'definitions',
          definitions: [
            {
              fact: 'recognised-revenue',
              title: 'Recognised revenue',
              definition: 'Revenue of charters performed, on the local day all were ashore.',
              formula: 'sum of accounts 4010 to 4030 less 4190',
              source: 'journal',
              basis: 'journal entries of jada, 2026-11, as of Nov 21, 2026',
            },
            {
              fact: 'charters-performed',
              title: 'Charters performed',
              definition: 'Charters completed whose guests went ashore in the period.',
              formula: 'count of performed charters',
              source: 'journal tallies',
              basis: 'as of Nov 21, 2026',
            },
          ],
        },
      ],
    },
  ];
}

function share(value: number): Figure {
  return figureOf(measured(value, basis), 'share', 'channel-share@jada');
}
