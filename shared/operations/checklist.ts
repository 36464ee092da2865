import type { Instant } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { ChecklistItem } from '../records/charter.ts';
import type { ChecklistPhase } from '../records/charter-terms.ts';
import { CHECKLIST_PHASES } from '../records/charter-terms.ts';
import type { Actor } from './actor.ts';

/** What a person says about an item: done, or not applicable; a reading or a name signed; and why. */
export interface ItemAnswer {
  readonly state: 'done' | 'not_applicable';
  readonly value?: string;
  readonly reason?: string;
}

/**
 * The item answered. A mandatory item is not applicable only with a reason; a reading needs a number within its range;
 * a signature is the name given, or else the actor's.
 */
export function completeItem(
  item: ChecklistItem,
  answer: ItemAnswer,
  actor: Actor,
  now: Instant,
): Result<ChecklistItem> {
  const reason = answer.reason?.trim() || undefined;
  const value = answer.state === 'done' ? evidenceOf(item, answer, actor) : undefined;
  const problems =
    answer.state === 'done' ? readingProblems(item, value) : item.mandatory ? reasonProblems(item, reason) : [];
  if (problems.length > 0) return refused('refused', `"${item.text}" was not ticked.`, problems);
  const completion = {
    by: actor.name,
    at: now,
    state: answer.state,
    ...(value === undefined ? {} : { value }),
    ...(reason === undefined ? {} : { reason }),
  };
  return ok({ ...item, completion });
}

/** The item as if nobody had answered it; an open item stays open. */
export function reopenItem(item: ChecklistItem): Result<ChecklistItem> {
  const { completion: _, ...open } = item;
  return ok(open);
}

/** What each phase is called on the page and in a refusal. */
export const PHASE_NAMES: Readonly<Record<ChecklistPhase, string>> = {
  booking_intake: 'Booking intake',
  t_minus_48h: '48 hours before',
  pre_departure_vessel: 'Vessel before departure',
  safety_equipment: 'Safety equipment',
  guest_boarding: 'Guests boarding',
  underway: 'Underway',
  docking: 'Docking',
  post_charter_vessel: 'Vessel after the trip',
  post_charter_admin: 'Paperwork after the trip',
};

/** Whether an item stands in nobody's way: done, or not applicable for a reason. */
export function isSettled({ completion }: ChecklistItem): boolean {
  return completion !== undefined && (completion.state === 'done' || completion.reason !== undefined);
}

/** Mandatory items of one phase: how many are settled, and how many there are. */
export interface PhaseProgress {
  readonly phase: ChecklistPhase;
  readonly done: number;
  readonly total: number;
}

/** How far the mandatory items of every phase are, in the order of the phases. */
export function checklistProgress(items: readonly ChecklistItem[]): readonly PhaseProgress[] {
  return CHECKLIST_PHASES.map((phase) => {
    const mandatory = items.filter((item) => item.phase === phase && item.mandatory);
    return { phase, done: mandatory.filter(isSettled).length, total: mandatory.length };
  });
}

function evidenceOf(item: ChecklistItem, answer: ItemAnswer, actor: Actor): string | undefined {
  const given = answer.value?.trim() || undefined;
  return item.evidence === 'signature' ? (given ?? actor.name) : given;
}

function readingProblems(item: ChecklistItem, value: string | undefined): readonly Problem[] {
  if (item.evidence !== 'reading') return [];
  const unit = item.unit === undefined ? '' : ` in ${item.unit}`;
  if (value === undefined || !/^-?\d+(\.\d+)?$/.test(value)) {
    return [{ field: 'value', message: `Enter the reading as a number${unit}.` }];
  }
  const reading = Number(value);
  if (item.min !== undefined && reading < item.min) {
    return [
      { field: 'value', message: `The reading must be at least ${item.min}${unit}. Put it right, then read again.` },
    ];
  }
  if (item.max !== undefined && reading > item.max) {
    return [
      { field: 'value', message: `The reading must be at most ${item.max}${unit}. Put it right, then read again.` },
    ];
  }
  return [];
}

function reasonProblems(item: ChecklistItem, reason: string | undefined): readonly Problem[] {
  if (reason !== undefined) return [];
  return [{ field: 'reason', message: `"${item.text}" is mandatory. Say why it does not apply.` }];
}
