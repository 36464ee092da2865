/** How a check ends: its exit code. What is wrong weighs more than what could not be checked. */
export const SOUND = 0;
export const DIFFERS = 1;
export const UNCHECKED = 2;

/** What one part of a check says of itself, and how it ended. */
export interface Checked {
  readonly lines: readonly string[];
  readonly code: number;
}

/** The first of what is wrong, and how many more there are; `sound` when nothing is. */
export function checked(what: string, problems: readonly string[], notes: readonly string[], sound: string): Checked {
  const [first, ...more] = problems;
  const told = first === undefined ? sound : `${first}${more.length === 0 ? '' : ` And ${more.length} more.`}`;
  return {
    lines: [what, ...notes.map((note) => `Not yet over: ${note}.`), told],
    code: first === undefined ? SOUND : DIFFERS,
  };
}

/** The exit code of several parts together. */
export function worstOf(codes: readonly number[]): number {
  if (codes.includes(DIFFERS)) return DIFFERS;
  return codes.includes(UNCHECKED) ? UNCHECKED : SOUND;
}
