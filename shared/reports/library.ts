import type { Instant, LocalDate } from '../kernel/calendar.ts';
import type { Period } from '../kernel/period.ts';
import type { Issue, Occasion, Run } from './run.ts';
import { occasionOf } from './run.ts';

/** An archived issue as the library knows it. */
export interface LibraryLine {
  readonly report: string;
  readonly slug: string;
  readonly title: string;
  readonly scopeName: string;
  readonly entityIds: readonly string[];
  readonly period: Period;
  /** The days the document names, where they are others than those it was computed over. */
  readonly about?: Period;
  readonly occasion: Occasion;
  readonly runKey: string;
  readonly archivedOn: LocalDate;
  readonly madeAt: Instant;
}

/** What the library keeps of an issue beside what it shows: where the records lie it was computed from, and its manifest. */
export interface LibraryEntry extends LibraryLine {
  readonly snapshotKey: string;
  readonly snapshotDigest: string;
  /** What its manifest hashes to, which the next of its line names. */
  readonly manifestDigest?: string;
}

/** The library's entry for an issue of a run whose snapshot is taken. @throws Error when it is not. */
export function libraryEntry(run: Run, issue: Issue): LibraryEntry {
  if (run.snapshotKey === undefined || run.snapshotDigest === undefined) throw new Error(`${run.key} has no snapshot`);
  const { report, slug, title, scopeName, entityIds, period, about, manifestDigest } = issue;
  return {
    report,
    slug,
    title,
    scopeName,
    entityIds,
    period,
    ...(about === undefined ? {} : { about }),
    occasion: occasionOf(run.trigger),
    runKey: run.key,
    archivedOn: run.archivedOn,
    madeAt: run.createdAt,
    snapshotKey: run.snapshotKey,
    snapshotDigest: run.snapshotDigest,
    ...(manifestDigest === undefined ? {} : { manifestDigest }),
  };
}

/** The place of an issue in the library's order, by day and time; unique, and the cursor of its pages. */
export function libraryPlace(
  entry: Pick<LibraryLine, 'archivedOn' | 'madeAt' | 'runKey' | 'scopeName' | 'slug'>,
): string {
  return [entry.archivedOn, entry.madeAt, entry.runKey, entry.scopeName, entry.slug].join('#');
}
