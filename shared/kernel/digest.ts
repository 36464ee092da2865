import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of text (as UTF-8) or bytes, 64 lower-case hex digits. */
export function sha256Hex(content: string | Uint8Array): string {
  return bytesToHex(sha256(bytesOf(content)));
}

/** The first 16 bytes of HMAC-SHA-256 as hex: enough to tell addresses apart in a log, useless without the key. */
export function hmacHex(key: string, content: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(content)).subarray(0, 16));
}

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first 100 bits of SHA-256 as 20 letters and digits, safe in keys, file names and SES tags. */
export function shortDigest(content: string): string {
  let text = '';
  let [held, bits] = [0, 0];
  for (const byte of sha256(utf8ToBytes(content)).subarray(0, 13)) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; held &= (1 << bits) - 1) {
      bits -= 5;
      text += BASE32.charAt(held >> bits);
    }
  }
  return text;
}

/** JSON with sorted keys and no undefined: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value with the keys of every object sorted, so that it can be written in one go; itself where they already are. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return listInOrder(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return inOrder(value.toJSON());
  const held = value as Readonly<Record<string, unknown>>;
  const keys = Object.keys(held);
  const sorted = keys.some((key, at) => at > 0 && key < keys[at - 1]!) ? [...keys].sort() : keys; // there is one before
  let isInOrder = sorted === keys;
  const members = sorted.map((key): [string, unknown] => {
    const member = inOrder(held[key]);
    if (member !== held[key]) isInOrder = false;
    return [key, member];
  });
  return isInOrder ? value : Object.fromEntries(members);
}

function listInOrder(values: readonly unknown[]): readonly unknown[] {
  const made = values.map(inOrder);
  return made.every((value, at) => value === values[at]) ? values : made;
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? utf8ToBytes(content) : content;
}
