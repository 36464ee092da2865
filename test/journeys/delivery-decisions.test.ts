import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readRegister } from '../../lambda/stores/register-store.ts';
import type { SesOutcome } from '../../scripts/dev/services/local-ses.ts';
import { firstBreak } from '../../shared/kernel/audit-chain.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { ProblemResponse } from '../../shared/wire/problems.ts';
import type { DecideDeliveryResponse, RunResponse, StartRunResponse } from '../../shared/wire/reports.ts';
import { testClock } from '../support/a-clock.ts';
import type { Caller, InboxMail, TestStack } from '../support/a-stack.ts';
import { aStack, inbox, signedIn } from '../support/a-stack.ts';

type Delivery = RunResponse['deliveries'][number];
type Decided = DecideDeliveryResponse & ProblemResponse;

let stack: TestStack;
let admin: Caller;
let answer: SesOutcome = 'ok';
let aheadMin = 0;
let runs = 0;

beforeAll(async () => {
  process.env['ON_UNKNOWN'] = 'hold';
  stack = await aStack({
    beforeSesReply: async ({ action }) => (action === 'SendRawEmail' ? answer : 'ok'),
    substitutes: { clock: () => plusMinutes(testClock(), aheadMin) },
  });
}, 120_000);
afterAll(async () => {
  delete process.env['ON_UNKNOWN'];
  await stack?.remove();
});
beforeEach(async () => {
  answer = 'ok';
  admin = await signedIn(stack, 'admin@example.com');
});

describe('a mail that is held', () => {
  it('is marked as sent: nothing goes out, and the run is whole', async () => {
    const { runKey, delivery } = await held();
    const before = await reportMails();
    expect((await runOf(runKey)).run.state).toBe('complete-with-problems');
    const said = await decide(delivery, { act: 'mark-sent', reason: 'She has it: she rang about it.' });
    expect([said.status, said.body.delivery.state]).toEqual([200, 'accepted']);
    await stack.idle();
    await sweep();
    const after = await runOf(runKey);
    expect([after.run.state, after.deliveries.map(({ state }) => state)]).toEqual(['complete', ['accepted']]);
    expect(await reportMails()).toEqual(before);
    expect(await decisionsOnRecord(runKey)).toEqual([
      ['delivery.marked-sent', delivery.id, 'She has it: she rang about it.'],
    ]);
  });

  it('is sent again as the same mail, and arrives once', async () => {
    const { runKey, delivery } = await held();
    const before = (await reportMails()).length;
    const said = await decide(delivery, { act: 'send-again', reason: 'It never came.' });
    expect([said.status, said.body.delivery.id, said.body.delivery.state]).toEqual([200, delivery.id, 'ready']);
    await stack.idle();
    await sweep();
    const after = await runOf(runKey);
    expect(after.deliveries).toMatchObject([{ id: delivery.id, state: 'delivered', attempt: 2, revision: 1 }]);
    expect(after.run.state).toBe('complete');
    expect((await reportMails()).slice(before).map(({ messageId }) => messageId)).toEqual([
      after.deliveries[0]?.messageId,
    ]);
    expect(await decisionsOnRecord(runKey)).toEqual([
      ['delivery.sent-again', delivery.id, 'It never came.'],
      ['run.reopened', runKey, 'It never came.'],
    ]);
  });

  it('is decided by whoever comes first; the other is told to look again', async () => {
    const { runKey, delivery } = await held();
    const [one, other] = await Promise.all([
      decide(delivery, { act: 'send-again', reason: 'It never came.' }),
      decide(delivery, { act: 'send-again', reason: 'It never came, I think.' }),
    ]);
    expect([one.status, other.status].sort()).toEqual([200, 409]);
    await stack.idle();
    expect((await runOf(runKey)).deliveries).toMatchObject([{ state: 'delivered', attempt: 2 }]);
    expect(await decisionsOnRecord(runKey)).toHaveLength(2);
  });
});

