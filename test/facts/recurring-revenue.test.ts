import { expect, test } from 'vitest';
import { localDate } from '../../shared/kernel/calendar.ts';
import type { PricedPlan } from '../../shared/reports/facts/plan-movements.ts';
import { planMovements } from '../../shared/reports/facts/plan-movements.ts';
import golden from '../golden/kpi.json' with { type: 'json' };
import { aMonth, anEntity, aSheet, OCTOBER, valueOn } from './a-snapshot.ts';

const PLANS = golden.input.subs.map(({ id, planCents, interval, from, to, ...rest }) => ({
  id: `sub_${id}`,
  customerId: `cus_${id}`,
  centsPerInterval: planCents,
  interval,
  from,
  status: to === null ? 'active' : 'cancelled',
  ...(to === null ? {} : { until: to }),
  changes: ('changes' in rest ? (rest.changes ?? []) : []).map(({ on, planCents: cents }) => ({
    on,
    centsPerInterval: cents,
  })),
}));
const records = { entity: [anEntity({ kind: 'subscription' })], subscription: PLANS };

test('the movements of October are the golden ones, to the cent', () => {
  const sheet = aSheet({ records }, OCTOBER);
  const { start, new: added, expansion, contraction, churn, end } = golden.expected['mrr_2026-10'];
  expect(valueOn(sheet, 'mrr-start')).toBe(start);
  expect(valueOn(sheet, 'mrr-new')).toBe(added);
  expect(valueOn(sheet, 'mrr-expansion')).toBe(expansion);
  expect(valueOn(sheet, 'mrr-contraction')).toBe(contraction);
  expect(valueOn(sheet, 'mrr-churn')).toBe(churn);
  expect(valueOn(sheet, 'mrr-reactivation')).toBe(0);
  expect(valueOn(sheet, 'mrr-end')).toBe(end);
});

test('so are customers and revenue lost; what is kept is what is left of the start', () => {
  const sheet = aSheet({ records }, OCTOBER);
  expect(valueOn(sheet, 'logo-churn')).toBe(golden.expected.logoChurnBps);
  expect(valueOn(sheet, 'gross-revenue-churn')).toBe(golden.expected.grossRevenueChurnBps);
  // (345.00 + 50.00 − 50.00 − 99.00) ÷ 345.00 = 71.304… %
  expect(valueOn(sheet, 'net-revenue-retention')).toBe(7_130);
  // 295.00 over the five customers left
  expect(valueOn(sheet, 'revenue-per-account')).toBe(5_900);
});

test('lifetime value is revenue per customer times margin over the share that leaves', () => {
  const balances = [aMonth('2026-10', { accounts: { '4110': -100_000, '5040': 20_000 } })];
  // 59.00 × 80 % ÷ 20 % = 236.00
  expect(valueOn(aSheet({ records, balances }, OCTOBER), 'subscriber-lifetime-value')).toBe(23_600);
});

test('where nobody left, lifetime value is words and no division', () => {
  const stay = { ...records, subscription: PLANS.filter(({ status }) => status === 'active') };
  expect(valueOn(aSheet({ records: stay }, OCTOBER), 'subscriber-lifetime-value')).toBe('no churn yet');
});

test('without a customer at the start the shares are unknown, not zero', () => {
  const fresh = { ...records, subscription: PLANS.filter(({ id }) => id === 'sub_s4') };
  const sheet = aSheet({ records: fresh }, OCTOBER);
  for (const id of ['logo-churn', 'gross-revenue-churn', 'net-revenue-retention']) {
    expect(valueOn(sheet, id)).toContain('unknown');
  }
  expect(valueOn(sheet, 'mrr-new')).toBe(4_900);
});

test('a customer who had left and is back is a reactivation, and one who joins and leaves within is in nothing', () => {
  const plan = (id: string, from: string, until?: string) =>
    ({ id, customerId: 'cus_1', centsPerInterval: 9_900, interval: 'month', from, status: 'active', until }) as never;
  const [before, through] = [localDate('2026-09-30'), localDate('2026-10-31')];
  const back: PricedPlan[] = [plan('sub_1', '2026-01-01', '2026-05-01'), plan('sub_2', '2026-10-05')];
  expect(planMovements(back, before, through)).toMatchObject({ start: 0, new: 0, reactivation: 9_900, end: 9_900 });
  const brief: PricedPlan[] = [plan('sub_3', '2026-10-05', '2026-10-20')];
  expect(planMovements(brief, before, through)).toMatchObject({ start: 0, new: 0, churn: 0, end: 0, customersLost: 0 });
});
