import { expect, test } from 'vitest';
import { ownerMoneyMoved } from '../../shared/ledger/house-cash.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { aCharter, anOwnersMoney, byAccount, byName, CONTEXT, posted, price, refusedFields } from './a-record.ts';

const PRICE = [price('charter', 100_000), price('discount', -5_000), price('tax', 900)];

test('a booking moves no money and counts its price without tax in the month it was made', () => {
  const entry = posted(charterBooked(aCharter({ priceLines: PRICE }), { isNew: true }, CONTEXT));
  expect(entry).toMatchObject({ id: 'je_A.booked', businessOn: '2026-09-10', lines: [] });
  expect(byName(entry)).toEqual({
    '2026-09 operations booked': 1,
    '2026-09 operations booked-value': 95_000,
    '2026-09 channels direct.booked': 1,
    '2026-09 channels direct.booked-value': 95_000,
    '2026-09 channels direct.new-customers': 1,
  });
});

test('a returning customer is no new one', () => {
  const entry = posted(charterBooked(aCharter(), { isNew: false }, CONTEXT));
  expect(Object.keys(byName(entry)).filter((name) => name.includes('new-customers'))).toEqual([]);
});

test('a charter given away counts as booked and as free', () => {
  const entry = posted(charterBooked(aCharter({ priceLines: [price('charter', 0)] }), { isNew: false }, CONTEXT));
  expect(byName(entry)).toEqual({
    '2026-09 operations booked': 1,
    '2026-09 operations booked-free': 1,
    '2026-09 channels direct.booked': 1,
    '2026-09 channels direct.booked-free': 1,
  });
});

test('a charter whose booking day is not recorded is refused', () => {
  const { bookedOn: _, ...charter } = aCharter();
  expect(refusedFields(charterBooked(charter, { isNew: false }, CONTEXT))).toEqual(['bookedOn']);
});

test('an owner’s money is equity', () => {
  expect(byAccount(posted(ownerMoneyMoved(anOwnersMoney(), CONTEXT)))).toEqual({ 1010: 2_500_000, 3000: -2_500_000 });
  expect(refusedFields(ownerMoneyMoved(anOwnersMoney({ cents: 0 }), CONTEXT))).toEqual(['cents']);
});
