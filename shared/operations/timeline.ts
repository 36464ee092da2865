import type { Instant } from '../kernel/calendar.ts';
import { minutesBetween, plusMinutes } from '../kernel/calendar.ts';
import type { Problem, Result } from '../kernel/fault.ts';
import { ok, refused } from '../kernel/fault.ts';
import type { Charter, Milestone } from '../records/charter.ts';
import type { Lifecycle, MilestoneName } from '../records/charter-terms.ts';
import { MILESTONES } from '../records/charter-terms.ts';
import type { Actor } from './actor.ts';
import { actualOf, actualsAround, milestoneWords, plannedTimes, withActual } from './milestones.ts';
import { frozenProblems, stateName } from './states.ts';

const FUTURE_TOLERANCE_MIN = 5;
const AMBER_AFTER_MIN = 10;
const RED_AFTER_MIN = 20;

/** The nine stations of a charter's day as planned from its start and end, in the order they happen. */
export function plannedMilestones(startAt: Instant, endAt: Instant): readonly Milestone[] {
  const at = plannedTimes(startAt, endAt);
  return MILESTONES.map((name) => ({ name, plannedAt: at[name] }));
}

/**
 * The charter with the time at which something happened. A time out of order with the others, or in place of one
 * already recorded, needs a correction that says why; a time more than five minutes ahead is refused.
 */
export function recordMilestone(
  charter: Charter,
  name: MilestoneName,
  at: Instant,
  correction: string | undefined,
  actor: Actor,
  now: Instant,
): Result<Charter> {
  const reason = correction?.trim() || undefined;
  const problems = [
    ...frozenProblems(charter),
    ...earlyProblems(charter),
    ...futureProblems(name, at, now),
    ...(reason === undefined ? orderProblems(charter, name, at) : []),
  ];
  if (problems.length > 0) return refused('refused', `The time of ${milestoneWords(name)} was not recorded.`, problems);
  return ok({ ...withActual(charter, name, at, actor, reason), updatedAt: now });
}

/** One line of the timing panel: planned against actual, minutes late (early is negative), and how that looks. */
export interface TimingRow {
  readonly name: MilestoneName;
  readonly label: string;
  readonly plannedAt: Instant;
  readonly actualAt?: Instant;
  readonly varianceMin?: number;
  readonly tone: 'planned' | 'on-time' | 'amber' | 'red';
}

/** A charter's day, planned against actual: amber when more than 10 minutes late, red when more than 20. */
export function timingPanel(charter: Charter): readonly TimingRow[] {
  return plannedMilestones(charter.startAt, charter.endAt).map((planned) => {
    const { name, plannedAt, actualAt } = charter.milestones.find((m) => m.name === planned.name) ?? planned;
    const row = { name, label: capitalised(milestoneWords(name)), plannedAt };
    if (actualAt === undefined) return { ...row, tone: 'planned' };
    const varianceMin = minutesBetween(plannedAt, actualAt);
    return { ...row, actualAt, varianceMin, tone: toneOf(varianceMin) };
  });
}

/** Whether it cast off at most 10 minutes after plan; nothing when it has not cast off. */
export function departedOnTime(charter: Charter): boolean | undefined {
  const castOff = charter.milestones.find((milestone) => milestone.name === 'cast_off');
  if (castOff?.actualAt === undefined) return undefined;
  return castOff.actualAt <= plusMinutes(castOff.plannedAt, AMBER_AFTER_MIN);
}

function toneOf(varianceMin: number): TimingRow['tone'] {
  if (varianceMin > RED_AFTER_MIN) return 'red';
  return varianceMin > AMBER_AFTER_MIN ? 'amber' : 'on-time';
}

const BEFORE_BOOKING: readonly Lifecycle[] = ['inquiry', 'quoted', 'held'];

function earlyProblems(charter: Charter): readonly Problem[] {
  if (!BEFORE_BOOKING.includes(charter.lifecycle)) return [];
  const message = `The charter is in state ${stateName(charter.lifecycle)}. Book it before you record its day.`;
  return [{ field: 'lifecycle', message }];
}

function futureProblems(name: MilestoneName, at: Instant, now: Instant): readonly Problem[] {
  if (at <= plusMinutes(now, FUTURE_TOLERANCE_MIN)) return [];
  return [{ field: 'at', message: `Record ${milestoneWords(name)} once it has happened: this time is still to come.` }];
}

function orderProblems(charter: Charter, name: MilestoneName, at: Instant): readonly Problem[] {
  const already = actualOf(charter, name);
  const isChange = already !== undefined && already !== at;
  const isOutOfOrder =
    actualsAround(charter, name, 'before').some((earlier) => earlier > at) ||
    actualsAround(charter, name, 'after').some((later) => later < at);
  const words = milestoneWords(name);
  return [
    ...(isChange
      ? [{ field: 'correction', message: `The time of ${words} is already recorded. Say why it changes.` }]
      : []),
    ...(isOutOfOrder
      ? [
          {
            field: 'at',
            message: `This time of ${words} is out of order with the others. Check it, or say why it is right.`,
          },
        ]
      : []),
  ];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
