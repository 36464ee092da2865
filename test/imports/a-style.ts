import type { ReadingStyle } from '../../shared/imports/cell-reading.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';

/** A style in which nothing has been decided, in Los Angeles; a test shows what it changes. */
export function aStyle(changed: Partial<ReadingStyle> = {}): ReadingStyle {
  return { zone: 'America/Los_Angeles' as Zone, names: {}, ...changed };
}

/** A reading in one word: the value, or the code of the refusal. */
export function outcome(reading: { ok: true; value: unknown } | { ok: false; code: string }): unknown {
  return reading.ok ? reading.value : `refused: ${reading.code}`;
}
