import type { Month } from '../../../kernel/calendar.ts';
import { monthOf, monthsThrough, plusMonths } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, estimated, mapped } from '../../../kernel/measured.ts';
import { basisPoints, cents, shareOf } from '../../../kernel/money.ts';
import { chartersAhead, forecastOf, netPrice } from '../bookings-ahead.ts';
import type { FactMeaning, FactValue, SubjectFacts } from '../fact.ts';
import { against } from '../known-when.ts';
import { revenueIn, spanSoFar } from '../revenue.ts';
import { targetIn } from '../targets.ts';
import type { FactView } from '../view.ts';
import { charterBusinesses } from './charter-businesses.ts';
import { quoteConversion } from './forecasts.ts';

const QUARTERS_AHEAD = 2;

const outlook = { unit: 'cents', source: 'policy default', needs: ['balances'] } as const;
const MEANINGS: readonly FactMeaning[] = [
  {
    ...outlook,
    id: 'outlook-target',
    title: 'Charter revenue target of the month',
    definition: 'What the charter businesses are meant to bring in the month.',
    formula: 'sum of the revenue targets of the month',
    source: 'targets the owner entered',
    needs: ['target'],
  },
  {
    ...outlook,
    id: 'outlook-low',
    title: 'Low end of the forecast',
    definition: 'What is earned already: the least the month will bring if nothing more sails.',
    formula: 'charter revenue of the month so far; zero in a month that has not begun',
  },
  {
    ...outlook,
    id: 'outlook-base',
    title: 'Forecast of the month',
    definition:
      'What the month will bring if what is booked sails as usually happens; bookings nobody has made yet are no part of it, so months far ahead look low.',
    formula: 'earned so far + firm charters still to sail × (1 − cancellation rate of three months)',
    needs: ['balances', 'upcoming'],
  },
  {
    ...outlook,
    id: 'outlook-high',
    title: 'High end of the forecast',
    definition: 'The forecast with what is quoted or held for the month, as often as quotes become charters.',
    formula: 'forecast + charters quoted or held × quotes that became charters',
    needs: ['balances', 'upcoming'],
  },
  {
    ...outlook,
    id: 'outlook-gap',
    title: 'Gap to the target of the month',
    definition: 'Forecast less target; negative when short.',
    formula: 'forecast − target',
    needs: ['balances', 'upcoming', 'target'],
  },
];

/** The running month of the charter businesses and those ahead through the next two quarters. */
export const OUTLOOK_SUBJECTS: SubjectFacts = {
  kind: 'outlook',
  meanings: MEANINGS,
  list: (whole) => {
    const view = charterBusinesses(whole);
    if (view === undefined) return [];
    return monthsThrough(monthOf(view.today), lastMonthAhead(view)).map((month) => ({
      subject: { kind: 'outlook', id: `outlook-${month}`, name: month },
      figures: figuresAhead(view, month),
    }));
  },
};

/** The last month of the second quarter after the running one, by the fiscal year of the first business. */
function lastMonthAhead(view: FactView): Month {
  const running = monthOf(view.today);
  const start = view.entityIds.map((id) => view.entityOf(id)?.fiscalYearStartMonth ?? 1)[0] ?? 1;
  const into = spanSoFar(running, start, 3).length;
  return plusMonths(running, 3 - into + 3 * QUARTERS_AHEAD);
}

type Figures = Readonly<Record<string, Measured<FactValue>>>;

function figuresAhead(view: FactView, month: Month): Figures {
  const isRunning = month === monthOf(view.today);
  const base = forecastOf(view, month);
  const goal = targetIn(view, [month], 'revenue');
  return {
    'outlook-target': goal,
    'outlook-low': isRunning ? revenueIn(view, [month]) : mapped(chartersAhead(view), () => 0),
    'outlook-base': base,
    'outlook-high': high(view, month, base),
    'outlook-gap': against(base, goal, (comes, aim) => comes - aim),
  };
}

function high(view: FactView, month: Month, base: Measured<number>): Measured<number> {
  const quoted = mapped(chartersAhead(view), (charters) =>
    netPrice(
      charters.filter(
        ({ lifecycle, sailsOn, holdExpiresAt }) =>
          monthOf(sailsOn) === month &&
          (lifecycle === 'quoted' ||
            (lifecycle === 'held' && (holdExpiresAt === undefined || holdExpiresAt > view.takenAt))),
      ),
    ),
  );
  const likely = combined(quoted, quoteConversion(view), (value, share) => shareOf(cents(value), basisPoints(share)));
  const figure = combined(base, likely, (comes, more) => comes + more);
  if (figure.state === 'unknown') return figure;
  const assumption = 'Bookings are cancelled, and quotes won, as often as lately.';
  return estimated(figure.value, { ...figure.basis, assumption });
}
