/** What a stored secret is made of, looked at without a library: every cold start waits for it. */

/** A JSON object; what holds nothing where it is none. */
export function objectIn(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

/** A signing key with its id, both as text. */
export interface StoredKey {
  readonly kid: string;
  readonly key: string;
}

/** The parts of the secret sessions are signed with. */
export interface StoredSecret {
  readonly active: string;
  readonly keys: readonly StoredKey[];
  readonly pepper: string;
}

const MOST_KEYS = 2;

/** The parts of a stored secret. @throws Error naming where it does not fit, never what stands there. */
export function storedSecret(stored: unknown): StoredSecret {
  const held = objectIn(stored);
  if (held === undefined) throw unfit(['(all)']);
  const { active, keys, pepper } = held;
  const all = Array.isArray(keys) && keys.length > 0 && keys.length <= MOST_KEYS ? (keys as unknown[]) : undefined;
  const wrong = [
    ...(typeof active === 'string' ? [] : ['active']),
    ...(all === undefined ? ['keys'] : all.flatMap((key, at) => wrongIn(key).map((part) => `keys.${at}${part}`))),
    ...(isKeyText(pepper) ? [] : ['pepper']),
  ];
  if (wrong.length > 0) throw unfit(wrong);
  return held as unknown as StoredSecret; // every part was looked at
}

function wrongIn(key: unknown): readonly string[] {
  const held = objectIn(key);
  if (held === undefined) return [''];
  const isKid = typeof held['kid'] === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(held['kid']);
  return [...(isKid ? [] : ['.kid']), ...(isKeyText(held['key']) ? [] : ['.key'])];
}

function isKeyText(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z0-9_-]+$/.test(value);
}

function unfit(where: readonly string[]): Error {
  return new Error(`the secret does not fit at ${where.join(', ')}`);
}
