import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { User } from '../../shared/records/user.ts';
import type { World } from './sign-in-world.ts';
import { aWorld } from './sign-in-world.ts';

let world: World;
let captain: User;
beforeAll(async () => {
  world = await aWorld();
  captain = await world.person('captain', ['captain']);
});
afterAll(() => world.close());
beforeEach(() => {
  world.pass(48 * 60 - minuteOfDay()); // a midnight in UTC later, so that no window is in use
  world.jobs.length = 0;
  world.mails.length = 0;
});

function minuteOfDay(): number {
  return Number(world.now().slice(11, 13)) * 60 + Number(world.now().slice(14, 16));
}

const ask = (email: unknown, viewer = '203.0.113.1', more = {}) =>
  world.browser().post('/api/sign-in/link', { email, ...more }, { 'x-test-viewer': viewer, 'x-test-request': 'req_x' });

/** Everything a stranger can compare, with the random cookie's value covered. */
async function seen(reply: Response): Promise<string> {
  const headers = [...reply.headers].map(([name, value]) => `${name}: ${value.replace(/=[\w-]{22};/, '=*;')}`);
  return [reply.status, ...headers, await reply.text()].join('\n');
}

/** Names of the commands the store was sent, and how much was in them. */
async function storeWork(action: () => Promise<unknown>): Promise<string[]> {
  const send = vi.spyOn(world.tables.client, 'send');
  await action();
  const work = send.mock.calls.map(([command]) => {
    const { TableName, UpdateExpression = '' } = command.input as { TableName?: string; UpdateExpression?: string };
    return `${command.constructor.name} ${TableName} ${UpdateExpression}`;
  });
  send.mockRestore();
  return work;
}

