import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs, plusMinutes } from '../../shared/kernel/calendar.ts';
import { canonicalJson, sha256Hex } from '../../shared/kernel/digest.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { libraryEntry } from '../../shared/reports/library.ts';
import { REPORTS, reportOf } from '../../shared/reports/personas/catalog.ts';
import { plannedIssues } from '../../shared/reports/plan.ts';
import type { Issue, Run, RunState } from '../../shared/reports/run.ts';
import { closedState, isClosed } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { isSettled } from '../../shared/reports/sending/delivery.ts';
import { unwitnessedWrite } from '../stores/checkpoint-store.ts';
import { libraryWrite } from '../stores/issue-store.ts';
import { readDeliveries, readRun, runWrite } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import { archiveIssue, entitiesIn, recipientsIn } from './issue-archiver.ts';
import type { Mailed, Turn } from './mailing.ts';
import { mailed } from './mailing.ts';
import type { Remaining } from './remaining.ts';
import { hasTimeToWrite, UNBOUND } from './remaining.ts';
import { takeSnapshot } from './snapshot-loader.ts';
import type { Step } from './steps.ts';
import { logStep, stepWrite } from './steps.ts';

/** How long to wait before a run that could not be finished is looked at again. */
const NEXT_LOOK_MIN = 5;

/**
 * Takes a run as far as it will go: snapshot, reports, archive, mails. Every step is recorded before the next; whoever
 * is called twice, or takes over after a crash, continues where the record stands. What does not fit into the time that
 * remains is left to the next sweep. Answers the state it leaves.
 */
export async function finishRun(
  deps: ReportingDeps,
  runKey: string,
  remaining: Remaining = UNBOUND,
): Promise<RunState | 'absent'> {
  const snapshots = heldSnapshots(deps);
  let run = await readRun(deps.tables, runKey);
  let isFresh = false;
  while (run) {
    if (isClosed(run) || !hasTimeToWrite(remaining)) return run.state;
    if (run.joiningUntil !== undefined) {
      if (deps.clock() < run.joiningUntil) return run.state;
      run = await closedToMore(deps, run);
      continue;
    }
    if (run.state === 'pending') {
      run = await freeze(deps, run);
      isFresh = true;
      continue;
    }
    const snapshot = await snapshots(run.snapshotKey ?? '', run.snapshotDigest ?? '');
    const next = await advance(deps, run, snapshot, { remaining, isFresh });
    if (next === 'waiting') return run.state;
    // Mailed and still not closed: somebody else moved the run meanwhile, and may have let a mail go again.
    if (run.issues.every(({ state }) => state !== 'planned')) isFresh = false;
    run = next;
  }
  return 'absent';
}

/**
 * Looks at a closed run again after one of its mails was told of or decided: whether it is still as it was closed. Its
 * mails are read after the run: read before, they may be as they were while it was still open.
 */
export async function reassessed(deps: ReportingDeps, runKey: string): Promise<void> {
  const run = await readRun(deps.tables, runKey);
  if (run === undefined || !isClosed(run)) return;
  const state = closedState(run.issues, await readDeliveries(deps.tables, runKey));
  if (state === run.state) return;
  const step = { runKey, action: 'run.reassessed', object: runKey, data: { state } };
  await record(deps, { ...run, state }, deps.clock(), step);
}

/** The run with the completions that joined it by the end of its window. Whoever comes later joins the next. */
async function closedToMore(deps: ReportingDeps, { joiningUntil: _over, ...run }: Run): Promise<Run | undefined> {
  const { key, createdAt, createdBy, joined = [] } = run;
  const made = { runKey: key, action: 'run.created', object: key, data: { trigger: 'joined' } };
  const step = { runKey: key, action: 'run.closed-to-more', object: key, data: { charters: joined.length } };
  return record(deps, run, deps.clock(), step, [stepWrite(deps, made, createdAt, createdBy)]);
}

/** How long a run waits for a source that cannot be read before it reports without it. */
const PATIENCE_MS = 60 * 60_000;

/** Reads everything once, archives it, and settles from it which issues there will be. The first snapshot wins. */
async function freeze(deps: ReportingDeps, run: Run): Promise<Run | undefined> {
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
  const snapshot = await readSnapshot(deps, key, archived.digest);
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
  return record(deps, taken, now, step, beginning(deps, run));
}

/** The first line of a run that a completion began, whose transaction wrote the charter's own line instead. */
function beginning(deps: ReportingDeps, { key, trigger, createdAt, createdBy }: Run): readonly Write[] {
  if (trigger.kind !== 'charter') return [];
  const data = { trigger: 'charter', charter: trigger.charterId };
  return [stepWrite(deps, { runKey: key, action: 'run.created', object: key, data }, createdAt, createdBy)];
}

