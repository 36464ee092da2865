import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { messageBytes } from '../../lambda/mail/message.ts';
import { sesMailer } from '../../lambda/mail/ses.ts';
import { type SesOutcome, startLocalSes } from '../../scripts/dev/services/local-ses.ts';
import type { SendOutcome } from '../../shared/reports/sending/outcome.ts';
import { aMessage } from './a-message.ts';

const REGION = 'us-west-2';
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A local SES that ends every call alike, and what it was asked and kept. */
async function aService(
  outcome: SesOutcome = 'ok',
  over: { readonly sendingEnabled?: boolean; readonly perDay?: number } = {},
) {
  const folder = await mkdtemp(join(tmpdir(), 'ses-sending-'));
  let requests = 0;
  const service = await startLocalSes({
    port: 0,
    folder,
    beforeReply: async () => {
      requests += 1;
      return outcome;
    },
    ...(over.sendingEnabled === undefined ? {} : { sendingEnabled: over.sendingEnabled }),
    ...(over.perDay === undefined ? {} : { quota: { recipientsPerDay: over.perDay, mailsPerSecond: 1 } }),
  });
  closers.push(
    () => rm(folder, { recursive: true, force: true }),
    () => service.close(),
  );
  return {
    endpoint: service.endpoint,
    requests: () => requests,
    kept: async () => (await readdir(folder)).filter((name) => name.endsWith('.eml')),
    file: (name: string) => readFile(join(folder, name)),
  };
}

/** A server that answers, or does not, as it is told; how often it was asked; and how to end it. */
async function listening(answer: (response: ServerResponse) => void) {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    request.resume().on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  const { port } = server.address() as AddressInfo;
  return { server: { endpoint: `http://127.0.0.1:${port}`, requests: () => requests }, close };
}

async function aServer(answer: (response: ServerResponse) => void) {
  const { server, close } = await listening(answer);
  closers.push(close);
  return server;
}

async function sent(
  endpoint: string,
  over: { readonly destinations?: readonly string[]; readonly bytes?: Uint8Array } = {},
) {
  return sesMailer({ region: REGION, endpoint, configurationSet: 'reports' }).send({
    from: 'Ship Captain Crew <reports@example.com>',
    destinations: ['ada@example.com', 'audit@example.com'],
    bytes: await messageBytes(aMessage()),
    tags: { delivery: 'abcdefghij234567klmn', report: 'ceo' },
    ...over,
  });
}

describe('a mail that SES takes', () => {
  test('is kept byte for byte, with its tags and an audit copy no header names', async () => {
    const service = await aService();
    const bytes = await messageBytes(aMessage());
    const outcome = await sent(service.endpoint, { bytes });

    expect(outcome).toEqual({ kind: 'accepted', messageId: expect.stringMatching(/^0100[0-9a-f]{12}-/) });
    expect(service.requests()).toBe(1);
    const messageId = outcome.kind === 'accepted' ? outcome.messageId : '';
    expect(new Uint8Array(await service.file(`000001-${messageId}.eml`))).toEqual(bytes);
    expect(JSON.parse((await service.file(`000001-${messageId}.json`)).toString())).toMatchObject({
      source: 'Ship Captain Crew <reports@example.com>',
      destinations: ['ada@example.com', 'audit@example.com'],
      blindCopies: ['audit@example.com'],
      configurationSet: 'reports',
      tags: [
        { name: 'delivery', value: 'abcdefghij234567klmn' },
        { name: 'report', value: 'ceo' },
      ],
    });
  });
});

