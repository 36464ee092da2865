import type { LocalDate, Month } from '../../../kernel/calendar.ts';
import { monthOf } from '../../../kernel/calendar.ts';
import { lastDayOf } from '../../../kernel/period.ts';
import { monthFigure, textFigure } from '../../document/cells.ts';
import type { Block, Section, Span } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { endsOf, MEASURED_BELIEFS, sideOfBelief } from '../../findings/cfo-rules/plan.ts';
import { numberIn } from '../../findings/judging.ts';
import { entityTable, figureTable } from '../ceo/tables.ts';
import { figure, figuresOn, NOT_APPLICABLE } from '../figures.ts';
import { shownFact } from './shown.ts';

/** What money there is, whose it is, and how it moved over a year. */
export function cashSection(sheet: FactSheet): Section {
  return {
    id: 'cash',
    heading: 'Cash position',
    blocks: [
      ...entityTable(sheet, 'Cash, whose it is', [
        { fact: 'bank-total', heading: 'Bank and cash', tracked: 'tracked-bank-total' },
        { fact: 'restricted-cash', heading: 'Held for others', tracked: 'tracked-restricted-cash' },
        { fact: 'unrestricted-cash', heading: 'Free to spend', tracked: 'tracked-unrestricted-cash' },
      ]),
      ...figureTable(sheet, 'Money held for others', ['customer-money-held', 'deposit-coverage']),
      ...cashChart(sheet),
    ],
  };
}

/** The months up to the period's last whose cash is known. */
function cashChart(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const months = sheet
    .subjects('outlook')
    .filter(
      ({ id, name }) =>
        name <= monthOf(lastDayOf(sheet.period)) &&
        sheet.measuredOf('outlook-unrestricted-cash', id).state !== 'unknown' &&
        sheet.has('outlook-unrestricted-cash', id),
    );
  if (months.length === 0) return [];
  return [
    {
      kind: 'chart',
      chart: 'cash-and-runway',
      title: 'Unrestricted cash and net burn of the charter businesses',
      summary: ['Unrestricted cash at the end of each month, and what the month burned; below zero, cash grew.'],
      axis: 'Month',
      series: ['Unrestricted cash', 'Net burn'],
      points: months.map(({ id, name }) => ({
        label: monthFigure(name as Month),
        values: [at('outlook-unrestricted-cash', id), at('outlook-net-burn', id)],
      })),
    },
  ];
}

/** What the business burns, how long the money lasts, and what people believe of both. */
export function burnSection(sheet: FactSheet): Section {
  const ids = ['gross-burn', 'net-burn', 'runway'].map((id) => shownFact(sheet, id).meaning.id);
  return {
    id: 'burn',
    heading: 'Burn and runway',
    blocks: [
      ...figureTable(sheet, 'Average of the last three full months', ids),
      ...figureTable(sheet, 'From month to month', ['net-burn-last-month', 'net-burn-month-before', 'net-burn-rise']),
      ...beliefTable(sheet),
    ],
  };
}

const NAMES: Readonly<Record<string, string>> = {
  'net-burn': 'Net burn per month',
  'gross-burn': 'Gross burn per month',
  'break-even': 'Break-even charters',
  'missing-kpis': 'Figures not known',
  'implied-contribution': 'Contribution per charter that burn and break-even believed imply',
  'cloud-cost': 'Cloud cost per month',
  'missed-ota-revenue': 'Platform revenue missed per month',
  'critical-shortfalls': 'Critical shortfalls',
  'security-gaps': 'Security gaps',
  'engineering-actions': 'Engineering actions',
};

/** What is believed beside what is measured; nothing where nobody said anything about these businesses. */
function beliefTable(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const held = Object.keys(NAMES).filter((metric) => sheet.has(endsOf(metric)[0]));
  if (held.length === 0) return [];
  const rows = held.map((metric) => {
    const [low, high] = endsOf(metric);
    const fact = measureOf(sheet, metric);
    return [
      textFigure(NAMES[metric] ?? metric),
      at(low),
      at(high),
      fact === undefined ? NOT_APPLICABLE : figure(fact, sheet.zone),
      textFigure(sideText(sheet, metric)),
    ];
  });
  const heading = (text: string, align: 'left' | 'right') => ({ heading: text, align });
  return [
    {
      kind: 'table',
      caption: 'What people believe, entered by hand, beside what the records say',
      columns: [
        heading('Figure', 'left'),
        heading('Believed from', 'right'),
        heading('to', 'right'),
        heading('Measured', 'right'),
        heading('The records say', 'left'),
      ],
      rows,
    },
    ...impliedSentence(sheet),
  ];
}

