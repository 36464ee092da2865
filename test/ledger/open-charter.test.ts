import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balancesAfter, openCharterOf } from '../../shared/ledger/open-charter.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { depositReceived } from '../../shared/ledger/receipts.ts';
import { aCharter, aPayment, at, booksFor, CONTEXT, on, posted, price } from './a-record.ts';
import { CHARTERS, someHappenings, whatHappened } from './anything-that-happens.ts';

const CHARTER = aCharter({ priceLines: [price('charter', 120_000), price('tax', 4_000)] });

describe('an open charter', () => {
  test('shows what its balance-sheet accounts stand at, and the price with tax', () => {
    const open = openCharterOf(CHARTER, { 1020: 77_650, 2100: -80_000, 5040: 2_350, 1110: 0 });
    expect(open).toMatchObject({ charterId: 'chr_A', priceCents: 124_000, balances: { 2100: -80_000 } });
    expect(Object.keys(open?.balances ?? {})).toEqual(['2100']);
  });

  test('is gone once nothing is owed either way, whatever it cost or earned', () => {
    expect(openCharterOf(CHARTER, { 1020: 97_000, 2100: 0, 4010: -100_000, 5040: 3_000 })).toBeUndefined();
    expect(openCharterOf(CHARTER, {})).toBeUndefined();
  });

  test('is not kept open by sales tax alone, which is paid for a whole quarter', () => {
    expect(openCharterOf(CHARTER, { 2200: -4_000 })).toBeUndefined();
    expect(openCharterOf(CHARTER, { 2200: -4_000, 2300: -500 })?.balances).toEqual({ 2200: -4_000, 2300: -500 });
  });

  test('says when it was performed or called off', () => {
    const { performedOn: _, ...rest } = CHARTER;
    const cancellation = {
      by: 'guest' as const,
      reason: 'ill',
      at: at('2026-09-20T17:00:00Z'),
      on: on('2026-09-20'),
      retainedCents: 0,
      refundCents: 40_000,
    };
    const off = openCharterOf({ ...rest, lifecycle: 'cancelled', cancellation } as never, { 2400: -40_000 });
    expect(off).toMatchObject({ lifecycle: 'cancelled', cancelledOn: '2026-09-20' });
    expect(off).not.toHaveProperty('performedOn');
    expect(openCharterOf(CHARTER, { 1110: 1 })?.performedOn).toBe(CHARTER.performedOn);
  });
});

test('balances after a deposit are those before it and its lines', () => {
  const deposit = aPayment({ kind: 'deposit', cents: 50_000, tipCents: 0, feeCents: 1_480 });
  const posting = postingOf(posted(depositReceived(deposit, booksFor(aCharter(), {}), CONTEXT)));
  expect(balancesAfter({ 2100: -10_000 }, [posting])).toMatchObject({ 1020: 48_520, 2100: -60_000, 5040: 1_480 });
  expect(balancesAfter({ 2100: -10_000 }, [])).toEqual({ 2100: -10_000 });
});

test('whatever happens, what all open charters hold is what the books hold on the accounts settled by charter', () => {
  const settled = ['1100', '1110', '1150', '2100', '2105', '2300', '2400'];
  fc.assert(
    fc.property(someHappenings, (happenings) => {
      const held = whatHappened(happenings);
      const open = CHARTERS.flatMap(({ id }) => {
        const { charter, balances } = held.file(id);
        return openCharterOf(charter, balances) ?? [];
      });
      for (const code of settled) {
        const listed = open.reduce((sum, { balances }) => sum + (balances[code] ?? 0), 0);
        expect(listed).toBe(held.books.accountThrough(['jada', 'qos'], '2030-12' as never, [code]));
      }
    }),
    { numRuns: 60 },
  );
});
