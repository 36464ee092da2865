import type { Rule } from '../rule.ts';
import {
  cloudCostBelief,
  cloudCostRise,
  criticalItemsLeftOpen,
  staleInventory,
  untestedRestore,
  untestedRollback,
} from './audit-rules.ts';
import { CHECK_RULES } from './check-rules.ts';

/** The rules about the audit itself, its cost and its drills. */
export const AUDIT_RULES: readonly Rule[] = [
  cloudCostRise,
  staleInventory,
  criticalItemsLeftOpen,
  untestedRollback,
  untestedRestore,
  cloudCostBelief,
];

/** What the CTO's report is judged by: every check of the audit, then the audit itself. */
export const CTO_RULES: readonly Rule[] = [...CHECK_RULES, ...AUDIT_RULES];
