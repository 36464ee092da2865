import { expect, test } from 'vitest';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { CEO_RULES } from '../../shared/reports/findings/ceo-rules/ceo-rules.ts';
import { CFO_RULES } from '../../shared/reports/findings/cfo-rules/cfo-rules.ts';
import { sideOfBelief } from '../../shared/reports/findings/cfo-rules/plan.ts';
import type { Finding } from '../../shared/reports/findings/finding.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

type Case = readonly [code: string, given: Values, found: string];

const CASH = { 'net-burn': 600_000, 'unrestricted-cash': 2_000_000 };
const EVEN = { 'contribution-less-fixed-cost': -100_000 };
const BURN = { 'net-burn-rise': 100 };
const GAP = { 'charter-gap-to-date': -100_000, 'charter-business-revenue': 500_000 };
const RESERVE = { 'reserve-months': 20, 'reserve-floor': 2_400_000 };
const RISES = { 'unapproved-fixed-cost-more': 18_000, 'unapproved-fixed-cost-names': 'Vessel insurance' };
const BURN_SAID = { 'net-burn-believed-low': 700_000, 'net-burn-believed-high': 900_000 };
const EVEN_SAID = { 'break-even-believed-low': 6, 'break-even-believed-high': 6 };

const CASES: readonly Case[] = [
  ['CFO-01', { ...CASH, runway: 60 }, 'ok'],
  ['CFO-01', { ...CASH, runway: 59 }, 'high'],
  ['CFO-01', { ...CASH, runway: 30 }, 'high'],
  ['CFO-01', { ...CASH, runway: 29 }, 'critical'],
  ['CFO-01', { ...CASH, runway: 'not burning' }, 'ok'],
  ['CFO-01', { ...CASH, runway: null }, 'unknown'],
  ['CFO-01', { ...CASH, runway: null, 'tracked-runway': 12 }, 'critical'],
  ['CFO-02', { 'unrestricted-cash': 0, 'restricted-cash': 5 }, 'ok'],
  ['CFO-02', { 'unrestricted-cash': -1, 'restricted-cash': 5 }, 'critical'],
  ['CFO-02', { 'unrestricted-cash': null }, 'unknown'],
  ['CFO-03', { ...BURN, 'net-burn-last-month': 120, 'net-burn-month-before': 100 }, 'ok'],
  ['CFO-03', { ...BURN, 'net-burn-last-month': 121, 'net-burn-month-before': 100 }, 'medium'],
  ['CFO-03', { ...BURN, 'net-burn-last-month': 1, 'net-burn-month-before': -50 }, 'medium'],
  ['CFO-03', { ...BURN, 'net-burn-last-month': -10, 'net-burn-month-before': -50 }, 'ok'],
  ['CFO-03', { 'net-burn-last-month': 1, 'net-burn-month-before': null }, 'unknown'],
  ['CFO-05', { ...EVEN, 'charters-last-full-month': 10, 'break-even-last-full-month': 10 }, 'ok'],
  ['CFO-05', { ...EVEN, 'charters-last-full-month': 9, 'break-even-last-full-month': 10 }, 'high'],
  ['CFO-05', { ...EVEN, 'charters-last-full-month': 99, 'break-even-last-full-month': 'unreachable' }, 'high'],
  ['CFO-05', { 'charters-last-full-month': 9, 'break-even-last-full-month': null }, 'unknown'],
  ['CFO-06', { ...GAP, 'charter-gap-share': -2_000 }, 'ok'],
  ['CFO-06', { ...GAP, 'charter-gap-share': -2_001 }, 'medium'],
  ['CFO-06', { ...GAP, 'charter-gap-share': -4_001 }, 'high'],
  ['CFO-06', { 'charter-gap-to-date': null, 'charter-gap-share': null }, 'unknown'],
  ['CFO-07', { ...RESERVE, 'reserve-shortfall': 0 }, 'ok'],
  ['CFO-07', { ...RESERVE, 'reserve-shortfall': 1 }, 'high'],
  ['CFO-07', { 'reserve-shortfall': null }, 'unknown'],
  ['CFO-08', { ...RISES, 'unapproved-fixed-cost-rises': 0 }, 'ok'],
  ['CFO-08', { ...RISES, 'unapproved-fixed-cost-rises': 1 }, 'medium'],
  ['CFO-08', { 'unapproved-fixed-cost-rises': null }, 'unknown'],
  ['CFO-11', { 'forecast-last-month': 1, 'forecast-error': 2_500 }, 'ok'],
  ['CFO-11', { 'forecast-last-month': 1, 'forecast-error': 2_501 }, 'low'],
  ['CFO-11', { 'forecast-error': null }, 'unknown'],
  ['CFO-12', { ...BURN_SAID, 'net-burn': 900_000 }, 'ok'],
  ['CFO-12', { ...BURN_SAID, 'net-burn': 900_001 }, 'low'],
  ['CFO-12', { ...BURN_SAID, 'net-burn': null }, 'unknown'],
  ['CFO-12', { ...BURN_SAID, 'net-burn': null, 'tracked-net-burn': 699_999 }, 'low'],
  ['CFO-12', { ...EVEN_SAID, 'break-even-charters': 'unreachable' }, 'low'],
];

