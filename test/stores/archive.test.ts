import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectTaggingCommand, HeadObjectCommand, ListObjectVersionsCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Archive, s3Archive } from '../../lambda/reports/archive.ts';
import type { LocalService } from '../../scripts/dev/services/http-service.ts';
import { startLocalS3 } from '../../scripts/dev/services/local-s3.ts';

const BUCKET = 'archive-local';
const TAGS = { 'report-type': 'ceo', entity: 'group', 'generated-date': '2026-11-21' };
const KEY = '2026-11-21/charter.chr_1.1/jada+qos/ceo.html';

let folder: string;
let service: LocalService;
let s3: S3Client;
let archive: Archive;
const closers: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  service = await startLocalS3({ port: 0, folder, buckets: [BUCKET] });
  archive = archiveAt(service.endpoint);
  s3 = new S3Client({
    region: 'us-west-2',
    endpoint: service.endpoint,
    forcePathStyle: true,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
});

afterEach(async () => {
  s3.destroy();
  for (const close of closers.splice(0)) await close();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

const archiveAt = (endpoint: string) => s3Archive({ region: 'us-west-2', bucket: BUCKET, endpoint });
const bytes = (text: string) => new TextEncoder().encode(text);
const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const put = (body: string | Uint8Array, key = KEY, on = archive) => on.putOnce(key, body, 'text/html', TAGS);

async function versions(): Promise<number> {
  return (await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }))).Versions?.length ?? 0;
}

describe('what is archived', () => {
  test('comes back byte for byte under its key, with its digest, type and tags', async () => {
    const body = Uint8Array.from({ length: 256 }, (_, i) => i);
    expect(await put(body)).toEqual({ key: KEY, digest: sha256(body), sizeBytes: 256, existed: false });
    expect(await archive.get(KEY)).toEqual(body);

    const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY, ChecksumMode: 'ENABLED' }));
    expect(head.ContentType).toBe('text/html');
    expect(head.ChecksumSHA256).toBe(createHash('sha256').update(body).digest('base64'));
    const { TagSet } = await s3.send(new GetObjectTaggingCommand({ Bucket: BUCKET, Key: KEY }));
    expect(Object.fromEntries((TagSet ?? []).map((tag) => [tag.Key, tag.Value]))).toEqual(TAGS);
  });

  test('is text as its UTF-8 bytes', async () => {
    const { digest } = await put('Zoë 🚤\n');
    expect(digest).toBe(sha256(Buffer.from('Zoë 🚤\n', 'utf8')));
    expect(await archive.get(KEY)).toEqual(bytes('Zoë 🚤\n'));
  });

  test('may be empty, which is not absent', async () => {
    await put('');
    expect(await archive.get(KEY)).toEqual(new Uint8Array());
    expect(await put('late')).toMatchObject({ existed: true, digest: sha256('') });
  });

  test.each([
    '2026-11-21/manual.abcdefghij234567klmn/set-abcdefghij234567klmn/ceo.abc.eml',
    '2026-11-21/charter.chr_1.1/jada+qos/ceo report (1).html',
    'a/b=c&d/é.json',
  ])('lies under the key %s and no other', async (key) => {
    await put('held', key);
    expect(await archive.get(key)).toEqual(bytes('held'));
    expect(await archive.get(`${key}x`)).toBeUndefined();
    expect(await archive.get(key.replace('+', ' '))).toEqual(key.includes('+') ? undefined : bytes('held'));
  });

  test('is nothing when nothing lies there', async () => expect(await archive.get('absent')).toBeUndefined());
});

describe('what is archived once stays', () => {
  test('a second, different writing changes nothing and learns the digest of the first', async () => {
    await put('first');
    expect(await put('second')).toEqual({ key: KEY, digest: sha256('first'), sizeBytes: 5, existed: true });
    expect(await archive.get(KEY)).toEqual(bytes('first'));
    expect(await versions()).toBe(1);
  });

  test('the same writing again is the same object', async () => {
    const first = await put('same');
    expect(await put('same')).toEqual({ ...first, existed: true });
    expect(await versions()).toBe(1);
  });

  test('of many who write at once one wins, and all learn the same digest', async () => {
    const written = await Promise.all(Array.from({ length: 12 }, (_, i) => put(`writer ${i}`)));
    expect(written.filter((each) => !each.existed)).toHaveLength(1);
    expect(new Set(written.map((each) => each.digest))).toEqual(new Set([sha256((await archive.get(KEY)) ?? '')]));
    expect(await versions()).toBe(1);
  });
});

