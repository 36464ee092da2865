import { expect, test } from 'vitest';
import { ACCOUNTS, accountOf, findAccount } from '../../shared/ledger/accounts.ts';
import { sampleAccounts } from './sample-journal.ts';

const WANTED =
  '1010 1015 1020 1030 1100 1110 1150 1160 1300 1500 1590 1600 1690 2010 2020 2100 2105 2110 2120 2130 2200 2210 2300 ' +
  '2310 2400 2500 2600 3000 3010 3900 4010 4020 4030 4090 4110 4120 4190 4210 4220 4310 4320 4330 4410 4420 5010 5015 ' +
  '5020 5025 5030 5035 5040 5050 5220 6010 6020 6030 6040 6050 6060 6070 6100 6110 6120 6130 6140 6150 6160 6200 6210 ' +
  '6220 6900';

test('the chart holds every account the company asked for', () => {
  const codes = ACCOUNTS.map((account) => account.code as string);
  expect(WANTED.split(' ').filter((code) => !codes.includes(code))).toEqual([]);
});

test('the rental has one account for each of its twelve lines on Schedule E', () => {
  const lines = ACCOUNTS.filter((account) => account.code.startsWith('63')).map((account) => account.taxLines.schE);
  expect(lines).toEqual(['5', '7', '9', '10', '11', '12', '14', '15', '16', '17', '18', '19']);
});

test('codes ascend and no two accounts share a code or a journal name', () => {
  const codes = ACCOUNTS.map((account) => account.code);
  expect(codes).toEqual([...new Set(codes)].sort());
  expect(new Set(ACCOUNTS.map((account) => account.journalName)).size).toBe(ACCOUNTS.length);
});

test('accounts carry the names of the sample journal', () => {
  const sample = sampleAccounts();
  expect(Object.keys(sample)).toHaveLength(20);
  for (const [code, name] of Object.entries(sample)) expect(accountOf(code).journalName).toBe(name);
});

test('journal names start with one of the five top levels and hold nothing that ends a name', () => {
  for (const { journalName } of ACCOUNTS) {
    expect(journalName).toMatch(
      /^(assets|liabilities|equity|revenues|expenses):[a-z-]+( [a-z-]+)*(:[a-z-]+( [a-z-]+)*)*$/,
    );
  }
});

test.each([
  ['4010', 'revenue', '1', null, '1a'],
  ['4190', 'revenue', '2', null, '1b'],
  ['4410', 'revenue', null, '3', '8825'],
  ['5030', 'cogs', '10', null, '20'],
  ['6050', 'opex', null, null, '7'],
  ['6900', 'opex', null, null, null],
  ['1600', 'asset', null, '18', null],
  ['1010', 'asset', null, null, 'L'],
  ['2300', 'liability', null, null, 'L'],
  ['3010', 'equity', null, null, '16d/K'],
] as const)('account %s is %s, on Schedule C %s, E %s and 1120-S %s', (code, type, schC, schE, f1120s) => {
  expect(accountOf(code).type).toBe(type);
  expect(accountOf(code).taxLines).toEqual({ schC, schE, f1120s });
});

test('only bank, reserve, processor and petty cash are cash', () => {
  const cash = ACCOUNTS.filter((account) => account.cashClass === 'cash').map((account) => account.code);
  expect(cash).toEqual(['1010', '1015', '1020', '1030']);
});

test('a code the chart does not have throws, or is nothing where people type codes', () => {
  expect(() => accountOf('9999')).toThrow(RangeError);
  expect(() => accountOf('')).toThrow(RangeError);
  expect(findAccount('9999')).toBeUndefined();
});
