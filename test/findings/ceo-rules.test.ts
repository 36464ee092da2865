import { describe, expect, test } from 'vitest';
import { CEO_RULES } from '../../shared/reports/findings/ceo-rules/ceo-rules.ts';
import type { Finding } from '../../shared/reports/findings/finding.ts';
import { findingsOf } from '../../shared/reports/findings/finding.ts';
import type { Phrase } from '../../shared/reports/findings/rule.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

/** Rule, what is given, and what it must find: ok, unknown, or the severity of the shortfall. */
type Case = readonly [code: string, given: Values, found: string];

const NO_LEADS = { 'open-qualified-leads': 0, 'open-quotes-and-holds': 0 };
const AHEAD = { 'confirmed-30-days': 500_000, 'target-next-30-days': 1_000_000, 'unconfirmed-target-30-days': 500_000 };
const EQUITY = { 'cap-tables-not-whole': 0 };
const PAPERS = { 'documents-expired': 0, 'documents-expiring-30-days': 0, 'documents-expiring-60-days': 0 };
const REPORTED = { 'incident-notices-open': 0, 'incident-reports-open': 0, 'incident-reports-overdue': 0 };
const TOP = { 'top-channel': 'GetMyBoat', 'top-channel-revenue': 900_000 };
const EVEN = { 'break-even-charters': 10, 'contribution-less-fixed-cost': -230_000 };
const PLANS = { 'active-subscriptions': 10, 'recently-charged-subscriptions': 8, 'monthly-recurring-revenue': 49_000 };

const CASES: readonly Case[] = [
  ['CEO-01', { ...NO_LEADS }, 'critical'],
  ['CEO-01', { ...NO_LEADS, 'open-qualified-leads': 1 }, 'ok'],
  ['CEO-01', { ...NO_LEADS, 'open-quotes-and-holds': 1 }, 'ok'],
  ['CEO-01', { ...NO_LEADS, 'open-qualified-leads': null }, 'unknown'],
  ['CEO-01', { 'open-qualified-leads': null, 'open-quotes-and-holds': 2 }, 'ok'],
  ['CEO-02', { ...AHEAD, 'confirmed-share-30-days': 5_000 }, 'ok'],
  ['CEO-02', { ...AHEAD, 'confirmed-share-30-days': 4_999 }, 'high'],
  ['CEO-02', { ...AHEAD, 'confirmed-30-days': 0, 'confirmed-share-30-days': 0 }, 'critical'],
  ['CEO-02', { 'confirmed-30-days': 0, 'confirmed-share-30-days': null }, 'critical'],
  ['CEO-02', { 'confirmed-30-days': 500_000, 'confirmed-share-30-days': null }, 'unknown'],
  ['CEO-03', { 'untracked-entities': 0 }, 'ok'],
  ['CEO-03', { 'untracked-entities': 1 }, 'critical'],
  ['CEO-03', { 'untracked-entities': null }, 'unknown'],
  ['CEO-04', { ...EQUITY, 'holdings-without-agreement': 0, 'equity-holdings-sum': 10_000 }, 'ok'],
  ['CEO-04', { ...EQUITY, 'holdings-without-agreement': 1, 'equity-holdings-sum': 10_000 }, 'critical'],
  ['CEO-04', { ...EQUITY, 'holdings-without-agreement': 0, 'equity-holdings-sum': 9_999 }, 'critical'],
  ['CEO-04', { ...EQUITY, 'holdings-without-agreement': 0, 'equity-holdings-sum': 10_001 }, 'critical'],
  ['CEO-04', { ...EQUITY, 'holdings-without-agreement': null, 'equity-holdings-sum': null }, 'unknown'],
  ['CEO-05', { 'key-people-unprepared': 0 }, 'ok'],
  ['CEO-05', { 'key-people-unprepared': 1 }, 'high'],
  ['CEO-05', { 'key-people-unprepared': null }, 'unknown'],
  ['CEO-06', { ...PAPERS }, 'ok'],
  ['CEO-06', { ...PAPERS, 'documents-expiring-60-days': 1 }, 'medium'],
  ['CEO-06', { ...PAPERS, 'documents-expiring-30-days': 1, 'documents-expiring-60-days': 1 }, 'high'],
  ['CEO-06', { ...PAPERS, 'documents-expired': 1 }, 'critical'],
  ['CEO-06', { ...PAPERS, 'documents-expired': null }, 'unknown'],
  ['CEO-07', { ...TOP, 'channel-concentration': 6_000 }, 'ok'],
  ['CEO-07', { ...TOP, 'channel-concentration': 6_001 }, 'medium'],
  ['CEO-07', { ...TOP, 'channel-concentration': 8_000 }, 'medium'],
  ['CEO-07', { ...TOP, 'channel-concentration': 8_001 }, 'high'],
  ['CEO-07', { 'channel-concentration': null }, 'unknown'],
  ['CEO-08', { ...EVEN, 'months-below-break-even': 0 }, 'ok'],
  ['CEO-08', { ...EVEN, 'months-below-break-even': 1 }, 'ok'],
  ['CEO-08', { ...EVEN, 'months-below-break-even': 2 }, 'high'],
  ['CEO-08', { ...EVEN, 'months-below-break-even': 3 }, 'critical'],
  ['CEO-08', { ...EVEN, 'months-below-break-even': 7, 'break-even-charters': 'unreachable' }, 'critical'],
  ['CEO-08', { 'months-below-break-even': null }, 'unknown'],
  ['CEO-09', { 'live-platform-listings': 1 }, 'ok'],
  ['CEO-09', { 'live-platform-listings': 0 }, 'high'],
  ['CEO-09', { 'live-platform-listings': null }, 'unknown'],
  ['CEO-10', { ...PLANS, 'past-due-share': 2_000 }, 'ok'],
  ['CEO-10', { ...PLANS, 'past-due-share': 2_001 }, 'critical'],
  ['CEO-10', { ...PLANS, 'past-due-share': 0, 'recently-charged-subscriptions': 0 }, 'critical'],
  ['CEO-10', { 'active-subscriptions': 0, 'recently-charged-subscriptions': 0, 'past-due-share': 0 }, 'ok'],
  ['CEO-10', { ...PLANS, 'past-due-share': null }, 'unknown'],
  ['CEO-11', { 'missing-kpis': 3 }, 'ok'],
  ['CEO-11', { 'missing-kpis': 4 }, 'medium'],
  ['CEO-12', { 'overdue-actions-share': 2_500, 'critical-actions-long-overdue': 0 }, 'ok'],
  ['CEO-12', { 'overdue-actions-share': 2_501, 'critical-actions-long-overdue': 0 }, 'high'],
  ['CEO-12', { 'overdue-actions-share': 0, 'critical-actions-long-overdue': 1 }, 'high'],
  ['CEO-12', { 'overdue-actions-share': null, 'critical-actions-long-overdue': null }, 'unknown'],
  ['CEO-13', { ...REPORTED }, 'ok'],
  ['CEO-13', { ...REPORTED, 'incident-reports-open': 1 }, 'high'],
  ['CEO-13', { ...REPORTED, 'incident-notices-open': 1 }, 'critical'],
  ['CEO-13', { ...REPORTED, 'incident-reports-open': 1, 'incident-reports-overdue': 1 }, 'critical'],
  ['CEO-13', { ...REPORTED, 'incident-notices-open': null }, 'unknown'],
  ['CEO-14', { 'grounded-bookings': 0 }, 'ok'],
  ['CEO-14', { 'grounded-bookings': 1 }, 'high'],
  ['CEO-14', { 'grounded-bookings': null }, 'unknown'],
];

