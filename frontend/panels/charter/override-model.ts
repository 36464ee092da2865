import type { Problem } from '../../../shared/kernel/fault.ts';
import { OVERRIDABLE_GUARDS } from '../../../shared/operations/overrides.ts';

/** Which of the things in the way a captain may set aside on record. */
export function overridableGuards(problems: readonly Problem[]): readonly string[] {
  return OVERRIDABLE_GUARDS.filter((guard) => problems.some(({ field }) => field === guard));
}
