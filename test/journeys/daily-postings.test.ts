import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { readRegister } from '../../lambda/stores/register-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, firstDay, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { ListChartersResponse } from '../../shared/wire/charters.ts';
import type { MoneyListResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

const now = testClock();
const today = dayIn('America/Los_Angeles' as Zone, now);
const month = monthOf(today);
const from = firstDay(month);
const SWEEP = { source: 'scc.scheduler', kind: 'sweep', scheduledTime: now };
type Refused = { readonly status: number; readonly body: ProblemResponse };

function record(kind: string, requestKey: string, body: object) {
  return admin.send<never>('POST', `/api/money/${kind}`, { requestKey, record: body });
}

async function account(entityId: string, code: string): Promise<number> {
  const books = booksOf(await readBalances(stack.runtime.tables, entityId));
  return books.accountThrough([entityId], plusMonths(month, 24), [code]);
}

it('a gift card pays no more than was paid for it, and a sale whose card was spent is not taken back', async () => {
  const { body: listed } = await admin.get<ListChartersResponse>('/api/charters');
  const charter = listed.charters.find(({ lifecycle }) => ['booked', 'confirmed'].includes(lifecycle))!;
  const { entityId, id: charterId } = charter;
  const sale = { entityId, on: today, giftCardId: 'gft_1', method: 'card', cents: 5_000, feeCents: 0 };
  const before = await account(entityId, '2110');
  expect((await record('gift-card-sale', 'card-sold', sale)).status).toBe(201);
  expect((await account(entityId, '2110')) - before).toBe(-5_000);
  const redeem = (requestKey: string, cents: number) => {
    const none = { tipCents: 0, feeCents: 0, receivedOn: today };
    const paid = { entityId, charterId, kind: 'balance', method: 'gift-card', giftCardId: 'gft_1', cents, ...none };
    return record('payment', requestKey, paid);
  };
  const tooMuch: Refused = await redeem('too-much', 5_001);
  expect([tooMuch.status, tooMuch.body.problems[0]?.field]).toEqual([400, 'cents']);
  expect((await redeem('most-of-it', 4_000)).status).toBe(201);
  expect((await account(entityId, '2110')) - before).toBe(-1_000);
  const again: Refused = await redeem('once-again', 1_001);
  expect([again.status, again.body.problems[0]?.field]).toEqual([400, 'cents']);
  const { body } = await admin.get<MoneyListResponse>(`/api/money?entityId=${entityId}&month=${month}`);
  const sold = body.money.find(({ kind }) => kind === 'gift-card-sale')!;
  const of = { entityId, on: today, id: (sold.record as { readonly id: string }).id };
  const path = '/api/money/gift-card-sale/corrections';
  const back: Refused = await admin.send('POST', path, { requestKey: 'taken-back', of, reason: 'Entered twice.' });
  expect([back.status, back.body.problems[0]?.field]).toEqual([422, 'of.id']);
});

it('a subscription charged for a year is owed, then earned once for the months that have ended', async () => {
  const plan = {
    entityId: 'qdn',
    customerId: 'cus_plan',
    centsPerInterval: 58_800,
    interval: 'year',
    status: 'active',
  };
  const since = plusMonths(month, -2);
  const put = await admin.send('PUT', '/api/register/subscription/sub_1', {
    version: 0,
    record: { ...plan, from: firstDay(since) },
  });
  expect(put.status).toBeLessThan(300);
  const span = { coversFrom: firstDay(since), coversUntil: firstDay(plusMonths(since, 12)) };
  const charge = { entityId: 'qdn', on: from, subscriptionId: 'sub_1', outcome: 'paid', cents: 58_800, feeCents: 0 };
  const nobody: Refused = await record('subscription-charge', 'nobody-there', {
    ...charge,
    ...span,
    subscriptionId: 'sub_9',
  });
  expect([nobody.status, nobody.body.problems[0]?.field]).toEqual([400, 'subscriptionId']);
  expect((await record('subscription-charge', 'year-ahead', { ...charge, ...span })).status).toBe(201);
  expect(await account('qdn', '2120')).toBe(-58_800);
  await stack.invoke(SWEEP);
  const owed = await account('qdn', '2120');
  // two of twelve months: more than 9,400 and less than 10,300 whichever months they are
  expect(58_800 + owed).toBeGreaterThan(9_400);
  expect(58_800 + owed).toBeLessThan(10_300);
  expect(await account('qdn', '4110')).toBe(-(58_800 + owed));
  await stack.invoke(SWEEP);
  expect(await account('qdn', '2120')).toBe(owed);
  const kept = await readRegister(stack.runtime.tables, 'subscription', 'qdn', 'sub_1');
  expect(kept).toMatchObject({ lastChargedOn: from, charges: [{ earnedThrough: plusMonths(month, -1) }] });
});
