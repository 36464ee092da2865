import type { Instant } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Charter, RoleSlot } from '../records/charter.ts';
import type { User } from '../records/user.ts';
import { isCrewClash, whichCharter } from './availability.ts';
import { isOccupying } from './states.ts';

const IN_COMMAND: readonly RoleSlot['role'][] = ['captain', 'relief_captain'];

/** Why this person may not work this role: not active, not theirs, no credential valid on the day it sails. */
export function claimantProblems(slot: RoleSlot, user: User, charter: Charter): readonly Problem[] {
  const problems: Problem[] = [];
  if (user.status !== 'active') problems.push({ field: 'user', message: `${user.name} is disabled.` });
  if (!user.entityIds.includes(charter.entityId)) {
    problems.push({
      field: 'user',
      message: `${user.name} does not work for this company. Ask an admin to change that.`,
    });
  }
  const needed = IN_COMMAND.includes(slot.role) ? (['captain'] as const) : (['captain', 'crew'] as const);
  if (!user.roles.some((role) => needed.some((wanted) => wanted === role))) {
    problems.push({ field: 'user', message: `${user.name} is not registered as ${needed.join(' or ')}.` });
  }
  return [...problems, ...credentialProblems(slot, user, charter)];
}

/** The charters that keep a person from working this one, each in a sentence. */
export function clashProblems(charter: Charter, others: readonly Charter[], now: Instant): readonly Problem[] {
  return others
    .filter((other) => other.id !== charter.id && isOccupying(other, now) && isCrewClash(charter, other))
    .map((other) => ({
      field: 'otherCharters',
      message: `You already work ${whichCharter(other)}. Release that role first.`,
    }));
}

function credentialProblems(slot: RoleSlot, user: User, charter: Charter): readonly Problem[] {
  const needed = slot.requiredCredential;
  if (needed === undefined) return [];
  const held = user.credentials.filter(({ type }) => spelled(type) === spelled(needed));
  if (held.some((credential) => credential.expiresOn >= charter.sailsOn)) return [];
  const message =
    held.length === 0
      ? `This role needs a ${needed}. Ask an admin to record yours, with just “${needed}” as its type.`
      : `Your ${needed} has expired by ${charter.sailsOn}. Renew it first.`;
  return [{ field: 'credentials', message }];
}

/** A type of licence as types are compared: capitals and the British c make no other licence. */
function spelled(type: string): string {
  return type.trim().toLowerCase().replaceAll('licence', 'license');
}
