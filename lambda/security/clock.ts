import type { Instant } from '../../shared/kernel/calendar.ts';

/** What time it is. Handed in, so that tests set it by hand. */
export type Clock = () => Instant;
