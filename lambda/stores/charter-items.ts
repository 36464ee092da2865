import { monthOf } from '../../shared/kernel/calendar.ts';
import type { Charter, CharterOutline, Milestone } from '../../shared/records/charter.ts';
import type { CharterPlanField } from '../../shared/records/charter-terms.ts';
import { CHARTER_PLAN } from '../../shared/records/charter-terms.ts';
import { charterKey, charterPlanKey, chartersOfMonth } from './keys.ts';
import { recordIn } from './paging.ts';

/**
 * A charter lies in three items, so that its last moves write little: its outline, which every move writes and calendars
 * find; its plan, which seldom changes; and, beside its balances, when what happened on the day.
 */
interface RecordedTime {
  readonly at: Milestone['actualAt'];
  readonly by?: Milestone['recordedBy'];
  readonly why?: Milestone['correction'];
}
/** What happened on the day, by milestone. */
export type RecordedTimes = Readonly<Record<string, RecordedTime>>;

type PlannedMilestone = Pick<Milestone, 'name' | 'plannedAt'>;
type CharterPlan = Pick<Charter, Exclude<CharterPlanField, 'milestones'>> & {
  readonly milestones: readonly PlannedMilestone[];
};

/** The item every move writes. */
export function outlineItem(charter: Charter): Record<string, unknown> {
  const outline = Object.entries(charter).filter(([field]) => !(CHARTER_PLAN as readonly string[]).includes(field));
  return {
    ...Object.fromEntries(outline),
    ...charterKey(charter.id),
    monthPk: chartersOfMonth(charter.entityId, monthOf(charter.sailsOn)),
    monthSk: `${charter.startAt}#${charter.id}`,
  };
}

/** The item of what was agreed and planned. */
export function planItem(charter: Charter): Record<string, unknown> {
  const held = CHARTER_PLAN.flatMap((field) => (charter[field] === undefined ? [] : [[field, charter[field]]]));
  const milestones = charter.milestones.map(({ name, plannedAt }) => ({ name, plannedAt }));
  return { ...Object.fromEntries(held), milestones, ...charterPlanKey(charter.id) };
}

/** When what happened, who recorded it, and why it was corrected. */
export function recordedTimes({ milestones }: Charter): RecordedTimes {
  return Object.fromEntries(
    milestones.flatMap(({ name, actualAt: at, recordedBy: by, correction: why }) => {
      if (at === undefined) return [];
      return [[name, { at, ...(by === undefined ? {} : { by }), ...(why === undefined ? {} : { why }) }]];
    }),
  );
}

/** The charter its items hold. */
export function charterIn(
  outline: Record<string, unknown>,
  plan: Record<string, unknown>,
  times: RecordedTimes = {},
): Charter {
  const { milestones, ...planned } = recordIn<CharterPlan>(plan);
  return {
    ...recordIn<CharterOutline>(outline),
    ...planned,
    milestones: milestones.map((milestone) => withTime(milestone, times[milestone.name])),
  } as Charter; // its fields are the outline's and the plan's
}

function withTime(milestone: PlannedMilestone, time: RecordedTime | undefined): Milestone {
  if (time?.at === undefined) return milestone;
  const { at: actualAt, by, why } = time;
  return {
    ...milestone,
    actualAt,
    ...(by === undefined ? {} : { recordedBy: by }),
    ...(why === undefined ? {} : { correction: why }),
  };
}
