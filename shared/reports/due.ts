import type { Instant, LocalDate } from '../kernel/calendar.ts';
import type { Entity } from '../records/entity.ts';
import type { Cadence, Recipient } from '../records/recipient.ts';
import type { PlannableReport } from './plan.ts';
import { isScheduled, subscribesTo } from './plan.ts';
import type { Trigger } from './run.ts';
import type { BusinessCalendar, Slot } from './slots.ts';
import { lastSlot, nextSlot, slotsBetween } from './slots.ts';

/** Everything the question "what is due?" is asked of. */
export interface Schedule {
  readonly calendar: BusinessCalendar;
  /** From when the schedule is kept: what fell due before is owed to nobody. */
  readonly since: Instant;
  readonly reports: readonly PlannableReport[];
  readonly entities: readonly Entity[];
  readonly recipients: readonly Recipient[];
}

/**
 * The slots whose run should exist at an instant, earliest month first: every month since the schedule is kept, whether
 * or not anybody subscribes; of weeks and days only the last, where somebody had subscribed when it fell due. So a
 * month that was missed is made up late, and missed days are not piled up.
 */
export function owedSlots(schedule: Schedule, now: Instant): Slot[] {
  const { calendar, since, entities } = schedule;
  if (!entities.some((entity) => entity.active)) return [];
  const months = slotsBetween('monthly', since, now, calendar);
  const digests = (['weekly', 'daily'] as const)
    .map((rhythm) => lastSlot(rhythm, now, calendar))
    .filter((slot) => slot.dueAt >= since && isWanted(slot, schedule));
  return [...months, ...digests];
}

/** The owed slots that have no run yet. */
export function dueSlots(schedule: Schedule, made: ReadonlySet<string>, now: Instant): Slot[] {
  return owedSlots(schedule, now).filter((slot) => !made.has(slot.key));
}

/** When somebody gets a report next: at an instant, or after the next completed charter. */
export interface NextDue {
  readonly recipientId: string;
  readonly report: string;
  readonly cadence: Exclude<Cadence, 'never'>;
  /** Left out for reports that follow charters. */
  readonly at?: Instant;
}

/** For every active recipient and report they asked for and may see, when it is due next; by recipient and report. */
export function nextDue({ calendar, reports, entities, recipients }: Schedule, now: Instant): NextDue[] {
  const active = activeIds(entities);
  return recipients
    .filter((person) => person.status === 'active')
    .flatMap((person) =>
      person.subscriptions.flatMap(({ report: id, cadence }): NextDue[] => {
        const report = reports.find((held) => held.id === id);
        if (report === undefined || cadence === 'never' || !subscribesTo(person, id, cadence, active)) return [];
        const about = { recipientId: person.id, report: id, cadence };
        if (cadence === 'each-charter') return report.perCharter === 'never' ? [] : [about];
        return isScheduled(report) ? [{ ...about, at: nextSlot(cadence, now, calendar).dueAt }] : [];
      }),
    )
    .sort((a, b) => compare(a.recipientId, b.recipientId) || compare(a.report, b.report));
}

/**
 * When the issue after this one is due, as an issue states it: the day of the next one on the same schedule; after a
 * charter, the next charter; for one somebody asked for, the next month's, which is made in any case.
 */
export function nextIssue(
  trigger: Trigger,
  report: PlannableReport,
  calendar: BusinessCalendar,
  now: Instant,
): LocalDate | string {
  if (trigger.kind === 'charter' || trigger.kind === 'joined') return 'after the next completed charter';
  if (!isScheduled(report)) return 'when somebody asks for it';
  return nextSlot(trigger.kind === 'schedule' ? trigger.rhythm : 'monthly', now, calendar).dueOn;
}

/** Whether somebody asked for the reports of a slot. A subscription made or changed after it fell due begins with the next one. */
export function isWanted({ rhythm, dueAt }: Slot, { reports, entities, recipients }: Schedule): boolean {
  const active = activeIds(entities);
  const scheduled = reports.filter(isScheduled);
  return recipients.some(
    (person) =>
      person.status === 'active' &&
      person.updatedAt <= dueAt &&
      scheduled.some((report) => subscribesTo(person, report.id, rhythm, active)),
  );
}

function activeIds(entities: readonly Entity[]): string[] {
  return entities.filter((entity) => entity.active).map((entity) => entity.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
