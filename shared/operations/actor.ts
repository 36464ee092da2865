import type { Role } from '../records/user.ts';

/** Who asks for something to be done, as far as the deciders need to know. A nightly job is an actor too. */
export interface Actor {
  readonly name: string;
  readonly userId: string;
  readonly roles: readonly Role[];
}

/** Whether the actor has at least one of the roles. */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}