test.each(CASES)('%s given %j is %s', (code, given, found) => {
  expect(foundBy(code, aSheetOf(given))).toBe(found);
});

const channel = (charters: number | null, contribution: number | null): FactSheet => {
  const values = {
    'channel-charters': charters,
    'channel-contribution': contribution,
    'channel-average-contribution': contribution,
  };
  const sheet = aSheetOf({ 'top-channel-revenue': 1 }, { entities: { viator: values } });
  return { ...sheet, subjects: (kind) => (kind === 'channel' ? [{ kind, id: 'viator', name: 'Viator' }] : []) };
};

test.each([
  [3, -1, 'high'],
  [3, 0, 'high'],
  [2, -1, 'ok'],
  [3, 1, 'ok'],
  [null, null, 'unknown'],
])('a channel of %s charters that left %s in all is %s', (charters, contribution, found) => {
  expect(foundBy('CFO-04', channel(charters, contribution))).toBe(found);
});

/** A sheet with figures the accounting facts bring, which may not be in the catalog. */
function withFigures(values: Readonly<Record<string, number>>): FactSheet {
  const sheet = aSheetOf({ 'missing-kpis': 0 });
  const get: FactSheet['get'] = (id, scope) => {
    const value = values[id];
    const base = sheet.get('missing-kpis');
    return value === undefined
      ? sheet.get(id, scope)
      : {
          ...base,
          key: `${id}@group`,
          meaning: { ...base.meaning, id, title: id },
          measured: { state: 'measured', value, basis: { records: 'tests', asOf: sheet.today } },
        };
  };
  return { ...sheet, get, has: (id, scope) => id in values || sheet.has(id, scope) };
}

test.each([
  ['CFO-09', { 'late-payouts': 0 }, 'ok'],
  ['CFO-09', { 'late-payouts': 1, 'late-payout-cents': 50_000 }, 'medium'],
  ['CFO-10', { 'unmatched-bank-cents': 50_000, 'oldest-unmatched-bank-days': 30 }, 'ok'],
  ['CFO-10', { 'unmatched-bank-cents': 50_001, 'oldest-unmatched-bank-days': 0 }, 'high'],
  ['CFO-10', { 'unmatched-bank-cents': 0, 'oldest-unmatched-bank-days': 31 }, 'high'],
] as const)('%s given %j is %s', (code, given, found) => {
  expect(foundBy(code, withFigures(given))).toBe(found);
});

test('rules whose figures nobody computes are not asked', () => {
  const codes = findingsOf(CFO_RULES, aSheetOf({ 'reserve-shortfall': 0 })).map(({ rule }) => rule.code);
  expect(codes).toEqual(['CFO-07']);
});

test('there are twelve, numbered in order, and break-even is the CEO’s root cause too', () => {
  const numbers = Array.from({ length: 12 }, (_, i) => `CFO-${String(i + 1).padStart(2, '0')}`);
  expect(CFO_RULES.map(({ code }) => code)).toEqual(numbers);
  expect(new Set(CFO_RULES.map(({ id }) => id)).size).toBe(12);
  const ceo = CEO_RULES.map(({ causeKey }) => causeKey);
  expect(CFO_RULES.map(({ causeKey }) => causeKey).filter((key) => ceo.includes(key))).toContain('below-break-even');
});

test.each([
  [6, 8, 5, 'below'],
  [6, 8, 6, 'within'],
  [6, 8, 8, 'within'],
  [6, 8, 9, 'above'],
] as const)('believed %s to %s, measured %s is %s', (low, high, measured, side) => {
  expect(sideOfBelief(low, high, measured)).toBe(side);
});

function foundBy(code: string, sheet: FactSheet): string {
  const finding = findingsOf(CFO_RULES, sheet).find(({ rule }) => rule.code === code) as Finding;
  return finding.state === 'shortfall' ? finding.severity : finding.state;
}
