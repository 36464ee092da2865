import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalances, readClosedThrough, readEntries } from '../../lambda/stores/ledger-store.ts';
import { listRegister, readOpenItems } from '../../lambda/stores/register-store.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, firstDay, lastDay, monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import type { AccountingPeriod } from '../../shared/records/accounting-period.ts';
import type { CorrectedResponse, MoneyListResponse, PostedResponse } from '../../shared/wire/money.ts';
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

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const last = plusMonths(monthOf(today), -1);

describe('closing last month', () => {
  it('is refused with every reason at once while anything is open', async () => {
    const line = { entityId: 'jada', account: '1010', on: lastDay(last), cents: -4_200, memo: 'CARD 0031' };
    await admin.send('PUT', '/api/register/bank-line/bnk_unknown', { version: 0, record: line });
    const refused = await move('closed');
    expect(refused.status).toBe(422);
    expect(new Set(refused.body.problems.map(({ field }) => field))).toEqual(new Set(['checks', 'bank']));
  });

  it('cannot be done by writing the register instead', async () => {
    const period = await thePeriod();
    const { id, createdAt: _a, createdBy: _b, updatedAt: _c, version, source: _d, schemaVersion: _e, ...rest } = period;
    const body = { version, record: { ...rest, status: 'closed' } };
    const refused = await admin.send<ProblemResponse>('PUT', `/api/register/accounting-period/${id}`, body);
    expect([refused.status, refused.body.problems[0]?.field]).toEqual([400, 'record.status']);
  });

  it('shuts the month once its checks are done and its bank lines explained', async () => {
    const wages = { entityId: 'jada', on: lastDay(last), cents: 700, payee: 'staff' };
    const late = await admin.send('POST', '/api/money/payroll-payment', { requestKey: 'wages-late', record: wages });
    expect(late.status).toBe(201);
    await settle();
    const closed = await move('closed');
    expect([closed.status, closed.body.period?.status]).toEqual([200, 'closed']);
    expect(await readClosedThrough(stack.runtime.tables, ['jada'])).toEqual(new Map([['jada', last]]));
  });

  it('then refuses what would land in it by name, with the first day that is open', async () => {
    const record = { entityId: 'jada', on: lastDay(last), cents: 100, from: '1010', to: '1015' };
    const refused = await admin.send<ProblemResponse>('POST', '/api/money/cash-transfer', {
      requestKey: 'too-late-now',
      record,
    });
    expect([refused.status, refused.body.problems]).toEqual([
      422,
      [
        {
          field: 'on',
          message: `${last} is closed in the books of jada; record it on ${firstDay(monthOf(today))} or later`,
        },
      ],
    ]);
  });

  it('takes no bank line of that month any more: all of them were explained', async () => {
    const record = { entityId: 'jada', account: '1010', on: lastDay(last), cents: -100, memo: 'LATE CARD FEE' };
    const late = await admin.send<ProblemResponse>('PUT', '/api/register/bank-line/bnk_late', { version: 0, record });
    expect([late.status, late.body.problems.map(({ field }) => field)]).toEqual([400, ['record.on']]);
    const { 'bank-line': lines = [] } = await readOpenItems(stack.runtime.tables, 'jada');
    expect(lines.map(({ memo }) => memo)).not.toContain('LATE CARD FEE');
  });

  it('still takes an inquiry of that month that was entered late: it counts, and moves no account', async () => {
    const before = await inquiries();
    const record = {
      entityId: 'jada',
      channelId: 'direct',
      name: 'A guest',
      askedAt: `${lastDay(last)}T19:00:00Z`,
      askedOn: lastDay(last),
      stage: 'new',
      expectedCents: 90_000,
      probabilityBps: 2_000,
    };
    const put = await admin.send<ProblemResponse>('PUT', '/api/register/lead/lead_late', { version: 0, record });
    expect([put.status, put.body.problems]).toEqual([200, undefined]);
    expect(await inquiries()).toBe(before + 1);
  });

  it('lets a mistake of that month be taken back on the first open day', async () => {
    const money = await admin.get<MoneyListResponse>(`/api/money?entityId=jada&month=${last}`);
    const wages = money.body.money.find(({ kind }) => kind === 'payroll-payment');
    const of = { id: wages?.record.id ?? '', entityId: 'jada', on: lastDay(last) };
    const taken = await admin.send<CorrectedResponse>('POST', '/api/money/payroll-payment/corrections', {
      requestKey: 'wages-taken-back',
      of,
      reason: 'paid by the agency',
    });
    expect(taken.status).toBe(200);
    const entries = await readEntries(stack.runtime.tables, 'jada', monthOf(today));
    const reversal = entries.find((entry) => entry.reverses === wages?.notes.entry);
    expect(reversal?.businessOn).toBe(firstDay(monthOf(today)));
  });

  it('re-opened period: is undone for the month closed last, with a reason, and for no other', async () => {
    const other = await admin.send<ProblemResponse>('POST', `/api/periods/jada/${plusMonths(last, -1)}/moves`, {
      version: (await thePeriod(plusMonths(last, -1))).version,
      to: 'reopened',
      reason: 'looking',
    });
    expect([other.status, other.body.problems[0]?.field]).toEqual([422, 'month']);
    const silent = await move('reopened');
    expect([silent.status, silent.body.problems?.[0]?.field]).toEqual([422, 'reason']);
    const reopened = await move('reopened', 'a card statement came late');
    expect([reopened.status, reopened.body.period?.status]).toEqual([200, 'closing']);
    expect((await readClosedThrough(stack.runtime.tables, ['jada'])).get('jada')).toBe(plusMonths(last, -1));
  });

  it('is seen by nobody who may not: a captain is answered as if there were no such page', async () => {
    const captain = await signedIn(stack, 'captain@example.com');
    const refused = await captain.send('POST', `/api/periods/jada/${last}/moves`, { version: 1, to: 'closed' });
    expect([403, 404]).toContain(refused.status);
  });
});

