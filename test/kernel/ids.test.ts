import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, instantOfMs } from '../../shared/kernel/calendar.ts';
import { isId, isSlug, newId } from '../../shared/kernel/ids.ts';

const filled = (byte: number) => (count: number) => new Uint8Array(count).fill(byte);

describe('a new id', () => {
  // The ULID specification: 01ARYZ6S41 is 1469918176385 ms; eighty bits of ones are sixteen Z.
  test('is a prefix, the time as the ULID specification spells it, and eighty random bits', () => {
    expect(newId('chr', instantOfMs(1_469_918_176_385), filled(255))).toBe('chr_01ARYZ6S41ZZZZZZZZZZZZZZZZ');
    expect(newId('chr', instantOfMs(1_469_918_176_385), filled(0))).toBe('chr_01ARYZ6S410000000000000000');
  });

  test('takes the random bytes as they come, most significant first', () => {
    const counting = (count: number) => Uint8Array.from({ length: count }, (_, i) => (i === 0 ? 0b1111_1000 : 0));
    expect(newId('lea', instantOfMs(1_469_918_176_385), counting)).toBe('lea_01ARYZ6S41Z000000000000000');
  });

  test('is an id, and sorts by the moment it was made', () => {
    const random = (count: number) => new Uint8Array(randomBytes(count));
    fc.assert(
      fc.property(fc.integer({ min: 946_684_800_000, max: 4_102_444_700_000 }), (ms) => {
        const [first, second] = [newId('msg', instantOfMs(ms), random), newId('msg', instantOfMs(ms + 1), random)];
        expect(isId(first) && isId(second)).toBe(true);
        expect(first < second).toBe(true);
      }),
    );
  });

  test('is another each time', () => {
    const now = instant('2026-11-21T20:00:00Z');
    const made = Array.from({ length: 1_000 }, () => newId('chr', now, (count) => new Uint8Array(randomBytes(count))));
    expect(new Set(made).size).toBe(1_000);
  });
});

test.each(['chr_01KAJ', 'usr_a', 'sl_1.deposit-2', `rcp_${'x'.repeat(80)}`])('%s is an id', (text) => {
  expect(isId(text)).toBe(true);
});

test.each([
  'chr',
  'chr_',
  '_1',
  'c_1',
  'toolong_1',
  'CHR_1',
  'chr_../x',
  'chr_.',
  'chr_-a',
  'chr_a/b',
  'chr_a b',
  'chr_a#b',
  'chr_a|b',
  'chr_é',
  'chr_1\n',
  `chr_${'x'.repeat(81)}`,
  '',
])('%j is no id', (text) => expect(isId(text)).toBe(false));

test.each(['jada', 'get-my-boat', 'x', 'a1'])('%s is a slug', (text) => expect(isSlug(text)).toBe(true));

test.each(['Jada', '1a', '-a', 'a_b', 'a b', 'a/b', 'a.b', 'a+b', 'jäda', 'a\n', 'a'.repeat(41), ''])(
  '%j is no slug',
  (text) => expect(isSlug(text)).toBe(false),
);
