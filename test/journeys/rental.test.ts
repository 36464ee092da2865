import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { readRegister } from '../../lambda/stores/register-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusDays } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { CorrectedResponse, PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const month = monthOf(today);
const house = { entityId: 'rental', propertyId: 'house-51st' };
type Said = { readonly status: number; readonly body: PostedResponse & ProblemResponse };

const record = (kind: string, requestKey: string, fields: object): Promise<Said> =>
  admin.send<PostedResponse & ProblemResponse>('POST', `/api/money/${kind}`, {
    requestKey,
    record: { entityId: 'rental', on: today, ...fields },
  });
const keep = (kind: string, id: string, fields: object) =>
  admin.send<ProblemResponse>('PUT', `/api/register/${kind}/${id}`, { version: 0, record: fields });
const kept = (kind: 'rent-charge' | 'lease' | 'stay', id: string) =>
  readRegister(stack.runtime.tables, kind, 'rental', id);

/** What stands on the accounts of rent, stays and deposits this month; since `before` where given. */
async function moved(before: Record<string, number> = {}): Promise<Record<string, number>> {
  const books = booksOf(await readBalances(stack.runtime.tables, 'rental'));
  const codes = ['1010', '1100', '2100', '2210', '2500', '4410', '4420', '6390'];
  const standing = codes.map((code) => [code, books.account(['rental'], [month], code)] as const);
  if (Object.keys(before).length === 0) return Object.fromEntries(standing);
  const since = standing.map(([code, held]) => [code, held - (before[code] ?? 0)] as const);
  return Object.fromEntries(since.filter(([, held]) => held !== 0));
}

async function idOf(kind: string, cents: number): Promise<string> {
  const { body } = await admin.get<{
    readonly money: readonly {
      readonly kind: string;
      readonly record: { readonly id: string; readonly cents: number };
    }[];
  }>(`/api/money?entityId=rental&month=${month}`);
  return body.money.find((one) => one.kind === kind && one.record.cents === cents)?.record.id ?? 'not there';
}

const correct = (kind: string, requestKey: string, id: string, fields?: object) =>
  admin.send<CorrectedResponse & ProblemResponse>('POST', `/api/money/${kind}/corrections`, {
    requestKey,
    of: { id, entityId: 'rental', on: today },
    reason: 'typed wrong',
    ...(fields ? { record: { entityId: 'rental', on: today, ...fields } } : {}),
  });

describe('a tenancy', () => {
  const due = { chargeId: 'rch_new-1', leaseId: 'lse_new', propertyId: house.propertyId, month, cents: 300_000 };

  it('begins with a lease and a deposit, which is the tenant’s money', async () => {
    const lease = { ...house, tenant: 'Third tenant', rentCents: 300_000, depositCents: 300_000 };
    expect((await keep('lease', 'lse_new', { ...lease, from: today, to: plusDays(today, 364) })).status).toBe(200);
    const before = await moved();
    expect((await record('tenant-deposit', 'new-deposit', { leaseId: 'lse_new', cents: 300_000 })).status).toBe(201);
    expect(await moved(before)).toEqual({ '1010': 300_000, '2500': -300_000 });
    expect(await kept('lease', 'lse_new')).toMatchObject({ depositHeldCents: 300_000, version: 2 });
  });

  it('asks for no rent under a lease that is not on record, or for another house than its own', async () => {
    const nobody = await record('rent-due', 'no-lease', { ...due, leaseId: 'lse_nowhere' });
    expect([nobody.status, nobody.body.problems]).toEqual([
      400,
      [{ field: 'leaseId', message: 'there is no such lease' }],
    ]);
    const elsewhere = await record('rent-due', 'other-house', { ...due, propertyId: 'studio-51st' });
    expect([elsewhere.status, elsewhere.body.problems]).toEqual([
      400,
      [{ field: 'propertyId', message: 'the lease is for another property' }],
    ]);
    expect(await kept('rent-charge', due.chargeId)).toBeUndefined();
  });

  it('asks for rent, which is income when it comes and never more than was asked', async () => {
    const before = await moved();
    expect((await record('rent-due', 'new-due-1', due)).status).toBe(201);
    expect(await moved(before)).toEqual({});
    expect((await record('rent-receipt', 'new-part', { chargeId: due.chargeId, cents: 120_000 })).status).toBe(201);
    const tooMuch = await record('rent-receipt', 'new-much', { chargeId: due.chargeId, cents: 180_001 });
    expect([tooMuch.status, tooMuch.body.problems.map(({ field }) => field)]).toEqual([400, ['cents']]);
    expect(await moved(before)).toEqual({ '1010': 120_000, '4410': -120_000 });
    expect(await kept('rent-charge', due.chargeId)).toMatchObject({ paidCents: 120_000, status: 'open' });
  });

  it('has its rent corrected: the charge once rent has come only by another, never below what came', async () => {
    const asked = await idOf('rent-due', 300_000);
    const gone = await correct('rent-due', 'new-due-gone', asked);
    expect([gone.status, gone.body.problems.map(({ field }) => field)]).toEqual([422, ['of.id']]);
    expect((await correct('rent-due', 'new-due-low', asked, { ...due, cents: 119_999 })).status).toBe(400);
    expect((await correct('rent-due', 'new-due-less', asked, { ...due, cents: 120_000 })).status).toBe(200);
    expect(await kept('rent-charge', due.chargeId)).toMatchObject({
      cents: 120_000,
      paidCents: 120_000,
      status: 'paid',
    });
  });

  it('ends with the deposit given back less what is kept, item by item; then it cannot be taken back', async () => {
    const before = await moved();
    const deductions = [
      { what: 'Carpet cleaned', cents: 14_000 },
      { what: 'Door repaired', cents: 26_000 },
    ];
    const back = { leaseId: 'lse_new', cents: 260_000, deductions };
    const tooMuch = await record('deposit-return', 'new-back-much', { ...back, cents: 260_001 });
    expect([tooMuch.status, tooMuch.body.problems.map(({ field }) => field)]).toEqual([400, ['cents']]);
    expect((await record('deposit-return', 'new-back', back)).status).toBe(201);
    expect(await moved(before)).toEqual({ '1010': -260_000, '2500': 300_000, '4420': -40_000 });
    expect(await kept('lease', 'lse_new')).toMatchObject({ depositHeldCents: 0 });
    const deposit = await idOf('tenant-deposit', 300_000);
    expect((await correct('tenant-deposit', 'new-deposit-gone', deposit)).status).toBe(422);
  });
});

