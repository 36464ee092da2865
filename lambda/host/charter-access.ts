import type { Action } from '../../shared/access/permissions.ts';
import { can } from '../../shared/access/permissions.ts';
import { FaultError, fault, overtaken } from '../../shared/kernel/fault.ts';
import type { CharterFile } from '../../shared/records/charter.ts';
import type { Vessel } from '../../shared/records/vessel.ts';
import type { StoredCharterFile } from '../stores/charter-store.ts';
import { readCharterFile } from '../stores/charter-store.ts';
import { readRegister } from '../stores/register-store.ts';
import type { Asking, HostDeps } from './deps.ts';

/**
 * A charter somebody may do something to. @throws FaultError `not-found` for an absent charter and for one the person
 * may not touch: both look the same.
 */
export async function charterFor(
  deps: HostDeps,
  asking: Asking,
  action: Action,
  charterId: string,
): Promise<StoredCharterFile> {
  const file = await readCharterFile(deps.tables, charterId);
  if (!file || !can(asking.user, action, { entityIds: [file.charter.entityId] })) {
    throw new FaultError(fault('not-found', 'There is no such charter.'));
  }
  return file;
}

/** @throws FaultError `conflict`, with the record as it is stored, unless that is the version the person saw. */
export function requireVersion(stored: { readonly version: number }, seen: number): void {
  if (stored.version === seen) return;
  throw new FaultError(
    overtaken('Somebody changed this in the meantime. Look at it again, then decide.', stored, [
      { field: 'version', message: `it is at ${stored.version} now, you saw ${seen}` },
    ]),
  );
}

/** The vessel of a charter. @throws Error when the charter names a vessel that is not on record. */
export async function vesselOf(deps: HostDeps, file: CharterFile): Promise<Vessel> {
  const vessel = await readRegister(deps.tables, 'vessel', file.charter.entityId, file.charter.vesselId);
  if (!vessel) throw new Error(`vessel ${file.charter.vesselId} of ${file.charter.id} is not on record`);
  return vessel as Vessel;
}

/** Everybody who acts is named the same way in records and audit lines. */
export function actorOf({ user }: Asking): { name: string; userId: string; roles: typeof user.roles } {
  return { name: user.name, userId: user.id, roles: user.roles };
}
