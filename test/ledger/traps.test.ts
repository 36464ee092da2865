import { describe, expect, test } from 'vitest';
import { basisPoints, cents } from '../../shared/kernel/money.ts';
import { charterCancelled } from '../../shared/ledger/cancellation.ts';
import { expensePaid } from '../../shared/ledger/costs.ts';
import { disputeOpened, disputeSettled } from '../../shared/ledger/disputes.ts';
import { giftCardSold, redemptionProblems } from '../../shared/ledger/gift-cards.ts';
import { charterBooked } from '../../shared/ledger/memorandum.ts';
import { commissionOf, otaCharterPerformed, otaPayout } from '../../shared/ledger/ota.ts';
import { charterPerformed } from '../../shared/ledger/performance.ts';
import { balanceReceived, depositReceived } from '../../shared/ledger/receipts.ts';
import { fullRefundUntil, refundCutoffPassed } from '../../shared/ledger/refund-cutoff.ts';
import { refundAfterPerformance } from '../../shared/ledger/refunds.ts';
import type { Charter } from '../../shared/records/charter.ts';
import { entitySchema } from '../../shared/records/entity.ts';
import { parsed } from '../../shared/records/fields.ts';
import { priceTotals } from '../../shared/records/pricing.ts';
import {
  aChannel,
  aCharter,
  anExpense,
  aPayment,
  aPayout,
  aStamp,
  at,
  booksFor,
  byAccount,
  byName,
  CONTEXT,
  on,
  posted,
  price,
  refusedFields,
} from './a-record.ts';
import { SetOfBooks } from './a-set-of-books.ts';

const MONTHS = ['2026-09', '2026-10', '2026-11'] as never[];

