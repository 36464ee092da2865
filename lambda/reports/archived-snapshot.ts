import type { Snapshot } from '../../shared/records/snapshot.ts';
import { digestOf } from './archive.ts';
import type { ReportingDeps } from './deps.ts';

/** The records a run was made from, out of the archive. @throws when they do not lie there as they were taken. */
export async function archivedSnapshot(deps: ReportingDeps, key: string, digest: string): Promise<Snapshot> {
  const bytes = await deps.archive.get(key);
  if (!bytes || digestOf(bytes) !== digest) throw new Error(`snapshot ${key} is not the one that was taken`);
  return JSON.parse(new TextDecoder().decode(bytes)) as Snapshot;
}

/** Reads an archived snapshot once, so that the issues of a run share the figures computed from it. */
export function heldSnapshots(deps: ReportingDeps): (key: string, digest: string) => Promise<Snapshot> {
  let held: { readonly digest: string; readonly snapshot: Snapshot } | undefined;
  return async (key, digest) => {
    if (held?.digest !== digest) held = { digest, snapshot: await archivedSnapshot(deps, key, digest) };
    return held.snapshot;
  };
}
