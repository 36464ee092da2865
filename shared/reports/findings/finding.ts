import type { FactSheet } from '../facts/fact-sheet.ts';
import { GROUP } from '../facts/fact-sheet.ts';
import type { Rule, Verdict } from './rule.ts';

/** What came of one rule on one sheet. */
export type Finding = Verdict & { readonly rule: Rule };
export type Shortfall = Extract<Finding, { state: 'shortfall' }>;
export type UnknownFinding = Extract<Finding, { state: 'unknown' }>;

/** Every rule that applies to the sheet, judged, in the order of the rules. A rule that fails is unknown, saying so. */
export function findingsOf(rules: readonly Rule[], sheet: FactSheet): readonly Finding[] {
  return rules.flatMap((rule) => {
    const scope = rule.about === undefined ? GROUP : sheet.subjects(rule.about)[0]?.id;
    if (scope === undefined || !rule.needs.some((id) => sheet.has(id, scope))) return [];
    return [{ ...judged(rule, sheet, scope), rule }];
  });
}

/** The shortfalls among findings, in the order they come. */
export function shortfallsIn(findings: readonly Finding[]): readonly Shortfall[] {
  return findings.filter((finding) => finding.state === 'shortfall');
}

/** The findings that could not be judged, in the order they come. */
export function unjudgedIn(findings: readonly Finding[]): readonly UnknownFinding[] {
  return findings.filter((finding) => finding.state === 'unknown');
}

function judged(rule: Rule, sheet: FactSheet, scope: string): Verdict {
  try {
    return rule.judge(sheet, scope);
  } catch (thrown) {
    const because = thrown instanceof Error ? thrown.message : 'no reason given';
    return { state: 'unknown', missing: [`figures “${rule.title}” can be judged from (${because})`], evidence: [] };
  }
}
