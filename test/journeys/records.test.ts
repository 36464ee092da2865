import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, plusDays, plusMinutes, timeIn } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { ListedRecord, ListRecordsResponse, ReadFormResponse } from '../../shared/wire/records.ts';
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
const put = (kind: string, id: string, version: number, record: object) =>
  admin.send<ListedRecord & ProblemResponse>('PUT', `/api/register/${kind}/${id}`, { version, record });
const recordsOf = async (kind: string) => (await admin.get<ListRecordsResponse>(`/api/register/${kind}`)).body.records;
const fieldsOf = ({ body }: { readonly body: ProblemResponse }) => body.problems.map(({ field }) => field);

const target = { entityId: 'jada', month: '2031-06', metric: 'revenue', value: 900_000 };

describe('two people who change one record', () => {
  it('of a register: the second is told, with the record as the first left it', async () => {
    expect((await put('target', 'tar_june', 0, target)).status).toBe(200);
    expect((await put('target', 'tar_june', 1, { ...target, value: 950_000 })).body.version).toBe(2);
    const second = await put('target', 'tar_june', 1, { ...target, value: 1 });
    expect([second.status, second.body.code, second.body.current]).toEqual([
      409,
      'conflict',
      expect.objectContaining({ ...target, value: 950_000, version: 2 }),
    ]);
    expect(await recordsOf('target')).toContainEqual(expect.objectContaining({ id: 'tar_june', value: 950_000 }));
    const twice = await put('target', 'tar_june', 0, target);
    expect([twice.status, twice.body.current]).toEqual([409, expect.objectContaining({ version: 2 })]);
  });

  it('at the same instant: one is stored, the other sees it', async () => {
    const values = [1_000_000, 1_100_000, 1_200_000];
    const answers = await Promise.all(values.map((value) => put('target', 'tar_june', 2, { ...target, value })));
    const [stored] = answers.filter(({ status }) => status === 200);
    const told = answers.filter(({ status }) => status === 409);
    expect([stored?.body.version, told.length]).toEqual([3, 2]);
    for (const { body } of told) expect(body.current).toMatchObject({ version: 3, value: stored?.body['value'] });
  });

  it('of a charter: the second is told, with the charter as it is now', async () => {
    const { body } = await admin.get<{ charters: { id: string }[] }>('/api/charters');
    const at = `/api/charters/${body.charters[0]?.id}`;
    const { charter } = (await admin.get<ReadCharterResponse>(at)).body.file;
    const stale = { go: true, forecast: 'West 5 kt', version: charter.version - 1 };
    const answer = await admin.send<ProblemResponse>('POST', `${at}/weather`, stale);
    expect([answer.status, answer.body.current]).toEqual([
      409,
      expect.objectContaining({ id: charter.id, version: charter.version }),
    ]);
  });
});

describe('a charter’s details', () => {
  it('change until others rely on them: its price and time until it is held, the rest until boarding', async () => {
    const { body } = await admin.get<ListRecordsResponse>('/api/register/vessel');
    const vessel = body.records.find(({ entityId }) => entityId === 'jada');
    const line = { kind: 'charter', text: 'Sail', qty: 1, unitCents: 100_000, totalCents: 100_000 };
    const created = await admin.send<{ charter: { id: string } }>('POST', '/api/charters', {
      entityId: 'jada',
      vesselId: vessel?.id,
      channelId: 'direct',
      customer: { name: 'The Marsh party' },
      title: 'Harbor sail',
      day: plusDays(today, 90),
      time: '10:00',
      durationMin: 120,
      paxExpected: 2,
      priceLines: [line],
      depositCents: 50_000,
      guests: [],
    });
    const at = `/api/charters/${created.body.charter.id}`;
    const charter = async () => (await admin.get<ReadCharterResponse>(at)).body.file.charter;
    expect((await charter()).departurePort).toBe(vessel?.['homePort']);
    const change = async (of: object, version?: number) =>
      admin.send<ProblemResponse>('PUT', at, { version: version ?? (await charter()).version, change: of });

    const dearer = { ...line, unitCents: 120_000, totalCents: 120_000 };
    expect((await change({ title: 'Bay sail', time: '11:30', priceLines: [dearer] })).status).toBe(200);
    const now = await charter();
    expect(now).toMatchObject({ title: 'Bay sail', priceLines: [dearer], depositCents: 50_000, lifecycle: 'inquiry' });
    expect(now.milestones.find(({ name }) => name === 'cast_off')?.plannedAt).toBe(now.startAt);
    expect(timeIn(now.zone, now.startAt)).toBe('11:30');
    const stale = await change({ title: 'Mine' }, 1);
    expect([stale.status, stale.body.current]).toEqual([409, expect.objectContaining({ title: 'Bay sail' })]);
    expect(fieldsOf(await change({ paxExpected: 4_000 }))).toEqual(['paxExpected']);
    expect(fieldsOf(await change({ colour: 'blue' }))).toEqual(['change.colour']);

    const move = async (to: string, more: object = {}) =>
      (await admin.send('POST', `${at}/moves`, { to, version: (await charter()).version, ...more })).status;
    expect([await move('quoted'), await move('held', { holdExpiresAt: plusMinutes(testClock(), 600) })]).toEqual([
      200, 200,
    ]);
    const relied = await change({ title: 'Bay sail, two hours', time: '12:00', depositCents: 1 });
    expect([relied.status, fieldsOf(relied)]).toEqual([422, ['time', 'depositCents']]);
    expect((await change({ title: 'Bay sail, two hours', paxExpected: 3 })).status).toBe(200);
    expect(await charter()).toMatchObject({ title: 'Bay sail, two hours', paxExpected: 3, depositCents: 50_000 });
    expect(await linesAbout('charter.change', created.body.charter.id)).toHaveLength(2);
  });
});

