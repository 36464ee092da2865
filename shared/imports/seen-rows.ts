/** What has been said of the rows met so far, by their digests. */
export interface SeenRows {
  /** What was noted beside a digest last: a number above zero, or zero when it was never met. */
  readonly noted: (digest: string) => number;
  readonly note: (digest: string, number: number) => void;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';
const VALUES = new Uint8Array(128);
for (let at = 0; at < LETTERS.length; at += 1) VALUES[LETTERS.charCodeAt(at)] = at;

const FIRST_SIZE = 4_096;

/**
 * A table of digests that takes twelve bytes for each place, so that a million rows fit where texts would take hundreds
 * of megabytes. Sixty bits of each digest are kept: among a million rows two meet by chance once in two million files.
 */
export function seenRows(): SeenRows {
  let places = table(FIRST_SIZE);
  let held = 0;

  const placeOf = (of: Table, high: number, low: number): number => {
    const last = of.numbers.length - 1;
    let at = (high ^ low) & last;
    while (of.numbers[at] !== 0 && (of.highs[at] !== high || of.lows[at] !== low)) at = (at + 1) & last;
    return at;
  };
  const put = (of: Table, high: number, low: number, number: number) => {
    const at = placeOf(of, high, low);
    const isNew = of.numbers[at] === 0;
    of.highs[at] = high;
    of.lows[at] = low;
    of.numbers[at] = number;
    return isNew;
  };
  const grow = () => {
    const larger = table(places.numbers.length * 2);
    places.numbers.forEach((number, at) => {
      if (number !== 0) put(larger, places.highs[at] ?? 0, places.lows[at] ?? 0, number);
    });
    places = larger;
  };
  return {
    noted: (digest) => places.numbers[placeOf(places, bits(digest, 0), bits(digest, 6))] ?? 0,
    note: (digest, number) => {
      if (held * 4 > places.numbers.length * 3) grow();
      if (put(places, bits(digest, 0), bits(digest, 6), number)) held += 1;
    },
  };
}

interface Table {
  readonly highs: Uint32Array;
  readonly lows: Uint32Array;
  readonly numbers: Uint32Array;
}

function table(size: number): Table {
  return { highs: new Uint32Array(size), lows: new Uint32Array(size), numbers: new Uint32Array(size) };
}

/** Thirty bits of a digest: six of its letters from one on. */
function bits(digest: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + 6; at += 1) value = (value << 5) | (VALUES[digest.charCodeAt(at)] ?? 0);
  return value;
}
