import type { Instant } from './calendar.ts';
import { epochMs } from './calendar.ts';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ten random bytes, from wherever the shell gets them. */
export type RandomBytes = (count: number) => Uint8Array;

/** A ULID (github.com/ulid/spec) behind a prefix: chr_01KAJ… sorts by the instant it was made. */
export function newId(prefix: string, at: Instant, random: RandomBytes): string {
  return `${prefix}_${encoded(BigInt(epochMs(at)), 10)}${encoded(bigintOf(random(10)), 16)}`;
}

/** Whether text is an id: a short lower-case prefix and letters, digits, dots or dashes. Safe in keys and paths. */
export function isId(text: string): boolean {
  return /^[a-z]{2,5}_[0-9A-Za-z][0-9A-Za-z.-]{0,79}$/.test(text);
}

/** Whether text is a slug such as jada or getmyboat: the ids people choose. */
export function isSlug(text: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(text);
}

function bigintOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function encoded(value: bigint, length: number): string {
  let text = '';
  let rest = value;
  for (let i = 0; i < length; i += 1) {
    text = CROCKFORD.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
