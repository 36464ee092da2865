/** Choices that look like chance and are the same every time for the same seed. */
export interface SeededRandom {
  /** A whole number from `from` to `through`, both included. */
  int(from: number, through: number): number;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  shuffled<T>(items: readonly T[]): T[];
}

/** Chance for one purpose, named by its seed: what one part of the sample draws never changes what another gets. */
export function randomFor(seed: string): SeededRandom {
  const next = mulberry32(hashed(seed));
  const int = (from: number, through: number) => from + Math.floor(next() * (through - from + 1));
  return {
    int,
    chance: (percent) => next() * 100 < percent,
    pick: (items) => items[int(0, items.length - 1)] as (typeof items)[0],
    shuffled: (items) =>
      items
        .map((item, index) => ({ item, index, at: next() }))
        .sort((a, b) => a.at - b.at || a.index - b.index)
        .map(({ item }) => item),
  };
}

/** FNV-1a, 32 bits. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: a small generator with a period of 2^32, plenty for a sample. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
