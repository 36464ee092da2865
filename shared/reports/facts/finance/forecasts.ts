import { firstDay } from '../../../kernel/calendar.ts';
import type { Measured } from '../../../kernel/measured.ts';
import { combined, entered, unknown } from '../../../kernel/measured.ts';
import { missingFor } from '../../../kernel/missing.ts';
import { ratio } from '../../../kernel/money.ts';
import type { Forecast } from '../../../records/planning.ts';
import type { FactDefinition } from '../fact.ts';
import { orMissing } from '../known-when.ts';
import { ifDated, MATURE, overMature } from '../marketing/windows.ts';
import { nameOf, namesOf } from '../naming.ts';
import { tallied, unreadable } from '../readings.ts';
import { revenueIn } from '../revenue.ts';
import type { FactView } from '../view.ts';
import { isExpected } from '../view.ts';

/** What was forecast for the last full month before it began: the latest word on each business. */
function forecastForLastMonth(view: FactView): Measured<number> {
  const source = view.registers.forecast;
  if (source.state === 'unreadable') return unreadable('forecasts', source.because);
  const month = view.lastFullMonth;
  const made = source.records.filter((held) => held.month === month && held.madeOn < firstDay(month));
  const latest = view.entityIds.map((id) => ({ id, held: lastOf(made.filter(({ entityId }) => entityId === id)) }));
  const without = latest.filter(({ id, held }) => held === undefined && isExpected(view, id, month));
  if (without.length > 0) {
    return unknown(
      ...without.map(({ id }) => missingFor(`a forecast of ${nameOf(view, id)}, made before the month,`, [month])),
    );
  }
  return entered(
    latest.reduce((sum, { held }) => sum + (held?.cents ?? 0), 0),
    { records: `forecasts of ${namesOf(view)} for ${month}`, asOf: view.today },
  );
}

function lastOf(forecasts: readonly Forecast[]): Forecast | undefined {
  return [...forecasts].sort((a, b) => (`${a.madeOn} ${a.id}` < `${b.madeOn} ${b.id}` ? -1 : 1)).at(-1);
}

/** Of the leads that were quoted and had their thirty days, the share that booked; counted in the books, for decided leads leave the list. */
export function quoteConversion(view: FactView): Measured<number> {
  const [won, quoted] = (['won', 'quoted'] as const).map((name) =>
    ifDated(view, name, overMature(view, tallied(view, name))),
  ) as [Measured<number>, Measured<number>];
  return combined(won, quoted, (booked, all) =>
    orMissing(ratio(Math.min(booked, all), all), `leads of ${namesOf(view)} that were quoted`),
  );
}

const forecast = { perEntity: false, kinds: ['charter'], owner: 'CFO' } as const;

/** How good the last forecast was, and how often a quote becomes a charter. */
export const FORECAST_FACTS: readonly FactDefinition[] = [
  {
    ...forecast,
    id: 'forecast-last-month',
    title: 'Forecast for the last full month',
    unit: 'cents',
    definition: 'The charter revenue expected of the last full month, as last said before it began.',
    formula: 'sum of the latest forecast of each charter business made before the first of the month',
    source: 'forecasts entered by hand',
    needs: ['forecast'],
    compute: forecastForLastMonth,
  },
  {
    ...forecast,
    id: 'forecast-error',
    title: 'Forecast error of the last full month',
    unit: 'share',
    definition: 'How far the last forecast was from what the month brought, either way, as a share of what it brought.',
    formula: '|recognised revenue − forecast| ÷ recognised revenue, last full month',
    source: 'forecasts entered by hand',
    needs: ['forecast', 'balances'],
    compute: (view) =>
      combined(forecastForLastMonth(view), revenueIn(view, [view.lastFullMonth]), (said, came) =>
        orMissing(ratio(Math.abs(came - said), Math.abs(came)), missingFor('revenue', [view.lastFullMonth])),
      ),
  },
  {
    ...forecast,
    id: 'quote-conversion',
    title: 'Quotes that became charters',
    unit: 'share',
    definition: `Of the quoted leads of ${MATURE}, the share that booked within 30 days of asking.`,
    formula: 'leads won within 30 days ÷ leads quoted',
    source: 'policy default',
    needs: ['balances'],
    compute: quoteConversion,
  },
];
