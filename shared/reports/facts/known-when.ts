import type { Measured, Unknown } from '../../kernel/measured.ts';
import { combined, unknown } from '../../kernel/measured.ts';

/** A figure held against an aim: as certain as the figure itself, for the aim is what it is held against. */
export function against(
  actual: Measured<number>,
  aim: Measured<number>,
  compute: (actual: number, aim: number) => number | Unknown,
): Measured<number> {
  const held = combined(actual, aim, compute);
  return held.state === 'unknown' || actual.state === 'unknown' ? held : { ...held, state: actual.state };
}

/** A computed value, or what is missing where the computation had no answer. */
export function orMissing(value: number | undefined, missing: string): number | Unknown {
  return value ?? unknown(missing);
}

/** A figure that rests on something taken for granted: an estimate that says so. */
export function assumed(figure: Measured<number>, assumption: string): Measured<number> {
  if (figure.state === 'unknown') return figure;
  return { ...figure, state: 'estimated', basis: { ...figure.basis, assumption } };
}
