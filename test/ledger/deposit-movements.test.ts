import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Month } from '../../shared/kernel/calendar.ts';
import { monthsThrough, plusMonths } from '../../shared/kernel/calendar.ts';
import { cents } from '../../shared/kernel/money.ts';
import type { Books } from '../../shared/ledger/balances.ts';
import { DEPOSIT_CODES, depositMovements } from '../../shared/ledger/deposit-movements.ts';
import { aSeason } from './a-season.ts';
import { someHappenings, whatHappened } from './anything-that-happens.ts';

function moved(amounts: Record<string, number>, reverses?: string) {
  const lines = Object.entries(amounts).map(([account, amount]) => ({ account, cents: cents(amount) }));
  return depositMovements({ template: 'deposit_received', lines, ...(reverses === undefined ? {} : { reverses }) });
}

describe('deposits', () => {
  test('are received with money, whatever the processor keeps', () => {
    expect(moved({ 1020: 97_000, 5040: 3_000, 2100: -100_000 })).toEqual({
      receivedCents: 100_000,
      recognisedCents: 0,
      returnedCents: 0,
    });
  });

  test('are recognised when the charter sails, with the tax in the price', () => {
    expect(moved({ 2100: 100_000, 1110: 4_000, 4010: -100_000, 2200: -4_000 }).recognisedCents).toBe(100_000);
  });

  test('of a cancelled charter are earned as far as they are kept, and returned for the rest', () => {
    expect(moved({ 2100: 90_000, 2300: 5_000, 4090: -30_000, 2400: -65_000 })).toEqual({
      receivedCents: 0,
      recognisedCents: 30_000,
      returnedCents: 60_000,
    });
  });

  test('are returned when an overpayment is paid back, not when a refund already owed is', () => {
    expect(moved({ 2100: 5_000, 1020: -5_000 }).returnedCents).toBe(5_000);
    expect(moved({ 2400: 5_000, 1020: -5_000 }).returnedCents).toBe(0);
  });

  test('taken back lower what they had raised, under the same name', () => {
    expect(moved({ 1020: -97_000, 5040: -3_000, 2100: 100_000 }, 'je_1')).toMatchObject({ receivedCents: -100_000 });
    expect(moved({ 2100: -100_000, 4010: 100_000 }, 'je_2')).toMatchObject({ recognisedCents: -100_000 });
  });
});

const ENTITIES = ['jada', 'qos'];

/** Start + received − recognised − returned is the end, month by month. */
function rollsForward(books: Books): void {
  for (const month of monthsThrough('2026-03' as Month, '2027-03' as Month)) {
    const tally = (name: string) => books.tally(ENTITIES, [month], 'operations', `deposits-${name}`);
    const start = 0 - books.accountThrough(ENTITIES, plusMonths(month, -1), DEPOSIT_CODES);
    const end = 0 - books.accountThrough(ENTITIES, month, DEPOSIT_CODES);
    expect(start + tally('received') - tally('recognised') - tally('returned')).toBe(end);
  }
}

test('a season of sixty charters rolls forward to the cent', () => {
  const { books } = aSeason();
  rollsForward(books);
  expect(books.tally(ENTITIES, ['2026-05' as Month], 'operations', 'deposits-received')).toBeGreaterThan(0);
});

test('so does whatever may happen', () => {
  fc.assert(
    fc.property(someHappenings, (happenings) => rollsForward(whatHappened(happenings).books)),
    { numRuns: 40 },
  );
});
