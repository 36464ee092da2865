import type { Shortfall } from './finding.ts';
import { numberIn } from './judging.ts';
import type { Effort, Severity } from './rule.ts';

const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = { critical: 100, high: 50, medium: 20, low: 5 };
const EFFORT_WEIGHT: Readonly<Record<Effort, number>> = { S: 1, M: 2, L: 3 };

/** Weight of the severity, raised by what is at stake, divided by the work: what to do first has the highest. */
export function scoreOf(finding: Shortfall): number {
  const stakeDollars = stakeOf(finding) / 100;
  const stake = 1 + Math.log10(1 + stakeDollars / 100);
  return (SEVERITY_WEIGHT[finding.severity] * stake) / EFFORT_WEIGHT[finding.rule.action.effort];
}

/** Shortfalls by score, highest first; ties by severity, then by rule id, so that the same facts always give the same order. */
export function ranked(findings: readonly Shortfall[]): readonly Shortfall[] {
  return [...findings].sort(
    (a, b) =>
      scoreOf(b) - scoreOf(a) ||
      SEVERITY_WEIGHT[b.severity] - SEVERITY_WEIGHT[a.severity] ||
      (a.rule.id < b.rule.id ? -1 : 1),
  );
}

/** Shortfalls by severity, then by what is at stake: the order in which problems are read, whatever mending them takes. */
export function bySeverity(findings: readonly Shortfall[]): readonly Shortfall[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITY_WEIGHT[b.severity] - SEVERITY_WEIGHT[a.severity] ||
      stakeOf(b) - stakeOf(a) ||
      (a.rule.id < b.rule.id ? -1 : 1),
  );
}

function stakeOf(finding: Shortfall): number {
  return finding.impactCents === undefined ? 0 : Math.abs(numberIn(finding.impactCents) ?? 0);
}
