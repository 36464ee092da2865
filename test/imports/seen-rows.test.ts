import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seenRows } from '../../shared/imports/seen-rows.ts';
import { shortDigest } from '../../shared/kernel/digest.ts';

it('rows that were met are known like a map would know them, however many', () => {
  const step = fc.record({ which: fc.integer({ min: 0, max: 40 }), number: fc.integer({ min: 1, max: 2 ** 32 - 1 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const seen = seenRows();
      const map = new Map<string, number>();
      for (const { which, number } of steps) {
        const digest = shortDigest(String(which));
        expect(seen.noted(digest)).toBe(map.get(digest) ?? 0);
        seen.note(digest, number);
        map.set(digest, number);
      }
    }),
  );
});

it('twenty thousand rows are told apart while the table grows', () => {
  const seen = seenRows();
  const digests = Array.from({ length: 20_000 }, (_none, at) => shortDigest(`row ${at}`));
  digests.forEach((digest, at) => {
    expect(seen.noted(digest)).toBe(0);
    seen.note(digest, at + 1);
  });
  expect(digests.map(seen.noted)).toEqual(digests.map((_digest, at) => at + 1));
});