function measureOf(sheet: FactSheet, metric: string) {
  const ids = MEASURED_BELIEFS.find((of) => of.metric === metric)?.measuredBy ?? [];
  const facts = ids.filter((id) => sheet.has(id)).map((id) => sheet.get(id));
  return facts.find(({ measured }) => measured.state !== 'unknown') ?? facts[0];
}

function sideText(sheet: FactSheet, metric: string): string {
  const [low, high] = endsOf(metric).map((id) => numberIn(sheet.get(id)));
  const fact = measureOf(sheet, metric);
  if (fact === undefined) return 'not measured in this report';
  if (low === undefined || high === undefined || fact.measured.state === 'unknown') return 'not known';
  const measured = numberIn(fact);
  if (measured === undefined) return 'more than believed';
  const side = sideOfBelief(low, high, measured);
  return side === 'within' ? 'as believed' : side === 'above' ? 'more than believed' : 'less than believed';
}

function impliedSentence(sheet: FactSheet): readonly Block[] {
  if (!sheet.has('implied-contribution-low') || !sheet.has('average-contribution')) return [];
  const at = figuresOn(sheet);
  const spans: readonly Span[] = [
    'For the burn and the break-even believed to be so together, a charter would have to leave ',
    at('implied-contribution-low'),
    ' to ',
    at('implied-contribution-high'),
    '; it leaves ',
    at('average-contribution'),
    '.',
  ];
  return [{ kind: 'paragraph', spans }];
}

/** Thirteen weeks of cash as far as it is booked, owed or fixed. */
export function weeksSection(sheet: FactSheet): Section {
  const at = figuresOn(sheet);
  const weeks = sheet.subjects('week');
  const columns = ['Opens with', 'Guests pay', 'Platforms pay', 'Fixed costs', 'Sailing', 'Handed on', 'Closes with'];
  const ids = [
    'week-opening',
    'week-guest-receipts',
    'week-payouts',
    'week-fixed-costs',
    'week-trip-costs',
    'week-handed-on',
    'week-closing',
  ];
  if (weeks.length === 0)
    return {
      id: 'weeks',
      heading: '13-week cash view',
      blocks: [
        { kind: 'paragraph', spans: ['No business in this report sails, so there is nothing to look ahead to.'] },
      ],
    };
  return {
    id: 'weeks',
    heading: 'Weeks of cash ahead',
    count: weeks.length,
    blocks: [
      {
        kind: 'paragraph',
        spans: [
          'Bank and cash of the charter businesses, customer money included, if nobody books any more: least in the week from ',
          at('lowest-cash-week'),
          ' with ',
          at('lowest-cash-13-weeks'),
          '.',
        ],
      },
      {
        kind: 'table',
        caption: 'Only what is booked, owed or fixed today',
        columns: [
          { heading: 'Week from', align: 'left' },
          ...columns.map((heading) => ({ heading, align: 'right' as const })),
        ],
        rows: weeks.map(({ id, name }) => [
          { cell: { kind: 'day' as const, value: name as LocalDate } },
          ...ids.map((fact) => at(fact, id)),
        ]),
      },
      { kind: 'paragraph', spans: [`Taken as given: ${assumptionsIn(sheet, weeks[0]?.id ?? '', ids)}`] },
    ],
  };
}

/** What every flow of a week takes as given, once each. */
function assumptionsIn(sheet: FactSheet, week: string, ids: readonly string[]): string {
  const texts = ids.slice(1, -1).flatMap((id) => {
    const { measured } = sheet.get(id, week);
    return measured.state === 'unknown' || measured.basis.assumption === undefined ? [] : [measured.basis.assumption];
  });
  return texts.length === 0 ? 'nothing, for the flows are not known.' : texts.join(' ');
}
