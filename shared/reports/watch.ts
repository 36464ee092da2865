import { onOrAfterBusinessDay } from '../kernel/business-days.ts';
import type { Instant } from '../kernel/calendar.ts';
import { epochMs, instantIn, plusDays, plusMinutes } from '../kernel/calendar.ts';
import type { CharterOutline } from '../records/charter.ts';
import type { Schedule } from './due.ts';
import { isWanted } from './due.ts';
import type { Occasion, Run } from './run.ts';
import { completionRunKey, isClosed, occasionOf, RHYTHMS } from './run.ts';
import type { Delivery } from './sending/delivery.ts';
import type { BusinessCalendar, Slot } from './slots.ts';
import { DUE_TIME, slotsBetween } from './slots.ts';

/** Reports that should be out by a time, whatever the runs say. */
export interface Expectation {
  readonly runKey: string;
  readonly occasion: Occasion;
  readonly dueAt: Instant;
  readonly deadline: Instant;
}

/** What the watch needs to know of a charter. */
export type WatchedCharter = Pick<CharterOutline, 'id' | 'lifecycle' | 'completionSeq' | 'completedAt'>;

const AFTER_CHARTER_MIN = 120;
const AFTER_DIGEST_MIN = 240;
const STALLED_MIN = 360;
/** How far back the watch looks: longer than it may itself stand still unnoticed, and over the last month's reports. */
const LOOK_BACK_MIN = 40 * 1_440;

/**
 * Everything whose time is over at an instant, read off the schedule, the calendar and the charters alone: of a month by
 * eight on its second business day, of a week or a day within four hours, of a charter within two hours of completion.
 */
export function expectations(
  schedule: Schedule,
  charters: readonly WatchedCharter[],
  now: Instant,
): readonly Expectation[] {
  const from = [schedule.since, plusMinutes(now, -LOOK_BACK_MIN)].sort()[1] as Instant;
  return [...ofSlots(schedule, from, now), ...ofCharters(charters, from)]
    .filter(({ deadline }) => deadline <= now)
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : a.runKey < b.runKey ? -1 : 1));
}

function ofSlots(schedule: Schedule, from: Instant, now: Instant): Expectation[] {
  const { calendar, entities } = schedule;
  if (!entities.some((entity) => entity.active)) return [];
  return RHYTHMS.flatMap((rhythm) => slotsBetween(rhythm, from, now, calendar))
    .filter((slot) => slot.rhythm === 'monthly' || isWanted(slot, schedule))
    .map((slot) => ({
      runKey: slot.key,
      occasion: slot.rhythm,
      dueAt: slot.dueAt,
      deadline: deadlineOf(slot, calendar),
    }));
}

function deadlineOf({ rhythm, dueOn, dueAt }: Slot, { zone, closedDays }: BusinessCalendar): Instant {
  if (rhythm !== 'monthly') return plusMinutes(dueAt, AFTER_DIGEST_MIN);
  return instantIn(zone, onOrAfterBusinessDay(plusDays(dueOn, 1), closedDays), DUE_TIME);
}

/** A charter loaded into the books with its completion in the past, before the schedule was kept, is owed no report. */
function ofCharters(charters: readonly WatchedCharter[], from: Instant): Expectation[] {
  return charters.flatMap(({ id, lifecycle, completionSeq, completedAt }) => {
    const isOver = lifecycle === 'completed' || lifecycle === 'closed';
    if (!isOver || completionSeq === 0 || completedAt === undefined) return [];
    if (completedAt < from) return [];
    return [afterCompletion(completionRunKey(id, completionSeq), completedAt)];
  });
}

function afterCompletion(runKey: string, dueAt: Instant): Expectation {
  return { runKey, occasion: 'charter', dueAt, deadline: plusMinutes(dueAt, AFTER_CHARTER_MIN) };
}

/** The run that a completion's executive reports come in, where they come in one of their own. */
export function joinedExpectation({ trigger }: Pick<Run, 'trigger'>): Expectation | undefined {
  if (trigger.kind !== 'charter' || trigger.joins === undefined) return undefined;
  return afterCompletion(trigger.joins.runKey, trigger.joins.until);
}

/** A run that is not over, as what should have been: within six hours of its beginning, whoever began it. */
export function openExpectation({ key, trigger, createdAt }: Run): Expectation {
  const dueAt = trigger.kind === 'joined' ? trigger.until : createdAt;
  return { runKey: key, occasion: occasionOf(trigger), dueAt, deadline: plusMinutes(dueAt, STALLED_MIN) };
}

/** Whether reports are out: since when they are, or why they are not, in words. */
export type Standing =
  | { readonly state: 'out'; readonly at: Instant }
  | { readonly state: 'missing'; readonly because: string };

/** What a run and its mails say of reports that should be out. A mail that was taken and then came back did go out. */
export function standingOf(run: Run | undefined, deliveries: readonly Delivery[]): Standing {
  const missing = (because: string): Standing => ({ state: 'missing', because });
  if (run === undefined) return missing('no run was made');
  if (!isClosed(run)) {
    return missing(`the run is not finished: ${run.waiting?.because ?? 'nothing is known to hold it'}`);
  }
  const failed = run.issues.filter((issue) => issue.state !== 'archived').length;
  if (failed > 0) return missing(`of ${run.issues.length} reports ${failed} could not be made`);
  const unsent = deliveries.filter(({ state }) => ['held', 'failed', 'rejected'].includes(state)).length;
  if (unsent > 0) return missing(`of ${deliveries.length} mails ${unsent} did not go out`);
  return { state: 'out', at: run.completedAt ?? run.createdAt };
}

/** Since when a mail has been in doubt the longest, in whole minutes; 0 where none is. */
export function longestDoubtMin(deliveries: readonly Delivery[], now: Instant): number {
  const since = deliveries.flatMap(({ state, startedAt }) => (state === 'unknown' && startedAt ? [startedAt] : []));
  const [first] = since.sort();
  return first === undefined ? 0 : Math.max(0, Math.floor((epochMs(now) - epochMs(first)) / 60_000));
}
