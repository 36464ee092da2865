import { orThrow } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { User } from '../../shared/records/user.ts';
import { userSchema } from '../../shared/records/user.ts';
import { canonicalAddress } from '../security/address.ts';
import { saveUser, userByEmail } from '../stores/user-store.ts';
import type { Asking, HostDeps } from './deps.ts';
import { historyWrite } from './history.ts';

/** What is said of somebody who may sign in; what is left out stays as it is, or empty for somebody new. */
export type PersonSaid = Pick<User, 'email' | 'name' | 'roles'> &
  Partial<Pick<User, 'entityIds' | 'grants' | 'credentials'>>;

/**
 * Adds somebody who may sign in, or changes the one with this address; a change of roles ends their sessions.
 * @throws FaultError `invalid` naming every field, `conflict` when somebody changed them in the meantime.
 */
export async function savePerson(
  deps: Pick<HostDeps, 'tables' | 'random'>,
  asking: Asking,
  said: PersonSaid,
): Promise<{ readonly user: User; readonly isNew: boolean }> {
  const email = orThrow(canonicalAddress(said.email));
  const before = await userByEmail(deps.tables, email);
  const fresh = {
    id: newId('usr', asking.now, deps.random),
    entityIds: [],
    grants: [],
    credentials: [],
    authVersion: 1,
    createdAt: asking.now,
    createdBy: asking.user.id,
    version: 1,
    schemaVersion: 1,
  };
  const wanted = { ...(before ?? fresh), ...said, email, status: 'active', updatedAt: asking.now, source: 'manual' };
  const after = orThrow(parsed<User>(userSchema, wanted, 'This person'));
  const line = historyWrite(deps, asking, 'person.write', after.id, { roles: after.roles.join(' '), isNew: !before });
  return { user: await saveUser(deps.tables, after, before, [line]), isNew: before === undefined };
}