describe('a stay', () => {
  const stay = { entityId: 'rental', propertyId: 'studio-51st', guest: 'A guest', platform: 'Airbnb' };
  const from = plusDays(today, -1);
  const priced = { checkIn: from, checkOut: plusDays(today, 1), totalCents: 30_001, platformFeeCents: 901 };

  it('is paid ahead, and is revenue night by night, gross of what the platform keeps', async () => {
    expect((await keep('stay', 'sty_new', { ...stay, ...priced })).status).toBe(200);
    const before = await moved();
    expect((await record('stay-payment', 'stay-paid', { stayId: 'sty_new', cents: 29_100 })).status).toBe(201);
    expect(await moved(before)).toEqual({ '1010': 29_100, '2100': -29_100 });
    const nights = { stayId: 'sty_new', from, until: plusDays(today, 1) };
    expect((await record('stay-nights', 'stay-slept', nights)).status).toBe(201);
    expect(await moved(before)).toEqual({ '1010': 29_100, '4410': -30_001, '6390': 901 });
    expect(await kept('stay', 'sty_new')).toMatchObject({ earnedCents: 30_001, openCents: 0 });
    expect((await record('stay-nights', 'stay-again', nights)).body.problems.map(({ field }) => field)).toEqual([
      'from',
    ]);
  });

  it('payment that nights were earned against is corrected, not taken back', async () => {
    const paid = await idOf('stay-payment', 29_100);
    expect((await correct('stay-payment', 'stay-gone', paid)).status).toBe(422);
    expect((await correct('stay-payment', 'stay-more', paid, { stayId: 'sty_new', cents: 29_101 })).status).toBe(400);
  });
});

describe('the rental audit', () => {
  it('is made by Run now, mailed to the landlord with the audited copy, and shown to them', async () => {
    const before = (await inbox(stack)).length;
    const ask = { requestKey: 'rental-now', reports: ['rental'], entityIds: ['rental'], sendTo: 'subscribers' };
    const { body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
    await stack.idle();
    const { run, deliveries } = (await admin.get<RunResponse>(`/api/reports/runs/${body.runKey}`)).body;
    expect(run.state).toBe('complete');
    expect(deliveries.map(({ parties: { to, bcc } }) => [to.state, bcc.state])).toEqual([['delivered', 'delivered']]);
    const mails = (await inbox(stack)).slice(before);
    expect(mails.map(({ destinations }) => destinations)).toEqual([['landlord@example.com', 'audit@example.com']]);
    const path = `/api/reports/runs/${body.runKey}/${run.issues[0]?.scopeName}/3028-51st-st-rental-audit/json`;
    const landlord = await signedIn(stack, 'landlord@example.com');
    expect((await landlord.get(path)).status).toBe(200);
    for (const other of ['partner@example.com', 'captain@example.com']) {
      expect((await (await signedIn(stack, other)).get(path)).status).toBe(404);
    }
    expect((await landlord.send('POST', '/api/money/rent-receipt', {})).status).toBe(403);
  });
});
