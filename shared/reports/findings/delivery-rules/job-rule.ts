import type { Fact } from '../../facts/fact.ts';
import { amountOf, subjectStandings, verdictOver } from '../cmo-rules/over-subjects.ts';
import type { Phrase, Rule, RuleAction, Severity } from '../rule.ts';

/** A rule about delivery jobs, each judged alone; one that falls short is enough. */
interface JobRule {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly category: string;
  readonly causeKey?: string;
  readonly facts: readonly string[];
  readonly action: Omit<RuleAction, 'ownerRole'>;
  /** How bad the figures of `facts`, in its order, are; nothing when they are in order. */
  severityOf(...values: readonly number[]): Severity | undefined;
  /** What is told of a job that falls short. */
  each(facts: readonly Fact[]): Phrase;
  readonly impact: string;
}

/** The rule over every job its figures apply to. A job they do not apply to, such as one not yet sailed, is not asked. */
export function jobRule({ facts, action, severityOf, each, impact, ...rule }: JobRule): Rule {
  return {
    causeKey: rule.id,
    ...rule,
    needs: ['delivery-jobs', ...facts],
    action: { ...action, ownerRole: 'Delivery lead' },
    judge: (sheet) =>
      verdictOver(
        subjectStandings(sheet, 'delivery-job', facts, (...found) => severityOf(...found.map(amountOf))),
        sheet.get('delivery-jobs'),
        each,
        [impact],
      ),
  };
}

/** A figure of the list a rule was given. @throws RangeError when there is none at the place. */
export function nth(facts: readonly Fact[], place: number): Fact {
  const fact = facts[place];
  if (fact === undefined) throw new RangeError(`no figure at place ${place}`);
  return fact;
}
