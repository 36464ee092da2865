import { createHmac, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSessionFor } from '../../lambda/host/sign-in-session.ts';
import { cookieNames } from '../../lambda/security/cookies.ts';
import { cachedSecrets } from '../../lambda/security/secrets.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import type { World } from '../http/sign-in-world.ts';
import { aWorld, KEY, ORIGIN, STORED_SECRET } from '../http/sign-in-world.ts';

let world: World;
let sid: string;
let good: string;
beforeAll(async () => {
  world = await aWorld();
  const user = await world.person('captain', ['captain']);
  const deps = {
    tables: world.tables,
    secrets: cachedSecrets(async () => STORED_SECRET, world.now),
    cookies: cookieNames(ORIGIN),
    random: (count: number) => crypto.getRandomValues(new Uint8Array(count)),
  };
  const cookie = await openSessionFor(deps, user, world.now());
  good = /__Host-s=([^;]+)/.exec(cookie)?.[1] ?? '';
  sid = (JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString()) as { sid: string }).sid;
});
afterAll(() => world.close());

const seconds = () => Math.floor(epochMs(world.now()) / 1000);
const header = { alg: 'HS256', typ: 'at+jwt', kid: 'k1' };
const claims = () => ({
  sub: 'usr_captain',
  sid,
  av: 1,
  jti: 'tok_1',
  iss: 'ship-captain-crew',
  aud: 'ship-captain-crew-api',
  iat: seconds(),
  exp: seconds() + 3600,
});
const part = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A token put together by hand and signed with the right key, so that only the named oddity is wrong. */
function signed(
  head: unknown,
  payload: unknown,
  key: Buffer | string = Buffer.from(KEY, 'base64url'),
  hash = 'sha256',
) {
  const content = `${part(head)}.${part(payload)}`;
  return `${content}.${createHmac(hash, key).update(content).digest('base64url')}`;
}
function without(name: string) {
  return Object.fromEntries(Object.entries(claims()).filter(([key]) => key !== name));
}

async function me(token: string): Promise<Response> {
  return world.app.request(`${ORIGIN}/api/me`, {
    headers: { cookie: `__Host-s=${token}`, 'sec-fetch-site': 'same-origin', 'x-test-request': 'req_x' },
  });
}

test('a token we signed is let in, as is one made the same way by hand', async () => {
  expect((await me(good)).status).toBe(200);
  expect((await me(signed(header, claims()))).status).toBe(200);
});

