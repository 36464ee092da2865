import type { Instant, LocalDate, Zone } from '../../../shared/kernel/calendar.ts';
import { dayIn, instantIn, isLocalDate, isLocalTime, timeIn } from '../../../shared/kernel/calendar.ts';

/** An amount as people type it, in whole cents: 1,200 · $1,200.50 · 75. Undefined when it is not an amount. */
export function centsTyped(text: string): number | undefined {
  const match = /^\s*\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, whole = '', fraction = ''] = match;
  return Number(`${whole.replaceAll(',', '')}${fraction.padEnd(2, '0')}`);
}

/** A whole number as people type it. Undefined when it is not one, or negative. */
export function countTyped(text: string): number | undefined {
  return /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : undefined;
}

/** The instant a date-and-time field means on the clock of a zone. Undefined while it is not filled in. */
export function instantTyped(text: string, zone: string): Instant | undefined {
  const [day = '', time = ''] = text.split('T', 2);
  const minutes = time.slice(0, 5);
  if (!isLocalDate(day) || !isLocalTime(minutes)) return undefined;
  return instantIn(zone as Zone, day, minutes);
}

/** An instant as a date-and-time field shows it on the clock of a zone. */
export function fieldTime(at: string, zone: string): string {
  const day: LocalDate = dayIn(zone as Zone, at as Instant);
  return `${day}T${timeIn(zone as Zone, at as Instant)}`;
}

/** What was typed into a form, by field name; a box left unticked is absent. */
export function typedIn(form: HTMLFormElement): Readonly<Record<string, string>> {
  return Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value).trim()]));
}
