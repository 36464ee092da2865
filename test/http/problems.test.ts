import { describe, expect, test } from 'vitest';
import { route } from '../../lambda/http/gated-routes.ts';
import { fileReply, jsonReply } from '../../lambda/http/reply.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { FaultCode } from '../../shared/kernel/fault.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { ask, gatedApp } from './gated-app.ts';
import { aUser } from './sign-in-world.ts';

const admin = aUser('usr_admin', ['admin'], instant('2026-11-21T20:00:00Z'));
async function thrown(error: unknown) {
  const { app, lines } = gatedApp((routes) => {
    route(routes, ROUTES.me, {}, () => {
      throw error;
    });
  }, admin);
  const reply = await ask(app, 'GET', '/api/me');
  return { reply, body: (await reply.json()) as Record<string, unknown>, log: lines.join('\n') };
}

describe('a refusal', () => {
  test.each<[FaultCode, number]>([
    ['invalid', 400],
    ['unauthenticated', 401],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['too-large', 413],
    ['refused', 422],
    ['too-many', 429],
    ['unavailable', 503],
  ])('%s becomes %i with its sentence and problems', async (code, status) => {
    const problems = [{ field: 'a.b[2]', message: 'expected something' }];
    const { reply, body } = await thrown(new FaultError(fault(code, 'A sentence.', problems)));
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toBe('application/problem+json');
    expect(body).toEqual({
      type: 'about:blank',
      title: expect.stringMatching(/^[A-Z]/),
      status,
      code,
      detail: 'A sentence.',
      problems,
      requestId: 'req_1',
    });
  });

  test('keeps its cause for the log', async () => {
    const { body, log } = await thrown(
      new FaultError(fault('conflict', 'A sentence.', [], new Error('table scc-main'))),
    );
    expect(JSON.stringify(body)).not.toContain('scc-main');
    expect(log).toContain('table scc-main');
  });
});

describe('a mistake of ours', () => {
  const arn = 'arn:aws:dynamodb:us-west-2:123456789012:table/scc-main';
  test.each([
    ['an error', new Error(`cannot read ${arn} for captain@example.com`)],
    ['an error with a token in it', new TypeError(`bad ${'Zx9_'.repeat(11)}`)],
    ['an error with control characters', new Error('one\r\n{"step":"forged"}\u202e')],
  ])('is a bare 500, noted under the request id without addresses and tokens: %s', async (_name, error) => {
    const { reply, body, log } = await thrown(error);
    expect(reply.status).toBe(500);
    expect(body).toMatchObject({ code: 'internal', detail: 'Something went wrong on our side. It has been noted.' });
    expect(JSON.stringify(body)).not.toMatch(/arn|captain|Zx9|forged|at .*\.ts/);
    expect(log).toContain('"requestId":"req_1"');
    expect(log).toContain('"step":"http-error"');
    expect(log).not.toMatch(/captain@|Zx9_Zx9_|\u202e/);
    expect(log.split('\n').every((line) => line.startsWith('{"at":'))).toBe(true);
  });

  test.each(['ThrottlingException', 'ProvisionedThroughputExceededException', 'TimeoutError', 'InternalServerError'])(
    'is not what a provider answering %s is: that is 503, to be tried again',
    async (name) => {
      const { reply, body } = await thrown(Object.assign(new Error('busy'), { name }));
      expect([reply.status, body['code'], reply.headers.get('retry-after')]).toEqual([503, 'unavailable', '5']);
    },
  );

  test('is not what an unreachable store is: that is 503', async () => {
    const { reply } = await thrown(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    expect(reply.status).toBe(503);
  });
});

describe('a reply', () => {
  test('may bring a content security policy of its own, and no other security header', async () => {
    const { app } = gatedApp((routes) => {
      const headers = {
        'content-security-policy': 'sandbox',
        'cache-control': 'public',
        'x-content-type-options': 'x',
      };
      route(routes, ROUTES.exportJournal, {}, () => fileReply('; journal', 'text/plain; charset=utf-8', { headers }));
    }, admin);
    const reply = await ask(app, 'GET', '/api/journal');
    expect(await reply.text()).toBe('; journal');
    expect(reply.headers.get('content-security-policy')).toBe('sandbox');
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('of bytes is those bytes', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10]);
    const { app } = gatedApp((routes) => {
      route(routes, ROUTES.exportJournal, {}, () => fileReply(bytes, 'application/octet-stream'));
    }, admin);
    expect(new Uint8Array(await (await ask(app, 'GET', '/api/journal')).arrayBuffer())).toEqual(bytes);
  });

  test('carries every cookie: the renewed session and the route’s own', async () => {
    const renewing = { authenticate: async () => ({ user: admin, sid: 'sid_1', renewedCookie: 's=2' }) };
    const { app } = gatedApp(
      (routes) => {
        route(routes, ROUTES.me, {}, () => jsonReply({}, { cookies: ['a=1', 'b=2'] }));
      },
      admin,
      renewing,
    );
    expect((await ask(app, 'GET', '/api/me')).headers.getSetCookie()).toEqual(['s=2', 'a=1', 'b=2']);
  });

  test('leaves one line in the log, with the route and not the path', async () => {
    const { app, lines } = gatedApp((routes) => route(routes, ROUTES.readCharter, {}, () => jsonReply({})), admin);
    await ask(app, 'GET', '/api/charters/chr_secret');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: expect.any(String), step: 'http', requestId: 'req_1', route: 'GET /api/charters/:charterId', status: 200 },
    ]);
  });
});