describe('a token is refused with the same bytes as none at all when', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const flipped = (at: number) => `${good.slice(0, at)}${good[at] === 'A' ? 'B' : 'A'}${good.slice(at + 1)}`;
  const parts = () => good.split('.');
  const cases: readonly [string, () => string | Promise<string>][] = [
    ['it is empty', () => ''],
    ['it is a word', () => 'token'],
    ['it has no signature', () => `${parts()[0]}.${parts()[1]}.`],
    ['it has two parts', () => parts().slice(0, 2).join('.')],
    ['it has four parts', () => `${good}.x`],
    ['it has five parts, like an encrypted one', () => `${good}.x.y`],
    ['its algorithm is none', () => `${part({ ...header, alg: 'none' })}.${part(claims())}.`],
    ['its algorithm is NoNe', () => `${part({ ...header, alg: 'NoNe' })}.${part(claims())}.x`],
    ['its algorithm is none with a real signature', () => signed({ ...header, alg: 'none' }, claims())],
    ['its algorithm is HS512', () => signed({ ...header, alg: 'HS512' }, claims(), undefined, 'sha512')],
    ['its algorithm is hs256', () => signed({ ...header, alg: 'hs256' }, claims())],
    ['its algorithm is a list', () => signed({ ...header, alg: ['HS256'] }, claims())],
    [
      'it is signed by RSA',
      () => new SignJWT(claims()).setProtectedHeader({ ...header, alg: 'RS256' }).sign(privateKey),
    ],
    ['it is signed with a public key as the secret', () => signed(header, claims(), pem)],
    ['it is signed with another key', () => signed(header, claims(), Buffer.alloc(32, 8))],
    ['it is signed with an empty key', () => signed(header, claims(), '')],
    ['it is signed with the key as text', () => signed(header, claims(), KEY)],
    ['it has no type', () => signed({ alg: 'HS256', kid: 'k1' }, claims())],
    ['its type is JWT', () => signed({ ...header, typ: 'JWT' }, claims())],
    ['its type has a prefix', () => signed({ ...header, typ: 'application/at+jwt' }, claims())],
    ['it has no key id', () => signed({ alg: 'HS256', typ: 'at+jwt' }, claims())],
    ['its key id is unknown', () => signed({ ...header, kid: 'k2' }, claims())],
    ['its key id is a path', () => signed({ ...header, kid: '../../dev/null' }, claims(), '')],
    ['its key id is __proto__', () => signed({ ...header, kid: '__proto__' }, claims())],
    ['its key id is a query', () => signed({ ...header, kid: "k1' OR '1'='1" }, claims())],
    ['its key id is an address', () => signed({ ...header, kid: 'http://evil.example/k' }, claims())],
    ['its key id is a number', () => signed({ ...header, kid: 1 }, claims())],
    ['its key id is 10 kB', () => signed({ ...header, kid: 'k'.repeat(10_000) }, claims())],
    ['it brings its own key', () => signed({ ...header, jwk: { kty: 'oct', k: KEY } }, claims())],
    ['it points to a key set', () => signed({ ...header, jku: 'https://evil.example/jwks.json' }, claims())],
    ['it points to a certificate', () => signed({ ...header, x5u: 'https://evil.example/x' }, claims())],
    ['it has a critical header', () => signed({ ...header, crit: ['b64'], b64: true }, claims())],
    ['it has an empty critical header', () => signed({ ...header, crit: [] }, claims())],
    ['its header is a list', () => signed([header], claims())],
    ['its header is no JSON', () => signed('{"alg":"HS256"', claims())],
    ['it has no issuer', () => signed(header, without('iss'))],
    ['its issuer is another', () => signed(header, { ...claims(), iss: 'someone' })],
    ['it has no audience', () => signed(header, without('aud'))],
    ['its audience is another', () => signed(header, { ...claims(), aud: 'other' })],
    ['it has us among several audiences', () => signed(header, { ...claims(), aud: ['ship-captain-crew-api', 'x'] })],
    ['it has us as a list of one', () => signed(header, { ...claims(), aud: ['ship-captain-crew-api'] })],
    ['it has no expiry', () => signed(header, without('exp'))],
    ['it has expired', () => signed(header, { ...claims(), iat: seconds() - 3000, exp: seconds() - 6 })],
    ['its expiry is text', () => signed(header, { ...claims(), exp: String(seconds() + 60) })],
    ['its expiry is endless', () => signed(header, { ...claims(), exp: 1e308 })],
    ['it lives longer than an hour', () => signed(header, { ...claims(), exp: seconds() + 3601 })],
    [
      'it was issued over an hour ago',
      () => signed(header, { ...claims(), iat: seconds() - 3700, exp: seconds() + 60 }),
    ],
    ['it has no time of issue', () => signed(header, without('iat'))],
    ['it was issued in the future', () => signed(header, { ...claims(), iat: seconds() + 60, exp: seconds() + 600 })],
    ['it is not valid yet', () => signed(header, { ...claims(), nbf: seconds() + 60 })],
    ['its not-before is text', () => signed(header, { ...claims(), nbf: 'now' })],
    ['it names nobody', () => signed(header, without('sub'))],
    ['it names a number', () => signed(header, { ...claims(), sub: 7 })],
    ['it names a key of the store', () => signed(header, { ...claims(), sub: 'USER#usr_captain' })],
    ['it names somebody else than its session', () => signed(header, { ...claims(), sub: 'usr_other' })],
    ['it has no session', () => signed(header, without('sid'))],
    ['its session does not exist', () => signed(header, { ...claims(), sid: 'sid_01' })],
    ['its session is an object', () => signed(header, { ...claims(), sid: { $ne: '' } })],
    ['it has no id', () => signed(header, without('jti'))],
    ['it has no version of rights', () => signed(header, without('av'))],
    ['its version of rights is another', () => signed(header, { ...claims(), av: 2 })],
    ['its version of rights is text', () => signed(header, { ...claims(), av: '1' })],
    ['it has no claims', () => signed(header, {})],
    ['its claims are a list', () => signed(header, [claims()])],
    ['its claims are null', () => signed(header, 'null')],
    ['its claims are no JSON', () => signed(header, '{"sub":')],
    ['its claims were changed', () => `${parts()[0]}.${part({ ...claims(), sub: 'usr_admin' })}.${parts()[2]}`],
    ['a bit of its signature is flipped', () => flipped(good.length - 5)],
    ['a bit of its header is flipped', () => flipped(5)],
    ['it ends in padding', () => `${good}=`],
    ['it holds a space', () => `${good} `.replace('.', ' .')],
    ['it is a megabyte', () => signed(header, { ...claims(), pad: 'x'.repeat(1_000_000) })],
    ['it is over 4,096 characters', () => signed(header, { ...claims(), pad: 'x'.repeat(3_000) })],
  ];

  test.each(cases)('%s', async (_name, token) => {
    const nothing = await world.app.request(`${ORIGIN}/api/me`, { headers: { 'x-test-request': 'req_x' } });
    const reply = await me(await token());
    expect(reply.status).toBe(401);
    expect(await reply.text()).toBe(await nothing.text());
    expect(reply.headers.getSetCookie()).toEqual([]);
  });

  test('its cookie is there twice', async () => {
    const cookie = `__Host-s=${good}; __Host-s=${good}`;
    const reply = await world.app.request(`${ORIGIN}/api/me`, { headers: { cookie } });
    expect(reply.status).toBe(401);
  });

  test('it comes in any other place than our cookie', async () => {
    for (const headers of [{ authorization: `Bearer ${good}` }, { cookie: `scc-s=${good}` }, { 'x-token': good }]) {
      const reply = await world.app.request(`${ORIGIN}/api/me?token=${good}`, {
        headers: new Headers(headers as Record<string, string>),
      });
      expect(reply.status).toBe(401);
    }
  });
});

