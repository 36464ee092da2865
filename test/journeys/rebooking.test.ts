import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import { readOpenCharters } from '../../lambda/stores/open-charter-store.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import type { Month, Zone } from '../../shared/kernel/calendar.ts';
import { dayIn, monthOf, monthsThrough, plusDays, plusMinutes, plusMonths } from '../../shared/kernel/calendar.ts';
import { booksOf } from '../../shared/ledger/balances.ts';
import type { ChangedCharterResponse, ReadCharterResponse } from '../../shared/wire/charters.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { ListedRecord, ListRecordsResponse } from '../../shared/wire/records.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, TestStack } from '../support/a-stack.ts';
import { aStack, signedIn } from '../support/a-stack.ts';

let stack: TestStack;
let admin: Caller;
let trip: Readonly<Record<string, unknown>>;
/** The charter of the storm, the one that takes its place. */
const ids = { storm: '', later: '' };

beforeAll(async () => {
  stack = await aStack();
  admin = await signedIn(stack, 'admin@example.com');
  const { body } = await admin.get<ListRecordsResponse>('/api/register/vessel');
  const vessel = body.records.find(({ entityId }) => entityId === 'jada') as ListedRecord;
  trip = {
    ...{ entityId: 'jada', vesselId: vessel.id, channelId: 'direct', title: 'Storm sail', time: '14:00' },
    ...{ durationMin: 150, paxExpected: 2, depositCents: 80_000, guests: [] },
    priceLines: [{ kind: 'charter', text: 'Storm sail', qty: 1, unitCents: 160_000, totalCents: 160_000 }],
  };
}, 120_000);
afterAll(() => stack.remove());

const today = dayIn('America/Los_Angeles' as Zone, testClock());
const month = monthOf(today);
const [stormOn, laterOn] = [plusDays(today, 70), plusDays(today, 77)];

type Opened = ChangedCharterResponse & ProblemResponse;
const opened = (fields: object) => admin.send<Opened>('POST', '/api/charters', { ...trip, ...fields });
const fileOf = async (id: string) => (await admin.get<ReadCharterResponse>(`/api/charters/${id}`)).body.file;

async function move(id: string, to: string, fields: object = {}, who: Caller = admin) {
  const { version } = (await fileOf(id)).charter;
  return who.send<ProblemResponse>('POST', `/api/charters/${id}/moves`, { to, version, ...fields });
}
/** jada's vessel as it is on record, and the same with what was changed about it. */
async function vesselNow(): Promise<ListedRecord> {
  const { body } = await admin.get<ListRecordsResponse>('/api/register/vessel');
  return body.records.find(({ id }) => id === trip['vesselId']) as ListedRecord;
}
async function keepVessel(wanted: ListedRecord) {
  const {
    id,
    createdAt: _a,
    createdBy: _b,
    updatedAt: _c,
    source: _d,
    schemaVersion: _e,
    version: _v,
    ...record
  } = wanted;
  const { version } = await vesselNow();
  return (await admin.send('PUT', `/api/register/vessel/${id}`, { version, record })).status;
}
const moved = async (id: string, to: string, fields: object = {}) => (await move(id, to, fields)).status;

/** What jada's books hold through this month, and what they count of bookings and deposits in it. */
async function books() {
  const held = booksOf(await readBalances(stack.runtime.tables, 'jada'));
  const through = (codes: readonly string[]) => held.accountThrough(['jada'], month, codes);
  const counted = (name: string) => held.tally(['jada'], [month], 'operations', name);
  return {
    booked: counted('booked'),
    value: counted('booked-value'),
    received: counted('deposits-received'),
    returned: counted('deposits-returned'),
    deposits: through(['2100', '2105']),
    credits: through(['2110']),
    cash: through(['1020']),
    trial: through(held.codesThrough(['jada'], month)),
  };
}

