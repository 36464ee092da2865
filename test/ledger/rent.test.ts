import { describe, expect, it } from 'vitest';
import { chargeOf, chargeStanding, rentFellDue, rentReceived } from '../../shared/ledger/rent.ts';
import { leaseStanding, tenantDepositReceived, tenantDepositReturned } from '../../shared/ledger/tenant-deposits.ts';
import type { DepositReturn, RentDue, RentReceipt, TenantDeposit } from '../../shared/records/rental-money.ts';
import { byAccount, CONTEXT, posted, refusedFields } from './a-record.ts';
import { aCharge, aLease, balancesAfter, RENTAL_STAMP, tallies } from './a-rental.ts';

const of = { entityId: 'homes', ...RENTAL_STAMP };
const due = {
  ...of,
  id: 'rdu_1',
  on: '2026-11-01',
  cents: 310_000,
  chargeId: 'rch_1',
  leaseId: 'lse_1',
  propertyId: 'house',
  month: '2026-11',
} as RentDue;
const receipt = (cents: number, on = '2026-11-09') =>
  ({ ...of, id: `rrc_${cents}`, on, cents, chargeId: 'rch_1' }) as RentReceipt;
const deposit = { ...of, id: 'tdp_1', on: '2026-01-01', cents: 310_000, leaseId: 'lse_1' } as TenantDeposit;
const giveBack = (cents: number, ...kept: readonly number[]) =>
  ({
    ...of,
    id: 'tdr_1',
    on: '2026-12-20',
    cents,
    deductions: kept.map((amount, i) => ({ what: `Item ${i + 1}`, cents: amount })),
    leaseId: 'lse_1',
  }) as unknown as DepositReturn;

describe('rent', () => {
  it('that fell due is asked for and is no income', () => {
    const entry = posted(rentFellDue(due, {}, undefined, [aLease()], CONTEXT));
    expect(entry.lines).toEqual([]);
    expect(tallies(entry)).toEqual({ '2026-11 rent-charged': 310_000 });
    expect(chargeOf(due, {}, false)).toEqual(aCharge());
    expect(chargeOf(due, {}, true)).toMatchObject({ status: 'void' });
  });

  it('is asked for once, and again after it was withdrawn', () => {
    expect(refusedFields(rentFellDue(due, {}, aCharge(), [aLease()], CONTEXT))).toEqual(['chargeId']);
    expect(rentFellDue(due, {}, aCharge({ status: 'void' }), [aLease()], CONTEXT).ok).toBe(true);
  });

  it('falls due under a lease that is there, for its own property', () => {
    const under = (...leases: readonly ReturnType<typeof aLease>[]) => rentFellDue(due, {}, undefined, leases, CONTEXT);
    expect(refusedFields(under())).toEqual(['leaseId']);
    expect(refusedFields(under(aLease({ id: 'lse_2' })))).toEqual(['leaseId']);
    expect(refusedFields(under(aLease({ propertyId: 'studio' })))).toEqual(['propertyId']);
  });

  it('is income of the day it comes, in parts, and never more than was asked for', () => {
    const part = posted(rentReceived(receipt(200_000), {}, aCharge(), CONTEXT));
    expect(byAccount(part)).toEqual({ '1010': 200_000, '4410': -200_000 });
    expect(chargeStanding(aCharge(), balancesAfter(part), CONTEXT)).toMatchObject({
      paidCents: 200_000,
      status: 'open',
    });
    expect(refusedFields(rentReceived(receipt(110_001), balancesAfter(part), aCharge(), CONTEXT))).toEqual(['cents']);
    const rest = posted(rentReceived(receipt(110_000, '2026-12-02'), balancesAfter(part), aCharge(), CONTEXT));
    expect(tallies(rest)).toEqual({ '2026-12 rent-collected': 110_000 });
    expect(chargeStanding(aCharge(), balancesAfter(part, rest), CONTEXT)).toMatchObject({
      paidCents: 310_000,
      status: 'paid',
    });
  });

  it('nobody asked for cannot come', () => {
    expect(refusedFields(rentReceived(receipt(1), {}, undefined, CONTEXT))).toEqual(['chargeId']);
    expect(refusedFields(rentReceived(receipt(1), {}, aCharge({ status: 'void' }), CONTEXT))).toEqual(['chargeId']);
  });
});

describe('a tenant deposit', () => {
  const held = posted(tenantDepositReceived(deposit, aLease(), CONTEXT));

  it('is held for the tenant and never income', () => {
    expect(byAccount(held)).toEqual({ '1010': 310_000, '2500': -310_000 });
    expect(leaseStanding(aLease(), balancesAfter(held), CONTEXT)).toMatchObject({ depositHeldCents: 310_000 });
    expect(refusedFields(tenantDepositReceived(deposit, undefined, CONTEXT))).toEqual(['leaseId']);
  });

  it('goes back, and what is kept item by item is other rental income', () => {
    const back = posted(tenantDepositReturned(giveBack(265_000, 38_000, 7_000), balancesAfter(held), CONTEXT));
    expect(byAccount(back)).toEqual({ '1010': -265_000, '2500': 310_000, '4420': -45_000 });
    expect(leaseStanding(aLease(), balancesAfter(held, back), CONTEXT)).toMatchObject({ depositHeldCents: 0 });
  });

  it('is neither kept for nothing nor given back beyond what is held', () => {
    const fieldsOf = (returned: DepositReturn) =>
      refusedFields(tenantDepositReturned(returned, balancesAfter(held), CONTEXT));
    expect(fieldsOf(giveBack(265_000, 45_000, 0))).toEqual(['deductions.1.cents']);
    expect(fieldsOf(giveBack(265_000, 45_001))).toEqual(['cents']);
    expect(fieldsOf(giveBack(310_001))).toEqual(['cents']);
    expect(fieldsOf(giveBack(0))).toEqual(['cents']);
  });
});
