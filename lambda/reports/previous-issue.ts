import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { LibraryEntry } from '../../shared/reports/library.ts';
import { libraryPlace } from '../../shared/reports/library.ts';
import { reportOf } from '../../shared/reports/personas/catalog.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import { occasionOf } from '../../shared/reports/run.ts';
import { issueBefore } from '../stores/issue-store.ts';
import { archivedSnapshot } from './archived-snapshot.ts';
import type { ReportingDeps } from './deps.ts';

/** The issue another one follows: nothing for the first of its line, `unread` where the library could not be asked. */
export type IssueFollowed = LibraryEntry | 'unread' | undefined;

/** The issue before this one: same report, same entities, same occasion. A report never waits for its past. */
export async function issueFollowed(deps: ReportingDeps, run: Run, issue: Issue): Promise<IssueFollowed> {
  const { report, entityIds } = issue;
  const place = libraryPlace({ ...issue, runKey: run.key, archivedOn: run.archivedOn, madeAt: run.createdAt });
  try {
    return await issueBefore(deps.tables, { report, entityIds, occasion: occasionOf(run.trigger) }, place);
  } catch (error) {
    unreadable(deps, run, issue, error);
    return 'unread';
  }
}

/**
 * The figures of the issue before this one, computed again from the records that were archived with it. Nothing when
 * there was none, for a report about one charter, or when those records are not there as they were archived; the log says
 * which.
 */
export async function previousSheet(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  followed: IssueFollowed,
): Promise<FactSheet | undefined> {
  if (followed === undefined || followed === 'unread' || !isCompared(issue.report)) return undefined;
  try {
    const snapshot = await archivedSnapshot(deps, followed.snapshotKey, followed.snapshotDigest);
    return factSheet(snapshot, followed.entityIds, followed.period);
  } catch (error) {
    unreadable(deps, run, issue, error);
    return undefined;
  }
}

/** Whether a report is held against the one before it. */
function isCompared(report: string): boolean {
  return reportOf(report).perCharter !== 'debrief';
}

function unreadable(deps: ReportingDeps, run: Run, issue: Issue, error: unknown): void {
  deps.log('issue.previous-unreadable', { run: run.key, report: issue.report, error: String(error) });
}
