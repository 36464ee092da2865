import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import { libraryEntry } from '../../shared/reports/library.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import { libraryWrite } from '../stores/issue-store.ts';
import { readRun } from '../stores/run-store.ts';
import type { Trouble } from './bulkhead.ts';
import type { ReportingDeps } from './deps.ts';
import { archiveIssue } from './issue-archiver.ts';
import { NEXT_LOOK_MIN } from './run-closing.ts';
import { recorded, stepped } from './run-record.ts';
import type { Step } from './steps.ts';

/** A report that cannot be made is tried this often before it is told as failed. */
const TRIES = 3;
/** One whose making takes the process with it may have met a machine that fails: then for some hours of sweeps. */
const TRIES_CUT_SHORT = 40;
/** So many reports in a row that the world kept from being made are enough to know: the rest waits as well. */
const ENOUGH_PUT_OFF = 2;

/** An issue by what it is called within its run. */
export const issueName = ({ slug, scopeName }: Pick<Issue, 'slug' | 'scopeName'>): string => `${slug}@${scopeName}`;

/**
 * The issue to make next: those never tried, and, once the mails of all that were made are out, those that failed or took
 * the process with them. What was put off in this turn waits for the next. So no report is late because of another.
 */
export function nextToMake({ issues }: Run, putOff: ReadonlySet<string>, areOthersOut: boolean): Issue | undefined {
  if (putOff.size >= ENOUGH_PUT_OFF) return undefined;
  const open = issues.filter((issue) => issue.state === 'planned' && !putOff.has(issueName(issue)));
  const [next] = open.sort((a, b) => triesOf(a) - triesOf(b));
  return next !== undefined && (triesOf(next) === 0 || areOthersOut) ? next : undefined;
}

/** A run after one of its issues was tried, and what of the world kept it from being made, if anything did. */
export interface Made {
  readonly run: Run | undefined;
  readonly trouble?: Trouble;
}

/**
 * Makes one issue: archived, or failed with the reason once it was tried often enough. In a turn that took up what another
 * left, the try is counted before it begins: whatever ends the process cannot be counted after. A try the world cut short
 * does not count, for a day; nor does one beside another that may still be under way.
 */
export async function madeIssue(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  snapshot: Snapshot,
  isFresh: boolean,
): Promise<Made> {
  const now = deps.clock();
  if (isFresh || isUnderWay(issue, now)) {
    return triedIssue(deps, run, issue, snapshot, async (error) => ({ run, trouble: { error } }));
  }
  const { times } = { times: 0, ...issue.begun };
  if (times >= TRIES_CUT_SHORT) return { run: await settled(deps, run, { ...issue, ...NEVER_ENDED, state: 'failed' }) };
  const begun = await begunRun(deps, run, { ...issue, begun: { times: times + 1, at: now } });
  if (begun === undefined) return { run: await readRun(deps.tables, run.key) };
  const waits = async (error: unknown) => ({ run: await putOff(deps, begun, issue, error), trouble: { error } });
  const isPatient = epochMs(now) - epochMs(run.createdAt) < deps.sending.longestMs;
  return triedIssue(deps, begun, issue, snapshot, isPatient ? waits : undefined);
}

/** Whether another process may be making it: it began less than a sweep ago. */
function isUnderWay({ begun }: Issue, now: Instant): boolean {
  return begun !== undefined && now < plusMinutes(begun.at, NEXT_LOOK_MIN);
}

/** The run after a try at an issue; what the world cut short is left to `cutShort`, and is the report's own where there is none. */
async function triedIssue(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  snapshot: Snapshot,
  cutShort: ((error: unknown) => Promise<Made>) | undefined,
): Promise<Made> {
  try {
    const { failure: _past, tries: _failed, begun: _begun, ...clean } = issue;
    return { run: await settled(deps, run, await archiveIssue(deps, run, clean, snapshot)) };
  } catch (error) {
    if (cutShort && isOutage(error)) return cutShort(error);
    deps.log('issue.error', { run: run.key, report: issue.report, error: String(error), stack: stackOf(error) });
    const { begun: _begun, tries = 0, ...rest } = issue;
    const failure = error instanceof Error ? error.name : 'unknown error';
    const state = tries + 1 < TRIES ? 'planned' : 'failed';
    return { run: await settled(deps, run, { ...rest, state, failure, tries: tries + 1 }) };
  }
}

const NEVER_ENDED = { failure: 'making it never came to an end' } as const;

/** How often it was tried, whatever came of it. */
function triesOf({ tries = 0, begun }: Issue): number {
  return tries + (begun?.times ?? 0);
}

/** The run with the try on record; should the process end in it, other runs are looked at before this one. */
function begunRun(deps: ReportingDeps, run: Run, issue: Issue): Promise<Run | undefined> {
  const now = deps.clock();
  return stepped(deps, withIssue(run, issue), now, stepOf(run, issue, 'issue.begun'), {
    dueAt: plusMinutes(now, NEXT_LOOK_MIN),
  });
}

/** The run as before a try that the world cut short: it was none of the report's. */
async function putOff(deps: ReportingDeps, run: Run, before: Issue, error: unknown): Promise<Run | undefined> {
  const because = error instanceof Error ? error.name : 'unknown error';
  const step = stepOf(run, { ...before, failure: because }, 'issue.put-off');
  return recorded(deps, withIssue(run, before), deps.clock(), step);
}

/** The run with what became of an issue; one that was archived enters the library with it. */
async function settled(deps: ReportingDeps, run: Run, issue: Issue): Promise<Run | undefined> {
  const more = issue.state === 'archived' ? [libraryWrite(deps.tables, libraryEntry(run, issue))] : [];
  return recorded(deps, withIssue(run, issue), deps.clock(), stepOf(run, issue, ACTIONS[issue.state]), { more });
}

function withIssue(run: Run, issue: Issue): Run {
  const name = issueName(issue);
  return { ...run, issues: run.issues.map((one) => (issueName(one) === name ? issue : one)) };
}

const ACTIONS: Readonly<Record<Issue['state'], string>> = {
  planned: 'issue.tried',
  archived: 'issue.archived',
  failed: 'issue.failed',
};

function stepOf(run: Run, issue: Issue, action: string): Step {
  const { report, scopeName: scope, manifestDigest: manifest, failure } = issue;
  const about = { report, scope, ...(manifest === undefined ? {} : { manifest }) };
  const data = failure === undefined ? about : { ...about, because: failure };
  return { runKey: run.key, action, object: issueName(issue), data };
}

/** Whether the world failed rather than the report: then the report waits for the sweep instead of being lost. */
function isOutage(error: unknown): boolean {
  return (
    error instanceof Error &&
    ('$metadata' in error || /^(E[A-Z_]+|TimeoutError)$/.test((error as { code?: string }).code ?? error.name))
  );
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? '') : '';
}
