import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditLines } from '../../lambda/stores/audit-store.ts';
import { readUser, saveUser } from '../../lambda/stores/user-store.ts';
import type { User } from '../../shared/records/user.ts';
import type { Browser } from './a-browser.ts';
import type { World } from './sign-in-world.ts';
import { aWorld } from './sign-in-world.ts';

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

let people = 0;
async function someone(roles: User['roles'] = ['captain']): Promise<{ user: User; browser: Browser }> {
  world.pass(60 * 24);
  people += 1;
  const user = await world.person(`p${people}`, roles);
  return { user, browser: await world.signedIn(user) };
}
const status = async (browser: Browser) => (await browser.get('/api/me')).status;
const changed = async (user: User, change: Partial<User>) => {
  const before = (await readUser(world.tables, user.id)) ?? user;
  return saveUser(world.tables, { ...before, ...change }, before);
};

describe('who is signed in', () => {
  test('is told with what they may do, the company, its zone and its day, and nothing else', async () => {
    const { user, browser } = await someone();
    const reply = await browser.get('/api/me');
    expect(await reply.json()).toEqual({
      userId: user.id,
      name: user.name,
      roles: ['captain'],
      entityIds: ['jada'],
      grants: [],
      actions: expect.arrayContaining(['charter.move', 'report.dashboard']),
      company: 'Test Charters',
      zone: 'America/Los_Angeles',
      today: expect.stringMatching(/^2\d{3}-\d\d-\d\d$/),
    });
  });

  test.each(['POST', 'PUT', 'DELETE'])('is not told by %s', async (method) => {
    const { browser } = await someone();
    const reply = await browser.send(method, '/api/me', { body: '{}' });
    expect(reply.status).toBe(405);
    expect(reply.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('a session', () => {
  test('ends on the next request after signing out, for every copy of its cookie', async () => {
    const { browser } = await someone();
    const stolen = world.browser();
    for (const [name, value] of browser.cookies) stolen.cookies.set(name, value);
    expect(await status(stolen)).toBe(200);
    const reply = await browser.send('DELETE', '/api/session');
    expect(reply.status).toBe(204);
    expect(reply.headers.get('clear-site-data')).toBe('"cache", "storage"');
    expect(browser.cookies.has('__Host-s')).toBe(false);
    expect(await status(stolen)).toBe(401);
  });

  test('of one browser survives signing out in another', async () => {
    const { user, browser } = await someone();
    const second = await world.signedIn(user);
    await second.send('DELETE', '/api/session');
    expect(await status(browser)).toBe(200);
  });

  test.each<[string, Partial<User>]>([
    ['the person is disabled', { status: 'disabled' }],
    ['their role is taken', { roles: ['crew'] }],
    ['they are given a role', { roles: ['captain', 'admin'] }],
    ['their address changes', { email: 'moved@example.com' }],
    ['all their sessions are ended', { authVersion: 2 }],
  ])('ends on the next request when %s', async (_name, change) => {
    const { user, browser } = await someone();
    await changed(user, change);
    expect(await status(browser)).toBe(401);
    await changed(user, { status: 'active', roles: ['captain'] });
    expect(await status(browser)).toBe(401);
  });

  test('stays when only the name or what the person may see changes, and shows the change at once', async () => {
    const { user, browser } = await someone();
    await changed(user, { name: 'Renamed', grants: [{ report: 'ceo', entityId: 'jada' }], entityIds: ['qos'] });
    const me = (await (await browser.get('/api/me')).json()) as { name: string; entityIds: string[] };
    expect([me.name, me.entityIds]).toEqual(['Renamed', ['qos']]);
  });

  test('ends an hour after its last request', async () => {
    const { browser } = await someone();
    world.pass(61);
    expect(await status(browser)).toBe(401);
  });

  test('is renewed after half an hour by our own pages, with another token', async () => {
    const { browser } = await someone();
    const first = browser.cookies.get('__Host-s');
    world.pass(29);
    await browser.get('/api/me');
    expect(browser.cookies.get('__Host-s')).toBe(first);
    world.pass(1);
    await browser.get('/api/me');
    expect(browser.cookies.get('__Host-s')).not.toBe(first);
    world.pass(59);
    expect(await status(browser)).toBe(200);
  });

  test.each(['cross-site', 'same-site', 'none'])('is not renewed by a %s request', async (site) => {
    const { browser } = await someone();
    world.pass(31);
    const reply = await browser.get('/api/me', { 'sec-fetch-site': site });
    expect(reply.status).toBe(200);
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  test.each<[string, User['roles'], number]>([
    ['admin', ['admin'], 8],
    ['admin who is a captain too', ['captain', 'admin'], 8],
    ['captain', ['captain'], 12],
    ['guest', ['guest'], 12],
  ])('of an %s ends after its longest time however often it is renewed', async (_name, roles, hours) => {
    const { browser } = await someone(roles);
    for (let minutes = 0; minutes < hours * 60 - 20; minutes += 20) {
      world.pass(20);
      expect(await status(browser)).toBe(200);
    }
    world.pass(20);
    expect(await status(browser)).toBe(401);
  });

  test('leaves a line in the history when it opens and when it ends', async () => {
    const { user, browser } = await someone();
    world.pass(1);
    await browser.send('DELETE', '/api/session');
    const lines = await auditLines(world.tables, `auth.${world.now().slice(0, 7)}`);
    const own = lines.filter((line) => line.actor === user.id);
    expect(own.map((line) => line.action)).toEqual(['session.opened', 'session.ended']);
    expect(JSON.stringify(own)).not.toContain('@');
  });
});

describe('cookies', () => {
  test('over https carry the __Host- prefix, and no script, no other site and no plain connection gets them', async () => {
    const user = await world.person('flags', ['captain']);
    const browser = world.browser();
    const asked = await browser.post('/api/sign-in/link', { email: user.email });
    const opened = await browser.post('/api/sign-in/session', { token: await world.mailedToken() });
    expect(asked.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-ml=[\w-]{22}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax; Secure$/),
    ]);
    expect(opened.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^__Host-s=[\w.-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Lax; Secure$/),
      '__Host-ml=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure',
    ]);
  });

  test('of a local start over http have plain names and still no script gets them', async () => {
    const local = await aWorld({ origin: 'http://localhost:8787' });
    const browser = await local.signedIn(await local.person('flags', ['captain']));
    expect([...browser.cookies.keys()]).toEqual(['scc-s']);
    const reply = await browser.post('/api/sign-in/link', { email: 'x@example.com' });
    expect(reply.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^scc-ml=[\w-]{22}; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/),
    ]);
    expect(reply.headers.has('strict-transport-security')).toBe(false);
    await local.close();
  });
});
