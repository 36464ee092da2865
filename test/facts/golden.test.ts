import { expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthPeriod } from '../../shared/kernel/period.ts';
import { rebuiltBalances } from '../../shared/ledger/balances.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import {
  averageBookingValue,
  averageContribution,
  breakEvenCharters,
  cancellationRate,
  contributionMargin,
  forecast,
  gapToDate,
  grossBurn,
  netBurn,
  perMonth,
  proratedTarget,
  runRate,
  runwayTenths,
  targetGap,
} from '../../shared/reports/facts/formulas.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { goldenEntries } from '../ledger/golden-history.ts';
import { anUpcomingCharter, aSnapshot, NOVEMBER_TO_DATE, OCTOBER, valueOn } from './a-snapshot.ts';

const { input, expected } = golden;

test.each(['evt_A', 'evt_B', 'evt_D'] as const)('the margin of %s is the worked one', (id) => {
  const event = input.events.find((held) => held.id === id)!; // the vectors hold it
  const margin = contributionMargin({
    charterCents: event.charterCents,
    addonCents: event.addonsCents,
    discountCents: event.discountCents,
    commissionCents: expected.commissionCents[id],
    merchantFeeCents: event.merchantFeeCents,
    variableCents: event.variableCents,
  });
  expect(margin).toBe(expected.contributionMarginCents[id]);
});

test('average contribution and break-even are the worked ones', () => {
  const sum = Object.values(expected.contributionMarginCents).reduce((a, b) => a + b, 0);
  const average = averageContribution(sum, 3);
  expect(average).toBe(expected.avgContributionMarginCents);
  expect(breakEvenCharters(input.fixedMonthlyCents, average ?? 0)).toBe(expected.breakEvenCharters);
});

test('burn and runway are the worked ones', () => {
  const { monthly } = input.cash;
  const gross = monthly.map((m) => grossBurn(m.outflowCents, m.passThroughOutCents));
  const net = monthly.map((m, i) => netBurn(gross[i] ?? 0, m.customerInCents, m.passThroughInCents));
  const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
  expect(perMonth(sum(gross), 3)).toBe(expected.grossBurnAvg3Cents);
  expect(perMonth(sum(net), 3)).toBe(expected.netBurnAvg3Cents);
  const unrestricted = input.cash.bankBalanceCents - input.cash.restrictedCents;
  expect(unrestricted).toBe(expected.unrestrictedCashCents);
  expect(runwayTenths(unrestricted, expected.netBurnAvg3Cents)).toBe(expected.runwayMonthsTenths);
});

test('booking values, cancellations and the forecast are the worked ones', () => {
  expect(averageBookingValue(746_499, 6)).toBe(expected.avgBookingValueCents);
  const { resolved, cancelled, rateBps, weatherRateBps } = expected['cancellation_2026-11'];
  expect(cancellationRate(cancelled, resolved)).toBe(rateBps);
  expect(cancellationRate(1, resolved)).toBe(weatherRateBps);
  const { elapsedDays, daysInMonth, mtdCents, onBooksCents } = expected.forecast;
  expect(runRate(mtdCents, elapsedDays, daysInMonth)).toBe(expected.forecast.runRateCents);
  expect(runRate(mtdCents, 4, daysInMonth)).toBeUndefined();
  expect(forecast(mtdCents, onBooksCents, 0)).toBe(expected.forecast.mtdPlusOnBooksCents);
  expect(proratedTarget(input.target.cents, elapsedDays, daysInMonth)).toBe(expected.forecast.proratedTargetCents);
  expect(gapToDate(mtdCents, input.target.cents, elapsedDays, daysInMonth)).toBe(expected.forecast.gapToDateCents);
  expect(targetGap(mtdCents, input.target.cents)).toBe(expected.forecast.gapFullCents);
});

const SNAPSHOT = aSnapshot({
  balances: rebuiltBalances(goldenEntries('costs first')),
  upcoming: [anUpcomingCharter()],
  records: {
    target: [{ month: input.target.month, metric: 'revenue', value: input.target.cents }],
    'fixed-cost': [{ name: 'Slip and insurance', centsPerMonth: input.fixedMonthlyCents, from: '2026-01' }],
  },
});

test.each(Object.entries(expected.recognizedRevenueByMonth))(
  'the sheet recognises the worked revenue of %s',
  (month, cents) => {
    const period = month === '2026-11' ? NOVEMBER_TO_DATE : monthPeriod(month as Month);
    expect(valueOn(factSheet(SNAPSHOT, ['jada'], period), 'recognised-revenue')).toBe(cents);
  },
);

test('the sheet of November to date holds the worked figures', () => {
  const sheet = factSheet(SNAPSHOT, ['jada'], NOVEMBER_TO_DATE);
  const held = Object.fromEntries(
    [
      'average-contribution',
      'break-even-charters',
      'on-the-books',
      'revenue-gap',
      'revenue-gap-to-date',
      'cancellation-rate',
      'weather-cancellation-rate',
      'operator-cancellation-rate',
      'performed-charters',
      'charters-to-break-even',
    ].map((id) => [id, valueOn(sheet, id)]),
  );
  expect(held).toEqual({
    'average-contribution': expected.avgContributionMarginCents,
    'break-even-charters': expected.breakEvenCharters,
    'on-the-books': expected.forecast.onBooksCents,
    'revenue-gap': expected.forecast.gapFullCents,
    'revenue-gap-to-date': expected.forecast.gapToDateCents,
    'cancellation-rate': expected['cancellation_2026-11'].rateBps,
    'weather-cancellation-rate': expected['cancellation_2026-11'].weatherRateBps,
    'operator-cancellation-rate': expected['cancellation_2026-11'].operatorRateBps,
    'performed-charters': 1,
    'charters-to-break-even': 9,
  });
});

test('UTC month bucket: October is not what counting in UTC with tax and tips would make it', () => {
  const october = valueOn(factSheet(SNAPSHOT, ['jada'], OCTOBER), 'recognised-revenue');
  expect(october).not.toBe(expected.NAIVE_utc_gross_do_not_use['2026-10']);
});
