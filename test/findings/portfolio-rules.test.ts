import { expect, test } from 'vitest';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import { PORTFOLIO_RULES } from '../../shared/reports/findings/portfolio-rules/portfolio-rules.ts';
import { anEntity, aSheet, NOVEMBER_TO_DATE } from '../facts/a-snapshot.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

type Case = readonly [id: string, given: Values, found: string];

const MONTH = { 'contract-months-unbilled-cents': 80_000 };
const WORK = { 'unbilled-work': 32_292 };
const COSTS = { 'pass-through-unbilled': 4_000 };
const OWED = { 'client-receivables': 75_000 };
const AGREED = {
  'client-ledger-difference': 0,
  'client-account-difference': 0,
  'client-invoice-difference': 0,
  'billed-work-still-open': 0,
};

/** Each rule at its threshold and one beyond; thresholds are those of the table PRT-01 to PRT-13. */
const CASES: readonly Case[] = [
  ['contract-month-unbilled', { ...MONTH, 'contract-months-unbilled': 0 }, 'ok'],
  ['contract-month-unbilled', { ...MONTH, 'contract-months-unbilled': 1 }, 'high'],
  ['contract-month-unbilled', { ...MONTH, 'contract-months-unbilled': null }, 'unknown'],
  ['client-work-unbilled', { ...WORK, 'unbilled-work-31-60': 0, 'unbilled-work-61-plus': 0 }, 'ok'],
  ['client-work-unbilled', { ...WORK, 'unbilled-work-31-60': 1, 'unbilled-work-61-plus': 0 }, 'high'],
  ['client-work-unbilled', { ...WORK, 'unbilled-work-31-60': 0, 'unbilled-work-61-plus': 1 }, 'critical'],
  ['client-work-unbilled', { ...WORK, 'unbilled-work-31-60': null, 'unbilled-work-61-plus': null }, 'unknown'],
  ['retainer-overage-unbilled', { 'retainer-overage': 0 }, 'ok'],
  ['retainer-overage-unbilled', { 'retainer-overage': 1 }, 'medium'],
  ['retainer-overage-unbilled', { 'retainer-overage': null }, 'unknown'],
  ['pass-through-not-recovered', { ...COSTS, 'pass-through-recovery': 10_000 }, 'ok'],
  ['pass-through-not-recovered', { ...COSTS, 'pass-through-recovery': 9_999 }, 'medium'],
  ['pass-through-not-recovered', { ...COSTS, 'pass-through-recovery': null }, 'unknown'],
  ['realisation-low', { realisation: 9_000 }, 'ok'],
  ['realisation-low', { realisation: 8_999 }, 'medium'],
  ['realisation-low', { realisation: 8_500 }, 'medium'],
  ['realisation-low', { realisation: 8_499 }, 'high'],
  ['realisation-low', { realisation: null }, 'unknown'],
  ['client-without-contract', { 'clients-without-contract': 0 }, 'ok'],
  ['client-without-contract', { 'clients-without-contract': 1 }, 'high'],
  ['client-without-contract', { 'clients-without-contract': null }, 'unknown'],
  ['client-concentration', { 'top-client-share': 4_000 }, 'ok'],
  ['client-concentration', { 'top-client-share': 4_001 }, 'medium'],
  ['client-concentration', { 'top-client-share': null }, 'unknown'],
  ['client-receivables-old', { ...OWED, 'client-receivables-over-60': 0 }, 'ok'],
  ['client-receivables-old', { ...OWED, 'client-receivables-over-60': 1 }, 'high'],
  ['client-receivables-old', { ...OWED, 'client-receivables-over-60': null }, 'unknown'],
  ['client-renewals-due', { 'renewals-within-30': 0 }, 'ok'],
  ['client-renewals-due', { 'renewals-within-30': 1 }, 'high'],
  ['client-renewals-due', { 'renewals-within-30': null }, 'unknown'],
  ['unsupported-client-invoice', { 'unsupported-invoices': 0 }, 'ok'],
  ['unsupported-client-invoice', { 'unsupported-invoices': 1 }, 'high'],
  ['unsupported-client-invoice', { 'unsupported-invoices': null }, 'unknown'],
  ['client-ledger-mismatch', AGREED, 'ok'],
  ['client-ledger-mismatch', { ...AGREED, 'client-ledger-difference': 1 }, 'critical'],
  ['client-ledger-mismatch', { ...AGREED, 'client-account-difference': -1 }, 'critical'],
  ['client-ledger-mismatch', { ...AGREED, 'client-invoice-difference': 1 }, 'critical'],
  ['client-ledger-mismatch', { ...AGREED, 'billed-work-still-open': 1 }, 'critical'],
  ['client-ledger-mismatch', { ...AGREED, 'client-ledger-difference': null }, 'unknown'],
  ['lapsed-contract-work', { 'lapsed-contract-work': 0 }, 'ok'],
  ['lapsed-contract-work', { 'lapsed-contract-work': 1 }, 'high'],
  ['lapsed-contract-work', { 'lapsed-contract-work': null }, 'unknown'],
];

test.each(CASES)('%s judges %o as %s', (id, given, found) => {
  const finding = findingsOf(PORTFOLIO_RULES, aSheetOf(given)).find(({ rule }) => rule.id === id);
  expect(finding?.state === 'shortfall' ? finding.severity : (finding?.state ?? 'does not apply')).toBe(found);
});

test.each([
  ['at the least rate', 11_500, undefined],
  ['a cent below it', 11_501, 'medium'],
])('an hour that brings $115.00 %s', (_, floorCentsPerHour, severity) => {
  // 23,000 for 120 minutes: $115.00 an hour
  const client = {
    entityId: 'dc',
    id: 'bakery',
    name: 'The bakery',
    since: '2024-01-01',
    active: true,
    floorCentsPerHour,
    renewals: [],
  };
  const counts = { 'bakery.work-billed': 23_000, 'bakery.minutes': 120, 'bakery.revenue': 23_000 };
  const month = { entityId: 'dc', month: '2026-11', groups: { accounts: { '1110': 23_000, '4310': -23_000 } } };
  const sheet = aSheet(
    {
      records: { entity: [anEntity({ id: 'dc', kind: 'agency' })], client: [client] },
      balances: [{ ...month, groups: { ...month.groups, clients: counts } } as never],
    },
    NOVEMBER_TO_DATE,
    ['dc'],
  );
  const finding = findingsOf(PORTFOLIO_RULES, sheet).find(({ rule }) => rule.id === 'client-rate-below-floor');
  expect(finding?.state === 'shortfall' ? finding.severity : undefined).toBe(severity);
  expect(finding?.state).toBe(severity === undefined ? 'ok' : 'shortfall');
});

test('every rule of the table is there, in its order, and has a case', () => {
  const codes = Array.from({ length: 13 }, (_, i) => `PRT-${String(i + 1).padStart(2, '0')}`);
  expect(PORTFOLIO_RULES.map(({ code }) => code)).toEqual(codes);
  const tested = new Set([...CASES.map(([id]) => id), 'client-rate-below-floor']);
  expect(PORTFOLIO_RULES.filter(({ id }) => !tested.has(id))).toEqual([]);
});
