import type { Instant, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, epochMs, instantIn, instantOfMs } from '../../shared/kernel/calendar.ts';

const ZONE = 'America/Los_Angeles' as Zone;
const OFFSET = 'SCC_TEST_CLOCK_OFFSET_MS';

/**
 * A clock that runs, set to 13:00 of today in Los Angeles when the tests begin, so that no test crosses midnight there.
 * Child processes inherit how far it is set.
 */
export function testClock(): Instant {
  return instantOfMs(Date.now() + OFFSET_MS);
}

/** Settled when the tests are loaded, before any child is started. */
const OFFSET_MS = offsetMs();

function offsetMs(): number {
  const set = process.env[OFFSET];
  if (set !== undefined) return Number(set);
  const now = instantOfMs(Date.now());
  const offset = epochMs(instantIn(ZONE, dayIn(ZONE, now), '13:00')) - epochMs(now);
  process.env[OFFSET] = String(offset);
  return offset;
}