describe('what no record can hold', () => {
  it('is refused by name: another currency, days outside 2000–2100, more than a trillion cents, an unknown field', async () => {
    const entity = (await recordsOf('entity')).find(({ id }) => id === 'jada') as ListedRecord;
    const { createdAt: _a, createdBy: _b, updatedAt: _c, version, source: _d, schemaVersion: _e, ...own } = entity;
    expect(fieldsOf(await put('entity', 'jada', version, { ...own, currency: 'EUR' }))).toEqual(['currency']);
    expect(fieldsOf(await put('closed-day', 'cld_x', 0, { on: '1999-12-31', name: 'Too early' }))).toEqual(['on']);
    expect(fieldsOf(await put('closed-day', 'cld_x', 0, { on: '2101-01-01', name: 'Too late' }))).toEqual(['on']);
    expect(fieldsOf(await put('target', 'tar_x', 0, { ...target, value: 1e12 + 1 }))).toEqual(['value']);
    expect(fieldsOf(await put('target', 'tar_x', 0, { ...target, currency: 'EUR' }))).toEqual(['currency']);
    const expense = {
      entityId: 'jada',
      on: today,
      vendor: 'A',
      account: '6130',
      paidFrom: '1010',
      receiptOnFile: true,
    };
    const post = (record: object) =>
      admin.send<ProblemResponse>('POST', '/api/money/expense', { requestKey: 'too-much-1', record });
    expect(fieldsOf(await post({ ...expense, cents: 1e12 + 1 }))).toEqual(['cents']);
    expect(fieldsOf(await post({ ...expense, cents: 100, on: '2101-01-01' }))).toEqual(['on']);
    expect(fieldsOf(await post({ ...expense, cents: 100, currency: 'EUR' }))).toEqual(['currency']);
    expect((await recordsOf('entity')).find(({ id }) => id === 'jada')).toEqual(entity);
    expect((await recordsOf('closed-day')).some(({ id }) => id === 'cld_x')).toBe(false);
    expect((await recordsOf('target')).some(({ id }) => id === 'tar_x')).toBe(false);
  });
});

