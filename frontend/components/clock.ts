import type { Instant } from '../../shared/kernel/calendar.ts';
import { formatInstant } from '../../shared/reports/render/format-days.ts';

/** The wall-clock time of an instant without its day and zone, in the words the reports use: 12:00 PM. */
export function clockTime(at: string, zone: string): string {
  return zonedTime(at, zone).replace(/ \S+$/, '');
}

/** The wall-clock time with the zone's name that day: 12:00 PM PST. */
export function zonedTime(at: string, zone: string): string {
  return (
    formatInstant(at as Instant, zone)
      .split(', ')
      .at(-1) ?? ''
  );
}

/** From one time to another on the same clock: 12:00 – 3:00 PM PST. */
export function timeSpan(from: string, until: string, zone: string): string {
  return `${clockTime(from, zone)} – ${zonedTime(until, zone)}`;
}
