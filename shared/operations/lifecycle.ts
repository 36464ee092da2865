import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, CharterFile } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './actor.ts';
import type { Decision, LifecycleContext, Move } from './move.ts';
import { outcome } from './outcome.ts';
import { neededFields, payloadProblems } from './payload.ts';
import { stateName } from './states.ts';
import type { Transition } from './transitions.ts';
import { transitionsFrom } from './transitions.ts';

/**
 * Whether a charter may make a move, and what is then true. Every guard is asked, and a refusal carries every reason;
 * a move that does not start from the charter's state is refused with the ones that do.
 */
export function decideTransition(file: CharterFile, move: Move, context: LifecycleContext): Result<Decision> {
  const transition = transitionsFrom(file.charter).find(({ to }) => to === move.to);
  if (transition === undefined) return noSuchWay(file.charter, move.to);
  const denials = roleProblems(transition, context.actor);
  const problems = [...denials, ...guardProblems(transition, file, context), ...payloadProblems(move, file, context)];
  if (problems.length > 0) {
    const message = `The charter cannot go from ${stateName(transition.from)} to ${stateName(move.to)} yet.`;
    return refused(denials.length > 0 ? 'forbidden' : 'refused', message, problems);
  }
  return ok(outcome(move, file, context));
}

/** A move as a button: where it leads, what stands in its way, and the fields it will ask for. */
export interface PossibleMove {
  readonly to: Lifecycle;
  readonly label: string;
  readonly primary: boolean;
  readonly problems: readonly Problem[];
  readonly needs: readonly string[];
}

/** The moves a charter's state has, forward first. What a person still has to fill in is needed, not a problem. */
export function possibleMoves(file: CharterFile, context: LifecycleContext): readonly PossibleMove[] {
  return transitionsFrom(file.charter).map((transition) => ({
    to: transition.to,
    label: transition.label,
    primary: transition.primary,
    problems: [...roleProblems(transition, context.actor), ...guardProblems(transition, file, context)],
    needs: neededFields(transition.to, file, context),
  }));
}

function guardProblems({ guards }: Transition, file: CharterFile, context: LifecycleContext): readonly Problem[] {
  return guards.flatMap((guard) => guard(file, context));
}

function roleProblems({ by, label }: Transition, actor: Actor): readonly Problem[] {
  if (hasRole(actor, ...by)) return [];
  return [{ field: 'actor', message: `Ask ${by.map((role) => WHO[role]).join(' or ')} for this: ${label}.` }];
}

const WHO = {
  admin: 'an admin',
  captain: 'a captain',
  crew: 'the crew',
  executive: 'an executive',
  guest: 'the guest',
};

function noSuchWay(charter: Charter, to: Lifecycle): Result<Decision> {
  const ways = transitionsFrom(charter).map((transition) => stateName(transition.to));
  const possible = ways.length === 0 ? 'Nothing can follow.' : `Possible from here: ${ways.join(', ')}.`;
  const from = stateName(charter.lifecycle);
  const message = `A charter in state ${from} cannot become ${stateName(to)}. ${possible}`;
  return refused('refused', `The charter cannot go from ${from} to ${stateName(to)}.`, [
    { field: 'lifecycle', message },
  ]);
}