describe('a record that never should have been', () => {
  const withdraw = (kind: string, id: string, body: object) =>
    admin.send<ProblemResponse>('POST', `/api/register/${kind}/${id}/withdrawal`, body);

  it('is withdrawn with a reason, over the version seen, and its place is free again', async () => {
    expect((await put('fixed-cost', 'fix_x', 0, COST)).status).toBe(200);
    const bare = await withdraw('fixed-cost', 'fix_x', { version: 1, entityId: 'jada' });
    expect([bare.status, fieldsOf(bare)]).toEqual([400, ['reason']]);
    const stale = await withdraw('fixed-cost', 'fix_x', { version: 4, entityId: 'jada', reason: 'Entered twice' });
    expect([stale.status, stale.body.current]).toEqual([409, expect.objectContaining(COST)]);
    const done = await withdraw('fixed-cost', 'fix_x', { version: 1, entityId: 'jada', reason: 'Entered twice' });
    expect(done.status).toBe(200);
    expect((await recordsOf('fixed-cost')).some(({ id }) => id === 'fix_x')).toBe(false);
    const again = await withdraw('fixed-cost', 'fix_x', { version: 1, entityId: 'jada', reason: 'Entered twice' });
    expect(again.status).toBe(404);
    expect(await linesAbout('register.withdraw', 'fix_x')).toMatchObject([
      { data: { kind: 'fixed-cost', reason: 'Entered twice' } },
    ]);
    expect((await put('fixed-cost', 'fix_x', 0, COST)).status).toBe(200);
  });

  it('of a lead entered twice is counted no more', async () => {
    const counted = async () => {
      const books = booksOf(await readBalances(stack.runtime.tables, 'jada'));
      return books.tally(['jada'], [monthOf(today)], 'operations', 'leads');
    };
    const before = await counted();
    const asked = {
      entityId: 'jada',
      channelId: 'direct',
      name: 'The Reed party',
      askedAt: testClock(),
      askedOn: today,
    };
    const lead = { ...asked, stage: 'new', expectedCents: 90_000, probabilityBps: 2_000 };
    expect((await put('lead', 'led_twice', 0, lead)).status).toBe(200);
    expect(await counted()).toBe(before + 1);
    const done = await withdraw('lead', 'led_twice', { version: 1, entityId: 'jada', reason: 'Entered twice' });
    expect([done.status, await counted()]).toEqual([200, before]);
    expect((await recordsOf('lead')).some(({ id }) => id === 'led_twice')).toBe(false);
  });

  it('of a campaign waits for the leads that say they came from it; a lead names none that was never sent', async () => {
    const lead = {
      entityId: 'jada',
      channelId: 'direct',
      name: 'The Heron party',
      askedOn: today,
      stage: 'new',
      expectedCents: 90_000,
      probabilityBps: 2_000,
    };
    const wrong = await put('lead', 'led_mail', 0, { ...lead, campaignId: 'cmp_x' });
    expect([wrong.status, fieldsOf(wrong)]).toEqual([400, ['record.campaignId']]);
    expect((await recordsOf('lead')).some(({ id }) => id === 'led_mail')).toBe(false);
    expect((await put('campaign', 'cmp_x', 0, CAMPAIGN)).status).toBe(200);
    expect((await put('lead', 'led_mail', 0, { ...lead, campaignId: 'cmp_x' })).status).toBe(200);
    const why = { version: 1, entityId: 'jada', reason: 'Never sent' };
    expect((await withdraw('campaign', 'cmp_x', why)).body.problems).toEqual([
      { field: 'recordId', message: 'leads say they came from this campaign: change them first' },
    ]);
    expect((await put('lead', 'led_mail', 1, lead)).status).toBe(200);
    expect((await withdraw('campaign', 'cmp_x', why)).status).toBe(200);
  });

  it('stays while something rests on it, and goes once nothing does', async () => {
    const listing = { entityId: 'jada', channelId: 'direct', status: 'draft', statusSince: today };
    const step = { entityId: 'jada', listingId: 'lst_x', order: 1, task: 'Photos', ownerRole: 'CMO', status: 'open' };
    expect((await put('listing', 'lst_x', 0, listing)).status).toBe(200);
    expect((await put('onboarding-task', 'obt_x', 0, step)).status).toBe(200);
    const why = { version: 1, entityId: 'jada', reason: 'Wrong business' };
    const refused = await withdraw('listing', 'lst_x', why);
    expect([refused.status, refused.body.problems]).toEqual([
      422,
      [{ field: 'recordId', message: 'steps towards this listing are on record: withdraw them first' }],
    ]);
    expect((await recordsOf('listing')).some(({ id }) => id === 'lst_x')).toBe(true);
    expect((await withdraw('onboarding-task', 'obt_x', why)).status).toBe(200);
    expect((await withdraw('listing', 'lst_x', why)).status).toBe(200);
  });

  it('of a bank line typed in twice is withdrawn: it would keep its month from being closed', async () => {
    const line = { entityId: 'jada', account: '1010', on: today, cents: -4_200, memo: 'Typed in twice' };
    expect((await put('bank-line', 'bnk_x', 0, line)).status).toBe(200);
    const done = await withdraw('bank-line', 'bnk_x', { version: 1, entityId: 'jada', reason: 'Typed in twice' });
    expect(done.status).toBe(200);
    expect((await recordsOf('bank-line')).some(({ id }) => id === 'bnk_x')).toBe(false);
  });

  it('stays where others rest on it, and the refusal says so', async () => {
    const answer = await withdraw('vessel', 'ves_jada', { version: 1, entityId: 'jada', reason: 'Sold' });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['kind']]);
  });
});

