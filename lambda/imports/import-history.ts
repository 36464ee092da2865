import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { ImportRecord } from '../../shared/wire/imports.ts';
import type { Asking, HostDeps } from '../host/deps.ts';
import { historyWrite } from '../host/history.ts';
import type { StoredImport } from '../stores/import-store.ts';
import { importWrite, readImport } from '../stores/import-store.ts';
import { mustCommit } from '../stores/transaction.ts';

/** The import of this id. @throws FaultError `not-found` when there is none. */
export async function importOf(deps: HostDeps, importId: string): Promise<StoredImport> {
  const found = await readImport(deps.tables, importId);
  if (found) return found;
  throw new FaultError(fault('not-found', 'There is no such import.'));
}

/** Stores what changed about an import, over what was read. @throws FaultError `conflict` when somebody was faster. */
export async function saveImport(
  deps: HostDeps,
  before: StoredImport | undefined,
  now: Omit<StoredImport, 'version'>,
): Promise<StoredImport> {
  const record = { ...now, version: (before?.version ?? 0) + 1 };
  await mustCommit(deps.tables, [importWrite(deps.tables, record)], MOVED);
  return record;
}

/** The same with its audit line: an import that began to write, or is done. */
export async function saveImportMove(
  deps: HostDeps,
  asking: Asking,
  before: StoredImport | undefined,
  now: Omit<StoredImport, 'version'>,
  action: 'import.start' | 'import.finish',
): Promise<StoredImport> {
  const record = { ...now, version: (before?.version ?? 0) + 1 };
  const { fileName, digest, kind = '', entityId = '', counts } = record;
  const data = { fileName, digest, kind, entityId, ...(action === 'import.finish' ? counts : {}) };
  await mustCommit(
    deps.tables,
    [importWrite(deps.tables, record), historyWrite(deps, asking, action, record.id, data)],
    MOVED,
  );
  return record;
}

/** What the history tells of an import. */
export function told({ version: _version, settings: _settings, ...record }: StoredImport): ImportRecord {
  return record;
}

const MOVED = 'Somebody else is working on this import. Look at it again, then decide.';