/** Every trap of charter money, named as the domain names it: each a way a naive implementation goes wrong. */
describe('traps of charter money', () => {
  test('deposits as revenue', () => {
    const entry = posted(depositReceived(aPayment({ cents: 50_000 }), booksFor(aCharter()), CONTEXT));
    expect(byAccount(entry)).toEqual({ 1020: 50_000, 2100: -50_000 });
    expect(byName(entry)).toEqual({});
  });

  test('tips/tax as revenue', () => {
    const charter = aCharter({ priceLines: [price('charter', 120_000), price('tax', 4_000)] });
    const paid = aPayment({ kind: 'balance', cents: 144_000, tipCents: 20_000 });
    const received = posted(balanceReceived(paid, booksFor(charter), CONTEXT));
    expect(byAccount(received)).toEqual({ 1020: 144_000, 2100: -124_000, 2300: -20_000 });
    const performed = posted(charterPerformed(booksFor(charter, { 2100: -124_000, 2300: -20_000 }), CONTEXT));
    expect(byAccount(performed)).toEqual({ 2100: 124_000, 4010: -120_000, 2200: -4_000 });
    expect(byName(performed)['2026-09 channels direct.revenue']).toBe(120_000);
  });

  test('OTA net as gross', () => {
    const charter = aCharter({ channelId: 'getmyboat', priceLines: [price('charter', 99_999)] });
    const entry = posted(otaCharterPerformed(booksFor(charter), aChannel(), CONTEXT));
    // 11.5 % of 999.99 is 115.00
    expect(byAccount(entry)).toEqual({ 1100: 88_499, 5030: 11_500, 4010: -99_999 });
  });

  test('refunds in original vs refund month', () => {
    const held = new SetOfBooks(aCharter());
    held.post(charterPerformed(held.file('chr_A'), CONTEXT));
    held.post(balanceReceived(aPayment({ kind: 'balance', cents: 120_000 }), held.file('chr_A'), CONTEXT));
    const refund = aPayment({ id: 'pay_2', kind: 'refund', cents: 1_000, receivedOn: '2026-11-03' });
    held.post(refundAfterPerformance(refund, held.file('chr_A'), CONTEXT));
    const inMonth = (month: string, group: 'channels' | 'margin', name: string) =>
      held.books.tally(['jada'], [month as never], group, name);
    expect(inMonth('2026-09', 'channels', 'direct.revenue')).toBe(120_000);
    expect(inMonth('2026-11', 'channels', 'direct.revenue')).toBe(-1_000);
    // what the charter left stands where it sailed: 1,200.00 less 10.00
    expect(inMonth('2026-09', 'margin', 'contribution')).toBe(119_000);
    expect(inMonth('2026-09', 'margin', 'direct.contribution')).toBe(119_000);
  });

  test('commission on tax or discount', () => {
    const lines = [price('charter', 135_000), price('addon_taxable', 15_000), price('discount', -7_500)];
    const totals = priceTotals([...lines, price('tax', 1_163)]);
    // 25 % of 1,425.00
    expect(commissionOf(totals, aChannel({ commissionBps: basisPoints(2_500) }))).toBe(35_625);
  });

  test('half-up vs half-even', () => {
    const totals = priceTotals([price('charter', 1_234_530)]);
    expect(commissionOf(totals, aChannel({ commissionBps: basisPoints(2_500) }))).toBe(308_633);
    const statement = aPayout({ expectedCents: 925_897, receivedCents: 925_898 });
    const file = booksFor(aCharter({ channelId: 'getmyboat' }), { 1100: 925_897 });
    expect(byAccount(posted(otaPayout(statement, file, CONTEXT)))).toEqual({ 1010: 925_898, 1100: -925_897, 5035: -1 });
  });

  test('late-arriving OTA payouts', () => {
    const charter = aCharter({ channelId: 'getmyboat', priceLines: [price('charter', 100_000)] });
    const held = new SetOfBooks(charter);
    held.post(otaCharterPerformed(held.file('chr_A'), aChannel(), CONTEXT));
    const late = aPayout({ expectedCents: 88_500, receivedCents: 88_000, arrivedOn: '2026-11-20' });
    held.post(otaPayout(late, held.file('chr_A'), CONTEXT));
    expect(held.books.account(['jada'], ['2026-09' as never], '4010')).toBe(-100_000);
    expect(held.books.account(['jada'], ['2026-11' as never], '4010')).toBe(0);
    // 1,000.00 less 115.00 commission less the 5.00 the platform kept beyond it
    expect(held.books.tally(['jada'], MONTHS, 'margin', 'contribution')).toBe(88_000);
  });

  test('comp/owner-use charters (0 price, exclude from ABV and conversion, include cost)', () => {
    const held = new SetOfBooks(aCharter({ priceLines: [price('charter', 0)] }));
    held.post(charterBooked(held.file('chr_A').charter, { isNew: false }, CONTEXT));
    held.post(charterPerformed(held.file('chr_A'), CONTEXT));
    held.post(expensePaid(anExpense({ cents: 8_733 }), held.file('chr_A'), CONTEXT));
    const of = (name: string) => held.books.tally(['jada'], MONTHS, 'operations', name);
    expect([of('booked'), of('booked-free'), of('booked-value')]).toEqual([1, 1, 0]);
    expect(held.books.tally(['jada'], MONTHS, 'margin', 'contribution')).toBe(-8_733);
  });

  test('gift card sale in ABV', () => {
    const sale = { id: 'gcs_1', entityId: 'jada', on: on('2026-10-01'), giftCardId: 'gft_1', method: 'card' } as const;
    const sold = posted(giftCardSold({ ...aStamp(), ...sale, cents: cents(50_000), feeCents: cents(1_480) }, CONTEXT));
    expect(byAccount(sold)).toEqual({ 1020: 48_520, 5040: 1_480, 2110: -50_000 });
    expect(sold.tallies).toEqual([]);
    const redeemed = aPayment({ kind: 'balance', method: 'gift-card', giftCardId: 'gft_1', cents: 50_000 });
    const file = booksFor(aCharter({ lifecycle: 'confirmed' }));
    expect(byAccount(posted(balanceReceived(redeemed, file, CONTEXT)))).toEqual({ 2110: 50_000, 2100: -50_000 });
    expect(redemptionProblems(redeemed, { 2110: -50_000 })).toEqual([]);
    expect(redemptionProblems(redeemed, { 2110: -49_999 }).map(({ field }) => field)).toEqual(['cents']);
  });

  test('partial refund > paid', () => {
    const file = booksFor(aCharter(), { 4010: -120_000, 4190: 100_000 });
    const refund = (amount: number) => aPayment({ kind: 'refund', cents: amount, receivedOn: '2026-11-03' });
    expect(refusedFields(refundAfterPerformance(refund(20_001), file, CONTEXT))).toEqual(['cents']);
    expect(byAccount(posted(refundAfterPerformance(refund(20_000), file, CONTEXT)))[4190]).toBe(20_000);
  });

  test('chargeback', () => {
    const held = new SetOfBooks(aCharter());
    held.post(balanceReceived(aPayment({ kind: 'balance', cents: 120_000 }), held.file('chr_A'), CONTEXT));
    held.post(charterPerformed(held.file('chr_A'), CONTEXT));
    const about = { ...aStamp(), entityId: 'jada', charterId: 'chr_A', disputeId: 'dsp_of1', on: on('2026-10-20') };
    const opening = { ...about, id: 'dsp_1', cents: cents(120_000), feeCents: cents(1_500) };
    const file = held.file('chr_A');
    expect(refusedFields(disputeOpened({ ...opening, cents: cents(120_001) }, file, CONTEXT))).toEqual(['cents']);
    const opened = held.post(disputeOpened(opening, file, CONTEXT));
    expect(byAccount(opened)).toEqual({ 1020: -121_500, 1150: 120_000, 5040: 1_500 });
    const refund = aPayment({ id: 'pay_9', kind: 'refund', cents: 1, receivedOn: '2026-10-21' });
    expect(refusedFields(refundAfterPerformance(refund, held.file('chr_A'), CONTEXT))).toEqual(['cents']);
    const end = { ...about, id: 'dso_1', on: on('2026-11-05') };
    const settle = (outcome: 'won' | 'lost', amount: number) =>
      disputeSettled(
        { ...end, id: `dso_${outcome}`, outcome, cents: cents(amount) },
        held.file('chr_A'),
        held.subject('dsp_of1'),
        CONTEXT,
      );
    expect(byAccount(held.post(settle('won', 20_000)))).toEqual({ 1020: 20_000, 1150: -20_000 });
    expect(byAccount(held.post(settle('lost', 100_000)))).toEqual({ 4190: 100_000, 1150: -100_000 });
    expect(
      refusedFields(
        disputeSettled(
          { ...end, outcome: 'lost', cents: cents(1) },
          held.file('chr_A'),
          held.subject('dsp_of1'),
          CONTEXT,
        ),
      ),
    ).toEqual(['cents']);
    // 1,200.00 less the 1,000.00 lost less the 15.00 fee; revenue is lower in the month it was lost
    expect(held.books.tally(['jada'], MONTHS, 'margin', 'contribution')).toBe(18_500);
    expect(held.books.account(['jada'], ['2026-11' as never], '4190')).toBe(100_000);
  });

  test('weather: a credit for a later trip is owed, no income and no money', () => {
    const cancellation = {
      by: 'weather',
      reason: 'gale',
      at: at('2026-09-30T14:00:00Z'),
      on: on('2026-09-30'),
    } as const;
    const parts = { retainedCents: cents(0), refundCents: cents(0), creditCents: cents(50_000) };
    const charter = aCharter({ lifecycle: 'cancelled', cancellation: { ...cancellation, ...parts } });
    const entry = posted(charterCancelled(booksFor(charter, { 2100: -30_000, 2105: -20_000 }), CONTEXT));
    expect(byAccount(entry)).toEqual({ 2100: 30_000, 2105: 20_000, 2110: -50_000 });
    expect(entry.refs.subjectId).toBe('crd_A');
  });

  test('currency other than USD must be refused', () => {
    const entity = { ...aStamp(), id: 'jada', name: 'JADA', kind: 'charter', zone: 'America/Los_Angeles' };
    const rest = { fiscalYearStartMonth: 1, taxForm: 'sched_c', active: true, createdOn: '2019-03-01' };
    const read = (currency: string) => parsed<unknown>(entitySchema, { ...entity, ...rest, currency }, 'This entity');
    expect(read('USD').ok).toBe(true);
    const refused = read('EUR');
    expect(refused.ok ? [] : refused.fault.problems.map(({ field }) => field)).toEqual(['currency']);
  });
});

