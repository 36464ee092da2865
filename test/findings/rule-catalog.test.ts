import { expect, test } from 'vitest';
import type { Rule } from '../../shared/reports/findings/rule.ts';
import { REPORTS } from '../../shared/reports/personas/catalog.ts';

const RULES: readonly Rule[] = [...new Set(REPORTS.flatMap(({ rules }) => rules))];

/** Names that stand more than once, in the order they are met. */
function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))];
}

test('an id names one rule, whichever reports ask it', () => {
  expect(RULES.length).toBeGreaterThan(80);
  expect(repeated(RULES.map(({ id }) => id))).toEqual([]);
});

test('a report asks no rule twice', () => {
  for (const { id, rules } of REPORTS) expect([id, new Set(rules).size]).toEqual([id, rules.length]);
});

test('a late payout and a bank line nobody explained have one cause for the CFO and for accounting', () => {
  const causes = (report: string) =>
    new Map(REPORTS.find(({ id }) => id === report)?.rules.map(({ id, causeKey }) => [id, causeKey]));
  const [cfo, accounting] = [causes('cfo'), causes('accounting')];
  expect(accounting.get('late-payouts')).toBe(cfo.get('late-payouts'));
  expect(accounting.get('bank-lines-unexplained')).toBe(cfo.get('unmatched-bank-lines'));
});
