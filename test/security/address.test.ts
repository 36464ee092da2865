import { describe, expect, test } from 'vitest';
import { canonicalAddress, personMark } from '../../lambda/security/address.ts';
import { cookieIn } from '../../lambda/security/cookies.ts';

describe('the canonical address', () => {
  test.each([
    ['captain@example.com', 'captain@example.com'],
    ['  captain@Example.COM\n', 'captain@example.com'],
    ['Captain.Jack+boat@example.com', 'Captain.Jack+boat@example.com'],
    ['captain@bücher.example', 'captain@xn--bcher-kva.example'],
    ['captain@bu\u0308cher.example', 'captain@xn--bcher-kva.example'],
  ])('of %j is %s', (typed, canonical) => {
    expect(canonicalAddress(typed)).toEqual({ ok: true, value: canonical });
  });

  test('is its own canonical address', () => {
    expect(canonicalAddress('captain@xn--bcher-kva.example')).toEqual({
      ok: true,
      value: 'captain@xn--bcher-kva.example',
    });
  });
});

describe('the mark of an address', () => {
  // HMAC-SHA-256 with key "Jefe" of "what do ya want for nothing?": RFC 4231, test case 2.
  test('is the first half of HMAC-SHA-256 behind its version', () => {
    expect(personMark('Jefe', 'what do ya want for nothing?')).toBe('h1:5bdcc146bf60754e6a042426089575c7');
  });

  test('is another with another pepper', () => {
    expect(personMark('a', 'captain@example.com')).not.toBe(personMark('b', 'captain@example.com'));
  });
});

describe('a cookie', () => {
  test.each([
    ['a=1', '1'],
    ['b=2; a=1; c=3', '1'],
    ['b=2;a=1', '1'],
    ['a=1=2', '1=2'],
    ['a=1; a=1', undefined],
    ['aa=1', undefined],
    ['A=1', undefined],
    ['a=', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('named a is read from %j as %j', (header, value) => {
    expect(cookieIn(header, 'a')).toBe(value);
  });
});
