import { Hono } from 'hono';
import type { LambdaEvent } from 'hono/aws-lambda';
import { handle } from 'hono/aws-lambda';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { route } from '../../lambda/http/gated-routes.ts';
import type { GatewayEvent, GatewayResult } from '../../lambda/http/gateway.ts';
import { isGatewayEvent, requestIn, resultOf } from '../../lambda/http/gateway.ts';
import { emptyReply, fileReply, jsonReply, unchangedReply } from '../../lambda/http/reply.ts';
import { gatewayEvent } from '../../scripts/dev/api-gateway.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { appOf } from './gated-app.ts';
import { overFetch } from './over-fetch.ts';
import { aUser, ORIGIN } from './sign-in-world.ts';

const AT = instant('2026-11-21T20:00:00Z');
const admin = aUser('usr_admin', ['admin'], AT);
const guest = aUser('usr_guest', ['guest'], AT);
const BYTES = new Uint8Array([0, 255, 254, 13, 10, 0xc3, 0x28]);

function anApp(user: User | undefined) {
  return appOf((routes) => {
    route(routes, ROUTES.dashboard, {}, ({ header }) =>
      header('if-none-match') === '"all.7"'
        ? unchangedReply('"all.7"')
        : fileReply('{"sea":"Möwe ⛵️"}', 'application/json; charset=utf-8', { headers: { etag: '"all.7"' } }),
    );
    route(routes, ROUTES.me, {}, ({ header, viewerAddress, requestId }) =>
      jsonReply({ cookie: header('cookie'), viewerAddress, requestId }, { cookies: ['a=1; Path=/', 'b=2; Path=/'] }),
    );
    route(routes, ROUTES.endSession, {}, () => emptyReply({ headers: { 'clear-site-data': '"cache"' } }));
    route(routes, ROUTES.exportJournal, {}, () => fileReply(BYTES, 'application/octet-stream'));
    route(routes, ROUTES.readCharter, {}, ({ params }) => jsonReply(params));
    route(routes, ROUTES.listRuns, { query: z.strictObject({ month: z.string() }) }, ({ query }) => jsonReply(query));
    route(routes, ROUTES.createCharter, { body: z.object({ name: z.string() }) }, ({ body }) =>
      jsonReply(body, { status: 201 }),
    );
    route(routes, ROUTES.listCharters, {}, () => {
      throw new Error('ours');
    });
  }, user).app;
}

/** What a browser sees of a result: the status, each header, each cookie and the bytes. */
function seen({ statusCode, headers, cookies, body, isBase64Encoded }: GatewayResult) {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('hex');
  return { statusCode, headers: { ...headers }, cookies: cookies ?? [], bytes };
}

async function eventOf(method: string, path: string, headers: Record<string, string> = {}, body?: string) {
  const init = {
    method,
    headers: { 'sec-fetch-site': 'same-origin', ...headers },
    ...(body === undefined ? {} : { body }),
  };
  const event: unknown = await gatewayEvent(new Request(`${ORIGIN}${path}`, init), 'req_9', '192.0.2.1', new Date(0));
  if (!isGatewayEvent(event)) throw new Error('not an event of the gateway');
  return event;
}

const answered = async (user: User | undefined, event: GatewayEvent) =>
  resultOf(await anApp(user).answer(requestIn(event)));