test.each(CASES)('%s given %j is %s', (code, given, found) => {
  expect(foundBy(code, given)).toBe(found);
});

test.each(CEO_RULES.map((rule) => [rule.code, rule] as const))('%s is complete', (code, rule) => {
  expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*$/);
  expect(CASES.filter(([of]) => of === code).map(([, , found]) => found)).toContain('ok');
  expect(rule.action.dueDays).toBeGreaterThan(0);
  expect(rule.action.dueDays).toBeLessThanOrEqual(30);
  expect(rule.action.title).not.toMatch(/\.$/);
});

test('there are fourteen, numbered in order, each with an id and a cause of its own', () => {
  const numbers = Array.from({ length: 14 }, (_, i) => `CEO-${String(i + 1).padStart(2, '0')}`);
  expect(CEO_RULES.map(({ code }) => code)).toEqual(numbers);
  expect(new Set(CEO_RULES.map(({ id }) => id)).size).toBe(14);
  expect(new Set(CEO_RULES.map(({ causeKey }) => causeKey)).size).toBe(14);
});

test('owners are those of the policy', () => {
  const owners = CEO_RULES.map(({ action }) => action.ownerRole);
  expect(owners).toEqual([
    'CMO',
    'CMO',
    'Accounting',
    'CEO',
    'CEO',
    'Operations',
    'CMO',
    'CFO',
    'CMO',
    'CTO',
    'CEO',
    'CEO',
    'Operations',
    'Operations',
  ]);
});