function since(before: Awaited<ReturnType<typeof books>>, now: Awaited<ReturnType<typeof books>>) {
  const names = Object.keys(now) as (keyof typeof now)[];
  return Object.fromEntries(names.map((name) => [name, now[name] - before[name]]).filter(([, by]) => by !== 0));
}

describe('a booking whose day is moved', () => {
  let before: Awaited<ReturnType<typeof books>>;

  it('is booked and its deposit paid', async () => {
    before = await books();
    const storm = await opened({ day: stormOn, customer: { name: 'The Sample party' } });
    ids.storm = storm.body.charter.id;
    expect(await moved(ids.storm, 'quoted')).toBe(200);
    expect(await moved(ids.storm, 'held', { holdExpiresAt: plusMinutes(testClock(), 30) })).toBe(200);
    const deposit = { kind: 'deposit', method: 'card', cents: 80_000, tipCents: 0, feeCents: 0, receivedOn: today };
    const path = `/api/charters/${ids.storm}/payments`;
    expect((await admin.send('POST', path, { requestKey: 'storm-deposit', ...deposit })).status).toBe(201);
    expect(await moved(ids.storm, 'booked')).toBe(200);
    expect(since(before, await books())).toEqual({
      ...{ booked: 1, value: 160_000, received: 80_000, deposits: -80_000, cash: 80_000 },
    });
  });

  it('has another charter for the new day, for the same customer of the same business', async () => {
    const { customerId } = (await fileOf(ids.storm)).charter;
    const priceLines = [{ kind: 'charter', text: 'Storm sail', qty: 1, unitCents: 170_000, totalCents: 170_000 }];
    const body = { day: laterOn, priceLines, rebookedFrom: ids.storm };
    const later = await opened({ ...body, customerId });
    expect(later.status).toBe(201);
    expect(later.body.charter).toMatchObject({ rebookedFrom: ids.storm, customerId, lifecycle: 'inquiry' });
    ids.later = later.body.charter.id;
    const refused = await Promise.all([
      opened({ ...body, customer: { name: 'Somebody else' } }),
      opened({ ...body, customerId, rebookedFrom: 'chr_nowhere' }),
    ]);
    expect(refused.map(({ status, body: said }) => [status, said.problems])).toEqual([
      [400, [{ field: 'rebookedFrom', message: 'that charter is for another customer' }]],
      [400, [{ field: 'rebookedFrom', message: 'there is no such charter of jada' }]],
    ]);
  });

  it('is not moved to a day on which the vessel is out of service by now, nor entered for one', async () => {
    const inService = await vesselNow();
    const refit = { from: plusDays(laterOn, -1), through: laterOn, reason: 'Refit' };
    const held = await books();
    expect(await keepVessel({ ...inService, outOfService: [refit] })).toBe(200);
    const refused = await move(ids.storm, 'rescheduled', { rebookedTo: ids.later });
    const [problem] = refused.body.problems;
    expect([refused.status, problem?.field, problem?.message]).toEqual([
      422,
      'rebookedTo',
      expect.stringContaining(`is out of service from ${refit.from} through ${refit.through}: Refit`),
    ]);
    const { customerId } = (await fileOf(ids.storm)).charter;
    const another = await opened({ day: laterOn, customerId });
    expect([another.status, another.body.problems.map(({ field }) => field)]).toEqual([400, ['vesselId']]);
    expect(await books()).toEqual(held);
    expect(await keepVessel(inService)).toBe(200);
  });

  it('is not moved by somebody of another business, to whom it does not exist', async () => {
    const mate = { name: 'Ola Finch', email: 'ola@example.com', roles: ['captain'], entityIds: ['qos'] };
    const record = { ...mate, grants: [], credentials: [], status: 'active' };
    expect((await admin.send('PUT', '/api/register/person/usr_ola', { version: 0, record })).status).toBe(200);
    const ola = await signedIn(stack, 'ola@example.com');
    const held = await books();
    const refused = await move(ids.storm, 'rescheduled', { rebookedTo: ids.later }, ola);
    expect([refused.status, refused.body.detail]).toEqual([404, 'There is no such charter.']);
    const nobody = await ola.send<ProblemResponse>('POST', '/api/charters/chr_nowhere/moves', {
      ...{ to: 'rescheduled', version: 1, rebookedTo: ids.later },
    });
    expect([nobody.status, nobody.body.detail]).toEqual([404, 'There is no such charter.']);
    expect(await books()).toEqual(held);
    expect((await fileOf(ids.storm)).charter.lifecycle).toBe('booked');
  });

  it('takes what was paid with it: nothing is earned, given back or counted anew', async () => {
    expect(await moved(ids.storm, 'rescheduled', { rebookedTo: ids.later })).toBe(200);
    expect(since(before, await books())).toEqual({
      ...{ booked: 1, value: 160_000, received: 80_000, deposits: -80_000, cash: 80_000 },
    });
    const [storm, later] = [await fileOf(ids.storm), await fileOf(ids.later)];
    expect(storm.charter).toMatchObject({ lifecycle: 'rescheduled', rebookedTo: ids.later });
    expect([storm.balances['2100'] ?? 0, later.balances['2100']]).toEqual([0, -80_000]);
    const open = await readOpenCharters(stack.runtime.tables, 'jada');
    expect(open.filter(({ charterId }) => charterId === ids.storm)).toEqual([]);
    expect(open.find(({ charterId }) => charterId === ids.later)?.balances).toEqual({ '2100': -80_000 });
  });

  it('is booked once in all, worth what the new day costs, with the deposit it has', async () => {
    expect(await moved(ids.later, 'quoted')).toBe(200);
    expect(await moved(ids.later, 'held', { holdExpiresAt: plusMinutes(testClock(), 30) })).toBe(200);
    expect(await moved(ids.later, 'booked')).toBe(200);
    expect(since(before, await books())).toEqual({
      ...{ booked: 1, value: 170_000, received: 80_000, deposits: -80_000, cash: 80_000 },
    });
    expect((await books()).trial).toBe(0);
    const months = monthsThrough(plusMonths(month, -16), plusMonths(month, 4)) as Month[];
    expect((await verifyBooks(stack.runtime.tables, ['jada'], months)).isSound).toBe(true);
  });

  it('does not move a second time, nor does another to where it went', async () => {
    const held = await books();
    const again = await move(ids.storm, 'rescheduled', { rebookedTo: ids.later });
    expect([again.status, again.body.problems.map(({ field }) => field)]).toEqual([422, ['lifecycle']]);
    const { customerId } = (await fileOf(ids.storm)).charter;
    const twice = await opened({ day: plusDays(today, 84), customerId, rebookedFrom: ids.storm });
    expect([twice.status, twice.body.problems]).toEqual([
      400,
      [{ field: 'rebookedFrom', message: 'that booking moved already' }],
    ]);
    const onto = await move(ids.later, 'rescheduled', { rebookedTo: ids.storm });
    expect([onto.status, onto.body.problems.map(({ field }) => field)]).toEqual([422, ['rebookedTo']]);
    expect(await books()).toEqual(held);
  });

  it('is told by the audit lines of both charters', async () => {
    const all = await auditLines(stack.runtime.tables, `business.${testClock().slice(0, 7)}`);
    const lines = (id: string) =>
      all
        .filter(({ object }) => object === id)
        .map(({ action, data }) => `${action} ${data['to'] ?? data['from'] ?? ''}`);
    expect(lines(ids.storm)).toEqual([
      ...['charter.create ', 'charter.moved quoted', 'charter.moved held', 'charter.moved booked'],
      'charter.moved rescheduled',
    ]);
    expect(lines(ids.later)).toEqual([
      ...['charter.create ', `charter.rebooked ${ids.storm}`],
      ...['charter.moved quoted', 'charter.moved held', 'charter.moved booked'],
    ]);
  });
});
