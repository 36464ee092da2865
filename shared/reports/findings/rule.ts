import type { Fact } from '../facts/fact.ts';
import type { FactSheet } from '../facts/fact-sheet.ts';

export type Severity = 'critical' | 'high' | 'medium' | 'low';
export type Effort = 'S' | 'M' | 'L';

/** A sentence whose figures are facts: it can say nothing the sheet does not know. */
export type Phrase = readonly (string | Fact)[];

/** What a rule found: in order, short of it, or not to be judged until something is recorded. */
export type Verdict =
  | { readonly state: 'ok'; readonly evidence: readonly Fact[] }
  | {
      readonly state: 'shortfall';
      readonly severity: Severity;
      readonly gap: Phrase;
      readonly impact: Phrase;
      /** The fact that puts a price on it, where there is one. */
      readonly impactCents?: Fact;
      readonly evidence: readonly Fact[];
    }
  | { readonly state: 'unknown'; readonly missing: readonly string[]; readonly evidence: readonly Fact[] };

/** What to do about a shortfall, by whom and how soon. */
export interface RuleAction {
  readonly title: string;
  readonly ownerRole: string;
  readonly dueDays: number;
  readonly effort: Effort;
}

/** A claim about the business that the facts can settle. Named for the bad state; the id is never reused. */
export interface Rule {
  readonly id: string;
  /** The number the rule has in its report's list, such as CEO-01. */
  readonly code: string;
  readonly title: string;
  readonly category: string;
  /** The same in every report's rule for the same root cause. */
  readonly causeKey: string;
  /** Ids of the facts it looks at. A rule none of whose facts apply to a report's entities is not asked. */
  readonly needs: readonly string[];
  /** What it judges: the entities of the sheet, unless it says a charter. */
  readonly about?: 'charter';
  readonly action: RuleAction;
  /** What only the reader can decide when it falls short. */
  readonly decision?: string;
  /** `scope` is group, or the id of what it judges. */
  judge(sheet: FactSheet, scope: string): Verdict;
}