describe('a mail that is over', () => {
  it('is sent again as a mail of its own, one revision on; the first stays as it is', async () => {
    const { runKey, delivery } = await delivered();
    const before = (await reportMails()).length;
    const said = await decide(delivery, { act: 'send-again', reason: 'She deleted it.' });
    expect([said.status, said.body.delivery.revision]).toEqual([200, 2]);
    await stack.idle();
    const { run, deliveries } = await runOf(runKey);
    const [first, second] = [...deliveries].sort((a, b) => a.revision - b.revision);
    expect(first).toEqual({ ...delivery, version: delivery.version + 1 });
    expect(second).toMatchObject({ state: 'delivered', attempt: 1, revision: 2, recipientId: delivery.recipientId });
    expect(second?.messageKey).not.toBe(first?.messageKey);
    expect([run.state, deliveries.length]).toEqual(['complete', 2]);
    const mails = (await reportMails()).slice(before);
    expect(mails).toMatchObject([
      { messageId: second?.messageId, destinations: ['ceo@example.com', 'audit@example.com'] },
    ]);
    expect(await decisionsOnRecord(runKey)).toEqual([
      ['delivery.sent-again', delivery.id, 'She deleted it.'],
      ['run.reopened', runKey, 'She deleted it.'],
    ]);
  });

  it('goes once more for one click, also when the click comes twice at a time, or again later', async () => {
    const { runKey, delivery } = await delivered();
    const before = (await reportMails()).length;
    const click = { act: 'send-again', reason: 'She deleted it.' } as const;
    const twice = await Promise.all([decide(delivery, click), decide(delivery, click), decide(delivery, click)]);
    const later = await decide(delivery, click);
    expect([...twice, later].map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    await stack.idle();
    await sweep();
    expect((await runOf(runKey)).deliveries.map(({ revision }) => revision).sort()).toEqual([1, 2]);
    expect((await reportMails()).length - before).toBe(1);
    expect(await decisionsOnRecord(runKey)).toHaveLength(2);
  });

  it('names in its header a place in the history of its run that is still there', async () => {
    const { runKey, delivery } = await delivered();
    await decide(delivery, { act: 'send-again', reason: 'She deleted it.' });
    await stack.idle();
    const { deliveries } = await runOf(runKey);
    const lines = await auditLines(stack.runtime.tables, `run.${runKey}`);
    expect(firstBreak(`run.${runKey}`, lines)).toBeUndefined();
    const heads = await Promise.all(deliveries.map(auditHeadOf));
    expect(heads.map(({ stream }) => stream)).toEqual(deliveries.map(() => `run.${runKey}`));
    for (const { seq, hash } of heads) {
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(lines[seq - 1]).toMatchObject({ seq, hash: expect.stringMatching(new RegExp(`^${hash}`)) });
    }
    expect(new Set(heads.map(({ seq }) => seq)).size).toBe(2); // what happened between them is witnessed too
  });
});

describe('a decision is refused', () => {
  it('of a mail that is still on its way', async () => {
    answer = 'reset';
    const { delivery } = await ran();
    answer = 'ok';
    expect(delivery.state).toBe('unknown');
    await refusedWith(delivery, { act: 'send-again' }, 422, /still on its way/);
    await refusedWith(delivery, { act: 'mark-sent' }, 422, /waits for a decision/);
  });

  it('of a mail that is over, to be marked as sent', async () => {
    const { delivery } = await delivered();
    await refusedWith(delivery, { act: 'mark-sent' }, 422, /waits for a decision/);
  });

  it('over another version than the one on record, and of a mail there is not', async () => {
    const { delivery } = await delivered();
    await refusedWith(delivery, { act: 'send-again', version: delivery.version - 1 }, 409, /moved on/);
    await refusedWith({ ...delivery, id: 'nothing' }, { act: 'send-again' }, 404, /no such mail/);
  });

  it.each([
    ['no reason', { reason: undefined }],
    ['an empty reason', { reason: '' }],
    ['a word beside what is asked', { also: 'this' }],
    ['another act', { act: 'forget' }],
  ])('with %s', async (_case, over) => {
    const { delivery } = await delivered();
    await refusedWith(delivery, { act: 'send-again', ...over }, 400, /./);
  });

  it('of a captain, whoever the mail is for', async () => {
    const { delivery } = await delivered();
    const captain = await signedIn(stack, 'captain@example.com');
    await refusedWith(delivery, { act: 'send-again' }, 403, /./, captain);
  });

  it('while its recipient gets no mail, or may no longer see what is in it', async () => {
    const { delivery } = await delivered();
    const active = { status: 'active', resumedBecause: 'The mailbox was moved.' };
    await recipientWith({ status: 'suspended', suspendedBecause: 'She asked for a rest.' });
    await refusedWith(delivery, { act: 'send-again' }, 422, /gets no mail at present/);
    await recipientWith({ ...active, suspendedBecause: undefined, grants: [], subscriptions: [] });
    await refusedWith(delivery, { act: 'send-again' }, 422, /no longer see this report/);
  });
});

/** Runs the CEO report by hand, to its one subscriber of the whole group. */
async function ran(): Promise<{ readonly runKey: string; readonly delivery: Delivery }> {
  runs += 1;
  const ask = { requestKey: `decisions-${runs}`, reports: ['ceo'], sendTo: 'subscribers' };
  const { body } = await admin.send<StartRunResponse>('POST', '/api/reports/runs', ask);
  await stack.idle();
  return { runKey: body.runKey, delivery: await onlyMail(body.runKey) };
}

async function delivered() {
  const run = await ran();
  expect(run.delivery.state).toBe('delivered');
  return run;
}

/** A mail SES never answered for, which is held once a day has brought no proof of anything. */
async function held() {
  answer = 'reset';
  const { runKey } = await ran();
  aheadMin += 25 * 60;
  await sweep(); // the probe it sends is not answered for either
  answer = 'ok';
  admin = await signedIn(stack, 'admin@example.com');
  const delivery = await onlyMail(runKey);
  expect(delivery.state).toBe('held');
  return { runKey, delivery };
}

function decide(delivery: Delivery, body: object, by = admin) {
  const path = `/api/reports/runs/${delivery.runKey}/deliveries/${delivery.id}`;
  return by.send<Decided>('POST', path, { version: delivery.version, ...body });
}

/** Asks for what must not be, and sees that it left nothing behind: no word on record, no mail made, none sent. */
async function refusedWith(delivery: Delivery, body: object, status: number, words: RegExp, by = admin): Promise<void> {
  const before = [await runOf(delivery.runKey), await reportMails()];
  const said = await decide(delivery, { reason: 'I want to.', ...body }, by);
  expect([said.status, said.body.detail]).toEqual([status, expect.stringMatching(words)]);
  await stack.idle();
  expect([await runOf(delivery.runKey), await reportMails()]).toEqual(before);
}

async function onlyMail(runKey: string): Promise<Delivery> {
  const { deliveries } = await runOf(runKey);
  expect(deliveries).toHaveLength(1);
  return deliveries[0] as Delivery;
}

async function runOf(runKey: string): Promise<RunResponse> {
  return (await admin.get<RunResponse>(`/api/reports/runs/${runKey}`)).body;
}

/** What people decided, on which object, and why, as the history of the run has it; the admin is the one who did. */
async function decisionsOnRecord(runKey: string) {
  const lines = await auditLines(stack.runtime.tables, `run.${runKey}`);
  const { body } = await admin.get<{ readonly userId: string }>('/api/me');
  const byPeople = lines.filter(({ action, data }) => action !== 'run.created' && data['reason'] !== undefined);
  expect(byPeople.map(({ actor }) => actor)).toEqual(byPeople.map(() => body.userId));
  return byPeople.map(({ action, object, data }) => [action, object, data['reason']]);
}

async function reportMails(): Promise<readonly InboxMail[]> {
  return (await inbox(stack)).filter((mail) => mail.tags.some(({ name }) => name === 'report'));
}

/** The place in the history of its run that a mail names, read from the mail as it lies in the inbox. */
async function auditHeadOf({ messageId }: Delivery) {
  const raw = await (await fetch(`${stack.inboxUrl}/mail/${messageId}/raw`)).text();
  const [, value = ''] = /^X-Audit-Head: (.*)$/im.exec(raw.replaceAll(/\r?\n[ \t]+/g, '')) ?? [];
  const [, stream = '', seq = '', hash = ''] = /^(.*):(\d+):([0-9a-f]+)\s*$/.exec(value) ?? [];
  return { stream, seq: Number(seq), hash };
}

/** Writes the CEO's subscription over what is on record of it, as the office does. */
async function recipientWith(change: object): Promise<void> {
  const held = await readRegister(stack.runtime.tables, 'recipient', 'company', 'rcp_ceo');
  if (held === undefined) throw new Error('the CEO gets no mail');
  const {
    id: _i,
    version,
    createdAt: _a,
    createdBy: _b,
    updatedAt: _c,
    source: _d,
    schemaVersion: _e,
    ...record
  } = held;
  const { resumedBecause: _r, ...before } = record;
  const { status, body } = await admin.send<ProblemResponse>('PUT', '/api/register/recipient/rcp_ceo', {
    version,
    record: { ...before, ...change },
  });
  expect([status, body.problems]).toEqual([200, undefined]);
}

async function sweep(): Promise<void> {
  await stack.invoke({ source: 'scc.scheduler', kind: 'sweep', scheduledTime: new Date().toISOString() });
}
