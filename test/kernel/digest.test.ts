import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, hmacHex, sha256Hex, shortDigest } from '../../shared/kernel/digest.ts';

describe('SHA-256', () => {
  // FIPS 180-4 examples.
  test.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  ])('of %j is the published one', (text, digest) => expect(sha256Hex(text)).toBe(digest));

  test('of text is that of its UTF-8 bytes, as another implementation has it', () => {
    const text = 'Zoë 🚤';
    expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    expect(sha256Hex(new TextEncoder().encode(text))).toBe(sha256Hex(text));
  });
});

test('a mark is the first half of HMAC-SHA-256, as another implementation has it, and depends on the key', () => {
  const expected = createHmac('sha256', 'pepper').update('captain@example.com').digest('hex').slice(0, 32);
  expect(hmacHex('pepper', 'captain@example.com')).toBe(expected);
  expect(hmacHex('other', 'captain@example.com')).not.toBe(expected);
});

describe('a short digest', () => {
  test('is the first hundred bits of SHA-256 in lower-case base32', () => {
    const bits = [...createHash('sha256').update('charter.chr_1.1|ceo|group|1|rcp_1').digest()]
      .map((byte) => byte.toString(2).padStart(8, '0'))
      .join('');
    const letters = Array.from({ length: 20 }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2));
    expect(shortDigest('charter.chr_1.1|ceo|group|1|rcp_1')).toBe(
      letters.map((value) => 'abcdefghijklmnopqrstuvwxyz234567'[value]).join(''),
    );
  });

  test('is twenty letters and digits whatever is digested', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(shortDigest(text)).toMatch(/^[a-z2-7]{20}$/);
      }),
    );
  });
});

describe('canonical JSON', () => {
  test('sorts keys at every depth and leaves lists as they are', () => {
    expect(canonicalJson({ b: [{ z: 1, a: 2 }, 'x'], a: null, B: true })).toBe(
      '{"B":true,"a":null,"b":[{"a":2,"z":1},"x"]}',
    );
  });

  test('leaves out what is undefined', () => expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}'));

  test('writes what has a form of its own in that form, its keys sorted too', () => {
    const own = { toJSON: () => ({ z: 1, a: undefined, b: [undefined] }) };
    expect(canonicalJson({ own, at: new Date(0) })).toBe('{"at":"1970-01-01T00:00:00.000Z","own":{"b":[null],"z":1}}');
  });

  test('is the same text for the same value, in whatever order its keys came', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('keeps a key called __proto__ as the plain key it is', () => {
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":{"y":1,"x":2}}'))).toBe('{"__proto__":{"x":2,"y":1},"b":1}');
  });
});
