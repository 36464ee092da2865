import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { World } from './sign-in-world.ts';
import { aWorld, ORIGIN } from './sign-in-world.ts';

let world: World;
let cookie: string;
beforeAll(async () => {
  world = await aWorld();
  const browser = await world.signedIn(await world.person('captain', ['captain']));
  cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
});
afterAll(() => world.close());

const asked = (method: string, path: string, headers: Record<string, string>, body?: string) =>
  world.app.request(`${ORIGIN}${path}`, {
    method,
    headers: { cookie, ...headers },
    ...(body === undefined ? {} : { body }),
  });

const JSON_TYPE = { 'content-type': 'application/json' };
const LINK = JSON.stringify({ email: 'nobody@example.com' });

describe('a request that changes something', () => {
  const sites = [undefined, 'same-origin', 'same-site', 'cross-site', 'none', 'SAME-ORIGIN', ''] as const;
  const origins = [
    undefined,
    ORIGIN,
    'null',
    'https://evil.example',
    'http://app.example.com',
    'https://app.example.com.evil.example',
    'https://app.example.com:8443',
    `${ORIGIN}/`,
    'HTTPS://APP.EXAMPLE.COM',
  ] as const;
  const matrix = sites.flatMap((site) => origins.map((origin) => [site, origin] as const));

  test.each(matrix)('with Sec-Fetch-Site %s and Origin %s is let in only from our own pages', async (site, origin) => {
    const headers = {
      ...JSON_TYPE,
      ...(site === undefined ? {} : { 'sec-fetch-site': site }),
      ...(origin === undefined ? {} : { origin }),
    };
    const ours = site === 'same-origin' || (site === undefined && origin === ORIGIN);
    const reply = await asked('POST', '/api/sign-in/link', headers, LINK);
    expect(reply.status).toBe(ours ? 202 : 403);
    const ending = await asked('DELETE', '/api/session', { ...headers, cookie: '' });
    expect(ending.status).toBe(ours ? 401 : 403);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  test.each([
    ['text/plain', 415],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
    ['application/json; charset=utf-16', 415],
    ['application/jsonp', 415],
    ['application/json, text/plain', 415],
    ['text/plain; application/json', 415],
    ['', 415],
    ['application/json', 202],
    ['application/json; charset=utf-8', 202],
    ['Application/JSON;charset=UTF-8', 202],
  ])('with content type %j answers %i', async (type, expected) => {
    const reply = await asked(
      'POST',
      '/api/sign-in/link',
      { 'sec-fetch-site': 'same-origin', 'content-type': type },
      LINK,
    );
    expect(reply.status).toBe(expected);
  });

  test.each(['x-http-method-override', 'x-http-method', 'x-method-override', '_method'])(
    'is not made out of a GET by %s',
    async (name) => {
      const reply = await asked('GET', '/api/me', { 'sec-fetch-site': 'cross-site', [name]: 'DELETE' });
      expect(reply.status).toBe(200);
      expect((await asked('GET', '/api/me', {})).status).toBe(200);
    },
  );
});

describe('a preflight', () => {
  test.each(['/api/me', '/api/sign-in/link', '/api/nothing', '/', '*'])(
    'for %s is refused without CORS headers',
    async (path) => {
      const reply = await asked('OPTIONS', path, {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
      });
      expect(reply.status).toBe(403);
      expect([...reply.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );
});

describe('every reply', () => {
  const replies: readonly [string, string, string][] = [
    ['a page of ours', 'GET', '/api/me'],
    ['HEAD', 'HEAD', '/api/me'],
    ['a refusal', 'POST', '/api/sign-in/link'],
    ['a wrong method', 'PUT', '/api/me'],
    ['an unknown path', 'GET', '/api/x.css'],
    ['an unknown method', 'BREW', '/api/me'],
    ['the root', 'GET', '/'],
  ];
  test.each(replies)('carries the security headers and is not kept: %s', async (_name, method, path) => {
    const reply = await asked(method, path, { 'x-test-request': 'req_42' });
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'",
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=63072000; includeSubDomains; preload',
      'x-content-type-options': 'nosniff',
      'x-request-id': 'req_42',
    });
  });

  test.each([
    '/api/me/',
    '/api//me',
    '/API/me',
    '/api/me.css',
    '/api/me;x=1',
    '/api/%6de%00',
    '/api/me/..%2f..%2fetc',
    '/%2e%2e/api',
    '/api/session/x',
    '/api/toString',
    '/api/__proto__',
  ])('for %s is 404, never another route', async (path) => {
    expect((await asked('GET', path, {})).status).toBe(404);
  });
});
