import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cachedSecrets, extensionReader, fileReader, secretsIn } from '../../lambda/security/secrets.ts';
import { signSession, verifySession } from '../../lambda/security/session-token.ts';
import { instant, plusMinutes } from '../../shared/kernel/calendar.ts';

const bytes = (fill: number, length = 32) => Buffer.alloc(length, fill).toString('base64url');
const stored = (active = 'k1', kids = ['k1'], pepper = bytes(9)) => ({
  active,
  keys: kids.map((kid, i) => ({ kid, key: bytes(i + 1) })),
  pepper,
});

/** A source that can be changed and broken, a hand-set clock, and how often the source was asked. */
function aSource(first: unknown = stored()) {
  let now = instant('2026-11-21T20:00:00Z');
  const state = { secret: first, down: false, reads: 0 };
  const source = cachedSecrets(
    async () => {
      state.reads += 1;
      if (state.down) throw new Error('the source is down');
      return state.secret;
    },
    () => now,
  );
  return {
    source,
    state,
    now: () => now,
    pass: (minutes: number) => {
      now = plusMinutes(now, minutes);
    },
  };
}

describe('a stored secret is refused at load', () => {
  test.each([
    ['with a key of 5 bytes', { ...stored(), keys: [{ kid: 'k1', key: bytes(1, 5) }] }, '5 bytes'],
    ['with a key of 31 bytes', { ...stored(), keys: [{ kid: 'k1', key: bytes(1, 31) }] }, '31 bytes'],
    ['with an empty key', { ...stored(), keys: [{ kid: 'k1', key: '' }] }, 'keys.0.key'],
    [
      'with a short key beside a good one',
      { ...stored(), keys: [...stored().keys, { kid: 'k2', key: bytes(1, 8) }] },
      '8 bytes',
    ],
    ['with a short pepper', stored('k1', ['k1'], bytes(1, 8)), 'pepper is 8 bytes'],
    ['without keys', { ...stored(), keys: [] }, 'keys'],
    ['with three keys', stored('k1', ['k1', 'k2', 'k3']), 'keys'],
    ['with one key id twice', stored('k1', ['k1', 'k1']), 'two keys under one id'],
    ['with an active key it does not hold', stored('k9'), 'active key'],
    ['when it is text', 'secret', '(all)'],
    ['when it is nothing', null, '(all)'],
  ])('%s', (_name, secret, says) => {
    expect(() => secretsIn(secret)).toThrow(says);
  });

  test('and the message never shows the key', () => {
    const key = bytes(65, 16);
    expect(() => secretsIn({ ...stored(), keys: [{ kid: 'k1', key }] })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(key) }),
    );
  });
});

describe('cached secrets', () => {
  test('are read once in five minutes, and again after', async () => {
    const { source, state, pass } = aSource();
    for (let i = 0; i < 50; i += 1) await source.current();
    pass(4.9);
    await source.current();
    expect(state.reads).toBe(1);
    pass(0.2);
    await source.current();
    expect(state.reads).toBe(2);
  });

  test('are read once for many requests at the same moment', async () => {
    const { source, state } = aSource();
    await Promise.all(Array.from({ length: 50 }, () => source.current()));
    expect(state.reads).toBe(1);
  });

  test('are read anew for an unknown key id, at most once a minute', async () => {
    const { source, state, pass } = aSource();
    await source.current();
    pass(1);
    for (let i = 0; i < 200; i += 1) await source.knowing(`guess-${i}`);
    expect(state.reads).toBe(2);
    pass(1);
    await source.knowing('guess');
    expect(state.reads).toBe(3);
  });

  test('know a key that was added a minute ago as soon as it is used', async () => {
    const { source, state, pass } = aSource();
    await source.current();
    state.secret = stored('k2', ['k1', 'k2']);
    pass(1);
    expect([...(await source.knowing('k2')).keys.keys()]).toEqual(['k1', 'k2']);
  });

  test('keep being served for a day while their source is down, and then no more', async () => {
    const { source, state, pass } = aSource();
    await source.current();
    state.down = true;
    pass(24 * 60);
    expect((await source.current()).activeKid).toBe('k1');
    pass(0.1);
    await expect(source.current()).rejects.toMatchObject({ fault: { code: 'unavailable' } });
  });

  test('ask a source that is down at most once a minute', async () => {
    const { source, state, pass } = aSource();
    await source.current();
    state.down = true;
    pass(6);
    for (let i = 0; i < 100; i += 1) await source.current();
    expect(state.reads).toBe(2);
  });

  test('are unavailable, not open, when there never were any', async () => {
    const { source, state } = aSource();
    state.down = true;
    await expect(source.current()).rejects.toMatchObject({ fault: { code: 'unavailable' } });
    await expect(source.knowing('k1')).rejects.toMatchObject({ fault: { code: 'unavailable' } });
  });

  test('stay as they were when what is read next has a short key', async () => {
    const { source, state, pass } = aSource();
    await source.current();
    state.secret = { ...stored('k2', ['k2']), keys: [{ kid: 'k2', key: bytes(1, 5) }] };
    pass(6);
    expect((await source.current()).activeKid).toBe('k1');
  });
});

