import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../shared/reports/facts/inventory/checks.ts';
import { CTO_RULES } from '../../shared/reports/findings/cto-rules/cto-rules.ts';
import type { Phrase } from '../../shared/reports/findings/rule.ts';
import { anInventory, aSheetWith, changed, eachOf, type Sections, TIDY } from '../facts/inventory/an-inventory.ts';
import type { Values } from './a-sheet.ts';
import { aSheetOf } from './a-sheet.ts';

const rule = (code: string) => CTO_RULES.find((held) => held.code === code)!; // a test names rules that are there
const judged = (code: string, values: Values) => rule(code).judge(aSheetOf(values), 'group');
const words = (phrase: Phrase) =>
  phrase
    .map((part) => (typeof part === 'string' ? part : part.measured.state === 'unknown' ? '?' : part.measured.value))
    .join('');

test('there is a rule for each check and six about the audit, each with an id, a code and a cause of its own', () => {
  expect(CTO_RULES).toHaveLength(CHECKS.length + 6);
  for (const of of ['id', 'code', 'causeKey'] as const)
    expect(new Set(CTO_RULES.map((held) => held[of])).size).toBe(CTO_RULES.length);
});

test.each([
  ['CTO-COST', { 'cloud-cost-change': 501, 'cloud-cost-change-share': 2_001, 'cloud-cost-month': 3_000 }, 'medium'],
  ['CTO-COST', { 'cloud-cost-change': 500, 'cloud-cost-change-share': 9_000 }, 'ok'],
  ['CTO-COST', { 'cloud-cost-change': 9_000, 'cloud-cost-change-share': 2_000 }, 'ok'],
  ['CTO-COST', { 'cloud-cost-change': null, 'cloud-cost-change-share': null }, 'unknown'],
  ['CTO-STALE', { 'inventory-age': 8 }, 'high'],
  ['CTO-STALE', { 'inventory-age': 7 }, 'ok'],
  ['CTO-STALE', { 'inventory-age': null }, 'unknown'],
  ['CTO-CRIT-AGE', { 'oldest-critical-age': 8, 'open-items-critical': 1 }, 'critical'],
  ['CTO-CRIT-AGE', { 'oldest-critical-age': 7 }, 'ok'],
  ['CTO-CRIT-AGE', { 'oldest-critical-age': 'no critical item found' }, 'ok'],
  ['CTO-CRIT-AGE', { 'oldest-critical-age': null }, 'unknown'],
  ['CTO-ROLLBACK', { 'rollback-test-age': 91 }, 'medium'],
  ['CTO-ROLLBACK', { 'rollback-test-age': 90 }, 'ok'],
  ['CTO-ROLLBACK', { 'rollback-test-age': null }, 'unknown'],
  ['CTO-RESTORE', { 'restore-test-age': 181 }, 'high'],
  ['CTO-RESTORE', { 'restore-test-age': 180 }, 'ok'],
  ['CTO-RESTORE', { 'restore-test-age': null }, 'unknown'],
] as const)('%s on %o is %s', (code, values, expected) => {
  const verdict = judged(code, values);
  expect(verdict.state === 'shortfall' ? verdict.severity : verdict.state).toBe(expected);
});

describe('what is believed of the cloud’s cost', () => {
  const sheet = aSheetOf({ 'cloud-cost-month': 9_742 });
  const believed: Readonly<Record<string, number>> = {
    'cloud-cost-believed-low': 5_000,
    'cloud-cost-believed-high': 8_400,
  };
  const withBelief = (cost: number) => {
    const measured = aSheetOf({ 'cloud-cost-month': cost });
    const factOf = (id: string) => {
      const fact = measured.get('cloud-cost-month');
      const held = believed[id];
      if (held === undefined) return fact;
      return {
        ...fact,
        key: `${id}@group`,
        measured: { ...fact.measured, state: 'entered' as const, value: held } as typeof fact.measured,
      };
    };
    return { ...measured, has: () => true, get: factOf, measuredOf: (id: string) => factOf(id).measured };
  };

  test('parts from the measurement when that lies outside it', () => {
    const verdict = rule('CTO-BELIEF').judge(withBelief(9_742), 'group');
    expect(verdict.state === 'shortfall' && words(verdict.gap)).toBe(
      'Believed: 5000 to 8400; the last full month cost 9742.',
    );
    expect(rule('CTO-BELIEF').judge(withBelief(8_400), 'group').state).toBe('ok');
    expect(rule('CTO-BELIEF').judge(withBelief(4_999), 'group').state).toBe('shortfall');
  });

  test('is not asked about where nobody recorded a belief', () => {
    expect(rule('CTO-BELIEF').needs.some((id) => sheet.has(id))).toBe(false);
  });
});

describe('the rule of a check', () => {
  const judge = (code: string, inventories: Parameters<typeof aSheetWith>[0], ids = ['jada']) =>
    rule(code).judge(aSheetWith(inventories, ids), 'group');

  test('tells which resources fail, whose they are, what was seen and for how long', () => {
    const open = eachOf('functions', { callableByAnyone: true });
    const verdict = judge('LAM-PUBLIC', [anInventory(open, '2026-11-10'), anInventory(open)]);
    expect(verdict.state === 'shortfall' && words(verdict.gap)).toBe(
      'jada-api: its policy allows every caller without a condition, open for 11.',
    );
  });

  test('is as severe as its worst resource, whatever is unknown of others, and names those', () => {
    const denied: Sections = { ...TIDY, access: { state: 'unreadable', because: 'access denied' } };
    const bad = changed('access', () => ({
      administrators: [
        { name: 'a', kind: 'attached' },
        { name: 'b', kind: 'inline' },
      ],
    }));
    const verdict = judge('IAM-ADMIN', [anInventory(bad), anInventory(denied, '2026-11-20', 'qos')], ['jada', 'qos']);
    expect(verdict).toMatchObject({ state: 'shortfall', severity: 'critical' });
    expect(verdict.state === 'shortfall' && words(verdict.gap)).toContain('Not checked: QOS.');
  });

  test('is in order only where every entity was checked', () => {
    expect(judge('TRAIL', [anInventory(TIDY)]).state).toBe('ok');
    const { account: _none, ...rest } = TIDY;
    expect(judge('TRAIL', [anInventory(TIDY), anInventory(rest, '2026-11-20', 'qos')], ['jada', 'qos']).state).toBe(
      'unknown',
    );
  });
});
