import type { Instant } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Charter, CharterOutline } from '../records/charter.ts';
import type { Lifecycle } from '../records/charter-terms.ts';

/** A lifecycle state in a reader's words: weather_hold is "weather hold". */
export function stateName(state: Lifecycle): string {
  return state.replaceAll('_', ' ');
}

const FROZEN: readonly Lifecycle[] = [
  'completed',
  'closed',
  'rescheduled',
  'cancelled',
  'no_show',
  'expired',
  'declined',
];

/** Whether what belongs to the charter (times, checklist, crew, guests, report) may no longer change. */
export function isFrozen(charter: Charter): boolean {
  return FROZEN.includes(charter.lifecycle);
}

/** Why what belongs to the charter may no longer change; nothing while it may. */
export function frozenProblems(charter: Charter): readonly Problem[] {
  if (!isFrozen(charter)) return [];
  const way = charter.lifecycle === 'completed' ? 'Reopen it first.' : 'Nothing in it can be changed any more.';
  return [{ field: 'lifecycle', message: `The charter is ${stateName(charter.lifecycle)}. ${way}` }];
}

const OCCUPYING: readonly Lifecycle[] = ['booked', 'confirmed', 'boarding', 'underway', 'returned', 'weather_hold'];

/** Whether a charter keeps its vessel and captain from others: from a hold that has not run out until completion. */
export function isOccupying(charter: CharterOutline, now: Instant): boolean {
  return charter.lifecycle === 'held' ? !isHoldOver(charter, now) : OCCUPYING.includes(charter.lifecycle);
}

/** Whether the charter's hold has an end and that end has come. */
export function isHoldOver(charter: CharterOutline, now: Instant): boolean {
  return charter.holdExpiresAt !== undefined && charter.holdExpiresAt <= now;
}
