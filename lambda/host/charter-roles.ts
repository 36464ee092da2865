import { orThrow } from '../../shared/kernel/fault.ts';
import type { NewRole } from '../../shared/operations/crew-roles.ts';
import { addedRole, removableRole, repaidRole } from '../../shared/operations/crew-roles.ts';
import type { ChangedCharterResponse, RoleBody } from '../../shared/wire/charters.ts';
import { newSlotWrite, slotRemoval, slotWrite } from '../stores/charter-store.ts';
import { charterFor } from './charter-access.ts';
import { partOf, stored } from './charter-parts.ts';
import type { Asking, HostDeps } from './deps.ts';

/** Adds one role more to a charter, with what it pays. */
export async function addRole(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  body: NewRole,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.roles', charterId);
  const added = orThrow(addedRole(file, body));
  return stored(deps, asking, file, 'charter.roles', added.id, newSlotWrite(deps.tables, added, file.charter));
}

/** Changes what a role pays. */
export async function changeRole(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  slotId: string,
  { version, payCents }: RoleBody,
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.roles', charterId);
  const slot = orThrow(repaidRole(partOf(file.slots, slotId, version), payCents, file.charter));
  return stored(deps, asking, file, 'charter.roles', slotId, slotWrite(deps.tables, slot, file.charter));
}

/** Takes out a role nobody has claimed. */
export async function removeRole(
  deps: HostDeps,
  asking: Asking,
  charterId: string,
  slotId: string,
  { version }: { readonly version: number },
): Promise<ChangedCharterResponse> {
  const file = await charterFor(deps, asking, 'charter.roles', charterId);
  const slot = orThrow(removableRole(partOf(file.slots, slotId, version), file));
  return stored(deps, asking, file, 'charter.roles', slotId, slotRemoval(deps.tables, slot));
}
