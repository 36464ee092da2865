import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Inventory } from '../../shared/records/inventory.ts';
import type { Practice } from '../../shared/records/inventory-practice.ts';
import type { SampleDay } from './sample-day.ts';
import { timeOn } from './sample-day.ts';

type Sections = Inventory['sections'];
type Scores = Readonly<Partial<Record<Practice, readonly [score: number, evidence: string]>>>;

export function practices(scores: Scores): NonNullable<Sections['practices']> {
  const items = Object.entries(scores).map(([practice, [score, evidence]]) => ({
    practice: practice as Practice,
    score,
    evidence,
  }));
  return { state: 'read', items };
}

/** Habits of the best-kept product; what its repository shows is scanned, not entered. */
export const GOOD_HABITS: Scores = {
  dependency_updates: [2, 'updated by hand each month'],
  code_review: [2, 'every change is read by a second person since summer'],
  branch_protection: [3, 'the main branch takes reviewed changes only'],
  token_permissions: [2, 'deploy key may deploy and nothing else'],
  known_vulnerabilities: [2, 'looked up before each release'],
  static_analysis: [2, 'type checker and linter, no security scanner'],
  security_policy: [1, 'one page, without a contact'],
  staging_environment: [2, 'a second stack, refreshed by hand'],
  rollback: [3, 'alias switched back on trial'],
  infrastructure_as_code: [2, 'all but DNS'],
  migrations: [2, 'written and tried on a copy'],
  backups_restored: [2, 'restored on trial, books compared'],
  monitoring_and_alarms: [2, 'alarms on errors and cost'],
  incident_log: [1, 'kept in mail'],
};

/** Habits of the oldest product. */
export const OLD_HABITS: Scores = {
  tests: [1, 'a dozen, run by hand'],
  tests_on_every_change: [0, 'no CI'],
  type_and_lint_gates: [0, 'neither'],
  pinned_dependencies: [1, 'ranges, with a lock file'],
  code_review: [0, 'changes go straight to the live site'],
  staging_environment: [0, 'there is one stack, the live one'],
  rollback: [1, 'the last archive is kept on a laptop'],
  infrastructure_as_code: [0, 'set up by hand in the console'],
  backups_restored: [1, 'tried once'],
  monitoring_and_alarms: [1, 'a mail when the site is down'],
  incident_log: [0, 'none'],
};

/** Deployments before a day, so many days back each, with those that were taken back. */
export function deployments(
  day: SampleDay,
  on: LocalDate,
  backs: readonly number[],
  takenBack: readonly number[],
  rollbackTested?: number,
): NonNullable<Sections['deployments']> {
  const items = backs.map((back, i) => {
    const at = timeOn(day, plusDays(on, -back), '14:00');
    return {
      at,
      version: `r${100 - i}`,
      committedAt: plusMinutes(at, -(95 + 40 * (i % 5))),
      result: 'succeeded' as const,
      ...(takenBack.includes(back) ? { rolledBackAt: plusMinutes(at, 48) } : {}),
    };
  });
  return {
    state: 'read',
    items,
    ...(rollbackTested === undefined ? {} : { rollbackTestedOn: plusDays(on, -rollbackTested) }),
  };
}