/** Stands between the archive and S3 and does to each request what it is told; counts them. */
async function between(
  treat: (nth: number, request: IncomingMessage, response: ServerResponse, pass: () => void) => void,
): Promise<{ readonly archive: Archive; requests(): number }> {
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const pass = () => {
      const { method, url: path, headers } = request;
      const onward = httpRequest({ host: '127.0.0.1', port: service.port, method, path, headers }, (answer) => {
        if (response.destroyed) return answer.resume();
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        return answer.pipe(response);
      });
      request.pipe(onward);
    };
    treat(requests, request, response, pass);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { archive: archiveAt(`http://127.0.0.1:${port}`), requests: () => requests };
}

describe('when S3 falters', () => {
  test('a writing whose answer is lost is found again as what it was', async () => {
    const lossy = await between((nth, request, response, pass) => {
      if (nth > 1) return pass();
      const { method, url: path, headers } = request;
      const onward = httpRequest({ host: '127.0.0.1', port: service.port, method, path, headers }, (answer) => {
        answer.resume().on('end', () => response.destroy());
      });
      request.pipe(onward);
    });
    expect(await put('once', KEY, lossy.archive)).toEqual({
      key: KEY,
      digest: sha256('once'),
      sizeBytes: 4,
      existed: true,
    });
    expect(await versions()).toBe(1);
  });

  test('two failures are outlived, the third is passed on', async () => {
    const failing = (times: number) =>
      between((nth, request, response, pass) => {
        if (nth > times) return pass();
        request.resume().on('end', () => response.writeHead(503).end());
      });
    const twice = await failing(2);
    expect(await put('kept', KEY, twice.archive)).toMatchObject({ existed: false });
    const ever = await failing(Number.POSITIVE_INFINITY);
    await expect(put('never', 'other', ever.archive)).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    await expect(ever.archive.get(KEY)).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
    expect(ever.requests()).toBe(6);
    expect(await versions()).toBe(1);
  });

  test('a conflict with another writer ends in the other’s object', async () => {
    const busy = await between((_nth, request, response, pass) => {
      if (request.method !== 'PUT') return pass();
      const body = '<Error><Code>ConditionalRequestConflict</Code><Message>at once</Message></Error>';
      request.resume().on('end', () => response.writeHead(409, { 'content-type': 'application/xml' }).end(body));
    });
    await expect(put('mine', KEY, busy.archive)).rejects.toMatchObject({ name: 'ConditionalRequestConflict' });
    await put('theirs');
    expect(await put('mine', KEY, busy.archive)).toEqual({
      key: KEY,
      digest: sha256('theirs'),
      sizeBytes: 6,
      existed: true,
    });
  });

  test('a refusal is an error, never an absence', async () => {
    const closed = await between((_nth, request, response) => {
      const body = '<Error><Code>AccessDenied</Code><Message>no</Message></Error>';
      request.resume().on('end', () => response.writeHead(403, { 'content-type': 'application/xml' }).end(body));
    });
    await expect(closed.archive.get(KEY)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(put('x', KEY, closed.archive)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('a bucket that does not exist is an error, never an absence', async () => {
    const elsewhere = s3Archive({ region: 'us-west-2', bucket: 'no-such-bucket', endpoint: service.endpoint });
    await expect(elsewhere.get(KEY)).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(put('x', KEY, elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });

  test('a body that stops half way ends in an error, not in half an object and not in waiting', {
    timeout: 30_000,
  }, async () => {
    await put('whole '.repeat(100));
    const halting = (end: (response: ServerResponse) => void) =>
      between((_nth, request, response) => {
        request.resume();
        response.writeHead(200, { 'content-type': 'text/html', 'content-length': '600' });
        response.write('whole '.repeat(10), () => end(response));
      });
    const [silent, cut] = await Promise.all([halting(() => undefined), halting((response) => response.destroy())]);
    const began = Date.now();
    await Promise.all([
      expect(silent.archive.get(KEY)).rejects.toThrow(),
      expect(cut.archive.get(KEY)).rejects.toThrow(),
    ]);
    expect(Date.now() - began).toBeLessThan(15_000);
  });

  test('an object that is not the one S3 took the checksum of is an error', async () => {
    await put('the true report');
    const forging = await between((_nth, request, response) => {
      request.resume();
      const checksum = createHash('sha256').update('the true report').digest('base64');
      response.writeHead(200, { 'content-length': '15', 'x-amz-checksum-sha256': checksum }).end('the fake report');
    });
    await expect(forging.archive.get(KEY)).rejects.toThrow(/checksum/i);
  });
});
