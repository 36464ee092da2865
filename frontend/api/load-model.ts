import type { ApiProblem } from './problem.ts';

/**
 * What a screen knows of something it asked for. `waiting` is the first moments, when nothing is shown so that a quick
 * answer does not flicker; `slow` says it is loading; a value once had stays while a newer one is fetched or failed.
 */
export type Loaded<T> =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'slow' }
  | { readonly kind: 'failed'; readonly problem: ApiProblem }
  | { readonly kind: 'ready'; readonly value: T; readonly refresh: 'none' | 'running' | ApiProblem };

/** How long a load may take before anything says that it is loading. */
export const PATIENCE_MS = 400;

/** The state when a load begins: what was there stays, marked as being refreshed. */
export function begun<T>(before: Loaded<T>): Loaded<T> {
  return before.kind === 'ready' ? { ...before, refresh: 'running' } : { kind: 'waiting' };
}

/** The state when patience has run out before an answer came. */
export function slowed<T>(before: Loaded<T>): Loaded<T> {
  return before.kind === 'waiting' ? { kind: 'slow' } : before;
}

/** The state when the answer is there. */
export function arrived<T>(value: T): Loaded<T> {
  return { kind: 'ready', value, refresh: 'none' };
}

/** The state when the load failed: old data stays on the screen beside the problem. */
export function failed<T>(before: Loaded<T>, problem: ApiProblem): Loaded<T> {
  return before.kind === 'ready' ? { ...before, refresh: problem } : { kind: 'failed', problem };
}