describe('over several businesses', () => {
  const sheet = (a: number | null, b: number | null) =>
    aSheetOf(
      { 'key-people-unprepared': a },
      { entities: { jada: { 'key-people-unprepared': a }, qos: { 'key-people-unprepared': b } } },
    );

  test('one shortfall is enough, whatever is unknown of the others, and both are told', () => {
    const finding = only('CEO-05', findingsOf(CEO_RULES, sheet(1, null)));
    expect(finding.state).toBe('shortfall');
    if (finding.state === 'shortfall') expect(words(finding.gap)).toContain('. Not known for QOS.');
  });

  test('no shortfall known and something unknown is unknown, naming what is missing', () => {
    expect(only('CEO-05', findingsOf(CEO_RULES, sheet(0, null)))).toMatchObject({
      state: 'unknown',
      missing: ['key-people-unprepared of qos'],
    });
  });

  test('in order everywhere is ok', () => {
    expect(only('CEO-05', findingsOf(CEO_RULES, sheet(0, 0))).state).toBe('ok');
  });
});

test('a rule none of whose facts apply is not asked', () => {
  expect(findingsOf(CEO_RULES, aSheetOf({ 'missing-kpis': 0 })).map(({ rule }) => rule.code)).toEqual(['CEO-11']);
});

test('a rule that fails is unknown, with the reason, and the others are still judged', () => {
  const broken = {
    ...CEO_RULES[0]!,
    needs: ['missing-kpis'],
    judge: () => {
      throw new Error('boom');
    },
  }; // there are twelve
  const findings = findingsOf([broken, ...CEO_RULES], aSheetOf({ 'missing-kpis': 0 }));
  expect(findings.map(({ state }) => state)).toEqual(['unknown', 'ok']);
});

test('a priced shortfall names the fact of its price, an unpriced one none', () => {
  const priced = only('CEO-07', findingsOf(CEO_RULES, aSheetOf({ ...TOP, 'channel-concentration': 9_000 })));
  expect(priced).toMatchObject({ impactCents: { key: 'top-channel-revenue@group' } });
  const unpriced = only('CEO-01', findingsOf(CEO_RULES, aSheetOf(NO_LEADS)));
  expect(unpriced).not.toHaveProperty('impactCents');
});

test('every shortfall tells gap and impact, and its evidence holds every figure it tells', () => {
  for (const [code, given, found] of CASES) {
    if (found === 'ok' || found === 'unknown') continue;
    const finding = only(code, findingsOf(CEO_RULES, aSheetOf(given)));
    if (finding.state !== 'shortfall') throw new Error(`${code} found nothing`);
    const told = [...finding.gap, ...finding.impact].flatMap((part) => (typeof part === 'string' ? [] : [part.key]));
    expect(finding.evidence.map(({ key }) => key)).toEqual(expect.arrayContaining(told));
    expect(words(finding.gap)).toMatch(/\.$/);
    expect(words(finding.impact)).toMatch(/^[A-Z].*\.$/s);
  }
});

function foundBy(code: string, given: Values): string {
  const finding = only(code, findingsOf(CEO_RULES, aSheetOf(given)));
  return finding.state === 'shortfall' ? finding.severity : finding.state;
}

function only(code: string, findings: readonly Finding[]): Finding {
  const finding = findings.find(({ rule }) => rule.code === code);
  if (finding === undefined) throw new Error(`${code} was not asked`);
  return finding;
}

function words(phrase: Phrase): string {
  return phrase.map((part) => (typeof part === 'string' ? part : `{${part.meaning.title}}`)).join('');
}

describe('titles and sentences claim no more than is so', () => {
  test('one of two businesses without books is said of that one, not of all revenue', () => {
    const sheet = aSheetOf(
      { 'untracked-entities': 1 },
      { entities: { jada: { 'untracked-entities': 0 }, dc: { 'untracked-entities': 1 } } },
    );
    const finding = only('CEO-03', findingsOf(CEO_RULES, sheet));
    expect(finding.rule.title).toBe('A business kept no books last month');
    expect(JSON.stringify(finding)).toContain('DC wrote nothing into the books in the last full month');
  });

  test('one of two businesses without a listing is not said of both', () => {
    const sheet = aSheetOf(
      { 'live-platform-listings': 2 },
      { entities: { jada: { 'live-platform-listings': 2 }, qos: { 'live-platform-listings': 0 } } },
    );
    expect(only('CEO-09', findingsOf(CEO_RULES, sheet)).rule.title).toBe('A business is on no booking platform');
  });

  test.each(['Direct', 'GetMyBoat', 'Referral'])(
    'bookings through %s are not laid at the door of a partner',
    (channel) => {
      const sheet = aSheetOf({ ...TOP, 'top-channel': channel, 'channel-concentration': 7_280 });
      const finding = only('CEO-07', findingsOf(CEO_RULES, sheet));
      expect(JSON.stringify(finding)).not.toMatch(/partner|platform’s|fees/);
      expect(JSON.stringify(finding)).toContain('Charter revenue of these months that hangs on it: ');
    },
  );
});
