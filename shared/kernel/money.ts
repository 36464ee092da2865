/** An amount of US dollars in whole cents. Never a fraction, never a float of dollars. */
export type Cents = number & { readonly __unit: 'cents' };

/** A share in basis points: 10,000 is the whole. */
export type BasisPoints = number & { readonly __unit: 'bps' };

/** Ten billion dollars: far above any charter company, far below where doubles stop counting cents (2^53). */
const LIMIT = 1e12;

/** A whole number of cents. @throws RangeError on fractions, NaN and amounts beyond ±10 billion dollars. */
export function cents(value: number): Cents {
  if (!Number.isInteger(value) || Math.abs(value) > LIMIT) throw new RangeError(`not an amount in cents: ${value}`);
  return (value === 0 ? 0 : value) as Cents;
}

/** A whole number of basis points. @throws RangeError on anything but an integer. */
export function basisPoints(value: number): BasisPoints {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not basis points: ${value}`);
  return (value === 0 ? 0 : value) as BasisPoints;
}

export const ZERO = cents(0);

/** The sum of amounts; nothing sums to zero. */
export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
}

/** The same amount with the other sign. */
export function negated(amount: Cents): Cents {
  return cents(-amount);
}

/** numerator ÷ denominator as a whole number, halves away from zero. @throws RangeError when the denominator is 0. */
export function dividedRounded(numerator: number, denominator: number): number {
  if (denominator === 0) throw new RangeError('division by zero');
  return roundedQuotient(BigInt(numerator), BigInt(denominator));
}

/** A share of an amount, halves away from zero: 1150 basis points of 99,999 cents is 11,500. */
export function shareOf(amount: Cents, share: BasisPoints): Cents {
  return cents(roundedQuotient(BigInt(amount) * BigInt(share), 10_000n));
}

/** part ÷ whole in basis points, halves away from zero; nothing when the whole is zero. */
export function ratio(part: number, whole: number): BasisPoints | undefined {
  if (whole === 0) return undefined;
  return basisPoints(roundedQuotient(BigInt(part) * 10_000n, BigInt(whole)));
}

/**
 * Splits an amount by weights so that the parts add back up: largest remainder, earlier parts first on a tie.
 * @throws RangeError when the weights are negative, not whole numbers, or sum to zero.
 */
export function allocated(total: Cents, weights: readonly number[]): Cents[] {
  const exactWeights = weights.map(BigInt);
  const sum = exactWeights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || exactWeights.some((w) => w < 0n)) throw new RangeError('weights must be positive');
  const sign = total < 0 ? -1 : 1;
  const shares = exactWeights.map((weight, index) => {
    const exact = BigInt(Math.abs(total)) * weight;
    return { index, floor: Number(exact / sum), remainder: exact % sum };
  });
  let left = Math.abs(total) - shares.reduce((a, s) => a + s.floor, 0);
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  );
  for (const share of byRemainder) {
    if (left === 0) break;
    share.floor += 1;
    left -= 1;
  }
  return shares.map((share) => cents(sign * share.floor));
}

/** Exact integer division, halves away from zero, in big integers so that no product loses a cent. */
function roundedQuotient(numerator: bigint, denominator: bigint): number {
  const magnitude = (abs(numerator) * 2n + abs(denominator)) / (abs(denominator) * 2n);
  return magnitude === 0n ? 0 : Number(numerator < 0n === denominator < 0n ? magnitude : -magnitude);
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
