import { describe, expect, test } from 'vitest';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import type { Movement } from '../../shared/ledger/bank-matching.ts';
import { bankMatches, movementsOf } from '../../shared/ledger/bank-matching.ts';
import type { BankLine } from '../../shared/records/bank-line.ts';
import type { JournalEntry } from '../../shared/records/journal.ts';

const line = (id: string, on: string, cents: number, more: Partial<BankLine> = {}): BankLine =>
  ({ id: `bnk_${id}`, entityId: 'jada', account: '1010', on, cents, memo: 'CARD', version: 1, ...more }) as BankLine;
const movement = (id: string, on: string, cents: number, account: Movement['account'] = '1010'): Movement => ({
  entryId: `je_${id}`,
  account,
  on: on as LocalDate,
  cents: cents as Cents,
  memo: id,
});
const graded = (lines: readonly BankLine[], movements: readonly Movement[]) =>
  bankMatches(lines, movements).map(({ line: { id }, suggestions }) => [
    id,
    ...suggestions.map(({ grade, movement: { entryId } }) => `${entryId} ${grade}`),
  ]);

describe('a bank line', () => {
  test.each([
    ['same account, amount and day, alone', movement('a', '2026-11-12', -8_420), ['je_a certain']],
    ['the bank booked it three days later', movement('a', '2026-11-09', -8_420), ['je_a likely']],
    ['eight days later is too long ago', movement('a', '2026-11-04', -8_420), []],
    ['3 % less arrived: 252 of 8,420 cents are 2.99 %', movement('a', '2026-11-12', -8_672), ['je_a possible']],
    ['more than 3 % apart', movement('a', '2026-11-12', -8_700), []],
    ['the money went the other way', movement('a', '2026-11-12', 8_420), []],
    ['another account', movement('a', '2026-11-12', -8_420, '2020'), []],
  ])('%s', (_case, of, expected) => {
    expect(graded([line('1', '2026-11-12', -8_420)], [of])).toEqual([['bnk_1', ...expected]]);
  });

  test('like another of the same day is certain of nothing', () => {
    const two = [line('1', '2026-11-12', -500), line('2', '2026-11-12', -500)];
    expect(graded(two, [movement('a', '2026-11-12', -500)])).toEqual([
      ['bnk_1', 'je_a likely'],
      ['bnk_2', 'je_a likely'],
    ]);
    const twice = [movement('a', '2026-11-12', -500), movement('b', '2026-11-12', -500)];
    expect(graded([line('1', '2026-11-12', -500)], twice)).toEqual([['bnk_1', 'je_a likely', 'je_b likely']]);
  });

  test('is suggested the nearest amount first, then the nearest day; a matched line is suggested nothing', () => {
    const near = [
      movement('off', '2026-11-12', -10_100),
      movement('late', '2026-11-15', -10_000),
      movement('next', '2026-11-13', -10_000),
    ];
    const lines = [line('1', '2026-11-12', -10_000), line('2', '2026-11-12', -10_000, { matchedEntryId: 'je_off' })];
    expect(graded(lines, near)).toEqual([['bnk_1', 'je_next likely', 'je_late likely', 'je_off possible']]);
  });

  test('of nothing is like nothing but another of nothing', () => {
    expect(graded([line('1', '2026-11-12', 0)], [movement('a', '2026-11-12', 1)])).toEqual([['bnk_1']]);
  });
});

test('movements are what entries moved on accounts with statements; an entry taken back moved nothing', () => {
  const entry = (id: string, lines: readonly [string, number][], reverses?: string): JournalEntry =>
    ({
      id: `je_${id}`,
      entityId: 'jada',
      businessOn: '2026-11-12',
      memo: id,
      lines: lines.map(([account, cents]) => ({ account, cents })),
      ...(reverses && { reverses }),
    }) as unknown as JournalEntry;
  const moved = movementsOf([
    entry('transfer', [
      ['1010', -5_000],
      ['1015', 5_000],
    ]),
    entry('fuel', [
      ['2020', -8_420],
      ['5020', 8_420],
    ]),
    entry('wrong', [
      ['1010', -300],
      ['5020', 300],
    ]),
    entry(
      'undone',
      [
        ['1010', 300],
        ['5020', -300],
      ],
      'je_wrong',
    ),
  ]);
  expect(moved.map(({ entryId, account, cents }) => `${entryId} ${account} ${cents}`)).toEqual([
    'je_transfer 1010 -5000',
    'je_transfer 1015 5000',
    'je_fuel 2020 -8420',
  ]);
});
