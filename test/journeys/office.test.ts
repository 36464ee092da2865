import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, plusDays, plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { PostedResponse } from '../../shared/wire/money.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { CatalogResponse, PreviewResponse } from '../../shared/wire/reports.ts';
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

const now = testClock();
const today = dayIn('America/Los_Angeles' as Zone, now);

const inquiry = {
  entityId: 'jada',
  channelId: 'direct',
  customer: { name: 'The Albright party', email: 'albright@example.com' },
  title: 'Sunset sail, Albright party',
  day: plusDays(today, 60),
  time: '16:00',
  durationMin: 150,
  paxExpected: 4,
  departurePort: 'San Diego',
  returnPort: 'San Diego',
  priceLines: [{ kind: 'charter', text: 'Sunset sail', qty: 1, unitCents: 160_000, totalCents: 160_000 }],
  depositCents: 80_000,
  guests: [{ name: 'Robin Albright', isMinor: false }],
};

describe('a new charter', () => {
  it('is an inquiry with its day planned, until a deposit books it', async () => {
    const created = await admin.send<ChangedCharterResponse>('POST', '/api/charters', {
      ...inquiry,
      vesselId: await vesselOf('jada'),
    });
    expect(created.status).toBe(201);
    const at = `/api/charters/${created.body.charter.id}`;
    const read = async () => (await admin.get<ReadCharterResponse>(at)).body;
    const move = async (to: string, fields: object = {}) =>
      admin.send<ChangedCharterResponse & ProblemResponse>('POST', `${at}/moves`, {
        to,
        version: (await read()).file.charter.version,
        ...fields,
      });

    expect((await read()).file.charter.milestones).toHaveLength(9);
    expect((await move('quoted')).status).toBe(200);
    expect((await move('held', { holdExpiresAt: plusMinutes(now, 3 * 1_440) })).status).toBe(200);
    const tooSoon = await move('booked');
    expect([tooSoon.status, tooSoon.body.problems.length > 0]).toEqual([422, true]);

    const deposit = {
      requestKey: 'albright-deposit',
      kind: 'deposit',
      method: 'card',
      cents: 80_000,
      tipCents: 0,
      feeCents: 2_350,
      receivedOn: today,
    };
    const first = await admin.send<PostedResponse>('POST', `${at}/payments`, deposit);
    const again = await admin.send<PostedResponse>('POST', `${at}/payments`, deposit);
    expect([first.status, first.body.repeated, again.body.repeated]).toEqual([201, false, true]);
    expect(again.body.entryId).toBe(first.body.entryId);
    expect((await read()).file.balances).toEqual({ '1020': 77_650, '2100': -80_000, '5040': 2_350 });
    expect((await move('booked')).status).toBe(200);
    const changed = await admin.send<ProblemResponse>('POST', `${at}/payments`, { ...deposit, cents: 90_000 });
    expect([changed.status, changed.body.problems[0]?.field]).toEqual([422, 'requestKey']);
  });

  it('is not sold through a channel that has ended', async () => {
    const { body: seen } = await admin.get<{ records: ({ id: string; version: number } & Record<string, unknown>)[] }>(
      '/api/register/channel',
    );
    const channel = seen.records.find(({ id }) => id === 'referral');
    if (channel === undefined) throw new Error('the sample lost its referrals');
    const {
      id,
      version,
      createdAt: _a,
      createdBy: _b,
      updatedAt: _c,
      source: _d,
      schemaVersion: _e,
      ...record
    } = channel;
    const change = (of: object, at: number) =>
      admin.send('PUT', `/api/register/channel/${id}`, { version: at, record: of });
    const ask = async () =>
      admin.send<ProblemResponse>('POST', '/api/charters', {
        ...inquiry,
        channelId: id,
        vesselId: await vesselOf('jada'),
      });
    expect((await change({ ...record, endedOn: plusDays(today, 1) }, version)).status).toBe(200);
    expect((await ask()).status).toBe(201);
    expect((await change({ ...record, endedOn: today }, version + 1)).status).toBe(200);
    const refused = await ask();
    expect([refused.status, refused.body.problems.map(({ field }) => field)]).toEqual([400, ['channelId']]);
    expect((await change(record, version + 2)).status).toBe(200);
  });

  it('that does not fit is refused with every field at once, and nothing is written', async () => {
    const wrong = { ...inquiry, vesselId: 'ves_nobody', entityId: 'nowhere', channelId: 'pigeon' };
    const { status, body } = await admin.send<ProblemResponse>('POST', '/api/charters', wrong);
    expect([status, body.problems.map((problem) => problem.field)]).toEqual([
      400,
      ['entityId', 'vesselId', 'channelId'],
    ]);
    const shapes = await admin.send<ProblemResponse>('POST', '/api/charters', {
      ...inquiry,
      vesselId: await vesselOf('jada'),
      day: '2026-02-30',
      paxExpected: -1,
      color: 'blue',
    });
    expect(shapes.status).toBe(400);
    expect(shapes.body.problems.map((problem) => problem.field).sort()).toEqual(['color', 'day', 'paxExpected']);
  });
});

