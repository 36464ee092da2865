import type { FactSheet } from '../../facts/fact-sheet.ts';
import { notKnown, numberIn, ok, shortfall } from '../judging.ts';
import type { Phrase, Rule, Severity } from '../rule.ts';

/** A rule that holds some figures against limits. All of them must be known before it says anything. */
export interface LimitRule extends Omit<Rule, 'judge' | 'category'> {
  readonly category?: string;
  /** How bad the figures of `needs`, in its order, are; nothing when they are in order. */
  severityOf(values: readonly number[]): Severity | undefined;
  gap(sheet: FactSheet): Phrase;
  impact(sheet: FactSheet): Phrase;
  /** The fact that puts a price on it. */
  readonly priceFact?: string;
}

/** The rule that judges by the limits. Figures that do not apply to the sheet's businesses are not asked. */
export function limitRule({ severityOf, gap, impact, priceFact, ...rule }: LimitRule): Rule {
  return {
    category: 'Books',
    ...rule,
    judge(sheet) {
      const facts = rule.needs.map((id) => sheet.get(id));
      const values = facts.map(numberIn);
      if (values.some((value) => value === undefined)) return notKnown(...facts);
      const severity = severityOf(values as number[]); // none is undefined
      if (severity === undefined) return ok(...facts);
      const price = priceFact === undefined ? {} : { impactCents: sheet.get(priceFact) };
      return shortfall(severity, { gap: gap(sheet), impact: impact(sheet), ...price, evidence: facts });
    },
  };
}