/** How many people asked in the month that is closed here. */
async function inquiries(): Promise<number> {
  const months = await readBalances(stack.runtime.tables, 'jada');
  return months.find(({ month }) => month === last)?.groups.operations['leads'] ?? 0;
}

async function thePeriod(month: Month = last): Promise<AccountingPeriod> {
  const periods = await listRegister(stack.runtime.tables, 'accounting-period', 'jada');
  return periods.find((period) => period.month === month) as AccountingPeriod;
}

async function move(to: string, reason?: string) {
  const { version } = await thePeriod();
  const body = { version, to, ...(reason === undefined ? {} : { reason }) };
  return admin.send<ProblemResponse & { period?: AccountingPeriod }>('POST', `/api/periods/jada/${last}/moves`, body);
}

/** Does what the close waits for, the way the office does: ticks the checks, explains the bank lines. */
async function settle(): Promise<void> {
  const {
    id,
    createdAt: _a,
    createdBy: _b,
    updatedAt: _c,
    version,
    source: _d,
    schemaVersion: _e,
    ...rest
  } = await thePeriod();
  const checks = rest.checks.map((check) => ({ ...check, done: true, doneOn: today }));
  await admin.send('PUT', `/api/register/accounting-period/${id}`, { version, record: { ...rest, checks } });
  const { 'bank-line': lines = [] } = await readOpenItems(stack.runtime.tables, 'jada');
  for (const line of lines.filter(({ on }) => on <= lastDay(last))) {
    const [direction, owed] = line.cents > 0 ? ['in', line.cents] : ['out', -line.cents];
    const record = { entityId: 'jada', on: line.on, cents: owed, direction, owner: 'The owner' };
    const body = { requestKey: `explains-${line.id}`, record };
    const { entryId } = (await admin.send<PostedResponse>('POST', '/api/money/owner-money', body)).body;
    const match = { version: line.version, entryId, on: line.on };
    expect((await admin.send('POST', `/api/bank/jada/${line.id}/match`, match)).status).toBe(200);
  }
}