describe('the refund cutoff', () => {
  const ahead = (over: Partial<Charter> = {}): Charter => {
    const { performedOn: _, ...charter } = aCharter({ lifecycle: 'confirmed', ...over });
    return charter;
  };
  const tiers = (...of: readonly (readonly [number, number])[]) =>
    of.map(([hoursBefore, bps]) => ({ hoursBefore, retainBps: basisPoints(bps) }));

  test('is the last tier that keeps nothing before one that does', () => {
    // sails 2026-10-01T01:30Z: two weeks before is 2026-09-17T01:30Z
    const cancellationTiers = tiers([336, 0], [168, 5_000]);
    expect(fullRefundUntil(ahead({ cancellationTiers }))).toBe('2026-09-17T01:30:00.000Z');
    expect(fullRefundUntil(ahead({ cancellationTiers: tiers([168, 0]) }))).toBe('2026-09-24T01:30:00.000Z');
    expect(fullRefundUntil(ahead({ cancellationTiers: tiers([168, 2_500]) }))).toBe('2026-09-01T17:00:00.000Z');
    expect(fullRefundUntil(ahead())).toBeUndefined();
  });

  test('moves what is held once, and nothing before it passes', () => {
    const file = (balances: Record<string, number>) =>
      booksFor(ahead({ cancellationTiers: tiers([336, 0], [168, 5_000]) }), balances);
    const day = on('2026-09-17');
    const after = at('2026-09-17T01:31:00Z');
    expect(refundCutoffPassed(file({ 2100: -50_000 }), at('2026-09-17T01:30:00Z'), day, CONTEXT)).toBeUndefined();
    const moved = refundCutoffPassed(file({ 2100: -50_000 }), after, day, CONTEXT);
    expect(moved && byAccount(moved)).toEqual({ 2100: 50_000, 2105: -50_000 });
    expect(refundCutoffPassed(file({ 2100: 0, 2105: -50_000 }), after, day, CONTEXT)).toBeUndefined();
  });

  test('sailing and cancelling use what moved and what did not', () => {
    const performed = posted(charterPerformed(booksFor(aCharter(), { 2100: -70_000, 2105: -50_000 }), CONTEXT));
    expect(byAccount(performed)).toEqual({ 2100: 70_000, 2105: 50_000, 4010: -120_000 });
  });
});