/** The same app behind a framework's own adapter and the platform's requests and responses. */
async function answeredByTheFramework(user: User | undefined, event: GatewayEvent): Promise<GatewayResult> {
  const app = new Hono().all('*', ({ req }) => overFetch(anApp(user)).request(req.raw));
  return (await handle(app)(event as unknown as LambdaEvent)) as unknown as GatewayResult;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const AT_DASHBOARD = '/api/reports/dashboard';

describe('an event is answered as a framework’s adapter answers it, to the byte', () => {
  test.each<[number, string, User | undefined, string, string, Record<string, string>?, string?]>([
    [200, 'the dashboard', admin, 'GET', AT_DASHBOARD],
    [304, 'the dashboard somebody has', admin, 'GET', AT_DASHBOARD, { 'if-none-match': '"all.7"' }],
    [401, 'the dashboard for nobody', undefined, 'GET', AT_DASHBOARD],
    [403, 'the dashboard for who may not', guest, 'GET', AT_DASHBOARD],
    [404, 'nothing', admin, 'GET', '/api/reports/dashboards'],
    [200, 'HEAD', admin, 'HEAD', AT_DASHBOARD],
    [200, 'cookies both ways', admin, 'GET', '/api/me', { cookie: 'x=1; y=2' }],
    [204, 'no content', admin, 'DELETE', '/api/session'],
    [403, 'a change from elsewhere', admin, 'DELETE', '/api/session', { 'sec-fetch-site': 'cross-site' }],
    [403, 'a preflight', admin, 'OPTIONS', '/api/me', { 'access-control-request-method': 'DELETE' }],
    [200, 'bytes', admin, 'GET', '/api/journal'],
    [200, 'an encoded part', admin, 'GET', '/api/charters/chr%201%C3%A9'],
    [404, 'an encoded slash', admin, 'GET', '/api/charters/chr%2f1'],
    [404, 'a part of bad encoding', admin, 'GET', '/api/charters/%ff'],
    [200, 'a path with dots', admin, 'GET', '/api/x/../reports/dashboard'],
    [200, 'a query', admin, 'GET', '/api/reports/runs?month=2026-1%31+x'],
    [400, 'a query twice', admin, 'GET', '/api/reports/runs?month=1&month=2'],
    [201, 'a body', admin, 'POST', '/api/charters', JSON_TYPE, '{"name":"Möwe ⛵️"}'],
    [400, 'a body that does not fit', admin, 'POST', '/api/charters', JSON_TYPE, '[]'],
    [413, 'a body too large', admin, 'POST', '/api/charters', JSON_TYPE, 'x'.repeat(65_537)],
    [415, 'a body of another kind', admin, 'POST', '/api/charters', { 'content-type': 'text/plain' }, '{}'],
    [405, 'another method', admin, 'PUT', '/api/me', JSON_TYPE, '{}'],
    [500, 'a mistake of ours', admin, 'GET', '/api/charters'],
  ])('%i: %s', async (status, _name, user, method, path, headers, body) => {
    const event = await eventOf(method, path, headers, body);
    const ours = seen(await answered(user, event));
    expect(ours.statusCode).toBe(status);
    expect(ours).toEqual(seen(await answeredByTheFramework(user, event)));
  });
});

describe('an event', () => {
  test('tells its id and where it came from', () => {
    const event = { version: '2.0', rawPath: '/', rawQueryString: '', isBase64Encoded: false } as const;
    const { id, sourceAddress } = requestIn({
      ...event,
      requestContext: { requestId: 'req_9', http: { method: 'GET', sourceIp: '192.0.2.1' } },
    });
    expect([id, sourceAddress]).toEqual(['req_9', '192.0.2.1']);
  });

  test.each([null, undefined, 7, 'x', {}, { version: '2.0' }, { version: '1.0', requestContext: { http: {} } }])(
    'of another kind is none of the gateway’s: %j',
    (event) => {
      expect(isGatewayEvent(event)).toBe(false);
    },
  );

  test('whose path leaves our address stays ours', () => {
    const at = (rawPath: string) =>
      requestIn({
        version: '2.0',
        rawPath,
        rawQueryString: '',
        isBase64Encoded: false,
        requestContext: { http: { method: 'GET' } },
      }).url.href;
    expect(at('//evil.example/api/me')).toBe('https://api.invalid//evil.example/api/me');
    expect(at('@evil.example/api/me')).toBe('https://api.invalid/@evil.example/api/me');
  });
});

test('a header of a handler that would become two is a mistake of ours, and never leaves', async () => {
  const { app } = appOf((routes) => {
    route(routes, ROUTES.me, {}, () => jsonReply({}, { headers: { 'x-note': 'a\r\nset-cookie: b=1' } }));
  }, admin);
  const { status, headers } = await app.answer(requestIn(await eventOf('GET', '/api/me')));
  expect([status, headers['x-note']]).toEqual([500, undefined]);
});
