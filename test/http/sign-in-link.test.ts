import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { issueLink } from '../../lambda/host/sign-in-link.ts';
import { saveUser } from '../../lambda/stores/user-store.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { World } from './sign-in-world.ts';
import { aWorld } from './sign-in-world.ts';

const PURPOSES = [
  { name: 'sign-in', bound: true },
  { name: 'open-desk', bound: false },
];

let world: World;
let captain: User;
beforeAll(async () => {
  world = await aWorld({ purposes: PURPOSES });
  captain = await world.person('captain', ['captain']);
});
afterAll(() => world.close());

async function requested(email: string) {
  world.pass(60 * 24); // a day later no window is full
  const browser = world.browser();
  await browser.post('/api/sign-in/link', { email });
  return { browser, token: await world.mailedToken() };
}

async function sessions(): Promise<number> {
  const found = await world.tables.client.send(new ScanCommand({ TableName: 'main', ConsistentRead: true }));
  return (found.Items ?? []).filter((item) => String(item['pk']).startsWith('SID#')).length;
}

async function detailOf(reply: Response): Promise<string> {
  return ((await reply.json()) as { detail: string }).detail;
}

const issued = (change: { purpose?: string; bindDigest?: string; expiresAt?: Instant; userId?: string }) =>
  issueLink(
    world.tables,
    {
      userId: captain.id,
      purpose: 'open-desk',
      expiresAt: plusMinutes(world.now(), 10),
      destination: 'charters',
      ...change,
    },
    world.now,
    (count) => crypto.getRandomValues(new Uint8Array(count)),
  );

const open = (token: string, browser = world.browser()) => browser.post('/api/sign-in/session', { token });

const DEAD = 'This sign-in link does not work any more. Ask for a new one.';

describe('a sign-in link', () => {
  test('opens a session for the browser that asked, once', async () => {
    const { browser, token } = await requested(captain.email);
    const reply = await open(token, browser);
    expect(reply.status).toBe(200);
    expect(await reply.json()).toEqual({ destination: 'charters' });
    expect((await browser.get('/api/me')).status).toBe(200);
    const again = await open(token, browser);
    expect(again.status).toBe(422);
    expect(await detailOf(again)).toBe(DEAD);
  });

  test('gives one session however many try at the same time', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { browser, token } = await requested(captain.email);
      const before = await sessions();
      const replies = await Promise.all(
        Array.from({ length: 64 }, () =>
          browser.send('POST', '/api/sign-in/session', { body: JSON.stringify({ token }) }),
        ),
      );
      expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1);
      expect(replies.filter((reply) => reply.status === 422)).toHaveLength(63);
      expect(await sessions()).toBe(before + 1);
    }
  }, 120_000);

  test('is not used up by GET, HEAD, OPTIONS or a prefetch', async () => {
    const { browser, token } = await requested(captain.email);
    const paths = ['/api/sign-in/session', `/api/sign-in/session?token=${token}`, `/api/sign-in/session/${token}`];
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) {
      for (const path of paths) {
        const reply = await browser.send(method, path, { headers: { purpose: 'prefetch' } });
        expect([404, 405]).toContain(reply.status);
        expect(reply.headers.getSetCookie()).toEqual([]);
      }
    }
    expect((await open(token, browser)).status).toBe(200);
  });

  test('is refused ten minutes after it was made, even while the store still has it', async () => {
    const { browser, token } = await requested(captain.email);
    world.pass(10);
    const before = await sessions();
    const reply = await open(token, browser);
    expect([reply.status, await detailOf(reply)]).toEqual([422, DEAD]);
    expect(await sessions()).toBe(before);
  });

  test('still works a moment before it expires', async () => {
    const { browser, token } = await requested(captain.email);
    world.pass(9.99);
    expect((await open(token, browser)).status).toBe(200);
  });

  test('is refused once a newer one was made', async () => {
    const { browser, token: first } = await requested(captain.email);
    await browser.post('/api/sign-in/link', { email: captain.email });
    const second = await world.mailedToken();
    const before = await sessions();
    const reply = await open(first, browser);
    expect([reply.status, await detailOf(reply)]).toEqual([422, DEAD]);
    expect(await sessions()).toBe(before);
    expect((await open(second, browser)).status).toBe(200);
  });

  test('is refused with any one bit flipped', async () => {
    const { browser, token } = await requested(captain.email);
    const bytes = Buffer.from(token, 'base64url');
    for (const at of [0, 1, 15, 31]) {
      for (const bit of [1, 16, 128]) {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ bit;
        const reply = await open(other.toString('base64url'), browser);
        expect([reply.status, await detailOf(reply)]).toEqual([422, DEAD]);
      }
    }
    expect((await open(token, browser)).status).toBe(200);
  });

  test.each([
    ['', 422],
    ['x', 422],
    ['a'.repeat(200), 422],
    ['a'.repeat(201), 400],
    ['../../etc/passwd', 422],
    ['ML#newest.sign-in.usr_captain', 422],
    ['<script>', 422],
    ['\u0000', 422],
  ])('is refused when it is %j', async (token, status) => {
    expect((await open(token)).status).toBe(status);
  });

  test('made for something else opens no session and stays unused', async () => {
    for (const purpose of ['waiver', 'rsvp', 'SIGN-IN', 'sign-in ']) {
      const reply = await open(await issued({ purpose }));
      expect([reply.status, await detailOf(reply)]).toEqual([422, DEAD]);
    }
  });

  test('of an unbound purpose opens in any browser', async () => {
    expect((await open(await issued({}))).status).toBe(200);
  });

  test('for someone who does not exist opens nothing', async () => {
    const reply = await open(await issued({ userId: 'usr_nobody' }));
    expect([reply.status, await detailOf(reply)]).toEqual([422, DEAD]);
  });

  test('is spoilt when its person is disabled or gets other roles after it was made', async () => {
    const mate = await world.person('mate', ['captain']);
    const first = await issued({ userId: mate.id });
    const demoted = await saveUser(world.tables, { ...mate, roles: ['crew'] }, mate);
    expect((await open(first)).status).toBe(422);
    const second = await issued({ userId: mate.id });
    await saveUser(world.tables, { ...demoted, status: 'disabled' }, demoted);
    expect((await open(second)).status).toBe(422);
    expect((await open(await issued({ userId: mate.id }))).status).toBe(422);
  });
});

describe('in another browser than the one that asked', () => {
  test.each([['captain'], ['admin'], ['executive']] as const)(
    'a link of the %s is refused and stays good',
    async (role) => {
      const user = await world.person(`bound-${role}`, [role]);
      const { browser, token } = await requested(user.email);
      const before = await sessions();
      const reply = await open(token);
      expect(reply.status).toBe(422);
      expect(await detailOf(reply)).toBe('This link was asked for in another browser. Ask for a new link here.');
      expect(reply.headers.getSetCookie()).toEqual([]);
      expect(await sessions()).toBe(before);
      expect((await open(token, browser)).status).toBe(200);
    },
  );

  test('a link of the crew still opens', async () => {
    const user = await world.person('unbound-crew', ['crew']);
    const { token } = await requested(user.email);
    expect((await open(token)).status).toBe(200);
  });

  test('a sign-in link made without a browser does not open for a captain', async () => {
    expect((await open(await issued({ purpose: 'sign-in' }))).status).toBe(422);
  });
});
