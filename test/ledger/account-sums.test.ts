import { expect, test } from 'vitest';
import { AccountSums } from '../../shared/ledger/account-sums.ts';

test('sums of very many things are kept apart, whatever order they come in', () => {
  const sums = new AccountSums();
  for (const account of ['1010', '2100', '4010']) {
    for (let thing = 0; thing < 3_000; thing += 1) sums.add(`chr_${thing}`, account, thing + Number(account));
  }
  sums.add('chr_7', '2100', -2_107);
  expect(sums.size).toBe(3_000);
  expect([...sums.ids()].slice(0, 2)).toEqual(['chr_0', 'chr_1']);
  expect(sums.of('chr_0')).toEqual({ 1010: 1_010, 2100: 2_100, 4010: 4_010 });
  expect(sums.of('chr_7')).toEqual({ 1010: 1_017, 2100: 0, 4010: 4_017 });
  expect(sums.of('chr_2999')).toEqual({ 1010: 4_009, 2100: 5_099, 4010: 7_009 });
});

test('what was never met has none, and an account nobody knows is refused', () => {
  const sums = new AccountSums();
  expect(sums.of('chr_1')).toEqual({});
  expect(() => sums.add('chr_1', '9999', 1)).toThrow(RangeError);
  expect(sums.size).toBe(0);
});
