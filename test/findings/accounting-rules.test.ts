import { expect, test } from 'vitest';
import { ACCOUNTING_RULES } from '../../shared/reports/findings/accounting-rules/accounting-rules.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

type Case = readonly [id: string, given: Values, found: string];

const OPEN = { 'close-checks-open': 2 };
const STUCK = { 'stuck-deposits-cents': 5_000 };
const UNBILLED = { 'unbilled-charters-cents': 5_000 };
const RECEIPTS = { 'expenses-without-receipt-cents': 8_000 };
const REPAIRS = { 'repairs-to-review-cents': 300_000 };
const LATE = { 'late-payout-cents': 88_500 };
const CONTRACTORS = { 'form-1099-threshold': 200_000, 'form-1099-vendors': 2 };
const BANK = { 'unmatched-bank-cents': 900 };

const CASES: readonly Case[] = [
  ['trial-balance-off', { 'trial-balance-difference': 0 }, 'ok'],
  ['trial-balance-off', { 'trial-balance-difference': -1 }, 'critical'],
  ['trial-balance-off', { 'trial-balance-difference': null }, 'unknown'],
  ['stuck-deposits', { ...STUCK, 'stuck-deposits': 1 }, 'high'],
  ['stuck-deposits', { 'stuck-deposits': 0, 'stuck-deposits-cents': 0 }, 'ok'],
  ['stuck-deposits', { ...STUCK, 'stuck-deposits': null }, 'unknown'],
  ['wrong-sided-balance', { 'accounts-on-wrong-side': 0 }, 'ok'],
  ['wrong-sided-balance', { 'accounts-on-wrong-side': 1 }, 'high'],
  ['wrong-sided-balance', { 'accounts-on-wrong-side': null }, 'unknown'],
  ['tips-overdue', { 'tips-overdue-cents': 0 }, 'ok'],
  ['tips-overdue', { 'tips-overdue-cents': 1 }, 'critical'],
  ['tips-overdue', { 'tips-overdue-cents': null }, 'unknown'],
  ['sales-tax-overdue', { 'sales-tax-overdue-cents': 0 }, 'ok'],
  ['sales-tax-overdue', { 'sales-tax-overdue-cents': 1 }, 'critical'],
  ['sales-tax-overdue', { 'sales-tax-overdue-cents': null }, 'unknown'],
  ['addons-untaxed', { 'untaxed-addons': 0 }, 'ok'],
  ['addons-untaxed', { 'untaxed-addons': 1 }, 'high'],
  ['addons-untaxed', { 'untaxed-addons': null }, 'unknown'],
  ['month-not-closed', { ...OPEN, 'unclosed-days': 10 }, 'ok'],
  ['month-not-closed', { ...OPEN, 'unclosed-days': 11 }, 'high'],
  ['month-not-closed', { ...OPEN, 'unclosed-days': null }, 'unknown'],
  ['uncategorised-expenses', { 'uncategorised-cents': 25_000, 'uncategorised-share': 200 }, 'ok'],
  ['uncategorised-expenses', { 'uncategorised-cents': 25_001, 'uncategorised-share': 0 }, 'medium'],
  ['uncategorised-expenses', { 'uncategorised-cents': 100, 'uncategorised-share': 201 }, 'medium'],
  ['uncategorised-expenses', { 'uncategorised-cents': null, 'uncategorised-share': null }, 'unknown'],
  ['receipts-missing', { ...RECEIPTS, 'expenses-without-receipt': 1 }, 'medium'],
  ['receipts-missing', { 'expenses-without-receipt': 0, 'expenses-without-receipt-cents': 0 }, 'ok'],
  ['receipts-missing', { ...RECEIPTS, 'expenses-without-receipt': null }, 'unknown'],
  ['charters-not-invoiced', { ...UNBILLED, 'unbilled-charters': 1 }, 'high'],
  ['charters-not-invoiced', { 'unbilled-charters': 0, 'unbilled-charters-cents': 0 }, 'ok'],
  ['charters-not-invoiced', { ...UNBILLED, 'unbilled-charters': null }, 'unknown'],
  ['payout-variance', { 'payout-variance': 100 }, 'ok'],
  ['payout-variance', { 'payout-variance': -101 }, 'medium'],
  ['payout-variance', { 'payout-variance': null }, 'unknown'],
  ['w9-missing', { ...CONTRACTORS, 'form-1099-without-w9': 0 }, 'ok'],
  ['w9-missing', { ...CONTRACTORS, 'form-1099-without-w9': 1 }, 'high'],
  ['w9-missing', { ...CONTRACTORS, 'form-1099-without-w9': null }, 'unknown'],
  ['receivables-old', { 'receivables-over-60-share': 1_000, 'receivables-91-plus': 50_000 }, 'ok'],
  ['receivables-old', { 'receivables-over-60-share': 1_001, 'receivables-91-plus': 0 }, 'high'],
  ['receivables-old', { 'receivables-over-60-share': 0, 'receivables-91-plus': 50_001 }, 'high'],
  ['receivables-old', { 'receivables-over-60-share': null, 'receivables-91-plus': null }, 'unknown'],
  ['improvements-as-repairs', { ...REPAIRS, 'repairs-to-review': 1 }, 'medium'],
  ['improvements-as-repairs', { 'repairs-to-review': 0, 'repairs-to-review-cents': 0 }, 'ok'],
  ['improvements-as-repairs', { ...REPAIRS, 'repairs-to-review': null }, 'unknown'],
  ['gift-card-mismatch', { 'gift-card-difference': 0 }, 'ok'],
  ['gift-card-mismatch', { 'gift-card-difference': 1 }, 'critical'],
  ['gift-card-mismatch', { 'gift-card-difference': null }, 'unknown'],
  ['journal-after-close', { 'closed-months-changed': 0 }, 'ok'],
  ['journal-after-close', { 'closed-months-changed': 1 }, 'critical'],
  ['journal-after-close', { 'closed-months-changed': null }, 'unknown'],
  ['second-program-mismatch', { 'second-program-difference': 0 }, 'ok'],
  ['second-program-mismatch', { 'second-program-difference': 1 }, 'critical'],
  ['second-program-mismatch', { 'second-program-difference': null }, 'unknown'],
  ['late-payouts', { ...LATE, 'late-payouts': 1 }, 'medium'],
  ['late-payouts', { 'late-payouts': 0, 'late-payout-cents': 0 }, 'ok'],
  ['late-payouts', { ...LATE, 'late-payouts': null }, 'unknown'],
  ['bank-lines-unexplained', { ...BANK, 'unmatched-bank-lines': 1, 'oldest-unmatched-bank-days': 30 }, 'medium'],
  ['bank-lines-unexplained', { ...BANK, 'unmatched-bank-lines': 1, 'oldest-unmatched-bank-days': 31 }, 'high'],
  ['bank-lines-unexplained', { ...BANK, 'unmatched-bank-lines': 0, 'oldest-unmatched-bank-days': 0 }, 'ok'],
  ['bank-lines-unexplained', { ...BANK, 'unmatched-bank-lines': null, 'oldest-unmatched-bank-days': null }, 'unknown'],
  ['invoices-outside-books', { 'receivables-not-in-books': 0 }, 'ok'],
  ['invoices-outside-books', { 'receivables-not-in-books': 1 }, 'high'],
  ['invoices-outside-books', { 'receivables-not-in-books': null }, 'unknown'],
  ['no-revenue-tracking', { 'untracked-entities': 1 }, 'critical'],
  ['no-revenue-tracking', { 'untracked-entities': 0 }, 'ok'],
];

test.each(CASES)('%s given %j is %s', (id, given, found) => {
  const finding = findingsOf(ACCOUNTING_RULES, aSheetOf(given)).find(({ rule }) => rule.id === id);
  expect(finding?.state === 'shortfall' ? finding.severity : finding?.state).toBe(found);
});

test.each(ACCOUNTING_RULES.map((rule) => [rule.id, rule] as const))('%s is complete', (id, rule) => {
  expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(CASES.filter(([of]) => of === id).map(([, , found]) => found)).toContain('ok');
  expect(rule.action.dueDays).toBeGreaterThan(0);
  expect(rule.action.dueDays).toBeLessThanOrEqual(30);
  expect(rule.action.title).not.toMatch(/\.$/);
});

test('every rule has an id of its own; the one without books has the cause it has for the CEO', () => {
  expect(new Set(ACCOUNTING_RULES.map(({ id }) => id)).size).toBe(ACCOUNTING_RULES.length);
  expect(ACCOUNTING_RULES.map(({ causeKey }) => causeKey)).toContain('books-not-kept');
});
