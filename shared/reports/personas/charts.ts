import type { Month } from '../../kernel/calendar.ts';
import { joinedMissing } from '../../kernel/missing.ts';
import { monthFigure, textFigure } from '../document/cells.ts';
import type { Block, ChartKind, ChartPoint, Severity, Span } from '../document/report-document.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import type { Finding } from '../findings/finding.ts';
import { shortfallsIn } from '../findings/finding.ts';
import { figuresOn } from './figures.ts';

/** Revenue of the last twelve months against what each was meant to bring; nothing where no month’s revenue is known. */
export function revenueChart(sheet: FactSheet): readonly Block[] {
  return monthChart(sheet, {
    chart: 'revenue-against-target',
    title: 'Revenue against target by month',
    told: 'Recognised revenue of each of the last twelve months against its target',
    series: [
      ['Revenue', 'month-revenue'],
      ['Target', 'month-revenue-target'],
    ],
  });
}

/** Cash free to spend as each month closed, with what the month burned; nothing where no month’s cash is known. */
export function cashChart(sheet: FactSheet): readonly Block[] {
  return monthChart(sheet, {
    chart: 'cash-and-runway',
    title: 'Cash and net burn by month',
    told: 'Unrestricted cash at the end of each of the last twelve months, and what the month burned; a burn below zero is cash that came in, deposits for later charters included',
    series: [
      ['Unrestricted cash', 'month-unrestricted-cash'],
      ['Net burn', 'month-net-burn'],
    ],
  });
}

/** Charter revenue of three months by channel; nothing where no charter sailed or the books are not there. */
export function channelChart(sheet: FactSheet): readonly Block[] {
  const at = figuresOn(sheet);
  const channels = sheet.subjects('channel').filter(({ id }) => sheet.has('channel-revenue', id));
  if (channels.every(({ id }) => sheet.measuredOf('channel-revenue', id).state === 'unknown')) return [];
  return [
    {
      kind: 'chart',
      chart: 'revenue-by-channel',
      title: 'Charter revenue by channel, three months',
      summary: [
        'Charter revenue of the last month of the period and the two before it: ',
        at('top-channel'),
        ' brought ',
        at('channel-concentration'),
        ' of it.',
      ],
      axis: 'Channel',
      series: ['Revenue'],
      points: channels.map(({ id, name }) => ({ label: textFigure(name), values: [at('channel-revenue', id)] })),
    },
  ];
}

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['critical', 'Critical'],
  ['high', 'High'],
  ['medium', 'Medium'],
  ['low', 'Low'],
];

/** How many shortfalls there are of each severity; nothing where there are none. */
export function severityChart(findings: readonly Finding[]): readonly Block[] {
  const short = shortfallsIn(findings);
  if (short.length === 0) return [];
  return [
    {
      kind: 'chart',
      chart: 'findings-by-severity',
      title: 'Shortfalls by severity',
      summary: ['All shortfalls found, counted by how severe they are.'],
      axis: 'Severity',
      series: ['Findings'],
      points: SEVERITIES.map(([severity, name]) => ({
        label: textFigure(name),
        values: [{ cell: { kind: 'count', value: short.filter((one) => one.severity === severity).length } }],
      })),
    },
  ];
}

interface MonthChart {
  readonly chart: ChartKind;
  readonly title: string;
  readonly told: string;
  /** The name of each series and the month fact it shows. */
  readonly series: readonly (readonly [string, string])[];
}

function monthChart(sheet: FactSheet, { chart, title, told, series }: MonthChart): readonly Block[] {
  const variants = VARIANTS.filter(
    ({ prefix }) =>
      prefix === '' ||
      sheet.subjects('month').some(({ id }) => series.every(([, fact]) => sheet.has(`${prefix}${fact}`, id))),
  );
  const shown = fullest(
    variants.map((variant) => ({
      variant,
      known: series.map(([, fact]) => knownMonths(sheet, `${variant.prefix}${fact}`)),
    })),
    sheet.subjects('month').length,
  );
  if (shown === undefined) return [];
  const at = figuresOn(sheet);
  const points = sheet.subjects('month').map(({ id }) => ({
    label: monthFigure(id as Month), // the id of a month is the month
    values: series.map(([, fact]) => at(`${shown.prefix}${fact}`, id)),
  }));
  const running = sheet.period.until > sheet.today ? ' The last month is not over.' : '';
  const summary: readonly Span[] = [`${told}.${shown.told}${running}`];
  return [
    {
      kind: 'chart',
      chart,
      title,
      summary,
      axis: 'Month',
      series: series.map(([name]) => name),
      points: joined(points),
    },
  ];
}

interface Variant {
  readonly prefix: '' | 'targeted-' | 'tracked-' | 'steady-';
  readonly told: string;
}

/** Of all businesses while that shows at least half of the months; else of those that can be shown over more of them. */
const VARIANTS: readonly Variant[] = [
  { prefix: '', told: '' },
  { prefix: 'targeted-', told: ' Only businesses that keep books and have targets are counted.' },
  { prefix: 'tracked-', told: ' Only businesses that keep books are counted.' },
  { prefix: 'steady-', told: ' Only businesses whose books go back as far are counted.' },
];

/** The first variant of which every series knows half of the months, else the one that knows most; nothing where none knows any. */
function fullest(
  candidates: readonly { readonly variant: Variant; readonly known: readonly number[] }[],
  months: number,
): Variant | undefined {
  const half = candidates.find(({ known }) => Math.min(...known) * 2 >= months);
  const most = (known: readonly number[]) => Math.min(...known) * months + Math.max(...known);
  const [best] = [...candidates].sort((a, b) => most(b.known) - most(a.known));
  return (half ?? (best && most(best.known) > 0 ? best : undefined))?.variant;
}

/** Of how many months a month fact is known. */
function knownMonths(sheet: FactSheet, fact: string): number {
  return sheet.subjects('month').filter(({ id }) => sheet.measuredOf(fact, id).state !== 'unknown').length;
}

/** The points with what is missing told by span of months, not month by month. */
function joined(points: readonly ChartPoint[]): readonly ChartPoint[] {
  const texts = points.flatMap(({ values }) =>
    values.flatMap(({ cell }) => (cell.kind === 'unknown' ? cell.missing : [])),
  );
  const spans = joinedMissing(texts);
  return points.map(({ label, values }) => ({
    label,
    values: values.map((figure) =>
      figure.cell.kind === 'unknown'
        ? { ...figure, cell: { kind: 'unknown', missing: figure.cell.missing.map((text) => spans.get(text) ?? text) } }
        : figure,
    ),
  }));
}