test('rotation: tokens of the old key hold until it is taken away, tokens of the new key at once', async () => {
  const { source, state, now, pass } = aSource(stored('k1', ['k1']));
  const token = async () =>
    signSession(
      await source.current(),
      { userId: 'usr_1', sid: 'sid_1', authVersion: 1 },
      { now: now(), until: plusMinutes(now(), 60) },
      (count) => new Uint8Array(count),
    );
  const old = await token();
  state.secret = stored('k2', ['k1', 'k2']);
  pass(10);
  const fresh = await token();
  expect(await verifySession(source, old, now())).toMatchObject({ sid: 'sid_1' });
  expect(await verifySession(source, fresh, now())).toMatchObject({ sid: 'sid_1' });
  state.secret = { ...stored('k2', ['k1', 'k2']), keys: [{ kid: 'k2', key: bytes(2) }] };
  pass(10);
  expect(await verifySession(source, old, now())).toBeUndefined();
  expect(await verifySession(source, fresh, now())).toMatchObject({ sid: 'sid_1' });
});

describe('secrets are read', () => {
  test('through the extension, with its header and the address as it is documented', async () => {
    const asked: unknown[] = [];
    const server = createServer((request, response) => {
      asked.push([request.url, request.headers['x-aws-parameters-secrets-token']]);
      response.end(JSON.stringify({ ARN: 'arn', SecretString: JSON.stringify(stored()) }));
    });
    await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
    const { port } = server.address() as AddressInfo;
    const read = extensionReader('arn:aws:secretsmanager:us-west-2:1:secret:scc/keys', () => 'session', port);
    expect(await read()).toEqual(stored());
    expect(asked).toEqual([
      ['/secretsmanager/get?secretId=arn%3Aaws%3Asecretsmanager%3Aus-west-2%3A1%3Asecret%3Ascc%2Fkeys', 'session'],
    ]);
    server.close();
  });

  test.each([
    [500, 'oops', 'answered 500'],
    [200, 'TOPSECRET', 'not JSON'],
    [200, '{}', 'without a SecretString'],
    [200, '{"SecretString":"TOPSECRET"}', 'not JSON'],
  ])('from an extension that answers %i %j, as an error that does not quote it', async (status, body, says) => {
    const server = createServer((_request, response) => {
      response.statusCode = status;
      response.end(body);
    });
    await new Promise<void>((ready) => server.listen(0, 'localhost', ready));
    const { port } = server.address() as AddressInfo;
    const error = await extensionReader('arn', () => '', port)().catch((caught: unknown) => caught as Error);
    expect(String(error)).toContain(says);
    expect(String(error)).not.toContain('TOPSECRET');
    server.close();
  });

  test('from a local file', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'secrets-')), 'secrets.json');
    await writeFile(path, JSON.stringify(stored()));
    expect(await fileReader(path)()).toEqual(stored());
  });
});
