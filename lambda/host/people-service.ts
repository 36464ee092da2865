import { FaultError, fault, orThrow } from '../../shared/kernel/fault.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { User } from '../../shared/records/user.ts';
import { userSchema } from '../../shared/records/user.ts';
import { canonicalAddress } from '../security/address.ts';
import { readUser, saveUser } from '../stores/user-store.ts';
import { requireVersion } from './charter-access.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';
import type { RecordBody } from './record-body.ts';
import { stampedRecord } from './record-body.ts';

/**
 * Adds somebody who may sign in (version 0 seen) or changes them over the version seen; other roles, or none any more,
 * end their sessions.
 * @throws FaultError `invalid` naming every field, `conflict` with the person as they are now or when the address is
 * taken, `refused` for an office that would lock itself out.
 */
export async function writePerson(deps: HostDeps, asking: Asking, userId: string, body: RecordBody): Promise<User> {
  const before = await readUser(deps.tables, userId);
  if (body.version > 0 && !before) throw new FaultError(fault('not-found', 'There is no such person.'));
  if (before) requireVersion(before, body.version);
  const wanted = { ...stampedRecord(asking, userId, body, before), authVersion: before?.authVersion ?? 1 };
  const read = orThrow(parsed<User>(userSchema, wanted, 'This person'));
  const after = { ...read, email: orThrow(canonicalAddress(read.email)) };
  requireStillIn(asking, after);
  const line = historyWrite(deps, asking, 'person.write', userId, {
    roles: after.roles.join(' '),
    status: after.status,
    isNew: before === undefined,
  });
  return saveUser(deps.tables, after, before, [line]);
}

/** Whoever changes people keeps the right to: nobody shuts the office's door behind themselves. */
function requireStillIn(asking: Asking, after: User): void {
  if (after.id !== asking.user.id || (after.roles.includes('admin') && after.status === 'active')) return;
  const message = 'somebody else of the office has to do this: you would lock yourself out';
  const field = after.status === 'active' ? 'roles' : 'status';
  throw new FaultError(fault('refused', 'This person was not changed.', [{ field, message }]));
}
