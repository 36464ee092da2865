import type { Instant } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, PostCharterReport } from '../records/charter.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './actor.ts';
import { stateName } from './states.ts';

/** What the captain fills in after the trip. */
export type PostCharterInput = Omit<PostCharterReport, 'submittedAt' | 'submittedBy'>;

/** The charter with the captain's report; one handed in earlier is replaced. Only between return and completion. */
export function submitPostCharterReport(
  charter: Charter,
  input: PostCharterInput,
  actor: Actor,
  now: Instant,
): Result<Charter> {
  const problems = [...stateProblems(charter), ...actorProblems(actor), ...inputProblems(input)];
  if (problems.length > 0) return refused('refused', 'The post-charter report was not submitted.', problems);
  const report = { ...input, submittedAt: now, submittedBy: actor.name };
  return ok({ ...charter, postCharterReport: report, updatedAt: now });
}

function stateProblems(charter: Charter): readonly Problem[] {
  if (charter.lifecycle === 'returned') return [];
  const way =
    charter.lifecycle === 'completed'
      ? 'Reopen it first.'
      : 'The report is due between return to the dock and completion.';
  return [{ field: 'lifecycle', message: `The charter is in state ${stateName(charter.lifecycle)}. ${way}` }];
}

function actorProblems(actor: Actor): readonly Problem[] {
  if (hasRole(actor, 'captain', 'admin')) return [];
  return [{ field: 'actor', message: 'Ask a captain or an admin to submit the report.' }];
}

function inputProblems(input: PostCharterInput): readonly Problem[] {
  const problems: Problem[] = [];
  for (const field of ['engineHoursStart', 'engineHoursEnd', 'fuelAddedGallons'] as const) {
    if (!Number.isSafeInteger(input[field]) || input[field] < 0) {
      problems.push({ field, message: 'Enter a whole number, zero or more.' });
    }
  }
  if (input.engineHoursEnd < input.engineHoursStart) {
    const message = `Check the engine hours: ${input.engineHoursEnd} at the end is less than ${input.engineHoursStart} at the start.`;
    problems.push({ field: 'engineHoursEnd', message });
  }
  if (input.seaState.trim() === '')
    problems.push({ field: 'seaState', message: 'Describe the sea, such as "calm, 2 ft".' });
  return problems;
}
