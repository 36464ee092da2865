import { cents } from '../../kernel/money.ts';
import type { Target } from '../../records/money.ts';
import { body, doesNotFit, importKind, optional, required } from '../import-kind.ts';
import { monthOfYear } from '../reading-days.ts';
import { amountNotBelowZero } from '../reading-money.ts';
import { wholeNumber } from '../reading-numbers.ts';
import { choice, dollarsOnly } from '../reading-text.ts';
import type { BodyOf } from '../record-body.ts';

const METRIC = choice({
  revenue: ['sales', 'income', 'turnover'],
  charters: ['trips', 'number of charters', 'bookings'],
});

/** What months are meant to bring: revenue in dollars, or a number of charters. */
export const targets = importKind({
  id: 'targets',
  title: 'Targets',
  one: 'target',
  many: 'targets',
  columns: {
    month: required('Month', monthOfYear, '2026-11', ['Period', 'Date', 'Target month']),
    metric: required('Metric', METRIC, 'revenue', ['Target of', 'Measure', 'KPI', 'Kind']),
    revenueCents: optional('Revenue', amountNotBelowZero, '42,000.00', [
      'Revenue target',
      'Target revenue',
      'Sales target',
    ]),
    charters: optional('Charters', wholeNumber, '24', ['Charter target', 'Number of charters', 'Trips']),
    value: optional('Target', amountNotBelowZero, '42,000.00', ['Value', 'Goal', 'Amount', 'Plan']),
    currency: optional('Currency', dollarsOnly, 'USD', ['Currency code'], 'US dollars'),
  },
  anyOf: [[['value'], ['revenueCents'], ['charters']]],
  assemble: ({ month, metric, revenueCents, charters, value }, entityId) => {
    const own = metric === 'revenue' ? revenueCents : charters;
    if (own !== undefined && value !== undefined && value !== own)
      return doesNotFit('value', 'expected one target, not two that differ');
    if (own !== undefined) return body<BodyOf<Target>>({ entityId, month, metric, value: cents(own) });
    if (value === undefined) return doesNotFit('value', `expected a target for ${metric}`);
    if (metric === 'revenue') return body<BodyOf<Target>>({ entityId, month, metric, value });
    // Every amount is read as dollars and cents; a number of charters stands before the point.
    return value % 100 === 0
      ? body<BodyOf<Target>>({ entityId, month, metric, value: cents(value / 100) })
      : doesNotFit('value', 'expected a whole number of charters');
  },
  identity: ({ month, metric }) => [month, metric],
  equalRows: 'same',
});
