import { epochMs } from '../../shared/kernel/calendar.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import { REPORTS, reportOf } from '../../shared/reports/personas/catalog.ts';
import { plannedIssues } from '../../shared/reports/plan.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import type { Write } from '../stores/transaction.ts';
import { archivedSnapshot } from './archived-snapshot.ts';
import type { ReportingDeps } from './deps.ts';
import { entitiesIn, recipientsIn } from './issue-archiver.ts';
import { recorded } from './run-record.ts';
import { takeSnapshot } from './snapshot-loader.ts';
import { stepWrite } from './steps.ts';

/** The run with the completions that joined it by the end of its window. Whoever comes later joins the next. */
export async function closedToMore(
  deps: ReportingDeps,
  { joiningUntil: _over, ...run }: Run,
): Promise<Run | undefined> {
  const { key, createdAt, createdBy, joined = [] } = run;
  const made = { runKey: key, action: 'run.created', object: key, data: { trigger: 'joined' } };
  const step = { runKey: key, action: 'run.closed-to-more', object: key, data: { charters: joined.length } };
  return recorded(deps, run, deps.clock(), step, { more: [stepWrite(deps, made, createdAt, createdBy)] });
}

/** How long a run waits for a source that cannot be read before it reports without it. */
const PATIENCE_MS = 60 * 60_000;

/** Reads everything once, archives it, and settles from it which issues there will be. The first snapshot wins. */
export async function frozen(deps: ReportingDeps, run: Run): Promise<Run | undefined> {
  const now = deps.clock();
  const snapshotNow = await takeSnapshot(
    deps.tables,
    deps.config.zone,
    now,
    run.trigger.kind === 'charter' ? run.trigger.charterId : undefined,
    epochMs(now) - epochMs(run.createdAt) < PATIENCE_MS,
  );
  const key = `${run.archivedOn}/${run.key}/snapshot.json`;
  const archived = await deps.archive.putOnce(key, canonicalJson(snapshotNow), 'application/json', {
    'report-type': 'snapshot',
    entity: 'group',
    'generated-date': run.archivedOn,
  });
  const snapshot = await archivedSnapshot(deps, key, archived.digest);
  const issues = plannedIssues(
    run,
    REPORTS,
    entitiesIn(snapshot),
    [...recipientsIn(snapshot).values()],
    snapshot.today,
  ).map((planned): Issue => {
    const { slug, title } = reportOf(planned.report);
    return { ...planned, slug, title, state: 'planned' };
  });
  const step = {
    runKey: run.key,
    action: 'run.snapshot-taken',
    object: run.key,
    data: { key, digest: archived.digest, issues: issues.length },
  };
  const taken = { ...run, state: 'snapshotted', issues, snapshotKey: key, snapshotDigest: archived.digest } as const;
  return recorded(deps, taken, now, step, { more: beginning(deps, run) });
}

/** The first line of a run that a completion began, whose transaction wrote the charter's own line instead. */
function beginning(deps: ReportingDeps, { key, trigger, createdAt, createdBy }: Run): readonly Write[] {
  if (trigger.kind !== 'charter') return [];
  const data = { trigger: 'charter', charter: trigger.charterId };
  return [stepWrite(deps, { runKey: key, action: 'run.created', object: key, data }, createdAt, createdBy)];
}
