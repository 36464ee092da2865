import type { Instant } from '../kernel/calendar.ts';

/** The stream that tells of checkpoints: its line n tells of checkpoint n. */
export const CHECKPOINT_STREAM = 'checkpoints';

/** Under which keys checkpoints lie in the archive. */
export const CHECKPOINT_FOLDER = 'audit/checkpoints/';

/** What the first checkpoint has for the digest of the one before. */
export const NO_CHECKPOINT = '0'.repeat(64);

/** Where a stream of history ended when it was looked at. */
export interface SeenHead {
  readonly stream: string;
  readonly seq: number;
  readonly hash: string;
}

/** A witness outside the table of lines: where streams ended at one time, linked to the checkpoint before it. */
export interface Checkpoint {
  readonly v: 1;
  readonly n: number;
  readonly at: Instant;
  readonly streams: readonly SeenHead[];
  /** SHA-256 of the checkpoint before it, as it lies in the archive. */
  readonly previous: string;
}

/** Where a checkpoint lies. */
export function checkpointKey(n: number): string {
  return `${CHECKPOINT_FOLDER}${String(n).padStart(8, '0')}.json`;
}
