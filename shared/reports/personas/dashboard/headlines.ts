import type { KeyFigure } from '../../document/report-document.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import { sideOfTarget, stateOf } from '../../findings/direction.ts';
import { figuresOn } from '../figures.ts';
import { trackedTarget, withTarget } from '../tracked-target.ts';
import type { Card } from './cards.ts';
import { cards, knownOf, numberOf, trendFrom, trendWhileCounting } from './cards.ts';

type Trend = NonNullable<KeyFigure['trend']>;

/** The month's revenue and charters: what everybody with the dashboard sees first. */
export function monthFigures(sheet: FactSheet): readonly KeyFigure[] {
  const revenue = knownOf(sheet, 'recognised-revenue', 'tracked-revenue');
  const isWhole = revenue === 'recognised-revenue';
  const gap = isWhole ? numberOf(sheet, 'revenue-gap-to-date') : undefined;
  return cards(sheet, [
    {
      label: isWhole ? 'Revenue' : 'Revenue where books are kept',
      fact: revenue,
      against: isWhole ? { label: 'target', fact: 'revenue-target' } : targetKnown(sheet),
      trend:
        gap === undefined
          ? countTrend(sheet, revenue, isWhole ? 'month-revenue' : 'tracked-month-revenue')
          : toDate(sheet, gap),
      state: (value) => (gap === undefined ? towards(sheet, value, 'revenue-target', isWhole) : stateOf(gap)),
    },
    {
      label: 'Charters sailed',
      fact: 'performed-charters',
      against: { label: 'target', fact: 'charters-target' },
      trend: countTrend(sheet, 'performed-charters', 'month-charters'),
      state: (value) => towards(sheet, value, 'charters-target'),
    },
    {
      label: 'Charters booked',
      fact: 'booked-charters',
      trend: countTrend(sheet, 'booked-charters', 'month-booked'),
    },
  ]);
}

/** The target of those whose revenue the figure is, named; nothing where it is not known or of others. */
function targetKnown(sheet: FactSheet): Card['against'] {
  const aim = trackedTarget(sheet);
  return aim && { label: `target of ${withTarget(sheet).join(' and ')}`, fact: aim.meaning.id, scope: aim.scope };
}

/** What the chief executive asks first: what is coming, and what there is to spend. */
export function ceoFigures(sheet: FactSheet): readonly KeyFigure[] {
  return cards(sheet, [
    {
      label: 'Confirmed, next 30 days',
      fact: 'confirmed-30-days',
      against: { label: 'target', fact: 'target-next-30-days' },
      trend: share(sheet, 'confirmed-share-30-days', ' of the target is covered'),
      state: (value) => towards(sheet, value, 'target-next-30-days'),
    },
    {
      label: 'Open pipeline, weighted',
      fact: 'weighted-pipeline',
      trend: share(sheet, 'pipeline-coverage', ' of the next 60 days’ target'),
    },
    cash(sheet),
  ]);
}

/** What the finance chief asks first: how long the money lasts, and whether the charters pay for the house. */
export function cfoFigures(sheet: FactSheet, shown: readonly string[]): readonly KeyFigure[] {
  const runway = toldOf(sheet, 'runway', 'tracked-runway');
  const netBurn = toldOf(sheet, 'net-burn', 'tracked-net-burn');
  const perCharter: readonly Card[] = [
    {
      label: 'Break-even this month',
      fact: 'break-even-charters',
      against: { label: 'charters sailed', fact: 'performed-charters' },
      trend: toBreakEven(sheet),
      state: (value) => {
        const sailed = numberOf(sheet, 'performed-charters');
        return sailed === undefined ? 'neutral' : sailed >= value ? 'good' : running(sheet) ? 'neutral' : 'bad';
      },
    },
    {
      label: 'Contribution per charter',
      fact: 'average-contribution',
      against: { label: 'fixed cost per month', fact: 'fixed-cost' },
      state: (value) => (value < 0 ? 'bad' : 'neutral'),
    },
  ];
  return cards(sheet, [
    {
      label: isTracked(runway) ? 'Runway where books are kept' : 'Runway',
      fact: runway,
      state: (tenths) => (tenths < SHORT_RUNWAY_TENTHS ? 'bad' : 'good'),
    },
    {
      label: isTracked(netBurn) ? 'Net burn per month where books are kept' : 'Net burn per month',
      fact: netBurn,
      against: { label: 'gross burn', fact: isTracked(netBurn) ? 'tracked-gross-burn' : 'gross-burn' },
      trend: isTracked(netBurn) ? undefined : lastMonthAlone(sheet, 'month-net-burn', numberOf(sheet, 'net-burn')),
      state: (value) => (value <= 0 ? 'good' : 'neutral'),
    },
    ...[cash(sheet)].filter(({ fact }) => !shown.includes(fact)),
    ...perCharter,
    { label: 'Deposits covered by cash', fact: 'deposit-coverage', state: (bps) => (bps < WHOLE ? 'bad' : 'good') },
    { label: 'Late payouts', fact: 'late-payouts', state: (value) => (value > 0 ? 'bad' : 'good') },
  ]);
}

