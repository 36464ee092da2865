import type { Instant } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { Actor } from './actor.ts';
import { hasRole } from './actor.ts';
import { frozenProblems } from './states.ts';

/** The charter with the weather decision, go or no-go, and the forecast it rests on. The latest decision counts. */
export function recordWeather(
  charter: Charter,
  input: { readonly go: boolean; readonly forecast: string },
  actor: Actor,
  now: Instant,
): Result<Charter> {
  const forecast = input.forecast.trim();
  const problems: Problem[] = [...frozenProblems(charter)];
  if (!hasRole(actor, 'captain', 'admin')) {
    problems.push({ field: 'actor', message: 'Ask a captain or an admin to decide on the weather.' });
  }
  if (forecast === '') problems.push({ field: 'forecast', message: 'Enter the forecast the decision rests on.' });
  if (problems.length > 0) return refused('refused', 'The weather decision was not recorded.', problems);
  return ok({ ...charter, weather: { go: input.go, at: now, by: actor.name, forecast }, updatedAt: now });
}
