import type { Shortfall } from './finding.ts';
import { numberIn } from './judging.ts';
import type { Effort, Severity } from './rule.ts';

const SEVERITY_WEIGHT: Readonly<Record<Severity, number>> = { critical: 100, high: 50, medium: 20, low: 5 };
const EFFORT_WEIGHT: Readonly<Record<Effort, number>> = { S: 1, M: 2, L: 3 };

/** What something to do weighs: how bad it is, how much work, and the cents at stake. */
export interface Weighed {
  readonly severity: Severity;
  readonly effort: Effort;
  readonly stakeCents: number;
}

/** Weight of the severity, raised by what is at stake, divided by the work: what to do first has the highest. */
export function scored({ severity, effort, stakeCents }: Weighed): number {
  const stake = 1 + Math.log10(1 + stakeCents / 100 / 100);
  return (SEVERITY_WEIGHT[severity] * stake) / EFFORT_WEIGHT[effort];
}

/** The score of a shortfall, by the work its rule says. */
export function scoreOf(finding: Shortfall): number {
  const { severity, rule } = finding;
  return scored({ severity, effort: rule.action.effort, stakeCents: stakeOf(finding) });
}

/** What weighs most first; ties by severity, then by id, so that the same facts always give the same order. */
export function byWeight<T extends { readonly score: number; readonly severity: Severity; readonly id: string }>(
  list: readonly T[],
): readonly T[] {
  return [...list].sort(
    (a, b) => b.score - a.score || SEVERITY_WEIGHT[b.severity] - SEVERITY_WEIGHT[a.severity] || (a.id < b.id ? -1 : 1),
  );
}

/** Shortfalls by score, highest first; ties by severity, then by rule id, so that the same facts always give the same order. */
export function ranked(findings: readonly Shortfall[]): readonly Shortfall[] {
  const weighed = findings.map((finding) => {
    return { score: scoreOf(finding), severity: finding.severity, id: finding.rule.id, finding };
  });
  return byWeight(weighed).map(({ finding }) => finding);
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
