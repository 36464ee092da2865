import { describe, expect, test } from 'vitest';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { depositsMoved, rebookedProblems, takenPlaceProblems } from '../../shared/ledger/rebooking.ts';
import { depositReceived } from '../../shared/ledger/receipts.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { aCharter, aPayment, booksFor, byAccount, byName, CONTEXT, on, posted, price } from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

const MONTHS = ['2026-09', '2026-10'] as never[];

/** $1,200.00 on September 30, booked on September 10; the storm moves it to October 7, for $1,250.00. */
const STORM = aCharter({ lifecycle: 'weather_hold' });
const LATER = aCharter({
  id: 'chr_B',
  lifecycle: 'held',
  sailsOn: on('2026-10-07'),
  bookedOn: on('2026-09-29'),
  performedOn: on('2026-10-07'),
  rebookedFrom: 'chr_A',
  priceLines: [price('charter', 125_000)],
});

describe('a booking that moves to another day', () => {
  test('takes what was paid with it, each part as refundable as it was, and nothing is earned by it', () => {
    // $300 still refundable, $200 not any more, $40 of tips paid ahead: $540 in all.
    const paid = booksFor(STORM, { '2100': -30_000, '2105': -20_000, '2300': -4_000, '1020': 54_000 });
    const [out, into] = depositsMoved(paid, booksFor(LATER), on('2026-09-29'), CONTEXT);
    expect(byAccount(out!)).toEqual({ 2100: 30_000, 2105: 20_000, 2300: 4_000, 2110: -54_000 });
    expect(byAccount(into!)).toEqual({ 2100: -30_000, 2105: -20_000, 2300: -4_000, 2110: 54_000 });
    expect([out!.refs.charterId, into!.refs.charterId]).toEqual(['chr_A', 'chr_B']);
  });

  test('writes nothing while nothing has been paid', () => {
    expect(depositsMoved(booksFor(STORM), booksFor(LATER), on('2026-09-29'), CONTEXT)).toEqual([]);
  });

  test('cancelled-then-rebooked counted twice: is one booking, worth what the new day costs', () => {
    const again = posted(charterBooked(LATER, { isNew: false, movedFrom: STORM }, CONTEXT));
    expect(byName(again)).toEqual({
      '2026-09 operations booked-value': 5_000,
      '2026-09 channels direct.booked-value': 5_000,
    });
    const unbooked: Charter = { ...STORM, bookedOn: undefined } as never;
    const first = posted(charterBooked(LATER, { isNew: false, movedFrom: unbooked }, CONTEXT));
    expect(byName(first)['2026-09 operations booked']).toBe(1);
  });

  test('reschedule as cancel: moves no deposit in or out of what is held, and earns once, on the day that sails', () => {
    const held = new SetOfBooks(STORM, LATER);
    held.post(charterBooked(STORM, { isNew: true }, CONTEXT));
    held.post(depositReceived(aPayment({ cents: 60_000 }), held.file('chr_A'), CONTEXT));
    for (const entry of depositsMoved(held.file('chr_A'), held.file('chr_B'), on('2026-09-29'), CONTEXT)) {
      held.post({ ok: true, value: entry });
    }
    held.post(charterBooked(LATER, { isNew: false, movedFrom: STORM }, CONTEXT));
    held.post(charterPerformed({ ...held.file('chr_B'), charter: { ...LATER, lifecycle: 'completed' } }, CONTEXT));
    const { books } = held;
    const counted = (name: string) => books.tally(['jada'], MONTHS, 'operations', name);
    // Received 600.00, earned 600.00 of it by sailing, none given back; the other 650.00 are owed.
    expect(['deposits-received', 'deposits-recognised', 'deposits-returned'].map(counted)).toEqual([60_000, 60_000, 0]);
    expect([counted('booked'), counted('booked-value')]).toEqual([1, 125_000]);
    expect(held.file('chr_A').balances['2100'] ?? 0).toBe(0);
    expect(books.accountThrough(['jada'], MONTHS[1]!, ['2110'])).toBe(0);
    expect(books.accountThrough(['jada'], MONTHS[1]!, ['1110'])).toBe(65_000);
  });
});

describe('a charter takes the place of another', () => {
  const { entityId, customerId } = STORM;
  const said = (from: Charter | undefined, over = {}) =>
    takenPlaceProblems(from, { entityId, customerId, ...over }).map(({ message }) => message);

  test.each(['booked', 'confirmed', 'weather_hold'] as const)('that is %s', (lifecycle) => {
    expect(said({ ...STORM, lifecycle })).toEqual([]);
  });

  test.each(['held', 'completed', 'cancelled'] as const)('not one that is %s', (lifecycle) => {
    expect(said({ ...STORM, lifecycle })).toEqual(['only a booking that is to sail moves']);
  });

  test('once, of its own business and customer', () => {
    expect(said({ ...STORM, lifecycle: 'rescheduled', rebookedTo: 'chr_B' })).toEqual(['that booking moved already']);
    expect(said(undefined)).toEqual(['there is no such charter of jada']);
    expect(said(STORM, { entityId: 'qos' })).toEqual(['there is no such charter of qos']);
    expect(said(STORM, { customerId: 'cus_2' })).toEqual(['that charter is for another customer']);
  });
});

describe('a booking does not move', () => {
  test.each<[string, Charter | undefined]>([
    ['to a charter that is not there', undefined],
    ['to another business', { ...LATER, entityId: 'qos' }],
    ['to another customer', { ...LATER, customerId: 'cus_2' }],
    ['to a charter that is booked already', { ...LATER, lifecycle: 'booked' }],
    ['to a charter that is over', { ...LATER, lifecycle: 'completed' }],
    ['to where another booking moved', { ...LATER, rebookedFrom: 'chr_C' }],
  ])('%s', (_, to) => {
    expect(rebookedProblems(STORM, to).map(({ field }) => field)).toEqual(['rebookedTo']);
  });

  test('but to one that is being arranged for the same customer it does', () => {
    const { rebookedFrom: _, ...fresh } = LATER;
    expect([rebookedProblems(STORM, LATER), rebookedProblems(STORM, fresh)]).toEqual([[], []]);
  });
});