describe('a token that was let in before', () => {
  const asking = async (of: World, token: string) =>
    (await of.app.request(`${ORIGIN}/api/me`, { headers: { cookie: `__Host-s=${token}` } })).status;
  const openIn = async (of: World) => {
    const user = await of.person('mate', ['crew']);
    const secrets = cachedSecrets(async () => STORED_SECRET, of.now);
    const random = (count: number) => crypto.getRandomValues(new Uint8Array(count));
    const deps = { tables: of.tables, secrets, cookies: cookieNames(ORIGIN), random };
    return /__Host-s=([^;]+)/.exec(await openSessionFor(deps, user, of.now()))?.[1] ?? '';
  };

  test('is let in until its hour is over, and not after', async () => {
    const own = await aWorld();
    const token = await openIn(own);
    expect(await asking(own, token)).toBe(200);
    own.pass(59);
    expect(await asking(own, token)).toBe(200);
    own.pass(2);
    expect(await asking(own, token)).toBe(401);
    await own.close();
  });

  test('is not let in before it was issued, were the clock put back', async () => {
    const own = await aWorld();
    const token = await openIn(own);
    expect(await asking(own, token)).toBe(200);
    own.pass(-2);
    expect(await asking(own, token)).toBe(401);
    own.pass(2);
    expect(await asking(own, token)).toBe(200);
    await own.close();
  });

  test('is refused once another key stands under its id', async () => {
    let stored = STORED_SECRET;
    const own = await aWorld({ secret: async () => stored });
    const token = await openIn(own);
    expect(await asking(own, token)).toBe(200);
    stored = { ...STORED_SECRET, keys: [{ kid: 'k1', key: Buffer.alloc(32, 8).toString('base64url') }] };
    own.pass(6);
    expect(await asking(own, token)).toBe(401);
    await own.close();
  });

  test('opens nothing for another with its claims and a signature of another', async () => {
    const own = await aWorld();
    const [mine, other] = [await openIn(own), good];
    expect(await asking(own, mine)).toBe(200);
    const [head, payload] = mine.split('.');
    expect(await asking(own, `${head}.${payload}.${other.split('.')[2]}`)).toBe(401);
    await own.close();
  });
});
