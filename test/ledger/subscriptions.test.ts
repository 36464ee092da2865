import { expect, test } from 'vitest';
import type { LocalDate, Month } from '../../shared/kernel/calendar.ts';
import type { Cents } from '../../shared/kernel/money.ts';
import {
  earnedByMonth,
  jobPaid,
  planAfterCharge,
  subscriptionCharged,
  subscriptionEarned,
} from '../../shared/ledger/subscriptions.ts';
import type { PlanSubscription } from '../../shared/records/organisation.ts';
import type { JobPayment, SubscriptionCharge } from '../../shared/records/subscription-money.ts';
import { aStamp, byAccount, byName, CONTEXT, on, posted, refusedFields } from './a-record.ts';

const PLAN = {
  ...aStamp(),
  id: 'sub_1',
  entityId: 'qdn',
  customerId: 'cus_1',
  centsPerInterval: 58_800,
  interval: 'year',
  from: '2026-02-10',
  status: 'active',
} as PlanSubscription;

function aCharge(over: object = {}): SubscriptionCharge {
  const span = { coversFrom: '2026-02-10', coversUntil: '2027-02-10' };
  const charge = { id: 'sch_1', entityId: 'qdn', on: '2026-02-10', subscriptionId: 'sub_1', outcome: 'paid' };
  return { ...aStamp(), ...charge, cents: 58_800, feeCents: 1_735, ...span, ...over } as SubscriptionCharge;
}

const MONTH = { cents: 4_900, feeCents: 172, coversFrom: '2026-10-01', coversUntil: '2026-11-01', on: '2026-10-01' };

test('a month paid is revenue at once, a year paid is owed in service', () => {
  expect(byAccount(posted(subscriptionCharged(aCharge(MONTH), PLAN, CONTEXT)))).toEqual({
    1020: 4_728,
    5040: 172,
    4110: -4_900,
  });
  expect(byAccount(posted(subscriptionCharged(aCharge(), PLAN, CONTEXT)))).toEqual({
    1020: 57_065,
    5040: 1_735,
    2120: -58_800,
  });
});

test('a charge that failed moves no money and is counted', () => {
  const entry = posted(subscriptionCharged(aCharge({ ...MONTH, feeCents: 0, outcome: 'failed' }), PLAN, CONTEXT));
  expect(entry.lines).toEqual([]);
  expect(byName(entry)).toEqual({ '2026-10 operations subscription-charges-failed': 1 });
});

test('a charge of no subscription, of nothing, or for no days is refused by field', () => {
  expect(refusedFields(subscriptionCharged(aCharge(), undefined, CONTEXT))).toEqual(['subscriptionId']);
  expect(refusedFields(subscriptionCharged(aCharge({ cents: 0, feeCents: 0 }), PLAN, CONTEXT))).toEqual(['cents']);
  expect(refusedFields(subscriptionCharged(aCharge({ coversUntil: '2026-02-10' }), PLAN, CONTEXT))).toEqual([
    'coversUntil',
  ]);
});

test('a year is earned by the days of its months, to the cent', () => {
  const parts = earnedByMonth(aCharge());
  // 588.00 over 365 days. Whole cents below: 19 days 3060.82, seven months of 31 days 4993.97, four of 30 days 4832.88,
  // nine days 1449.86: twelve cents are left over, and of the thirteen parts the first has the smallest remainder.
  expect(parts[0]).toEqual({ month: '2026-02', cents: 3_060 });
  expect(parts[1]).toEqual({ month: '2026-03', cents: 4_994 });
  expect(parts[2]).toEqual({ month: '2026-04', cents: 4_833 });
  expect(parts.at(-1)).toEqual({ month: '2027-02', cents: 1_450 });
  expect(parts).toHaveLength(13);
  expect(parts.reduce((sum, { cents }) => sum + cents, 0)).toBe(58_800);
});

test('the leap day is a day like any other', () => {
  const leap = earnedByMonth(
    aCharge({ coversFrom: '2028-02-01', coversUntil: '2028-03-31', cents: 5_900 }), // 29 + 30 days, a dollar each
  );
  expect(leap).toEqual([
    { month: '2028-02', cents: 2_900 },
    { month: '2028-03', cents: 3_000 },
  ]);
});

test('what a month earned moves from what is owed to revenue, and is always the same entry', () => {
  const earned = { month: '2026-03' as Month, cents: 4_994 as Cents };
  const entry = subscriptionEarned(PLAN, aCharge(), earned, on('2026-03-31') as LocalDate, CONTEXT);
  expect(byAccount(entry)).toEqual({ 2120: 4_994, 4110: -4_994 });
  expect([entry.id, entry.refs.subjectId]).toEqual(['je_1.earned.2026-03', 'sub_1']);
});

test('the plan says how its charges went: past due by the last failure, mended by the next payment, as before when taken back', () => {
  const failed = aCharge({ ...MONTH, id: 'sch_2', outcome: 'failed', feeCents: 0 });
  const paid = aCharge({ ...MONTH, id: 'sch_3', on: '2026-10-04' });
  const late = planAfterCharge(PLAN, failed, false);
  expect([late.status, late.lastChargedOn]).toEqual(['past_due', undefined]);
  const mended = planAfterCharge(late, paid, false);
  expect([mended.status, mended.lastChargedOn]).toEqual(['active', '2026-10-04']);
  const again = planAfterCharge(mended, paid, true);
  expect([again.status, again.lastChargedOn]).toEqual(['past_due', undefined]);
});

test('a job outside any plan is job revenue', () => {
  const job = { ...aStamp(), id: 'job_1', entityId: 'qdn', on: '2026-10-09', what: 'Garage clearance' };
  const paid = { ...job, cents: 32_000, feeCents: 958, method: 'card' } as unknown as JobPayment;
  expect(byAccount(posted(jobPaid(paid, CONTEXT)))).toEqual({ 1020: 31_042, 5040: 958, 4120: -32_000 });
});
