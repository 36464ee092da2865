import type { FactSheet } from '../../facts/fact-sheet.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Rule, RuleAction, Severity, Verdict } from '../rule.ts';

/** A rule about the charter just completed. */
export function charterRule(
  id: string,
  code: string,
  title: string,
  category: string,
  needs: readonly string[],
  rest: { readonly action: RuleAction; judge(sheet: FactSheet, charterId: string): Verdict },
): Rule {
  return { id, code, title, category, causeKey: id, needs, about: 'charter', ...rest };
}

/** Falls short when less is done than needed. */
export function partRule(
  id: string,
  code: string,
  title: string,
  category: string,
  [doneId, neededId]: readonly [done: string, needed: string],
  severity: Severity,
  impact: string,
  action: RuleAction,
): Rule {
  return charterRule(id, code, title, category, [doneId, neededId], {
    action,
    judge: (sheet, charterId) => {
      const [done, needed] = [sheet.get(doneId, charterId), sheet.get(neededId, charterId)];
      const [part, whole] = [numberIn(done), numberIn(needed)];
      if (part === undefined || whole === undefined) return notKnown(done, needed);
      if (part >= whole) return ok(done, needed);
      return shortfall(severity, {
        gap: [`${done.meaning.title}: `, done, ' of ', needed, '.'],
        impact: [impact],
      });
    },
  });
}

/** Falls short when an amount is open. */
export function amountRule(
  id: string,
  code: string,
  title: string,
  category: string,
  factId: string,
  severity: Severity,
  impact: string,
  action: RuleAction,
): Rule {
  return charterRule(id, code, title, category, [factId], {
    action,
    judge: (sheet, charterId) => {
      const fact = sheet.get(factId, charterId);
      const amount = numberIn(fact);
      if (amount === undefined) return notKnown(fact);
      if (amount <= 0) return ok(fact);
      return shortfall(severity, {
        gap: [`${fact.meaning.title}: `, fact, '.'],
        impact: [impact],
        impactCents: fact,
      });
    },
  });
}
