import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Cents } from '../kernel/money.ts';
import type { Charter, CharterFile, RoleSlot } from '../records/charter.ts';
import { CAPTAIN_CREDENTIAL, slotOf } from './charter-parts.ts';
import { crewSettledProblems, hasReached, roleName } from './crew.ts';
import { frozenProblems } from './states.ts';

/** A role as somebody in command asks for it: what it pays, and whether the charter sails without it. */
export interface NewRole {
  readonly role: RoleSlot['role'];
  readonly payCents: Cents;
  readonly required: boolean;
}

/** One role more aboard, open to be claimed, until the boat has left. Whoever commands needs a captain's license. */
export function addedRole({ charter, slots }: Pick<CharterFile, 'charter' | 'slots'>, role: NewRole): Result<RoleSlot> {
  const problems = settledProblems(charter);
  if (problems.length > 0) return refused('refused', 'The role was not added.', problems);
  const slot = slotOf(charter.id, role, slots);
  return ok(COMMANDING.includes(role.role) ? { ...slot, requiredCredential: CAPTAIN_CREDENTIAL } : slot);
}

/** The role at another pay. Once somebody's claim is confirmed, both have agreed to what it pays. */
export function repaidRole(slot: RoleSlot, payCents: Cents, charter: Charter): Result<RoleSlot> {
  const problems = settledProblems(charter);
  if (hasReached(slot, 'confirmed')) {
    const message = `${slot.claim?.name} is confirmed at the pay agreed. Have the role released to change it.`;
    problems.push({ field: 'payCents', message });
  }
  if (problems.length > 0) return refused('refused', `The pay of ${roleName(slot)} was not changed.`, problems);
  return ok({ ...slot, payCents });
}

/** The role itself where it may go: nobody has claimed it, and somebody still commands. */
export function removableRole(
  slot: RoleSlot,
  { charter, slots }: Pick<CharterFile, 'charter' | 'slots'>,
): Result<RoleSlot> {
  const problems = settledProblems(charter);
  if (slot.claim !== undefined) {
    problems.push({ field: 'claim', message: `${slot.claim.name} has claimed this role. Have it released first.` });
  }
  const others = slots.filter((one) => one.id !== slot.id && one.role === 'captain' && one.required);
  if (slot.role === 'captain' && slot.required && others.length === 0) {
    problems.push({ field: 'role', message: 'A charter needs a captain: this role stays.' });
  }
  if (problems.length > 0) return refused('refused', `The role ${roleName(slot)} was not removed.`, problems);
  return ok(slot);
}

/** The roles that command a vessel. */
const COMMANDING: readonly RoleSlot['role'][] = ['captain', 'relief_captain'];

function settledProblems(charter: Charter): Problem[] {
  return [...frozenProblems(charter), ...crewSettledProblems(charter)];
}
