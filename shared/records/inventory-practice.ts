import * as z from 'zod/mini';
import { count, day, instantAt, label, note, oneOf } from './fields.ts';
import { fingerprint, listOf, section } from './inventory-fields.ts';

/** What good engineering of a small product consists of; each is scored from 0 to 3 against evidence. */
export const PRACTICES = [
  'tests',
  'tests_on_every_change',
  'type_and_lint_gates',
  'pinned_dependencies',
  'dependency_updates',
  'code_review',
  'branch_protection',
  'token_permissions',
  'known_vulnerabilities',
  'static_analysis',
  'security_policy',
  'staging_environment',
  'rollback',
  'infrastructure_as_code',
  'migrations',
  'backups_restored',
  'monitoring_and_alarms',
  'incident_log',
] as const;
export type Practice = (typeof PRACTICES)[number];

/** The highest score of one practice. */
export const BEST_SCORE = 3;

/** A secret in code: where, by which rule, and a digest that tells it from another. Never the secret. */
export const secretFindingSchema = z.strictObject({ rule: label, file: label, line: count, fingerprint });

/** How the product is made: secrets in its code, what its visitors miss, its habits, its deployments. */
export const PRACTICE_SECTIONS = {
  code: section({ items: z.array(secretFindingSchema) }),
  journeys: listOf({
    journey: label,
    missing: label,
    evidence: note,
    impact: oneOf(['high', 'medium', 'low']),
    effort: oneOf(['S', 'M', 'L']),
  }),
  practices: listOf({
    practice: oneOf(PRACTICES),
    score: z.custom<number>(
      (v) => Number.isInteger(v) && (v as number) >= 0 && (v as number) <= BEST_SCORE,
      `expected a score from 0 to ${BEST_SCORE}`,
    ),
    evidence: label,
  }),
  deployments: section({
    items: z.array(
      z.strictObject({
        at: instantAt,
        version: label,
        /** When the change was finished, where that is known. */
        committedAt: z.exactOptional(instantAt),
        result: oneOf(['succeeded', 'failed']),
        rolledBackAt: z.exactOptional(instantAt),
      }),
    ),
    rollbackTestedOn: z.exactOptional(day),
  }),
} as const;
