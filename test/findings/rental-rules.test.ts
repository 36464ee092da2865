import { expect, test } from 'vitest';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import { RENTAL_RULES } from '../../shared/reports/findings/rental-rules/rental-rules.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

type Case = readonly [id: string, given: Values, found: string];

const FULL = { 'rental-occupancy': 5_400, 'rental-revpar': 7_240 };
const RENT = { 'rental-rent-overdue': 150_000 };
const UPKEEP = { 'rental-maintenance-year': 900_000 };
const YIELD = { 'rental-yield-hurdle': 550, 'rental-noi-annual': 3_000_000 };
const DEBT = { 'rental-debt-service-year': 3_851_580 };
const DEPOSITS = { 'rental-deposit-difference': 0, 'rental-deposit-over-cap': 0, 'rental-deposits-late': 0 };
const TICKETS = { 'rental-ticket-age': 0, 'rental-habitability-age': 0 };

/** Each rule just inside its limit, on it where that matters, just beyond it, and where the figure is not known. */
const CASES: readonly Case[] = [
  ['rental-vacant', { 'rental-days-vacant': 29 }, 'ok'],
  ['rental-vacant', { 'rental-days-vacant': 30 }, 'ok'],
  ['rental-vacant', { 'rental-days-vacant': 31 }, 'high'],
  ['rental-vacant', { 'rental-days-vacant': null }, 'unknown'],
  ['rental-occupancy-low', { ...FULL, 'rental-months-below-target': 1 }, 'ok'],
  ['rental-occupancy-low', { ...FULL, 'rental-months-below-target': 2 }, 'medium'],
  ['rental-occupancy-low', { ...FULL, 'rental-months-below-target': null }, 'unknown'],
  ['rent-late', { ...RENT, 'rental-days-late': 5 }, 'ok'],
  ['rent-late', { ...RENT, 'rental-days-late': 6 }, 'high'],
  ['rent-late', { ...RENT, 'rental-days-late': 15 }, 'high'],
  ['rent-late', { ...RENT, 'rental-days-late': 16 }, 'critical'],
  ['rent-late', { ...RENT, 'rental-days-late': null }, 'unknown'],
  ['rental-maintenance-high', { ...UPKEEP, 'rental-maintenance-ratio': 1_500 }, 'ok'],
  ['rental-maintenance-high', { ...UPKEEP, 'rental-maintenance-ratio': 1_501 }, 'medium'],
  ['rental-maintenance-high', { ...UPKEEP, 'rental-maintenance-ratio': 2_500 }, 'medium'],
  ['rental-maintenance-high', { ...UPKEEP, 'rental-maintenance-ratio': 2_501 }, 'high'],
  ['rental-maintenance-high', { ...UPKEEP, 'rental-maintenance-ratio': null }, 'unknown'],
  ['rental-yield-low', { ...YIELD, 'rental-net-yield': 551 }, 'ok'],
  ['rental-yield-low', { ...YIELD, 'rental-net-yield': 550 }, 'ok'],
  ['rental-yield-low', { ...YIELD, 'rental-net-yield': 549 }, 'medium'],
  ['rental-yield-low', { ...YIELD, 'rental-net-yield': null }, 'unknown'],
  ['rental-yield-low', { ...YIELD, 'rental-net-yield': 549, 'rental-yield-hurdle': null }, 'unknown'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': 12_000 }, 'ok'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': 11_999 }, 'high'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': 10_000 }, 'high'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': 9_999 }, 'critical'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': 'no debt service' }, 'ok'],
  ['rental-loan-not-covered', { ...DEBT, 'rental-debt-cover': null }, 'unknown'],
  ['lease-ending', { 'rental-leases-ending': 0 }, 'ok'],
  ['lease-ending', { 'rental-leases-ending': 1 }, 'medium'],
  ['lease-ending', { 'rental-leases-ending': null }, 'unknown'],
  ['rental-ticket-old', { ...TICKETS, 'rental-ticket-age': 14 }, 'ok'],
  ['rental-ticket-old', { ...TICKETS, 'rental-ticket-age': 15 }, 'high'],
  ['rental-ticket-old', { ...TICKETS, 'rental-habitability-age': 3 }, 'ok'],
  ['rental-ticket-old', { ...TICKETS, 'rental-habitability-age': 4 }, 'high'],
  ['rental-ticket-old', { ...TICKETS, 'rental-ticket-age': null }, 'unknown'],
  ['rental-insurance-ending', { 'rental-insurance-days': 61 }, 'ok'],
  ['rental-insurance-ending', { 'rental-insurance-days': 60 }, 'medium'],
  ['rental-insurance-ending', { 'rental-insurance-days': 31 }, 'medium'],
  ['rental-insurance-ending', { 'rental-insurance-days': 30 }, 'high'],
  ['rental-insurance-ending', { 'rental-insurance-days': 0 }, 'high'],
  ['rental-insurance-ending', { 'rental-insurance-days': -1 }, 'critical'],
  ['rental-insurance-ending', { 'rental-insurance-days': null }, 'unknown'],
  ['tenant-deposit-wrong', DEPOSITS, 'ok'],
  ['tenant-deposit-wrong', { ...DEPOSITS, 'rental-deposit-difference': -1 }, 'critical'],
  ['tenant-deposit-wrong', { ...DEPOSITS, 'rental-deposit-difference': 1 }, 'critical'],
  ['tenant-deposit-wrong', { ...DEPOSITS, 'rental-deposit-over-cap': 1 }, 'high'],
  ['tenant-deposit-wrong', { ...DEPOSITS, 'rental-deposits-late': 1 }, 'high'],
  ['tenant-deposit-wrong', { ...DEPOSITS, 'rental-deposits-late': null }, 'unknown'],
  ['stays-without-papers', { 'rental-stays-unlicensed': 0 }, 'ok'],
  ['stays-without-papers', { 'rental-stays-unlicensed': 1 }, 'high'],
  ['stays-without-papers', { 'rental-stays-unlicensed': null }, 'unknown'],
  ['rental-short-record', { 'rental-months-of-data': 12 }, 'ok'],
  ['rental-short-record', { 'rental-months-of-data': 11 }, 'low'],
  ['rental-short-record', { 'rental-months-of-data': null }, 'unknown'],
  ['improvement-as-cost', { 'rental-improvements-as-cost': 0 }, 'ok'],
  ['improvement-as-cost', { 'rental-improvements-as-cost': 1 }, 'medium'],
  ['improvement-as-cost', { 'rental-improvements-as-cost': null }, 'unknown'],
];

test.each(CASES)('%s of %o is %s', (id, given, found) => {
  const finding = findingsOf(RENTAL_RULES, aSheetOf(given)).find(({ rule }) => rule.id === id);
  expect(finding?.state === 'shortfall' ? finding.severity : finding?.state).toBe(found);
});

test('every rule is tried at its limit', () => {
  const tried = new Set(CASES.map(([id]) => id));
  expect(RENTAL_RULES.filter(({ id }) => !tried.has(id))).toEqual([]);
});
