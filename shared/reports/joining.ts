import type { Instant, Zone } from '../kernel/calendar.ts';
import { epochMs, instantOfMs, plusMinutes, timeIn } from '../kernel/calendar.ts';

/** A stretch of time whose completed charters are reported on together. */
export interface JoiningWindow {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * The window an instant lies in: windows of some minutes each, counted from midnight by the clock on the wall. On the
 * day clocks change, a window longer than an hour begins anew where the hour does; the instant lies in it all the same.
 */
export function windowAt(zone: Zone, at: Instant, minutes: number): JoiningWindow {
  const [hour = 0, minute = 0] = timeIn(zone, at).split(':').map(Number);
  const into = (hour * 60 + minute) % minutes;
  const from = plusMinutes(instantOfMs(Math.floor(epochMs(at) / 60_000) * 60_000), -into);
  return { from, until: plusMinutes(from, minutes) };
}

/** The run of a window: joined.2026-11-21T20-00Z. */
export function joinedRunKey({ from }: JoiningWindow): string {
  return `joined.${from.slice(0, 13)}-${from.slice(14, 16)}Z`;
}
