import type { Measured } from '../../../kernel/measured.ts';
import { mapped, measured, unknown } from '../../../kernel/measured.ts';
import type { Practice } from '../../../records/inventory-practice.ts';
import { BEST_SCORE, PRACTICES } from '../../../records/inventory-practice.ts';
import type { RepositoryScan } from '../../../records/repository-scan.ts';
import type { FactDefinition, SubjectFacts } from '../fact.ts';
import { AS_RECORDED } from '../fact.ts';
import { namesOf } from '../naming.ts';
import type { FactView } from '../view.ts';
import { basisOf } from './audit-facts.ts';
import { newestScan, sectionOf } from './looks.ts';

const SOURCE = 'OpenSSF Scorecard, and what a small product needs';

/** One practice of one entity with its score and what it rests on. */
interface Scored {
  readonly entityId: string;
  readonly practice: Practice;
  readonly score: number;
  readonly evidence: string;
}

/** Practices by the words a report calls them. */
export const PRACTICE_NAMES: Readonly<Record<Practice, string>> = {
  tests: 'Tests',
  tests_on_every_change: 'Tests run on every change',
  type_and_lint_gates: 'Type and lint gates',
  pinned_dependencies: 'Pinned dependencies',
  dependency_updates: 'Dependency updates',
  code_review: 'Code review',
  branch_protection: 'Branch protection',
  token_permissions: 'Token permissions',
  known_vulnerabilities: 'Known vulnerabilities',
  static_analysis: 'Static analysis',
  security_policy: 'Security policy',
  staging_environment: 'Staging environment',
  rollback: 'Rollback',
  infrastructure_as_code: 'Infrastructure as code',
  migrations: 'Migrations',
  backups_restored: 'Backups restored',
  monitoring_and_alarms: 'Monitoring and alarms',
  incident_log: 'Incident log',
};

/** The practices of each entity for which there is evidence. What a scan of the repository saw outweighs what was entered. */
function scored(view: FactView): Measured<readonly Scored[]> {
  const all = view.entityIds.flatMap((entityId) => {
    const found = sectionOf(view, entityId, 'practices');
    const entered = 'missing' in found ? [] : found.section.items;
    const scan = newestScan(view, entityId);
    const seen = scan === undefined ? {} : seenIn(scan);
    return PRACTICES.flatMap((practice): Scored[] => {
      const held = seen[practice] ?? entered.find((of) => of.practice === practice);
      return held === undefined ? [] : [{ entityId, practice, score: held.score, evidence: held.evidence }];
    });
  });
  if (all.length === 0) return unknown(`engineering practices in the inventory of ${namesOf(view)}`);
  return measured(
    all,
    basisOf(
      view,
      view.entityIds.filter((id) => all.some(({ entityId }) => entityId === id)),
    ),
  );
}

type Seen = { readonly score: number; readonly evidence: string };

/** The scores a repository earns by what it contains. */
function seenIn(scan: RepositoryScan): Readonly<Partial<Record<Practice, Seen>>> {
  const { gates, dependencies, testFiles, ciCommands } = scan;
  const inCi = ciCommands.length > 0;
  const gateCount = [gates.types, gates.lint].filter(Boolean).length;
  const isPinned = dependencies.pinned === dependencies.total;
  return {
    tests: { score: testFiles === 0 ? 0 : gates.tests ? 3 : 1, evidence: `files of tests: ${testFiles}` },
    tests_on_every_change: {
      score: inCi && gates.tests ? 3 : 0,
      evidence: inCi ? `the CI script runs: ${ciCommands[0]}` : 'no CI script',
    },
    type_and_lint_gates: {
      score: gateCount === 2 ? (inCi ? 3 : 2) : gateCount,
      evidence: `types ${gates.types ? 'checked' : 'not checked'}, style ${gates.lint ? 'checked' : 'not checked'}`,
    },
    pinned_dependencies: {
      score: !dependencies.hasLockFile ? 0 : isPinned ? 3 : 2,
      evidence: `pinned: ${dependencies.pinned} of ${dependencies.total}; lock file ${dependencies.hasLockFile ? 'there' : 'missing'}`,
    },
  };
}

const common = {
  unit: 'count',
  perEntity: true,
  owner: 'CTO',
  source: SOURCE,
  needs: ['inventory', 'repository-scan'],
} as const;

export const PRACTICE_FACTS: readonly FactDefinition[] = [
  {
    ...common,
    id: 'maturity-score',
    title: 'Engineering maturity points',
    definition: 'Points for engineering practices for which there is evidence, 0 to 3 each.',
    formula: 'sum of the scores',
    compute: (view) => mapped(scored(view), (all) => all.reduce((sum, { score }) => sum + score, 0)),
  },
  {
    ...common,
    id: 'maturity-max',
    title: 'Engineering maturity points possible',
    definition: 'The points the practices with evidence could earn; practices without evidence are left out.',
    formula: 'practices with evidence × 3',
    compute: (view) => mapped(scored(view), (all) => all.length * BEST_SCORE),
  },
  {
    ...common,
    id: 'practices-unscored',
    title: 'Practices without evidence',
    definition: 'Practices, counted once for each entity, for which nobody recorded evidence.',
    formula: 'entities × practices − those with a score',
    compute: (view) => mapped(scored(view), (all) => view.entityIds.length * PRACTICES.length - all.length),
  },
];

/** Every practice with evidence, entity by entity. */
export const PRACTICE_SUBJECTS: SubjectFacts = {
  kind: 'practice',
  meanings: [
    {
      id: 'practice-score',
      title: 'Score of the practice',
      unit: 'count',
      definition: 'How far the practice is in place: 0 not at all, 3 enforced.',
      formula: AS_RECORDED,
      source: SOURCE,
      needs: ['inventory', 'repository-scan'],
    },
    {
      id: 'practice-evidence',
      title: 'Evidence of the practice',
      unit: 'text',
      definition: 'What the score rests on.',
      formula: AS_RECORDED,
      source: SOURCE,
      needs: ['inventory', 'repository-scan'],
    },
  ],
  list: (view) => {
    const all = scored(view);
    if (all.state === 'unknown') return [];
    return all.value.map(({ entityId, practice, score, evidence }) => ({
      subject: { kind: 'practice', id: practiceId(practice, entityId), name: PRACTICE_NAMES[practice], entityId },
      figures: {
        'practice-score': measured(score, all.basis),
        'practice-evidence': measured(evidence, all.basis),
      },
    }));
  },
};

/** The id under which an entity's score of a practice stands. */
export function practiceId(practice: Practice, entityId: string): string {
  return `practice:${practice}:${entityId}`;
}
