import type { Instant } from '../kernel/calendar.ts';
import type { Period } from '../kernel/period.ts';
import type { Letterhead } from './render/letterhead.ts';

/** An object of the archive by its key and the SHA-256 of its bytes. */
export interface ArchivedAs {
  readonly key: string;
  readonly digest: string;
}

/** A rendering of an issue as it lies in the archive. */
export interface ArchivedFile extends ArchivedAs {
  readonly sizeBytes: number;
  /** Archived by an earlier attempt, otherwise than the version that wrote the manifest prints it: it stays. */
  readonly isEarlier?: true;
}

/**
 * What an issue is made of, by digest: the records it was computed from, every rendering (its document is the one in
 * JSON), the version that printed it, what it was printed with, and the manifest of the issue it follows. Its own digest
 * stands in the line `issue.archived`; with the records and the rest of it, the issue can be printed again.
 */
export interface Manifest {
  readonly v: 1;
  readonly run: string;
  readonly report: string;
  readonly slug: string;
  readonly scope: { readonly name: string; readonly title: string };
  readonly entityIds: readonly string[];
  readonly period: Period;
  readonly asOf: Instant;
  readonly version: string;
  readonly snapshot: ArchivedAs;
  readonly files: Readonly<Record<string, ArchivedFile>>;
  /** `unread` where the library could not be asked which issue it follows; absent where it is the first of its line. */
  readonly previous?: ArchivedAs | 'unread';
  readonly printedWith: PrintedWith;
}

/** What stands on an issue beside what its records say. */
export interface PrintedWith {
  readonly company: string;
  readonly letterhead: Letterhead;
  readonly nextDue: string;
  /** Whether its figures were held against those of the issue it follows. */
  readonly isCompared: boolean;
}

/** Where the manifest of an issue lies, given the folder of its run. */
export function manifestKey(runFolder: string, scopeName: string, slug: string): string {
  return `${runFolder}/${scopeName}/${slug}.manifest.json`;
}