describe('a send is exactly one request, however it ends', () => {
  test.each<[string, SesOutcome, SendOutcome['kind'], number]>([
    ['throttled', 'throttle', 'not-sent', 0],
    ['rejected', { rejected: 'Email address is not verified.' }, 'refused', 0],
    ['reset before it was stored', 'reset', 'unknown', 0],
    ['reset after it was stored', 'resetAfterStore', 'unknown', 1],
    ['failed', 'error500', 'unknown', 0],
    ['taken', 'ok', 'accepted', 1],
  ])('when it is %s', async (_how, outcome, kind, mails) => {
    const service = await aService(outcome);
    expect((await sent(service.endpoint)).kind).toBe(kind);
    expect(service.requests()).toBe(1);
    expect(await service.kept()).toHaveLength(mails);
  });

  test.each<[string, (response: ServerResponse) => void, SendOutcome['kind']]>([
    ['answered 502', (response) => response.writeHead(502).end('Bad Gateway'), 'unknown'],
    ['answered 503', (response) => response.writeHead(503).end(), 'unknown'],
    ['answered 504', (response) => response.writeHead(504).end(), 'unknown'],
    ['answered 429', (response) => response.writeHead(429).end(), 'not-sent'],
    ['answered 200 with something else', (response) => response.writeHead(200).end('<html>a proxy</html>'), 'unknown'],
    ['answered 200 with nothing', (response) => response.writeHead(200).end(), 'unknown'],
    [
      'answered 200 without a message id',
      (response) =>
        response
          .writeHead(200, { 'content-type': 'text/xml' })
          .end('<SendRawEmailResponse><SendRawEmailResult></SendRawEmailResult></SendRawEmailResponse>'),
      'unknown',
    ],
    [
      'answered with half a document',
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '400' });
        response.write('<SendRawEmailResponse><SendRawEmailResult><MessageId>0100', () => response.destroy());
      },
      'unknown',
    ],
  ])('when it is %s', async (_how, answer, kind) => {
    const server = await aServer(answer);
    expect((await sent(server.endpoint)).kind).toBe(kind);
    expect(server.requests()).toBe(1);
  });
});

test('a paused account, a used-up quota and a stranger’s address are told apart, and nothing is kept', async () => {
  const paused = await aService('ok', { sendingEnabled: false });
  const full = await aService('ok', { perDay: 1 });
  const open = await aService();
  expect(await sent(paused.endpoint)).toEqual({
    kind: 'not-sent',
    because: 'AccountSendingPausedException',
    cause: 'account',
  });
  expect(await sent(full.endpoint)).toEqual({ kind: 'not-sent', because: 'Throttling', cause: 'quota' });
  expect(await sent(open.endpoint, { destinations: ['someone@gmail.com'] })).toEqual({
    kind: 'refused',
    because: 'MessageRejected',
  });
  expect([...(await paused.kept()), ...(await full.kept()), ...(await open.kept())]).toEqual([]);
});

test.each(['127.0.0.1', 'localhost'])(
  'a mail to a service that does not listen on %s is surely not sent',
  async (host) => {
    const server = await aServer(() => undefined);
    const port = new URL(server.endpoint).port;
    await closers.pop()?.();
    expect(await sent(`http://${host}:${port}`)).toEqual({
      kind: 'not-sent',
      because: 'ECONNREFUSED',
      cause: 'unreachable',
    });
  },
);

describe.concurrent('a send ends, and nobody can say what became of it, when the service', () => {
  test.each<[string, number, (response: ServerResponse) => void]>([
    ['never answers', 12_500, () => undefined],
    [
      'begins an answer and falls silent',
      17_000,
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml', 'content-length': '400' });
        response.write('<SendRawEmailResponse>');
      },
    ],
    [
      'answers a letter at a time without end',
      17_000,
      (response) => {
        response.writeHead(200, { 'content-type': 'text/xml' });
        const drip = setInterval(() => response.write(' '), 500);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('%s: within %d ms', { timeout: 40_000 }, async (_how, withinMs, answer) => {
    const { server, close } = await listening(answer);
    const began = Date.now();
    expect((await sent(server.endpoint)).kind).toBe('unknown');
    expect(Date.now() - began).toBeLessThan(withinMs);
    expect(server.requests()).toBe(1);
    await close();
  });
});
