/** Words that follow the sign of a figure, so that a sentence cannot say the opposite of its number. */

export function sideOfTarget(gap: number): 'above target' | 'at target' | 'below target' {
  return bySign(gap, 'below target', 'at target', 'above target');
}

export function sideOfAverage(difference: number): 'above the average' | 'at the average' | 'below the average' {
  return bySign(difference, 'below the average', 'at the average', 'above the average');
}

/** Which way a figure went from one issue to the next. */
export function moved(from: number, to: number): 'up' | 'down' | 'unchanged' {
  return bySign(to - from, 'down', 'unchanged', 'up');
}

/** Whether a difference is good news for its reader: more is better. */
export function stateOf(difference: number): 'good' | 'bad' {
  return difference < 0 ? 'bad' : 'good';
}

function bySign<Negative, Zero, Positive>(
  value: number,
  negative: Negative,
  zero: Zero,
  positive: Positive,
): Negative | Zero | Positive {
  if (!Number.isFinite(value)) throw new RangeError(`no direction for ${value}`);
  return value < 0 ? negative : value > 0 ? positive : zero;
}
