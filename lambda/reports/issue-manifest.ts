import { canonicalJson } from '../../shared/kernel/digest.ts';
import type { LibraryEntry } from '../../shared/reports/library.ts';
import type { ArchivedAs, ArchivedFile, Manifest } from '../../shared/reports/manifest.ts';
import { manifestKey } from '../../shared/reports/manifest.ts';
import type { Format, Rendering } from '../../shared/reports/render/rendering.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import { digestOf } from './archive.ts';
import type { ReportingDeps } from './deps.ts';
import type { Printable, Printed } from './press.ts';
import type { IssueFollowed } from './previous-issue.ts';

/** An issue that was printed, from what, and behind which other. */
export interface PrintedIssue {
  readonly copy: Printable;
  readonly printed: Printed;
  readonly followed: IssueFollowed;
}

/** An issue as the archive keeps it: the key of each rendering, and what its manifest hashes to. */
export interface ArchivedIssue {
  readonly files: Readonly<Record<string, string>>;
  readonly manifestDigest: string;
}

/**
 * Archives every rendering of an issue, then its manifest, which names what lies there. Repeating it changes nothing: the
 * first bytes of every key stay, and what is answered is their digest.
 */
export async function archivedIssue(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  tags: Readonly<Record<string, string>>,
  one: PrintedIssue,
): Promise<ArchivedIssue> {
  const folder = `${run.archivedOn}/${run.key}`;
  const files: Record<string, ArchivedFile> = {};
  for (const [extension, rendering] of Object.entries(one.printed.bodies) as [Format, Rendering][]) {
    const key = `${folder}/${issue.scopeName}/${issue.slug}.${extension}`;
    const { digest, sizeBytes, existed } = await deps.archive.putOnce(key, rendering.body, rendering.contentType, tags);
    const isEarlier = existed && digest !== digestOf(rendering.body);
    files[extension] = { key, digest, sizeBytes, ...(isEarlier ? { isEarlier } : {}) };
  }
  const manifest = manifestOf(deps, run, issue, one, files);
  const key = manifestKey(folder, issue.scopeName, issue.slug);
  const { digest } = await deps.archive.putOnce(key, canonicalJson(manifest), 'application/json', tags);
  const keys = Object.entries(files).map(([extension, file]) => [extension, file.key]);
  return { files: Object.fromEntries(keys), manifestDigest: digest };
}

function manifestOf(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  { copy, printed: { document }, followed }: PrintedIssue,
  files: Readonly<Record<string, ArchivedFile>>,
): Manifest {
  const { report, slug, entityIds, period } = issue;
  const previous = followed === 'unread' ? followed : followed && manifestIn(followed);
  return {
    v: 1,
    run: run.key,
    report,
    slug,
    scope: document.scope,
    entityIds,
    period,
    asOf: document.asOf,
    version: deps.config.version,
    snapshot: { key: run.snapshotKey ?? '', digest: run.snapshotDigest ?? '' },
    files,
    ...(previous === undefined ? {} : { previous }),
    printedWith: {
      company: copy.company,
      letterhead: copy.letterhead,
      nextDue: copy.options.nextDue ?? '',
      isCompared: copy.options.previous !== undefined,
    },
  };
}

/** The manifest of an issue in the library; nothing for one from before manifests were entered there. */
function manifestIn({ archivedOn, runKey, scopeName, slug, manifestDigest }: LibraryEntry): ArchivedAs | undefined {
  if (manifestDigest === undefined) return undefined;
  return { key: manifestKey(`${archivedOn}/${runKey}`, scopeName, slug), digest: manifestDigest };
}
