import type { Instant } from '../kernel/calendar.ts';
import { plusMinutes } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, RoleSlot } from '../records/charter.ts';
import type { User } from '../records/user.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './actor.ts';
import { claimantProblems, clashProblems } from './claimant.ts';
import { frozenProblems, stateName } from './states.ts';

type Claim = NonNullable<RoleSlot['claim']>;

/** Later than this before departure, only an admin releases a claim. */
export const RELEASE_BEFORE_HOURS = 48;

/**
 * The slot claimed by one person: nobody else holds it, they may work it on that day, and none of the other charters
 * they work on clashes with this one.
 */
export function claimSlot(
  slot: RoleSlot,
  user: User,
  charter: Charter,
  otherCharters: readonly Charter[],
  now: Instant,
): Result<RoleSlot> {
  const problems = [
    ...frozenProblems(charter),
    ...crewSettledProblems(charter),
    ...takenProblems(slot),
    ...claimantProblems(slot, user, charter),
    ...clashProblems(charter, otherCharters, now),
  ];
  if (problems.length > 0) return refused('refused', `The role ${roleName(slot)} was not claimed.`, problems);
  return ok({ ...slot, claim: { userId: user.id, name: user.name, state: 'claimed', at: now } });
}

/** The slot open again: by whoever claimed it until two days before departure, by an admin until boarding. */
export function releaseSlot(slot: RoleSlot, actor: Actor, charter: Charter, now: Instant): Result<RoleSlot> {
  const isLate = now > plusMinutes(charter.startAt, -RELEASE_BEFORE_HOURS * 60);
  const problems = [...frozenProblems(charter), ...crewSettledProblems(charter), ...claimProblems(slot)];
  if (!hasRole(actor, 'admin') && !isOwn(slot, actor)) {
    problems.push({ field: 'actor', message: 'Only whoever claimed this role, or an admin, may release it.' });
  } else if (!hasRole(actor, 'admin') && isLate) {
    const message = `It is less than ${RELEASE_BEFORE_HOURS} hours to departure. Ask an admin to release the role.`;
    problems.push({ field: 'actor', message });
  }
  if (problems.length > 0) return refused('refused', `The role ${roleName(slot)} was not released.`, problems);
  const { claim: _, ...open } = slot;
  return ok(open);
}

/** The claim accepted by an admin or a captain. */
export function confirmSlot(slot: RoleSlot, actor: Actor, charter: Charter, now: Instant): Result<RoleSlot> {
  const problems = [...frozenProblems(charter), ...claimProblems(slot), ...stepProblems(slot, 'claimed', 'confirmed')];
  if (!hasRole(actor, 'admin', 'captain')) {
    problems.push({ field: 'actor', message: 'Ask a captain or an admin to confirm the claim.' });
  }
  if (problems.length > 0) return refused('refused', `The claim of ${roleName(slot)} was not confirmed.`, problems);
  return ok(withClaim(slot, 'confirmed', now));
}

/** The person is there: said by themselves, a captain or an admin, once the claim is confirmed. */
export function checkInSlot(slot: RoleSlot, actor: Actor, charter: Charter, now: Instant): Result<RoleSlot> {
  const problems = [
    ...frozenProblems(charter),
    ...claimProblems(slot),
    ...stepProblems(slot, 'confirmed', 'checked in'),
  ];
  if (!hasRole(actor, 'admin', 'captain') && !isOwn(slot, actor)) {
    problems.push({ field: 'actor', message: 'Check in to your own role, or ask a captain to do it.' });
  }
  if (problems.length > 0) return refused('refused', `Nobody was checked in as ${roleName(slot)}.`, problems);
  return ok(withClaim(slot, 'checked_in', now));
}

/** Whether a claim has come at least as far as the state named; nothing, or a no-show, has come nowhere. */
export function hasReached(slot: RoleSlot, state: (typeof CLAIM_ORDER)[number]): boolean {
  const { claim } = slot;
  if (claim === undefined || claim.state === 'no_show') return false;
  return CLAIM_ORDER.indexOf(claim.state) >= CLAIM_ORDER.indexOf(state);
}

/** Required roles and how far they are filled. */
export interface CrewCoverage {
  readonly required: number;
  readonly claimed: number;
  readonly confirmed: number;
  readonly checkedIn: number;
  /** Required roles nobody has claimed. */
  readonly open: readonly RoleSlot['role'][];
}

/** How many of the required roles are claimed, confirmed and checked in; each counts the ones further on. */
export function crewCoverage(slots: readonly RoleSlot[]): CrewCoverage {
  const required = slots.filter((slot) => slot.required);
  const reached = (state: (typeof CLAIM_ORDER)[number]) => required.filter((slot) => hasReached(slot, state)).length;
  return {
    required: required.length,
    claimed: reached('claimed'),
    confirmed: reached('confirmed'),
    checkedIn: reached('checked_in'),
    open: required.filter((slot) => !hasReached(slot, 'claimed')).map((slot) => slot.role),
  };
}

/** A role in a sentence: first mate. */
export function roleName(slot: Pick<RoleSlot, 'role'>): string {
  return slot.role.replaceAll('_', ' ');
}

const CLAIM_ORDER = ['claimed', 'confirmed', 'checked_in', 'worked', 'paid'] as const;

function withClaim(slot: RoleSlot, state: Claim['state'], now: Instant): RoleSlot {
  return slot.claim === undefined ? slot : { ...slot, claim: { ...slot.claim, state, at: now } };
}

function isOwn(slot: RoleSlot, actor: Actor): boolean {
  return slot.claim?.userId === actor.userId;
}

/** A claim marked no-show leaves the role open for somebody else. */
function takenProblems(slot: RoleSlot): readonly Problem[] {
  if (!hasReached(slot, 'claimed')) return [];
  return [{ field: 'claim', message: `${slot.claim?.name} has this role. Choose another one.` }];
}

function claimProblems(slot: RoleSlot): Problem[] {
  return slot.claim === undefined ? [{ field: 'claim', message: 'Nobody has claimed this role yet.' }] : [];
}

function stepProblems(slot: RoleSlot, from: Claim['state'], done: string): readonly Problem[] {
  if (slot.claim === undefined || slot.claim.state === from) return [];
  const state = slot.claim.state.replaceAll('_', ' ');
  return [{ field: 'claim', message: `The claim is ${state}; only a ${from} claim can be ${done}.` }];
}

/** Why nobody joins or leaves any more: the boat has left. */
export function crewSettledProblems(charter: Charter): readonly Problem[] {
  if (charter.lifecycle !== 'underway' && charter.lifecycle !== 'returned') return [];
  return [
    { field: 'lifecycle', message: `The charter is ${stateName(charter.lifecycle)}: its crew no longer changes.` },
  ];
}
