import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { route } from '../../lambda/http/gated-routes.ts';
import { jsonReply } from '../../lambda/http/reply.ts';
import { instant } from '../../shared/kernel/calendar.ts';
import type { Problem } from '../../shared/kernel/fault.ts';
import { label } from '../../shared/records/fields.ts';
import { createCharterBody, moveBody } from '../../shared/wire/charters.ts';
import { expenseBody } from '../../shared/wire/money.ts';
import { startRunBody } from '../../shared/wire/reports.ts';
import { ROUTES } from '../../shared/wire/routes.ts';
import { ask, gatedApp } from './gated-app.ts';
import { aUser } from './sign-in-world.ts';

const admin = aUser('usr_admin', ['admin'], instant('2026-11-21T20:00:00Z'));
const anything = z.looseObject({});
const reached: unknown[] = [];

const { app } = gatedApp((routes) => {
  route(routes, ROUTES.recordExpense, { body: anything }, ({ body }) => {
    reached.push(body);
    return jsonReply(body);
  });
  route(routes, ROUTES.createCharter, { body: createCharterBody }, ({ body }) => jsonReply(body, { status: 201 }));
  route(routes, ROUTES.moveCharter, { body: moveBody }, ({ params }) => jsonReply(params));
  route(routes, ROUTES.startRun, { body: startRunBody }, ({ body }) => jsonReply(body));
  route(routes, ROUTES.recordPayment, { body: expenseBody }, ({ body }) => jsonReply(body));
  route(routes, ROUTES.recordWeather, {}, ({ body }) => jsonReply({ body: body ?? null }));
  route(routes, ROUTES.listCharters, { query: z.strictObject({ month: z.exactOptional(label) }) }, ({ query }) =>
    jsonReply(query),
  );
  route(routes, ROUTES.readCharter, {}, ({ params }) => jsonReply(params));
}, admin);

const post = (body: string | Uint8Array | ReadableStream, headers = {}) =>
  ask(app, 'POST', '/api/expenses', body, headers);
async function refusedWith(reply: Response | Promise<Response>): Promise<[number, string]> {
  const { status, detail, problems } = (await (await reply).json()) as {
    status: number;
    detail: string;
    problems: Problem[];
  };
  return [status, problems[0]?.message ?? detail];
}
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a body is refused, and never reaches its handler, when', () => {
  test.each<[string, string | Uint8Array, number, string]>([
    ['it is nested 30,000 deep', `{"a":${nested(30_000)}}`, 400, 'nested deeper than 20 levels'],
    ['it is nested 21 deep', nested(21), 400, 'nested deeper than 20 levels'],
    [
      'it has 201 fields',
      JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [i, 0]))),
      400,
      'an object has more than 200 fields',
    ],
    ['a list has 501 items', JSON.stringify({ a: Array(501).fill(0) }), 400, 'a list has more than 500 items'],
    [
      'a text is 4,097 characters',
      JSON.stringify({ a: 'x'.repeat(4_097) }),
      400,
      'a text is longer than 4096 characters',
    ],
    ['it sets a prototype', '{"__proto__":{"admin":true}}', 400, 'a field has a name that is not allowed'],
    ['it sets a prototype deep inside', '{"a":[{"b":{"__proto__":1}}]}', 400, 'a field has a name that is not allowed'],
    ['it sets a constructor', '{"constructor":{"prototype":{}}}', 400, 'a field has a name that is not allowed'],
    ['its prototype key is escaped', '{"\\u005f_proto__":1}', 400, 'a field has a name that is not allowed'],
    ['a text holds a lone surrogate', '{"a":"\\ud800"}', 400, 'a text holds half a character'],
    ['a field name holds a lone surrogate', '{"\\udc00":1}', 400, 'a text holds half a character'],
    ['it is over 64 kB', `{"a":"${'x'.repeat(65_536)}"}`, 413, 'The request is larger than 64 kB.'],
    ['it is 10 MB', 'x'.repeat(10_000_000), 413, 'The request is larger than 64 kB.'],
    ['it is not JSON', '{a:1}', 400, 'The request is not JSON.'],
    ['it is cut off', '{"a":', 400, 'The request is not JSON.'],
    ['it is two values', '{}{}', 400, 'The request is not JSON.'],
    ['it holds NaN', '{"a":NaN}', 400, 'The request is not JSON.'],
    ['it is UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 400, 'The request is not UTF-8 text.'],
    ['it holds overlong UTF-8', new Uint8Array([0x22, 0xc0, 0x80, 0x22]), 400, 'The request is not UTF-8 text.'],
    ['it is null', 'null', 400, 'Invalid input: expected object, received null'],
    ['it is a list', '[]', 400, 'Invalid input: expected object, received array'],
    ['it is a number', '1e999', 400, 'Invalid input: expected object, received number'],
  ])('%s', async (_name, body, status, message) => {
    reached.length = 0;
    const [got, said] = await refusedWith(post(body));
    expect(got).toBe(status);
    if (!message.startsWith('Invalid input')) expect(said).toBe(message);
    expect(reached).toEqual([]);
  });

  test('it claims to be short and is not, or claims to be long', async () => {
    let chunks = 0;
    const long = new ReadableStream({
      pull(controller) {
        chunks += 1;
        if (chunks > 100) controller.close();
        else controller.enqueue(new Uint8Array(16_384).fill(0x20));
      },
    });
    expect(await refusedWith(post(long))).toEqual([413, 'The request is larger than 64 kB.']);
    expect(chunks).toBeLessThan(8);
    expect((await post('{}', { 'content-length': '65537' })).status).toBe(413);
    expect((await post('{}', { 'content-length': 'Infinity' })).status).toBe(413);
  });

  test('its route takes none', async () => {
    const path = '/api/charters/chr_1/weather';
    expect((await ask(app, 'POST', path, '{"role":"admin"}')).status).toBe(400);
    expect((await ask(app, 'POST', path, '{}')).status).toBe(200);
    expect((await ask(app, 'POST', path, '')).status).toBe(200);
  });

  test('it carries a field nobody asked for', async () => {
    const move = { to: 'hold', version: 1, role: 'admin' };
    const [status, message] = await refusedWith(ask(app, 'POST', '/api/charters/chr_1/moves', JSON.stringify(move)));
    expect([status, message]).toEqual([400, expect.any(String)]);
  });
});