describe('an expense', () => {
  it('lands in the books of its entity, once', async () => {
    const before = await accountOf('jada', 'a6110');
    const bill = {
      requestKey: 'charts-2026',
      entityId: 'jada',
      on: plusDays(today, -1),
      vendor: 'Chart service',
      cents: 12_345,
      account: '6110',
      paidFrom: '1010',
      receiptOnFile: true,
    };
    expect((await admin.send('POST', '/api/expenses', bill)).status).toBe(201);
    expect((await admin.send('POST', '/api/expenses', bill)).status).toBe(201);
    expect((await accountOf('jada', 'a6110')) - before).toBe(12_345);
  });

  it('on an account that is no expense is refused, and the books stay as they were', async () => {
    const before = await readBalances(stack.runtime.tables, 'jada');
    const bill = {
      requestKey: 'not-a-cost',
      entityId: 'jada',
      on: plusDays(today, -1),
      vendor: 'Nobody',
      cents: 100,
      account: '4010',
      paidFrom: '1010',
      receiptOnFile: true,
    };
    const { status, body } = await admin.send<ProblemResponse>('POST', '/api/expenses', bill);
    expect([status, body.problems[0]?.field]).toEqual([400, 'account']);
    expect(await readBalances(stack.runtime.tables, 'jada')).toEqual(before);
  });
});

describe('a register', () => {
  const holding = { entityId: 'jada', holder: 'A. Owner', shareBps: 10_000, agreementOnFile: true };

  it('takes a new record, and a change only over the version that was seen', async () => {
    const put = (version: number, record: object) =>
      admin.send<{ version: number } & ProblemResponse>('PUT', '/api/register/equity-holding/eqh_owner', {
        version,
        record,
      });
    expect((await put(0, holding)).body.version).toBe(1);
    expect((await put(0, holding)).status).toBe(409);
    expect((await put(1, { ...holding, agreementOnFile: false })).body.version).toBe(2);
    expect((await put(1, holding)).status).toBe(409);
    const list = await admin.get<{ records: { id: string; agreementOnFile: boolean }[] }>(
      '/api/register/equity-holding',
    );
    expect(list.body.records.find(({ id }) => id === 'eqh_owner')?.agreementOnFile).toBe(false);
  });

  it('makes the figures known that were waiting for it', async () => {
    const { body } = await admin.send<PreviewResponse>('POST', '/api/reports/preview', {
      report: 'ceo',
      entityIds: ['jada'],
    });
    const people =
      body.document.sections.find((section) => section.id === 'people') ??
      body.document.sections.find((section) => /people/i.test(section.heading));
    expect(JSON.stringify(people)).not.toContain('equity holdings of jada');
  });

  it('refuses what it does not know by name', async () => {
    const { status, body } = await admin.send<ProblemResponse>('PUT', '/api/register/equity-holding/eqh_other', {
      version: 0,
      record: { ...holding, nickname: 'Al' },
    });
    expect([status, body.problems.map((problem) => problem.field)]).toEqual([400, ['nickname']]);
    expect((await admin.get('/api/register/unheard-of')).status).toBe(404);
  });
});

