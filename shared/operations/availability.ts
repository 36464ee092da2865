import type { Instant } from '../kernel/calendar.ts';
import { dayIn, plusMinutes, timeIn } from '../kernel/calendar.ts';
import type { Problem } from '../kernel/fault.ts';
import type { CharterFile, CharterOutline } from '../records/charter.ts';
import { ALL_ASHORE_AFTER_MIN, CREW_CALL_BEFORE_MIN } from './milestones.ts';
import type { LifecycleContext } from './move.ts';
import { isOccupying } from './states.ts';

/** Minutes a person needs between two boats, after all are ashore from the first. */
export const CREW_BUFFER_MIN = 30;

/** The vessel and its captain are free: no other charter that still occupies either one clashes with this one. */
export function vesselAndCaptainFree(file: CharterFile, context: LifecycleContext): readonly Problem[] {
  const { charter } = file;
  return context.overlapping
    .filter((other) => other.id !== charter.id && isOccupying(other, context.now))
    .flatMap((other) => clash(charter, other, context));
}

/** Whether the same people cannot work both: on one boat the trips overlap, on two crew call to all ashore does. */
export function isCrewClash(charter: CharterOutline, other: CharterOutline): boolean {
  if (other.vesselId === charter.vesselId) return overlap(trip(charter), trip(other), 0);
  return overlap(crewDay(charter), crewDay(other), CREW_BUFFER_MIN);
}

/** A charter and its local time, for a sentence: "Sunset sail" (2026-09-30 19:00). */
export function whichCharter(charter: CharterOutline): string {
  return `"${charter.title}" (${dayIn(charter.zone, charter.startAt)} ${timeIn(charter.zone, charter.startAt)})`;
}

interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

function clash(charter: CharterOutline, other: CharterOutline, context: LifecycleContext): readonly Problem[] {
  if (other.vesselId === charter.vesselId) {
    const { name, turnaroundMin } = context.vessel;
    if (!overlap(trip(charter), trip(other), turnaroundMin)) return [];
    const message = `${name} is taken by ${whichCharter(other)}, with ${turnaroundMin} minutes to turn around. Choose another time.`;
    return [{ field: 'vesselId', message }];
  }
  if (!isCrewClash(charter, other)) return [];
  return [
    { field: 'slots.captain', message: `The captain sails ${whichCharter(other)}. Give the slot to another one.` },
  ];
}

function trip(charter: CharterOutline): Window {
  return { from: charter.startAt, until: charter.endAt };
}

function crewDay(charter: CharterOutline): Window {
  return {
    from: plusMinutes(charter.startAt, -CREW_CALL_BEFORE_MIN),
    until: plusMinutes(charter.endAt, ALL_ASHORE_AFTER_MIN),
  };
}

function overlap(a: Window, b: Window, bufferMin: number): boolean {
  return a.from < plusMinutes(b.until, bufferMin) && b.from < plusMinutes(a.until, bufferMin);
}