/** One step further: the next issue, or, when all are archived, the mails. Answers the run as it then stands. */
async function advance(
  deps: ReportingDeps,
  run: Run,
  snapshot: Snapshot,
  turn: Turn,
): Promise<Run | undefined | 'waiting'> {
  const next = run.issues.findIndex((issue) => issue.state === 'planned');
  if (next >= 0) {
    const settled = await settledIssue(deps, run, run.issues[next] as Issue, snapshot);
    const issues = run.issues.map((issue, i) => (i === next ? settled : issue));
    const entered = settled.state === 'archived' ? [libraryWrite(deps.tables, libraryEntry(run, settled))] : [];
    return record(deps, { ...run, issues }, deps.clock(), issueStep(run, settled), entered);
  }
  return close(deps, run, await mailed(deps, run, recipientsIn(snapshot), turn));
}

/** A report that cannot be made is tried this often before it is told as failed. */
const TRIES = 3;

/** The issue archived, or failed with the reason: one report's failure never stops the others. */
async function settledIssue(deps: ReportingDeps, run: Run, issue: Issue, snapshot: Snapshot): Promise<Issue> {
  try {
    const { failure: _past, tries: _count, ...fresh } = issue;
    return await archiveIssue(deps, run, fresh, snapshot);
  } catch (error) {
    if (isOutage(error)) throw error;
    deps.log('issue.error', { run: run.key, report: issue.report, error: String(error), stack: stackOf(error) });
    const tries = (issue.tries ?? 0) + 1;
    const failure = error instanceof Error ? error.name : 'unknown error';
    return { ...issue, state: tries < TRIES ? 'planned' : 'failed', failure, tries };
  }
}

/** Closes the run when nothing is left to try; otherwise leaves it due for the sweep, saying why when something holds it. */
async function close(
  deps: ReportingDeps,
  read: Run,
  { deliveries, waiting }: Mailed,
): Promise<Run | undefined | 'waiting'> {
  const now = deps.clock();
  const { waiting: before, ...run } = read;
  if (!deliveries.every(isSettled)) {
    const since = before?.because === waiting?.because ? (before?.since ?? now) : now;
    const held: Run = waiting === undefined ? run : { ...run, waiting: { because: waiting.because, since } };
    const { stored } = await committed(deps.tables, [
      runWrite(deps.tables, held, waiting?.until ?? nextLook(deliveries, now)),
    ]);
    return stored ? 'waiting' : readRun(deps.tables, run.key);
  }
  const state = closedState(run.issues, deliveries);
  const mails = deliveries.filter((one) => one.messageId !== undefined).length;
  const data = { state, issues: run.issues.length, mails };
  const step = { runKey: run.key, action: 'run.completed', object: run.key, data };
  return record(deps, { ...run, state, completedAt: now }, now, step, [unwitnessedWrite(deps.tables, run.key)]);
}

/** The changed run and its audit line, together. When somebody else was faster nothing is stored, and theirs is answered. */
async function record(
  deps: ReportingDeps,
  run: Run,
  at: Instant,
  step: Step,
  more: readonly Write[] = [],
): Promise<Run | undefined> {
  const { stored } = await committed(deps.tables, [runWrite(deps.tables, run), ...more, stepWrite(deps, step, at)]);
  if (!stored) return readRun(deps.tables, run.key);
  logStep(deps, step);
  return { ...run, version: run.version + 1 };
}

/** Reads an archived snapshot once, so that the issues of a run share the figures computed from it. */
function heldSnapshots(deps: ReportingDeps): (key: string, digest: string) => Promise<Snapshot> {
  let held: { readonly digest: string; readonly snapshot: Snapshot } | undefined;
  return async (key, digest) => {
    if (held?.digest !== digest) held = { digest, snapshot: await readSnapshot(deps, key, digest) };
    return held.snapshot;
  };
}

async function readSnapshot(deps: ReportingDeps, key: string, digest: string): Promise<Snapshot> {
  const bytes = await deps.archive.get(key);
  if (!bytes || sha256Hex(bytes) !== digest) throw new Error(`snapshot ${key} is not the one that was taken`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Snapshot;
}

function issueStep(run: Run, issue: Issue): Step {
  const { report, scopeName: scope, manifestDigest: manifest } = issue;
  const about = { report, scope, ...(manifest === undefined ? {} : { manifest }) };
  return {
    runKey: run.key,
    action: ISSUE_ACTIONS[issue.state],
    object: `${issue.slug}@${issue.scopeName}`,
    data: issue.failure === undefined ? about : { ...about, because: issue.failure },
  };
}

const ISSUE_ACTIONS: Readonly<Record<Issue['state'], string>> = {
  planned: 'issue.tried',
  archived: 'issue.archived',
  failed: 'issue.failed',
};

/** When to look again: as soon as a mail may be tried again, in five minutes where one is in doubt or being sent. */
function nextLook(deliveries: readonly Delivery[], now: Instant): Instant {
  const waits = deliveries.flatMap((delivery) =>
    delivery.state === 'ready' && delivery.nextAt ? [delivery.nextAt] : [],
  );
  return waits.sort()[0] ?? plusMinutes(now, NEXT_LOOK_MIN);
}

/** Whether the world failed rather than the report: then the run waits for the sweep instead of losing the report. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof Error &&
    ('$metadata' in error || /^(E[A-Z_]+|TimeoutError)$/.test((error as { code?: string }).code ?? error.name))
  );
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
