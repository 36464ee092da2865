import { afterAll, beforeAll, expect, it } from 'vitest';
import { readOpenCharters } from '../../lambda/stores/open-charter-store.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, monthsThrough, plusMonths } from '../../shared/kernel/calendar.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { MoneyListResponse, PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { MeResponse } from '../../shared/wire/sign-in.ts';
import { completed, sailedUntilReturned } from '../support/a-charter-day.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const charterId = todaysCharterId({ today });

let stack: TestStack;
let admin: Caller;

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
}, 120_000);
afterAll(() => stack.remove());

/** What the list says of the charter, once it is proven to say of every charter what its own accounts do. */
async function listed() {
  const months = monthsThrough(plusMonths(monthOf(today), -16), plusMonths(monthOf(today), 3)) as Month[];
  const { openDifferences } = await verifyBooks(stack.runtime.tables, ['jada', 'qos'], months);
  expect(openDifferences).toEqual([]);
  const all = await Promise.all(['jada', 'qos'].map((id) => readOpenCharters(stack.runtime.tables, id)));
  return all.flat().find((open) => open.charterId === charterId);
}

async function paid(path: string, body: object): Promise<void> {
  const { status } = await admin.send('POST', `/api/charters/${charterId}/${path}`, body);
  expect(status).toBe(201);
}

async function reopened(): Promise<void> {
  const { body } = await admin.get<ReadCharterResponse>(`/api/charters/${charterId}`);
  const { version } = body.file.charter;
  const back = { to: 'returned', reopenReason: 'the price was wrong', version };
  expect((await admin.send('POST', `/api/charters/${charterId}/moves`, back)).status).toBe(200);
}

it('follows a charter from its deposit to the last tip, and forgets it then', { timeout: 120_000 }, async () => {
  const before = await listed();
  expect(before?.lifecycle).toBe('confirmed');
  expect(before?.balances['2100']).toBeLessThan(0);

  const captain = await signedIn(stack, 'captain@example.com');
  await sailedUntilReturned(captain, charterId);
  expect((await listed())?.lifecycle).toBe('returned');
  await completed(captain, charterId);

  await reopened();
  expect(await listed()).toMatchObject({ lifecycle: 'returned', balances: { 2100: before?.balances['2100'] } });
  await completed(captain, charterId);

  const tip = { kind: 'balance', method: 'cash', cents: 5_000, tipCents: 5_000, feeCents: 0, receivedOn: today };
  await paid('payments', { requestKey: 'open-tip', ...tip });
  const held = (await listed())?.balances['2300'] ?? 0;
  expect(held).toBeLessThanOrEqual(-5_000);
  const { body: me } = await captain.get<MeResponse>('/api/me');
  const out = (requestKey: string, cents: number, userId: string) =>
    admin.send<PostedResponse & ProblemResponse>('POST', `/api/charters/${charterId}/tip-payouts`, {
      requestKey,
      userId,
      cents,
      paidOn: today,
    });
  const nobody = await out('tip-nobody', 2_000, 'usr_nobody');
  expect([nobody.status, nobody.body.problems.map(({ field }) => field)]).toEqual([400, ['userId']]);
  expect((await out('tip-captain', 2_000, me.userId)).status).toBe(201);
  const tooMuch = await out('tip-more', -held, me.userId);
  expect([tooMuch.status, tooMuch.body.problems.map(({ field }) => field)]).toEqual([400, ['cents']]);
  expect((await listed())?.balances['2300']).toBe(held + 2_000);
  await correctedTo(me.userId, 1_500);
  expect((await listed())?.balances['2300']).toBe(held + 1_500);
  await paid('tip-payouts', { requestKey: 'open-tip-out', cents: -held - 1_500, paidOn: today });
  expect(await listed()).toBeUndefined();
});

/** Puts another sum in the place of what one person was paid. */
async function correctedTo(userId: string, cents: number): Promise<void> {
  const { body } = await admin.get<MoneyListResponse>(`/api/money?entityId=jada&month=${monthOf(today)}`);
  const line = body.money.find(({ record }) => (record as { readonly userId?: string }).userId === userId);
  const of = { id: (line?.record as { readonly id?: string } | undefined)?.id, entityId: 'jada', on: today, charterId };
  const record = { entityId: 'jada', charterId, userId, cents, paidOn: today };
  const wanted = { requestKey: 'tip-captain-right', of, reason: 'A miscount', record };
  expect((await admin.send('POST', '/api/money/tip-payout/corrections', wanted)).status).toBe(200);
}