describe('a body is let in when', () => {
  test.each([
    ['it is exactly 20 deep', `{"a":${nested(19)}}`],
    ['it has 200 fields', JSON.stringify(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [i, 0])))],
    ['a list has 500 items', JSON.stringify({ a: Array(500).fill(0) })],
    ['a text is 4,096 characters', JSON.stringify({ a: 'x'.repeat(4_096) })],
    ['it holds emoji and other astral characters', '{"a":"⛵️𝒮"}'],
    [
      'it looks like an event from inside',
      '{"source":"scc.self","Records":[{"EventSource":"aws:sns"}],"version":"2.0"}',
    ],
  ])('%s', async (_name, body) => {
    const reply = await post(body);
    expect([reply.status, await reply.json()]).toEqual([200, JSON.parse(body)]);
  });
});

describe('an address is refused when', () => {
  test.each([
    ['?month=2026-11&month=2026-12', 400],
    ['?month=2026-11&%6donth=2026-12', 400],
    ['?__proto__=1', 400],
    ['?constructor=1', 400],
    ['?other=1', 400],
    [`?month=${'x'.repeat(501)}`, 400],
    ['?month=%00', 400],
    ['?month', 400],
    ['?month=2026-11', 200],
    ['', 200],
  ])('its query is %j: %i', async (query, status) => {
    expect((await ask(app, 'GET', `/api/charters${query}`)).status).toBe(status);
  });

  test.each([
    ['chr_1', 200],
    ['a%20b', 200],
    ['%00', 404],
    ['a%0d%0ab', 404],
    ['a%2fb', 404],
    ['a%5cb', 404],
    ['%ff%fe', 404],
    ['x'.repeat(201), 404],
  ])('its path holds %j: %i', async (part, status) => {
    const reply = await ask(app, 'GET', `/api/charters/${part}`);
    expect(reply.status).toBe(status);
  });
});

describe('whatever is sent', () => {
  const posts = [
    '/api/expenses',
    '/api/charters',
    '/api/charters/chr_1/moves',
    '/api/reports/runs',
    '/api/charters/chr_1/payments',
  ];
  const ALLOWED = new Set([200, 201, 400, 413, 415, 422]);
  const hostile = fc.oneof(
    fc.json({ maxDepth: 30, stringUnit: 'binary' }),
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }),
  );

  test('the answer is never a 5xx, and refusals are problems with our request id', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), hostile, async (path, body) => {
        const reply = await ask(app, 'POST', path, body);
        expect(ALLOWED).toContain(reply.status);
        if (reply.status < 400) return;
        expect(reply.headers.get('content-type')).toBe('application/problem+json');
        expect(await reply.json()).toMatchObject({ type: 'about:blank', status: reply.status, requestId: 'req_1' });
      }),
      { numRuns: 1_500 },
    );
  }, 60_000);

  test('a good body with one field spoilt is refused by naming that field', async () => {
    const good: Record<string, unknown> = {
      requestKey: 'key-12345',
      entityId: 'jada',
      on: '2026-11-21',
      vendor: 'Fuel dock',
      cents: 12_000,
      account: '5010',
      paidFrom: '1010',
      receiptOnFile: true,
    };
    expect((await ask(app, 'POST', '/api/charters/chr_1/payments', JSON.stringify(good))).status).toBe(200);
    const spoilt = fc.constantFrom(null, '', [], {}, -1, 0.5, 1e13, 'x'.repeat(3_000), '\u0000');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(good)), spoilt, async (field, value) => {
        const reply = await ask(
          app,
          'POST',
          '/api/charters/chr_1/payments',
          JSON.stringify({ ...good, [field]: value }),
        );
        expect(reply.status).toBe(400);
        expect(((await reply.json()) as { problems: Problem[] }).problems[0]?.field).toContain(field);
      }),
      { numRuns: 300 },
    );
  });

  test('paths and queries of any kind are never a 5xx', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        for (const at of [`/api/charters${path}`, `/api/charters/chr_1?${query}`, `/api${path}?${query}`]) {
          expect((await ask(app, 'GET', at)).status).toBeLessThan(500);
        }
      }),
      { numRuns: 500 },
    );
  });
});
