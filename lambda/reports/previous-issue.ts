import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { Snapshot } from '../../shared/records/snapshot.ts';
import type { FactSheet } from '../../shared/reports/facts/fact-sheet.ts';
import { factSheet } from '../../shared/reports/facts/fact-sheet.ts';
import type { LibraryEntry } from '../../shared/reports/library.ts';
import { libraryPlace } from '../../shared/reports/library.ts';
import { reportOf } from '../../shared/reports/personas/catalog.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import { occasionOf } from '../../shared/reports/run.ts';
import { issueBefore } from '../stores/issue-store.ts';
import type { ReportingDeps } from './deps.ts';

/**
 * The figures of the issue before this one: same report, same entities, same occasion, computed again from the records
 * that were archived with it. Nothing when there was none, for a report about one charter, or when those records are not
 * there as they were archived; the log says which. A report never waits for its past.
 */
export async function previousSheet(deps: ReportingDeps, run: Run, issue: Issue): Promise<FactSheet | undefined> {
  if (reportOf(issue.report).perCharter === 'debrief') return undefined;
  try {
    const earlier = await previousIssue(deps, run, issue);
    if (earlier === undefined) return undefined;
    return factSheet(await archivedSnapshot(deps, earlier), earlier.entityIds, earlier.period);
  } catch (error) {
    deps.log('issue.previous-unreadable', { run: run.key, report: issue.report, error: String(error) });
    return undefined;
  }
}

function previousIssue(deps: ReportingDeps, run: Run, issue: Issue): Promise<LibraryEntry | undefined> {
  const { report, entityIds } = issue;
  const place = libraryPlace({ ...issue, runKey: run.key, archivedOn: run.archivedOn, madeAt: run.createdAt });
  return issueBefore(deps.tables, { report, entityIds, occasion: occasionOf(run.trigger) }, place);
}

async function archivedSnapshot(deps: ReportingDeps, entry: LibraryEntry): Promise<Snapshot> {
  const bytes = await deps.archive.get(entry.snapshotKey);
  if (!bytes || sha256Hex(bytes) !== entry.snapshotDigest)
    throw new Error(`snapshot ${entry.snapshotKey} is not the one that was taken`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Snapshot;
}