describe('what is not yours', () => {
  it('answers like what does not exist', async () => {
    const partner = await signedIn(stack, 'partner@example.com');
    const { body } = await partner.get<CatalogResponse>('/api/reports/catalog');
    expect(body.entities.map((entity) => entity.id)).toEqual(['jada']);
    const foreign = await partner.send<ProblemResponse>('POST', '/api/reports/preview', {
      report: 'ceo',
      entityIds: ['qos'],
    });
    const absent = await partner.send<ProblemResponse>('POST', '/api/reports/preview', {
      report: 'ceo',
      entityIds: ['nowhere'],
    });
    const strip = ({ requestId: _, ...rest }: ProblemResponse) => rest;
    expect([foreign.status, strip(foreign.body)]).toEqual([404, strip(absent.body)]);
    const own = await partner.send<PreviewResponse>('POST', '/api/reports/preview', { report: 'ceo' });
    expect(JSON.stringify(own.body)).not.toMatch(/qos|Queen of San Diego/);
    expect(
      (await partner.send('POST', '/api/reports/runs', { requestKey: 'partner-1', reports: ['ceo'], sendTo: 'me' }))
        .status,
    ).toBe(403);
  });
});

describe('a report asked for badly', () => {
  it('is refused by field, and nothing runs', async () => {
    const before = (await inbox(stack)).length;
    const ask = {
      requestKey: 'bad-period',
      reports: ['ceo'],
      sendTo: 'subscribers',
      period: { from: '2026-10-02', until: '2026-11-01' },
    };
    const { status, body } = await admin.send<ProblemResponse>('POST', '/api/reports/runs', ask);
    expect([status, body.problems.map((problem) => problem.field)]).toEqual([400, ['period.from']]);
    const debrief = await admin.send<ProblemResponse>('POST', '/api/reports/runs', {
      ...ask,
      period: undefined,
      reports: ['charter-debrief'],
    });
    expect(debrief.status).toBe(422);
    const unheard = await admin.send<ProblemResponse>('POST', '/api/reports/runs', {
      ...ask,
      period: undefined,
      reports: ['horoscope'],
    });
    expect(unheard.status).toBe(404);
    await stack.idle();
    expect((await inbox(stack)).length).toBe(before);
  });

  it('is refused to somebody who would be sent none of it, instead of running for nobody', async () => {
    const [mails, before] = [(await inbox(stack)).length, await admin.get('/api/reports/runs')];
    const ask = { requestKey: 'not-on-the-list', reports: ['dashboard'], sendTo: 'me' };
    const { status, body } = await admin.send<ProblemResponse>('POST', '/api/reports/runs', ask);
    expect([status, body.problems]).toEqual([
      422,
      [{ field: 'sendTo', message: 'admin@example.com may be sent none of these reports' }],
    ]);
    await stack.idle();
    expect((await admin.get('/api/reports/runs')).body).toEqual(before.body);
    expect((await inbox(stack)).length).toBe(mails);
  });
});

async function vesselOf(entityId: string): Promise<string> {
  const { body } = await admin.get<{ records: { id: string; entityId: string }[] }>('/api/register/vessel');
  return body.records.find((vessel) => vessel.entityId === entityId)?.id ?? '';
}

async function accountOf(entityId: string, name: string): Promise<number> {
  const months = await readBalances(stack.runtime.tables, entityId);
  return months.reduce((sum, month) => sum + (month.groups.accounts[name] ?? 0), 0);
}
