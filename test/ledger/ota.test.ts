import { expect, test } from 'vitest';
import { basisPoints } from '../../shared/kernel/money.ts';
import { otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import {
  aChannel,
  aCharter,
  aPayout,
  booksFor,
  byAccount,
  byName,
  CONTEXT,
  on,
  posted,
  price,
  refusedFields,
} from './a-record.ts';

const SOLD = aCharter({
  channelId: 'getmyboat',
  performedOn: on('2026-10-12'),
  priceLines: [price('charter', 99_999)],
});

test('the guest’s price is revenue and the platform’s cut a cost', () => {
  const entry = posted(otaCharterPerformed(booksFor(SOLD), aChannel(), CONTEXT));
  expect(byAccount(entry)).toEqual({ 1100: 88_499, 4010: -99_999, 5030: 11_500 });
  expect(byName(entry)).toMatchObject({
    '2026-10 channels getmyboat.revenue': 99_999,
    '2026-10 channels getmyboat.commission': 11_500,
    '2026-10 channels getmyboat.performed': 1,
    '2026-10 margin contribution': 88_499,
    '2026-10 margin getmyboat.performed': 1,
    '2026-10 margin getmyboat.earned': 99_999,
    '2026-10 margin getmyboat.commission': 11_500,
    '2026-10 margin getmyboat.contribution': 88_499,
  });
});

test('a quarter of 999.99 is 250.00, as in the worked journal', () => {
  const channel = aChannel({ commissionBps: basisPoints(2500) });
  const entry = posted(otaCharterPerformed(booksFor(SOLD), channel, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1100: 74_999, 4010: -99_999, 5030: 25_000 });
});

test('no commission is taken on tax or on the discount', () => {
  const priceLines = [
    price('charter', 100_000),
    price('addon_taxable', 20_000),
    price('discount', -10_000),
    price('tax', 1_550),
  ];
  const channel = aChannel({ commissionBps: basisPoints(1000) });
  const entry = posted(otaCharterPerformed(booksFor({ ...SOLD, priceLines }), channel, CONTEXT));
  expect(byAccount(entry)).toEqual({ 1100: 100_550, 2200: -1_550, 4010: -90_000, 4020: -20_000, 5030: 11_000 });
});

test('at a net rate our part is the revenue and there is no commission', () => {
  const entry = posted(otaCharterPerformed(booksFor(SOLD), aChannel({ revenueModel: 'net_rate' }), CONTEXT));
  expect(byAccount(entry)).toEqual({ 1100: 99_999, 4010: -99_999 });
  expect(byName(entry)).not.toHaveProperty('2026-10 channels getmyboat.commission');
});

test('a channel that is another one, or does not collect, is refused', () => {
  expect(refusedFields(otaCharterPerformed(booksFor(SOLD), aChannel({ id: 'viator' }), CONTEXT))).toEqual([
    'channelId',
  ]);
  expect(refusedFields(otaCharterPerformed(booksFor(SOLD), aChannel({ collects: false }), CONTEXT))).toEqual([
    'channelId',
  ]);
});

test.each([
  [88_499, { 1010: 88_499, 1100: -88_499 }],
  [88_000, { 1010: 88_000, 1100: -88_499, 5035: 499 }],
  [89_000, { 1010: 89_000, 1100: -88_499, 5035: -501 }],
])('a payout of %i cents closes what was expected, the difference is a variance', (receivedCents, lines) => {
  const entry = posted(otaPayout(aPayout({ receivedCents }), booksFor(SOLD, { 1100: 88_499 }), CONTEXT));
  expect(byAccount(entry)).toEqual(lines);
  expect(entry.businessOn).toBe('2026-10-20');
});

test('a payout in a later month moves the margin of the month of sailing', () => {
  const payout = aPayout({ receivedCents: 88_000, arrivedOn: '2026-11-02' });
  const entry = posted(otaPayout(payout, booksFor(SOLD, { 1100: 88_499 }), CONTEXT));
  expect(byName(entry)).toEqual({
    '2026-10 margin contribution': -499,
    '2026-10 margin getmyboat.contribution': -499,
    '2026-10 margin getmyboat.commission': 499,
  });
});

test('a payout of nothing, of more than is owed, or of another channel is refused by field', () => {
  const payout = aPayout({ receivedCents: 0, expectedCents: 88_500, channelId: 'viator' });
  expect(refusedFields(otaPayout(payout, booksFor(SOLD, { 1100: 88_499 }), CONTEXT))).toEqual([
    'receivedCents',
    'expectedCents',
    'channelId',
  ]);
});

test('a platform may pay before the charter sails', () => {
  const file = booksFor({ ...SOLD, lifecycle: 'confirmed' });
  expect(byAccount(posted(otaPayout(aPayout(), file, CONTEXT)))).toEqual({ 1010: 88_499, 1100: -88_499 });
});
