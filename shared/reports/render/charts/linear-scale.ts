import { nice, ticks } from 'd3-array';

/** Two ends: of what is measured, or of the room it is drawn in. */
export type Ends = readonly [from: number, to: number];

/** Where a value stands in the room it is drawn in, the ends of what is measured at the ends of the room. */
export function linearScale([least, most]: Ends, [start, end]: Ends): (value: number) => number {
  return (value) => {
    const part = (value - least) / (most - least);
    return start * (1 - part) + end * part;
  };
}

/** Ends widened to round numbers, for about so many marks between them. */
export function niceEnds([least, most]: Ends, count: number): Ends {
  return nice(least, most, count);
}

/** Round numbers within two ends, about so many. */
export function marksBetween([least, most]: Ends, count: number): readonly number[] {
  return ticks(least, most, count);
}
