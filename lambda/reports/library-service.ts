import type { Month } from '../../shared/kernel/calendar.ts';
import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import { comparison } from '../../shared/reports/comparison.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import type { ReportDocument } from '../../shared/reports/document/report-document.ts';
import type { LibraryEntry, LibraryLine } from '../../shared/reports/library.ts';
import { libraryPlace } from '../../shared/reports/library.ts';
import type { CompareResponse, ListIssuesResponse } from '../../shared/wire/reports.ts';
import { libraryEntries } from '../stores/issue-store.ts';
import { readRun } from '../stores/run-store.ts';
import type { ReportingDeps } from './deps.ts';
import { maySeeIssue, visibleRun } from './visible.ts';

/** How many issues one answer lists. */
const PAGE = 50;

/** Which archived issues somebody wants listed. */
export interface LibraryRequest {
  readonly report?: string | undefined;
  readonly entity?: string | undefined;
  readonly month?: Month | undefined;
  readonly before?: string | undefined;
}

/**
 * The archived issues somebody may see, newest first, a page at a time. Reports and entities that are not theirs, or not
 * at all, have no issues. The next page is asked for by the place of the last issue of this one.
 */
export async function listIssues(
  deps: ReportingDeps,
  user: User,
  request: LibraryRequest,
): Promise<ListIssuesResponse> {
  const lines: LibraryLine[] = [];
  for await (const entry of libraryEntries(deps.tables, request)) {
    const isAbout = request.entity === undefined || entry.entityIds.includes(request.entity);
    if (!isAbout || !maySeeIssue(user, entry)) continue;
    const last = lines.at(-1);
    if (lines.length === PAGE && last !== undefined) return { issues: lines, next: libraryPlace(last) };
    lines.push(lineOf(entry));
  }
  return { issues: lines };
}

/**
 * What changed from one archived issue to another. @throws FaultError `not-found` for an issue that is absent, not theirs
 * or not named as issues are; `refused` for issues of different reports.
 */
export async function comparedIssues(
  deps: ReportingDeps,
  user: User,
  left: string,
  right: string,
): Promise<CompareResponse> {
  const [before, after] = await Promise.all([archivedDocument(deps, user, left), archivedDocument(deps, user, right)]);
  if (before.report !== after.report) {
    throw new FaultError(
      fault('refused', 'Only issues of one report can be compared.', [
        { field: 'right', message: `expected an issue of ${before.title}` },
      ]),
    );
  }
  return comparison(before, after);
}

/**
 * The document of an issue somebody may see, by its name: run key, scope and slug with slashes between.
 * @throws FaultError `not-found` for an issue that is absent, not theirs or not named as issues are.
 */
export async function archivedDocument(deps: ReportingDeps, user: User, name: string): Promise<ReportDocument> {
  const [runKey = '', scope, slug, ...more] = name.split('/');
  const stored = runKey === '' || more.length > 0 ? undefined : await readRun(deps.tables, runKey);
  const run = stored && visibleRun(user, stored);
  const issue = run?.issues.find((one) => one.scopeName === scope && one.slug === slug);
  const key = issue?.files?.['json'];
  if (!issue || key === undefined || !maySeeIssue(user, issue)) throw absent();
  const bytes = await deps.archive.get(key);
  if (!bytes) throw absent();
  return orThrow(decodedDocument(JSON.parse(new TextDecoder().decode(bytes))));
}

function lineOf({
  snapshotKey: _key,
  snapshotDigest: _digest,
  manifestDigest: _mark,
  ...line
}: LibraryEntry): LibraryLine {
  return line;
}

function absent(): FaultError {
  return new FaultError(fault('not-found', 'There is nothing here.'));
}