/** The first of two facts, unless only the second can be told, in a number or in words. */
function toldOf(sheet: FactSheet, whole: string, tracked: string): string {
  const isTold = (id: string) => sheet.has(id) && sheet.measuredOf(id).state !== 'unknown';
  return !isTold(whole) && isTold(tracked) ? tracked : whole;
}

function isTracked(fact: string): boolean {
  return fact.startsWith('tracked-');
}

/** Below six months of runway there is no time to raise money calmly: policy default. */
const SHORT_RUNWAY_TENTHS = 60;
const WHOLE = 10_000;

function cash(sheet: FactSheet): Card {
  const fact = knownOf(sheet, 'unrestricted-cash', 'tracked-unrestricted-cash');
  const before = monthBefore(sheet);
  const isWhole = fact === 'unrestricted-cash';
  return {
    label: isWhole ? 'Unrestricted cash' : 'Unrestricted cash where books are kept',
    fact,
    trend:
      isWhole && before !== undefined && sheet.has('month-unrestricted-cash', before)
        ? trendFrom(
            sheet,
            numberOf(sheet, fact),
            sheet.get('month-unrestricted-cash', before),
            'at the end of the month before',
          )
        : undefined,
    state: (value) => (value < 0 ? 'bad' : 'neutral'),
  };
}

/** Good once it is reached; a running month is not short of its goal for not being over. */
function towards(sheet: FactSheet, value: number, goalFact: string, isWhole = true): KeyFigure['state'] {
  const goal = numberOf(sheet, goalFact);
  if (goal === undefined) return 'unknown';
  return value < goal && (running(sheet) || !isWhole) ? 'neutral' : stateOf(value - goal);
}

function running(sheet: FactSheet): boolean {
  return sheet.period.until > sheet.today;
}

function toDate(sheet: FactSheet, gap: number): Trend {
  const side = sideOfTarget(gap);
  const words = `${side.charAt(0).toUpperCase()}${side.slice(1)} to date`;
  if (gap === 0) return { direction: 'level', spans: [words] };
  return { direction: gap < 0 ? 'down' : 'up', spans: [`${words}: `, figuresOn(sheet)('revenue-gap-to-date')] };
}

function countTrend(sheet: FactSheet, fact: string, monthly: string): Trend | undefined {
  const before = monthBefore(sheet);
  if (before === undefined || !sheet.has(monthly, before)) return undefined;
  return trendWhileCounting(sheet, numberOf(sheet, fact), sheet.get(monthly, before), 'in the month before');
}

function lastMonthAlone(sheet: FactSheet, monthly: string, average: number | undefined): Trend | undefined {
  const before = monthBefore(sheet);
  if (before === undefined || average === undefined) return undefined;
  const alone = numberOf(sheet, monthly, before);
  if (alone === undefined) return undefined;
  const direction = alone > average ? 'up' : alone < average ? 'down' : 'level';
  return { direction, spans: ['The last month alone: ', figuresOn(sheet)(monthly, before)] };
}

function share(sheet: FactSheet, fact: string, words: string): Trend | undefined {
  return numberOf(sheet, fact) === undefined
    ? undefined
    : { direction: 'open', spans: [figuresOn(sheet)(fact), words] };
}

function toBreakEven(sheet: FactSheet): Trend | undefined {
  const missing = numberOf(sheet, 'charters-to-break-even');
  if (missing === undefined) return undefined;
  return missing <= 0
    ? { direction: 'up', spans: ['Reached'] }
    : { direction: 'open', spans: [figuresOn(sheet)('charters-to-break-even'), ' more to reach it'] };
}

/** The month before the sheet's last one, as the subject its figures hang on. */
function monthBefore(sheet: FactSheet): string | undefined {
  return sheet.subjects('month').at(-2)?.id;
}
