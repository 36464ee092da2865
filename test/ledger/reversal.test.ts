import { expect, test } from 'vitest';
import { fuelBought, overheadExpense } from '../../shared/ledger/costs.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { depositReceived } from '../../shared/ledger/receipts.ts';
import { reversal } from '../../shared/ledger/reversal.ts';
import type { Charter } from '../../shared/records/charter.ts';
import {
  aCharter,
  anExpense,
  anOverhead,
  aPayment,
  booksFor,
  byAccount,
  byName,
  CONTEXT,
  on,
  posted,
  refusedFields,
} from './a-record.ts';
import { months, SetOfBooks } from './a-set-of-books.ts';

const RETURNED = aCharter({ lifecycle: 'returned' });
const MONTHS = months('2026-09', '2026-10');

function contribution(held: SetOfBooks): number[] {
  return MONTHS.map((month) => held.books.tally(['jada'], [month], 'margin', 'contribution'));
}

function performed(held: SetOfBooks, over: Partial<Charter> = {}) {
  held.keep(aCharter(over));
  return held.post(charterPerformed(held.file('chr_A'), CONTEXT));
}

test('a reversal has every line and tally with the other sign, on the same business day', () => {
  const entry = posted(charterPerformed(booksFor(aCharter()), CONTEXT));
  const back = posted(reversal(entry, booksFor(aCharter()), CONTEXT));
  expect(back).toMatchObject({ id: 'je_A.performed.1.reversed', reverses: entry.id, businessOn: entry.businessOn });
  expect(byAccount(back)).toEqual({ 1110: -120_000, 4010: 120_000 });
  const negated = Object.entries(byName(entry)).map(([name, amount]) => [name, -amount]);
  expect(byName(back)).toEqual(Object.fromEntries(negated));
});

test('a reversal cannot be reversed', () => {
  const entry = posted(overheadExpense(anOverhead(), CONTEXT));
  const back = posted(reversal(entry, undefined, CONTEXT));
  expect(refusedFields(reversal(back, undefined, CONTEXT))).toEqual(['reverses']);
});

test('an entry about a charter is not reversed without that charter’s books', () => {
  const entry = posted(depositReceived(aPayment(), booksFor(RETURNED), CONTEXT));
  expect(() => reversal(entry, undefined, CONTEXT)).toThrow(RangeError);
  expect(() => reversal(entry, booksFor(aCharter({ id: 'chr_B' })), CONTEXT)).toThrow(RangeError);
});

test('reopening a charter takes its late costs out of the margin, and performing it again counts them once', () => {
  const held = new SetOfBooks(RETURNED);
  const first = performed(held);
  held.post(fuelBought(anExpense({ cents: 20_000 }), held.file('chr_A'), CONTEXT));
  expect(contribution(held)).toEqual([100_000, 0]);
  held.reverse(first);
  expect(contribution(held)).toEqual([0, 0]);
  performed(held, { completionSeq: 2, performedOn: on('2026-10-01') });
  expect(contribution(held)).toEqual([0, 100_000]);
});

test('taking back a cost from before sailing gives the margin back to the month of sailing', () => {
  const held = new SetOfBooks(RETURNED);
  const fuel = held.post(fuelBought(anExpense({ cents: 20_000, on: '2026-08-31' }), held.file('chr_A'), CONTEXT));
  performed(held);
  expect(contribution(held)).toEqual([100_000, 0]);
  held.reverse(fuel);
  expect(contribution(held)).toEqual([120_000, 0]);
});

test('taking back a late cost while the charter is reopened leaves no margin behind', () => {
  const held = new SetOfBooks(RETURNED);
  const first = performed(held);
  const fuel = held.post(fuelBought(anExpense({ cents: 20_000 }), held.file('chr_A'), CONTEXT));
  held.reverse(first);
  held.keep(RETURNED);
  held.reverse(fuel);
  expect(contribution(held)).toEqual([0, 0]);
});
