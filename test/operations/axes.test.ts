import { expect, test } from 'vitest';
import { cents } from '../../shared/kernel/money.ts';
import { axesOf, paymentStatus, settlementStatus } from '../../shared/operations/axes.ts';
import type { Charter, CharterFile } from '../../shared/records/charter.ts';
import type { Lifecycle } from '../../shared/records/charter-terms.ts';
import { aCharterFile, anUnsignedGuest, aSlot, at, on } from './a-charter.ts';

/** A charter of $1,200.00 with a deposit of $600.00. */
function file(lifecycle: Lifecycle, balances: Record<string, number>, charter: Partial<Charter> = {}): CharterFile {
  return aCharterFile(lifecycle, { balances, charter });
}

test.each([
  ['nothing came in', {}, 'unpaid'],
  ['less than the deposit came in', { 2100: -59_999 }, 'unpaid'],
  ['the deposit came in', { 2100: -60_000 }, 'deposit_paid'],
  ['all but a cent came in', { 2100: -119_999 }, 'deposit_paid'],
  ['the price came in', { 2100: -120_000 }, 'paid'],
  ['more than the price came in', { 2100: -120_001 }, 'overpaid'],
])('before the trip, when %s, the charter is %s', (_, balances, status) => {
  expect(paymentStatus(file('booked', balances))).toBe(status);
});

test.each([
  ['nothing is owed', { 2100: 0, 4010: -120_000 }, 'paid'],
  ['the balance is owed', { 1110: 60_000 }, 'deposit_paid'],
  ['everything is owed', { 1110: 120_000 }, 'unpaid'],
  ['money beyond the price is held', { 2100: -500 }, 'overpaid'],
  ['a part was given back', { 4190: 10_000 }, 'partially_refunded'],
  ['everything was given back', { 4190: 120_000 }, 'refunded'],
  ['the debt was given up', { 1110: 0, 6220: 60_000 }, 'written_off'],
])('after the trip, when %s', (_, balances, status) => {
  expect(paymentStatus(file('completed', balances))).toBe(status);
});

test.each([
  ['and nothing had come in', 0, 0, {}, 'unpaid'],
  ['and all is kept', 60_000, 0, { 2400: 0 }, 'deposit_paid'],
  ['and the refund is still due', 30_000, 30_000, { 2400: -30_000 }, 'refund_due'],
  ['and a part went back', 30_000, 30_000, { 2400: 0 }, 'partially_refunded'],
  ['and all went back', 0, 60_000, { 2400: 0 }, 'refunded'],
])('when the guest cancelled %s', (_, retained, refund, balances, status) => {
  const cancellation = {
    by: 'guest' as const,
    reason: 'Ill',
    at: at('2026-09-27T17:00:00Z'),
    on: on('2026-09-27'),
    retainedCents: cents(retained),
    refundCents: cents(refund),
  };
  expect(paymentStatus(file('cancelled', balances, { cancellation }))).toBe(status);
});

test('a guest who booked through a platform that collects has paid there', () => {
  expect(paymentStatus(file('confirmed', {}), true)).toBe('paid');
  expect(paymentStatus(file('quoted', {}), true)).toBe('unpaid');
});

test.each([
  ['had no debt', {}, 'none'],
  ['owes', { 1100: 88_499 }, 'payout_due'],
  ['has paid what it owed', { 1100: 0 }, 'payout_matched'],
  ['has paid another amount', { 1100: 0, 5035: 150 }, 'variance'],
  ['has paid too much', { 1100: -150 }, 'variance'],
])('a platform that %s', (_, balances, status) => {
  expect(settlementStatus(file('completed', balances))).toBe(status);
});

test('all axes come at once', () => {
  const axes = axesOf(aCharterFile('confirmed', { guests: [anUnsignedGuest()], slots: [aSlot()] }));
  expect(axes).toMatchObject({
    payment: 'deposit_paid',
    waivers: { required: 1, signed: 0, unsigned: ['Uma Unsigned'] },
    crew: { required: 1, claimed: 0, open: ['captain'] },
    settlement: 'none',
  });
  expect(axes.checklist.filter(({ total }) => total > 0)).toEqual([
    { phase: 'pre_departure_vessel', done: 1, total: 1 },
    { phase: 'safety_equipment', done: 1, total: 1 },
    { phase: 'post_charter_vessel', done: 1, total: 1 },
    { phase: 'post_charter_admin', done: 1, total: 1 },
  ]);
});
