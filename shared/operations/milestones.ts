import type { Instant } from '../kernel/calendar.ts';
import { plusMinutes } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { Charter } from '../records/charter.ts';
import type { MilestoneName } from '../records/charter-terms.ts';
import { MILESTONES } from '../records/charter-terms.ts';
import type { Actor } from './actor.ts';

/** How long before departure the crew is called. */
export const CREW_CALL_BEFORE_MIN = 60;
/** How long after docking everybody is planned to be ashore. */
export const ALL_ASHORE_AFTER_MIN = 10;

/** When each station of a charter's day is planned, from its start and end. */
export function plannedTimes(startAt: Instant, endAt: Instant): Readonly<Record<MilestoneName, Instant>> {
  return {
    crew_call: plusMinutes(startAt, -CREW_CALL_BEFORE_MIN),
    vessel_ready: plusMinutes(startAt, -30),
    guests_arrive: plusMinutes(startAt, -20),
    boarding_open: plusMinutes(startAt, -15),
    safety_brief: plusMinutes(startAt, -5),
    cast_off: startAt,
    return_dock: endAt,
    all_ashore: plusMinutes(endAt, ALL_ASHORE_AFTER_MIN),
    crew_released: plusMinutes(endAt, 40),
  };
}

/** When something happened, if that is recorded. */
export function actualOf(charter: Charter, name: MilestoneName): Instant | undefined {
  return charter.milestones.find((milestone) => milestone.name === name)?.actualAt;
}

/** The recorded times of everything that comes before a milestone, or after it. */
export function actualsAround(charter: Charter, name: MilestoneName, side: 'before' | 'after'): readonly Instant[] {
  const here = MILESTONES.indexOf(name);
  return charter.milestones.flatMap((milestone) => {
    const there = MILESTONES.indexOf(milestone.name);
    const isWanted = side === 'before' ? there < here : there > here;
    return isWanted && milestone.actualAt !== undefined ? [milestone.actualAt] : [];
  });
}

/** The charter with a milestone's actual time, whatever was there before; milestones stay in the order of the day. */
export function withActual(
  charter: Charter,
  name: MilestoneName,
  at: Instant,
  actor: Actor,
  correction?: string,
): Charter {
  const held = charter.milestones.find((milestone) => milestone.name === name);
  const plannedAt = held?.plannedAt ?? plannedTimes(charter.startAt, charter.endAt)[name];
  const why = correction === undefined ? {} : { correction };
  const recorded = { name, plannedAt, actualAt: at, recordedBy: actor.name, ...why };
  const others = charter.milestones.filter((milestone) => milestone.name !== name);
  const milestones = [...others, recorded].sort((a, b) => MILESTONES.indexOf(a.name) - MILESTONES.indexOf(b.name));
  return { ...charter, milestones };
}

/** The charter with the milestone set to now, or to an earlier one's time a little ahead of now; kept if recorded. */
export function stamped(charter: Charter, name: MilestoneName, now: Instant, actor: Actor): Charter {
  if (actualOf(charter, name) !== undefined) return charter;
  const at = actualsAround(charter, name, 'before').reduce((latest, each) => (each > latest ? each : latest), now);
  return withActual(charter, name, at, actor);
}

/** Why a milestone cannot be set to now: it is not recorded, but something that comes after it is. */
export function stampProblems(charter: Charter, name: MilestoneName): readonly Problem[] {
  if (actualOf(charter, name) !== undefined || actualsAround(charter, name, 'after').length === 0) return [];
  const message = `Record the time of ${milestoneWords(name)}: something that comes after it is already recorded.`;
  return [{ field: `milestones.${name}`, message }];
}

/** A milestone inside a sentence: cast off, all ashore. */
export function milestoneWords(name: MilestoneName): string {
  return name.replaceAll('_', ' ');
}
