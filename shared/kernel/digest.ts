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
  const bytes = sha256(utf8ToBytes(content));
  let bits = 0n;
  for (const byte of bytes.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let text = '';
  for (let i = 0; i < 20; i += 1) {
    text = BASE32.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** JSON with sorted keys and no undefined: the same value always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value));
}

/** The value with the keys of every object sorted, so that it can be written in one go. */
function inOrder(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if ('toJSON' in value && typeof value.toJSON === 'function') return inOrder(value.toJSON());
  const held = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(held)
      .sort()
      .map((key) => [key, inOrder(held[key])]),
  );
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? utf8ToBytes(content) : content;
}