const CAMPAIGN = {
  entityId: 'jada',
  name: 'Autumn',
  sentOn: '2026-10-01',
  sent: 100,
  bouncesHard: 0,
  bouncesSoft: 0,
  complaints: 0,
  uniqueOpens: 40,
  uniqueClicks: 8,
  unsubscribes: 0,
  unsubscribeHeader: true,
  costCents: 1_000,
  bookings: 0,
  revenueCents: 0,
  contributionCents: 0,
};

const COST = { entityId: 'jada', name: 'Mast insurance', centsPerMonth: 12_000, from: '2026-01' };

describe('a customer', () => {
  it('is added, changed over the version seen, found by name, and chosen for a charter', async () => {
    const ada = { entityId: 'jada', name: 'Ada Finch', email: 'finch@example.com' };
    expect((await put('customer', 'cus_finch', 0, ada)).body.version).toBe(1);
    expect((await put('customer', 'cus_finch', 1, { ...ada, phone: '555 0100' })).body.version).toBe(2);
    const overtaken = await put('customer', 'cus_finch', 1, ada);
    expect([overtaken.status, overtaken.body.current]).toEqual([409, expect.objectContaining({ phone: '555 0100' })]);
    expect(await recordsOf('customer')).toContainEqual(expect.objectContaining({ id: 'cus_finch', version: 2 }));
    const agreed = { at: testClock(), text: 'Send me news of the season' };
    const consenting = await put('customer', 'cus_finch', 2, {
      ...ada,
      marketingConsent: agreed,
      suppressedAt: agreed.at,
    });
    expect(consenting.body).toMatchObject({ marketingConsent: agreed, suppressedAt: agreed.at, version: 3 });
    expect(fieldsOf(await put('customer', 'cus_finch', 3, { ...ada, marketingConsent: { at: agreed.at } }))).toEqual([
      'marketingConsent.text',
    ]);
    expect(fieldsOf(await put('customer', 'cus_other', 0, { ...ada, nickname: 'Al' }))).toEqual(['nickname']);
    expect(await linesAbout('customer.write', 'cus_finch')).toHaveLength(3);
  });
});

describe('somebody who may sign in', () => {
  const bo = {
    name: 'Bo Reyes',
    email: 'bo@example.com',
    roles: ['crew'],
    entityIds: ['jada'],
    grants: [],
    credentials: [],
  };

  it('is added and changed by the office, never twice under one address', async () => {
    expect((await put('person', 'usr_bo', 0, { ...bo, status: 'active' })).status).toBe(200);
    expect((await signedIn(stack, 'bo@example.com')).cookie).not.toBe('');
    const changed = await put('person', 'usr_bo', 1, { ...bo, roles: ['captain'], status: 'active' });
    expect(changed.body).toMatchObject({ version: 2, authVersion: 2 });
    const overtaken = await put('person', 'usr_bo', 1, { ...bo, status: 'disabled' });
    expect([overtaken.status, overtaken.body.current]).toEqual([409, expect.objectContaining({ roles: ['captain'] })]);
    const taken = await put('person', 'usr_bo2', 0, { ...bo, status: 'active' });
    expect([taken.status, fieldsOf(taken)]).toEqual([409, ['email']]);
    expect(fieldsOf(await put('person', 'usr_bo', 2, { ...bo, status: 'active', pin: '1' }))).toEqual(['pin']);
  });

  it('cannot lock the office out by their own hand', async () => {
    const me = (await recordsOf('person')).find((one) => one['email'] === 'admin@example.com') as ListedRecord;
    const { name, email, roles, entityIds, grants, credentials } = me;
    const same = { name, email, roles, entityIds, grants, credentials };
    const answer = await put('person', me.id, me.version, { ...same, status: 'disabled' });
    expect([answer.status, fieldsOf(answer)]).toEqual([422, ['status']]);
    const fewer = await put('person', me.id, me.version, { ...same, roles: ['crew'], status: 'active' });
    expect([fewer.status, fieldsOf(fewer)]).toEqual([422, ['roles']]);
    expect((await admin.get('/api/me')).status).toBe(200);
  });
});

describe('the form of a kind', () => {
  it('is answered to the office, and to nobody else', async () => {
    const { body } = await admin.get<ReadFormResponse>('/api/forms/expense');
    expect(body.form).toMatchObject({ kind: 'expense', of: 'money', day: 'on' });
    expect((await admin.get('/api/forms/unheard-of')).status).toBe(404);
    const captain = await signedIn(stack, 'captain@example.com');
    expect((await captain.get('/api/forms/expense')).status).toBe(403);
  });
});

async function linesAbout(action: string, object: string) {
  const lines = await auditLines(stack.runtime.tables, `business.${today.slice(0, 7)}`);
  return lines.filter((line) => line.action === action && line.object === object);
}
