import type { Fact } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';
import type { Phrase, Severity, Verdict } from './rule.ts';

const WORST_FIRST: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/** The number a fact stands at; nothing when it is unknown or a word. */
export function numberIn(fact: Fact): number | undefined {
  return fact.measured.state !== 'unknown' && typeof fact.measured.value === 'number' ? fact.measured.value : undefined;
}

/** What is missing before these facts are known. */
export function missingIn(facts: readonly Fact[]): readonly string[] {
  return [...new Set(facts.flatMap((fact) => (fact.measured.state === 'unknown' ? fact.measured.missing : [])))].sort();
}

export function ok(...evidence: readonly Fact[]): Verdict {
  return { state: 'ok', evidence };
}

/** Not to be judged: what these facts lack. @throws RangeError when they lack nothing. */
export function notKnown(...evidence: readonly Fact[]): Verdict {
  const missing = missingIn(evidence);
  if (missing.length === 0) throw new RangeError('a verdict of unknown must name what is missing');
  return { state: 'unknown', missing, evidence };
}

export function shortfall(
  severity: Severity,
  of: {
    readonly gap: Phrase;
    readonly impact: Phrase;
    readonly impactCents?: Fact;
    readonly evidence?: readonly Fact[];
  },
): Verdict {
  const told = [...of.gap, ...of.impact].filter((part) => typeof part !== 'string');
  const evidence = [...new Map([...(of.evidence ?? []), ...told].map((fact) => [fact.key, fact])).values()];
  const priced = of.impactCents && numberIn(of.impactCents) !== undefined ? { impactCents: of.impactCents } : {};
  return { state: 'shortfall', severity, gap: of.gap, impact: of.impact, ...priced, evidence };
}

/** How one entity stands against a rule. */
export interface EntityStanding {
  readonly id: string;
  readonly name: string;
  readonly severity: Severity | undefined;
  readonly facts: readonly Fact[];
}

/** How each entity stands: which fall short and how badly, and which cannot be judged. */
export interface Standings {
  readonly worst: Severity | undefined;
  readonly short: readonly EntityStanding[];
  readonly facts: readonly Fact[];
  readonly unknown: readonly EntityStanding[];
}

/**
 * The entities a rule's facts apply to, each judged alone. One that falls short is enough for a shortfall, whatever is
 * unknown of the others.
 */
export function standings(
  sheet: FactSheet,
  factIds: readonly string[],
  severityOf: (values: readonly number[]) => Severity | undefined,
): Standings {
  const all = sheet.entities
    .filter(({ id }) => factIds.every((fact) => sheet.has(fact, id)))
    .map(({ id, name }) => {
      const facts = factIds.map((fact) => sheet.get(fact, id));
      const values = facts.map(numberIn).filter((value) => value !== undefined);
      const isJudged = values.length === facts.length;
      return { id, name, facts, isJudged, severity: isJudged ? severityOf(values) : undefined };
    });
  const short = all.filter((entity) => entity.severity !== undefined);
  return {
    worst: WORST_FIRST.find((severity) => short.some((entity) => entity.severity === severity)),
    short,
    facts: all.flatMap((entity) => entity.facts),
    unknown: all.filter((entity) => !entity.isJudged),
  };
}

/** Not to be judged of some entities: what the figures of all together lack, else what each one's lack. */
export function notKnownOf(found: Standings, sheet: FactSheet, factIds: readonly string[]): Verdict {
  const together = factIds.map((id) => sheet.get(id));
  return notKnown(...(missingIn(together).length > 0 ? together : found.facts));
}

/** Names of entities in a sentence. */
export function named(entities: readonly { readonly name: string }[]): string {
  return entities.map((entity) => entity.name).join(', ');
}

/** The sentence that says of whom a rule could not be judged; nothing when it could be of all. */
export function notJudged(entities: readonly { readonly name: string }[]): Phrase {
  return entities.length === 0 ? [] : [` Not known for ${named(entities)}.`];
}
