import type { Violation } from './invariants.ts';

/** What went wrong in a schedule, in one line: which, and what of what must hold did not. */
export function toldOf(schedule: string, violations: readonly Violation[]): string {
  return `${schedule}: ${violations.map(({ invariant, what }) => `[${invariant}] ${what}`).join('; ')}`;
}