describe('asking for a sign-in link', () => {
  test('answers a known and an unknown address with the same bytes', async () => {
    const known = await ask(captain.email);
    const unknown = await ask('nobody@example.com');
    expect(known.status).toBe(202);
    expect(await seen(unknown)).toBe(await seen(known));
  });

  test('does the same work in the store and queues the same job for a known and an unknown address', async () => {
    const known = await storeWork(() => ask(captain.email));
    const unknown = await storeWork(() => ask('nobody@example.com'));
    expect(unknown).toEqual(known);
    expect(known).toHaveLength(5);
    expect(world.jobs.map((job) => Object.keys(job))).toEqual([
      Object.keys(world.jobs[0] ?? {}),
      Object.keys(world.jobs[0] ?? {}),
    ]);
  });

  test('mails the stored address of a known person, and nobody for an unknown address', async () => {
    await ask(captain.email);
    await ask('nobody@example.com');
    await world.mailedToken();
    expect(world.mails.map(({ to }) => to)).toEqual([captain.email]);
    expect(world.mails[0]?.mail.subject).toBe('Sign in to Test Charters');
    expect(world.mails[0]?.mail.text).toMatch(/\nhttps:\/\/app\.example\.com\/#\/sign-in\?t=[A-Za-z0-9_-]{43}\n/);
  });

  test('mails nobody who is disabled', async () => {
    const gone = await world.person('gone', ['admin'], { status: 'disabled' });
    expect((await ask(gone.email)).status).toBe(202);
    await world.mailedToken();
    expect(world.mails).toEqual([]);
  });

  test('mails nothing when the work is done only after the link would have expired', async () => {
    await ask(captain.email);
    world.pass(10);
    await world.mailedToken();
    expect(world.mails).toEqual([]);
  });

  test('puts neither an address nor a token into the queued job', async () => {
    await ask(captain.email);
    expect(Object.keys(world.jobs[0] ?? {}).sort()).toEqual(['bindDigest', 'destination', 'requestedAt', 'userId']);
    expect(JSON.stringify(world.jobs)).not.toContain('@');
  });

  test('leads to the configured app whatever Host and forwarding headers say', async () => {
    const headers = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    await world.browser().post('/api/sign-in/link', { email: captain.email }, headers);
    await world.mailedToken();
    expect(JSON.stringify(world.mails)).not.toContain('evil');
    expect(world.mails[0]?.mail.text).toContain('https://app.example.com/#/sign-in?t=');
  });

  test.each([
    ['//evil.com'],
    ['/\\evil.com'],
    ['\t//evil.com'],
    ['https://evil.com'],
    ['JaVa\tScript:alert(1)'],
    ['Reports'],
  ])('refuses %j as a destination and mails nothing', async (destination) => {
    const reply = await ask(captain.email, '203.0.113.1', { destination });
    expect(reply.status).toBe(400);
    expect(world.jobs).toEqual([]);
  });

  test.each([
    ['captain@example.com\r\nBcc: evil@example.com'],
    ['captain@example.com\nevil@example.com'],
    ['captain@example.com, evil@example.com'],
    ['captain@example.com; evil@example.com'],
    ['Captain <captain@example.com>'],
    ['"captain@example.com"@evil.com'],
    ['captain@example.com@evil.com'],
    ['сaptain@example.com'],
    ['captain＠example.com'],
    ['captain@ｅxample.com'],
    ['captain@example.com\u202e'],
    ['captain@example.com/evil'],
    ['captain@example.com:25'],
    ['captain@exa%6dple.com'],
    [`${'a'.repeat(65)}@example.com`],
    [`a@${'b'.repeat(250)}.com`],
    ['captain@localhost'],
    ['@example.com'],
    ['captain@'],
    ['captain'],
    [''],
    [' '],
    ['\u0000'],
    [null],
    [7],
    [['captain@example.com']],
    [{ $ne: '' }],
  ])('refuses %j naming the field, and stores and queues nothing', async (email) => {
    let reply: Response | undefined;
    const work = await storeWork(async () => {
      reply = await ask(email);
    });
    expect(reply?.status).toBe(400);
    expect(await reply?.text()).toContain('"field":"email"');
    expect(work).toEqual([]);
    expect(world.jobs).toEqual([]);
  });

  test('takes the domain in any case and spaces around, but no other spelling of the mailbox', async () => {
    await ask('  captain@EXAMPLE.com ');
    await ask('Captain@example.com');
    await ask('captain+x@example.com');
    await ask('cap.tain@example.com');
    await world.mailedToken();
    expect(world.mails).toHaveLength(1);
  });
});

describe('floods', () => {
  test('one address gets at most 3 mails in a quarter of an hour, with the same answer for the fourth', async () => {
    const replies = [];
    for (let i = 0; i < 12; i += 1) replies.push(await seen(await ask(captain.email, `198.51.100.${i}`)));
    expect(new Set(replies).size).toBe(1);
    await world.mailedToken();
    expect(world.mails).toHaveLength(3);
  });

  test('one address gets at most 10 mails a day', async () => {
    for (let quarter = 0; quarter < 12; quarter += 1) {
      for (let i = 0; i < 3; i += 1) await ask(captain.email, `198.51.${quarter}.${i}`);
      world.pass(15);
    }
    expect(world.jobs).toHaveLength(10);
  });

  test('one viewer may ask 10 times in a quarter of an hour, whatever the addresses', async () => {
    for (let i = 0; i < 15; i += 1) expect((await ask(`person${i}@example.com`, '192.0.2.7')).status).toBe(202);
    expect(world.jobs).toHaveLength(10);
  });

  test('one viewer may ask 50 times a day, whatever the addresses', async () => {
    for (let quarter = 0; quarter < 7; quarter += 1) {
      for (let i = 0; i < 10; i += 1) await ask(`day${quarter}-${i}@example.com`, '192.0.2.8');
      world.pass(15);
    }
    expect(world.jobs).toHaveLength(50);
  });

  test('forty requests at the same moment still queue at most three mails', async () => {
    await Promise.all(Array.from({ length: 40 }, (_, i) => ask(captain.email, `198.51.100.${i}`)));
    expect(world.jobs.length).toBeLessThanOrEqual(3);
  });

  test('a request over the limit leaves the link already mailed usable', async () => {
    const browser = world.browser();
    for (let i = 0; i < 3; i += 1) await browser.post('/api/sign-in/link', { email: captain.email });
    const token = await world.mailedToken();
    await browser.post('/api/sign-in/link', { email: captain.email });
    expect(world.jobs).toEqual([]);
    expect((await browser.post('/api/sign-in/session', { token })).status).toBe(200);
  });
});

describe('canaries', () => {
  test('no address, token, cookie or key is in any log line or stored counter', async () => {
    const canary = await world.person('canary-7f3a', ['admin'], { name: 'Canary' });
    const browser = world.browser();
    await browser.post('/api/sign-in/link', { email: canary.email }, { 'x-test-viewer': '192.0.2.211' });
    const secret = browser.cookies.get('__Host-ml') ?? 'missing';
    const token = await world.mailedToken();
    await browser.post('/api/sign-in/session', { token: `${token.slice(0, -1)}!` });
    await browser.get(`/api/sign-in/session?token=${token}`);
    await browser.get(`/api/nothing/${token}/${canary.email}`);
    await browser.send(`GET${token}`, '/api/me').catch(() => undefined);
    await browser.post('/api/sign-in/session', { token });
    const session = browser.cookies.get('__Host-s') ?? 'missing';
    await browser.get('/api/me');
    await browser.send('DELETE', '/api/session');
    const log = world.lines.join('\n');
    const stored = await world.tables.client.send(new ScanCommand({ TableName: 'main', ConsistentRead: true }));
    const counters = JSON.stringify((stored.Items ?? []).filter((item) => !/^(EMAIL|USER)#/.test(String(item['pk']))));
    for (const planted of [canary.email, 'canary-7f3a@', token, secret, session, '192.0.2.211']) {
      expect(log).not.toContain(planted);
      expect(counters).not.toContain(planted);
    }
    expect(world.lines.length).toBeGreaterThan(6);
  });
});
