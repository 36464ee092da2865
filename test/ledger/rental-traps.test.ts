import { describe, expect, test } from 'vitest';
import { rentFellDue, rentReceived } from '../../shared/ledger/rent.ts';
import { monthSpan, nightsOfStay, nightsTogether, nightsWithin } from '../../shared/ledger/stay-nights.ts';
import { stayEarned, stayPaid, stayTakenBack } from '../../shared/ledger/stays.ts';
import { depositTakenBack, tenantDepositReceived } from '../../shared/ledger/tenant-deposits.ts';
import type { RentDue, RentReceipt, StayPayment, TenantDeposit } from '../../shared/records/rental-money.ts';
import { occupancy, perNight, toAYear } from '../../shared/reports/facts/rental/rental-formulas.ts';
import { byAccount, CONTEXT, on, posted, refusedFields } from './a-record.ts';
import { aCharge, aLease, aStay, balancesAfter, nights, RENTAL_STAMP, tallies } from './a-rental.ts';

const of = { entityId: 'homes', ...RENTAL_STAMP };
const span = (from: string, until: string) => ({ from: on(from), until: on(until) });

/** Every trap that concerns rent and stays, named as the domain names it: each a way a naive implementation goes wrong. */
describe('traps of rent and stays', () => {
  test('deposits as revenue', () => {
    const deposit = { ...of, id: 'tdp_1', on: '2026-11-01', cents: 310_000, leaseId: 'lse_1' } as TenantDeposit;
    expect(byAccount(posted(tenantDepositReceived(deposit, aLease(), CONTEXT)))).toEqual({
      '1010': 310_000,
      '2500': -310_000,
    });
    expect(depositTakenBack({ '2500': 1 }).map(({ field }) => field)).toEqual(['of.id']);
    expect(depositTakenBack({ '2500': 0 })).toEqual([]);
  });

  test('rent asked for as revenue', () => {
    const about = { chargeId: 'rch_1', leaseId: 'lse_1', propertyId: 'house', month: '2026-11' };
    const due = { ...of, ...about, id: 'rdu_1', on: '2026-11-01', cents: 310_000 } as RentDue;
    expect(byAccount(posted(rentFellDue(due, {}, undefined, [aLease()], CONTEXT)))).toEqual({});
  });

  test('rent in the month it was for vs the month it came in', () => {
    const late = { ...of, id: 'rrc_1', on: '2026-12-02', cents: 310_000, chargeId: 'rch_1' } as RentReceipt;
    const entry = posted(rentReceived(late, {}, aCharge(), CONTEXT));
    expect([entry.businessOn, tallies(entry)]).toEqual(['2026-12-02', { '2026-12 rent-collected': 310_000 }]);
  });

  test('tips/tax as revenue: occupancy tax is the city’s', () => {
    const stay = aStay({ occupancyTaxCents: 7_000 });
    const entry = posted(stayEarned(nights('2026-10-30', '2026-11-01', '2026-10-31'), {}, stay, CONTEXT));
    // two of three nights of 666.67: 222.23 + 222.22
    expect(byAccount(entry)).toMatchObject({ '4410': -44_445, '2210': -7_000 });
  });

  test('OTA net as gross', () => {
    const stay = aStay({ totalCents: 100_000, platformFeeCents: 3_000, checkOut: '2026-10-31' });
    const entry = posted(stayEarned(nights('2026-10-30', '2026-10-31', '2026-10-30'), {}, stay, CONTEXT));
    expect(byAccount(entry)).toEqual({ '1100': 97_000, '4410': -100_000, '6390': 3_000 });
  });

  test('a stay in the month of its check-in alone', () => {
    const both = nightsOfStay(aStay()).map(({ night }) => night.slice(0, 7));
    expect(both).toEqual(['2026-10', '2026-10', '2026-11']);
  });

  test('DST 23/25 h day; days = ms/86400000', () => {
    expect(nightsWithin(span('2026-03-01', '2026-04-01'), monthSpan('2026-03' as never))).toBe(31);
    expect(nightsWithin(span('2026-11-01', '2026-12-01'), monthSpan('2026-11' as never))).toBe(30);
  });

  test('Feb; leap day', () => {
    expect(nightsWithin(monthSpan('2028-02' as never), monthSpan('2028-02' as never))).toBe(29);
    expect(nightsWithin(monthSpan('2026-02' as never), monthSpan('2026-02' as never))).toBe(28);
  });

  test('the same night counted twice where two leases or blocks overlap', () => {
    const november = monthSpan('2026-11' as never);
    expect(nightsTogether([span('2026-10-20', '2026-11-11'), span('2026-11-06', '2026-11-16')], november)).toBe(15);
    expect(nightsTogether([span('2026-11-06', '2026-11-08'), span('2026-11-01', '2026-11-30')], november)).toBe(29);
    expect(nightsTogether([], november)).toBe(0);
  });

  test('averages of ratios (use sum/sum)', () => {
    // 31 of 31 nights and 0 of 28: 31 of 59 is 52.54 %, not the 50 % the two averages give.
    expect(occupancy(31 + 0, 31 + 28)).toBe(5_254);
  });

  test('division by zero', () => {
    expect([occupancy(0, 0), perNight(10_000, 0)]).toEqual([undefined, undefined]);
  });

  test('float dollars; half-up vs half-even', () => {
    // $0.25 over two nights is 12.5 cents each: 13, away from zero; a loss the same way.
    expect([perNight(25, 2), perNight(35, 2)]).toEqual([13, 18]);
    expect([toAYear(1_000_001, 5), toAYear(-1_000_001, 8)]).toEqual([2_400_002, -1_500_002]);
  });

  test('money taken back that nights were earned on, and nights taken back that were paid', () => {
    const paid = { ...of, id: 'spy_1', on: '2026-10-20', cents: 56_666, stayId: 'sty_1' } as StayPayment;
    const advance = posted(stayPaid(paid, {}, aStay(), CONTEXT));
    const slept = posted(
      stayEarned(nights('2026-10-30', '2026-11-01', '2026-10-31'), balancesAfter(advance), aStay(), CONTEXT),
    );
    expect(stayTakenBack(balancesAfter(slept)).map(({ field }) => field)).toEqual(['of.id']);
    expect(stayTakenBack(balancesAfter(advance))).toEqual([]);
    expect(stayTakenBack({ '1100': -1 }).map(({ field }) => field)).toEqual(['of.id']);
    expect(refusedFields(stayPaid({ ...paid, cents: 1 as never }, balancesAfter(advance), aStay(), CONTEXT))).toEqual([
      'cents',
    ]);
  });
});
