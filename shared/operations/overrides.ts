import type { Instant } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './actor.ts';
import { frozenProblems } from './states.ts';

/** The guards a captain may overrule. Everything else that protects people on the water is not negotiable. */
export const OVERRIDABLE_GUARDS: readonly string[] = ['waivers'];

/** The charter with a guard overruled by its captain, on record and with a reason. */
export function recordOverride(
  charter: Charter,
  input: { readonly guard: string; readonly reason: string },
  actor: Actor,
  now: Instant,
): Result<Charter> {
  const reason = input.reason.trim();
  const problems: Problem[] = [...frozenProblems(charter)];
  if (!hasRole(actor, 'captain')) problems.push({ field: 'actor', message: 'Only a captain may override a guard.' });
  if (!OVERRIDABLE_GUARDS.includes(input.guard)) {
    problems.push({
      field: 'guard',
      message: `This cannot be overridden. Possible: ${OVERRIDABLE_GUARDS.join(', ')}.`,
    });
  }
  if (reason === '') problems.push({ field: 'reason', message: 'Say why you override this guard.' });
  if (problems.length > 0) return refused('refused', 'The override was not recorded.', problems);
  const override = { guard: input.guard, reason, by: actor.name, at: now };
  return ok({ ...charter, overrides: [...charter.overrides, override], updatedAt: now });
}

/** Whether a guard of this charter has been overruled. */
export function hasOverride(charter: Charter, guard: string): boolean {
  return charter.overrides.some((override) => override.guard === guard);
}
