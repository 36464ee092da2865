import type { User } from '../records/user.ts';

/** Whether a change must end every session and spoil every link: other roles, another status, another address. */
export function endsSessions(before: User, after: User): boolean {
  const roles = (user: User) => [...new Set(user.roles)].sort().join(' ');
  return before.status !== after.status || before.email !== after.email || roles(before) !== roles(after);
}

/** The person as they are stored after a change: one version on, and with a new `authVersion` where sessions must end. */
export function changedUser(before: User, after: User): User {
  const least = before.authVersion + (endsSessions(before, after) ? 1 : 0);
  return { ...after, version: before.version + 1, authVersion: Math.max(after.authVersion, least) };
}
