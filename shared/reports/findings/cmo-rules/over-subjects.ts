import type { Fact, SubjectKind } from '../../facts/fact.ts';
import type { FactSheet } from '../../facts/fact-sheet.ts';
import type { Standings } from '../judging.ts';
import { named, notJudged, notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Phrase, Severity, Verdict } from '../rule.ts';

const WORST_FIRST: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

/**
 * How each channel, listing or campaign that has these figures stands: which fall short and how badly, the worst first,
 * and which cannot be judged because one of the figures is not known.
 */
export function subjectStandings(
  sheet: FactSheet,
  kind: SubjectKind,
  factIds: readonly string[],
  severityOf: (...facts: readonly Fact[]) => Severity | undefined,
): Standings {
  const all = sheet
    .subjects(kind)
    .filter(({ id }) => factIds.every((fact) => sheet.has(fact, id)))
    .map(({ id, name }) => {
      const facts = factIds.map((fact) => sheet.get(fact, id));
      const isJudged = facts.every(({ measured }) => measured.state !== 'unknown');
      return { id, name, facts, isJudged, severity: isJudged ? severityOf(...facts) : undefined };
    });
  const short = WORST_FIRST.flatMap((severity) => all.filter((one) => one.severity === severity));
  return {
    worst: short[0]?.severity,
    short,
    facts: all.flatMap(({ facts }) => facts),
    unknown: all.filter(({ isJudged }) => !isJudged),
  };
}

/**
 * The verdict on such standings. `register` is the figure that is unknown when nothing of the kind is recorded; `each`
 * tells of one that falls short; `impact` what follows.
 */
export function verdictOver(
  found: Standings,
  register: Fact,
  each: (facts: readonly Fact[]) => Phrase,
  impact: Phrase,
): Verdict {
  if (found.worst !== undefined) {
    const told = found.short
      .slice(0, TOLD)
      .flatMap(({ name, facts }, i): Phrase => [i === 0 ? `${name}: ` : `; ${name}: `, ...each(facts)]);
    const more = found.short.slice(TOLD);
    const others: Phrase = more.length === 0 ? [] : [`; also ${named(more)}`];
    return shortfall(found.worst, {
      gap: [...told, ...others, '.', ...notJudged(found.unknown)],
      impact,
      evidence: found.facts,
    });
  }
  if (found.unknown.length > 0) return notKnown(...found.unknown.flatMap(({ facts }) => facts));
  return register.measured.state === 'unknown' ? notKnown(register) : ok(register, ...found.facts);
}

/** How many are told with their figures; the rest by name. */
const TOLD = 3;

/** A fact’s number where it is known: judged standings have one unless the fact is a word. */
export function amountOf(fact: Fact | undefined): number {
  return fact === undefined ? 0 : (numberIn(fact) ?? 0);
}

/** A fact’s word. */
export function wordOf(fact: Fact | undefined): string {
  return fact === undefined || fact.measured.state === 'unknown' ? '' : String(fact.measured.value);
}
