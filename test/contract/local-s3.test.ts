import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  PutObjectTaggingCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LocalService } from '../../scripts/dev/services/http-service.ts';
import { startLocalS3 } from '../../scripts/dev/services/local-s3.ts';

const BUCKET = 'archive-local';
let folder: string;
let service: LocalService;
let s3: S3Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-s3-'));
  await start();
});

afterEach(async () => {
  s3.destroy();
  await service.close();
  await rm(folder, { recursive: true, force: true });
});

describe('storing', () => {
  test('an object comes back byte for byte with its type, metadata, tags and SHA-256', async () => {
    const bytes = Buffer.from([0, 255, 13, 10, 0x1b, 128, 7]);
    const sha256 = createHash('sha256').update(bytes).digest('base64');
    await put('runs/2026-10/ceo.bin', bytes, {
      ContentType: 'application/pdf',
      CacheControl: 'no-store',
      Metadata: { sha: 'abc', run: 'monthly.2026-10' },
      Tagging: 'kind=report&period=2026-10',
      ChecksumAlgorithm: 'SHA256',
    });

    const got = await s3.send(new GetObjectCommand({ ...at('runs/2026-10/ceo.bin'), ChecksumMode: 'ENABLED' }));

    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
    expect(got).toMatchObject({
      ContentType: 'application/pdf',
      CacheControl: 'no-store',
      ContentLength: 7,
      Metadata: { sha: 'abc', run: 'monthly.2026-10' },
      TagCount: 2,
      ChecksumSHA256: sha256,
      ETag: `"${createHash('md5').update(bytes).digest('hex')}"`,
    });
  });

  test('a streamed body, sent in aws-chunks with a trailing checksum, is stored without its framing', async () => {
    const text = 'Sailed on time.\r\n'.repeat(20_000);
    const body = Readable.from([text.slice(0, 100_000), text.slice(100_000)]);
    await put('stream.txt', body, { ContentLength: text.length, ChecksumAlgorithm: 'SHA256' });

    const head = await s3.send(new HeadObjectCommand({ ...at('stream.txt'), ChecksumMode: 'ENABLED' }));

    expect(await textOf('stream.txt')).toBe(text);
    expect(head.ContentEncoding).toBeUndefined();
    expect(head.ChecksumSHA256).toBe(createHash('sha256').update(text).digest('base64'));
  });

  test('an empty object is an object', async () => {
    await put('empty', '');
    expect(await textOf('empty')).toBe('');
  });

  test('a checksum that does not fit is refused and nothing is stored', async () => {
    const wrong = createHash('sha256').update('something else').digest('base64');
    await expect(put('bad', 'the real bytes', { ChecksumSHA256: wrong })).rejects.toMatchObject({ name: 'BadDigest' });
    expect(await keys()).toEqual([]);
  });

  test('a kind of checksum not known here is refused rather than taken on trust', async () => {
    const refused = put('c', 'x', { ChecksumCRC64NVME: 'AAAAAAAAAAA=' });
    await expect(refused).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
    expect(await keys()).toEqual([]);
  });

  test('an upload that breaks off half way stores nothing', async () => {
    await brokenUpload('/archive-local/half');
    expect(await keys()).toEqual([]);
    await put('half', 'whole'); // and the service goes on
    expect(await textOf('half')).toBe('whole');
  });
});

describe('conditional put', () => {
  test('If-None-Match * stores the first and refuses the second, leaving the first as it was', async () => {
    await put('snapshot', 'first', { IfNoneMatch: '*' });
    const second = put('snapshot', 'second', { IfNoneMatch: '*' });
    await expect(second).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    expect(await textOf('snapshot')).toBe('first');
  });

  test('of twenty conditional puts of one key at once exactly one wins, and its bytes are what is read', async () => {
    const attempts = Array.from({ length: 20 }, (_, i) => put('race', `writer ${i}`, { IfNoneMatch: '*' }));
    const results = await Promise.allSettled(attempts);

    const winners = results.flatMap((result, i) => (result.status === 'fulfilled' ? [i] : []));
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.name] : []));
    expect(winners).toHaveLength(1);
    expect(refusals).toEqual(Array.from({ length: 19 }, () => 'PreconditionFailed'));
    expect(await textOf('race')).toBe(`writer ${winners[0]}`);
    expect((await versions('race')).length).toBe(1);
  });
});

describe('versions', () => {
  test('every put keeps a version, and each can be read by its id', async () => {
    const one = await put('report', 'one');
    const two = await put('report', 'two');

    expect(one.VersionId).not.toBe(two.VersionId);
    expect(await textOf('report')).toBe('two');
    expect(await textOf('report', one.VersionId)).toBe('one');
    expect(await versions('report')).toEqual([
      { id: two.VersionId, latest: true },
      { id: one.VersionId, latest: false },
    ]);
  });

  test('puts of one key at once all become versions', async () => {
    await Promise.all(Array.from({ length: 12 }, (_, i) => put('busy', `${i}`)));
    const ids = (await versions('busy')).map((version) => version.id);
    const texts = await Promise.all(ids.map((id) => textOf('busy', id)));
    expect(texts.map(Number).sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('a version list in pages names every version once', async () => {
    for (const key of ['a', 'b']) for (const text of ['1', '2', '3']) await put(key, text);
    const seen: string[] = [];
    let marker: { KeyMarker?: string; VersionIdMarker?: string } = {};
    for (let page = 0; page < 10; page += 1) {
      const reply = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, MaxKeys: 2, ...marker }));
      seen.push(...(reply.Versions ?? []).map((version) => `${version.Key} ${version.VersionId}`));
      if (!reply.IsTruncated) break;
      marker = { KeyMarker: reply.NextKeyMarker ?? '', VersionIdMarker: reply.NextVersionIdMarker ?? '' };
    }
    expect(new Set(seen).size).toBe(6);
    expect(seen.map((line) => line[0]).join('')).toBe('aaabbb');
  });

  test('the bucket says that it keeps versions', async () => {
    const reply = await s3.send(new GetBucketVersioningCommand({ Bucket: BUCKET }));
    expect(reply.Status).toBe('Enabled');
  });

  test('a version that does not exist is NoSuchVersion', async () => {
    await put('report', 'one');
    await expect(textOf('report', '0'.repeat(32))).rejects.toMatchObject({ name: 'NoSuchVersion' });
  });
});

describe('listing', () => {
  test('a prefix is text, not a folder, and keys come in the order of their bytes', async () => {
    for (const key of ['runs/b', 'runs/a/1', 'runs-old', 'runs/B', 'other', 'runs/é', 'runs/z']) await put(key, key);
    expect(await keys('runs')).toEqual(['runs-old', 'runs/B', 'runs/a/1', 'runs/b', 'runs/z', 'runs/é']);
    expect(await keys('runs/')).toEqual(['runs/B', 'runs/a/1', 'runs/b', 'runs/z', 'runs/é']);
    expect(await keys('runs/a')).toEqual(['runs/a/1']);
    expect(await keys('nothing/here/')).toEqual([]);
  });

  test('pages together give every key once, with sizes', async () => {
    const wanted = Array.from({ length: 25 }, (_, i) => `p/${String(i).padStart(2, '0')}`);
    await Promise.all(wanted.map((key) => put(key, 'x'.repeat(Number(key.slice(2))))));
    const pages: string[][] = [];
    let token: string | undefined;
    do {
      const input = { Bucket: BUCKET, Prefix: 'p/', MaxKeys: 10, ...(token ? { ContinuationToken: token } : {}) };
      const reply = await s3.send(new ListObjectsV2Command(input));
      for (const item of reply.Contents ?? []) expect(item.Size).toBe(Number(item.Key?.slice(2)));
      pages.push((reply.Contents ?? []).map((item) => item.Key ?? ''));
      token = reply.NextContinuationToken;
    } while (token !== undefined);
    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(pages.flat()).toEqual(wanted);
  });

  test('a made-up continuation token is refused', async () => {
    const made = s3.send(new ListObjectsV2Command({ Bucket: BUCKET, ContinuationToken: 'zzzz' }));
    await expect(made).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});

describe('keys', () => {
  test.each([
    '../../../etc/passwd',
    '..',
    'a/../b',
    'a//b',
    '/leading',
    'trailing/',
    'C:\\boot.ini',
    'report.html@',
    'a b+c%20d=é & <ü>"\'.txt',
    'emoji/🚤',
    'star*?.json',
    `${'long'.repeat(100)}/${'é'.repeat(150)}`,
  ])('%s is one object of exactly that name, inside its bucket folder', async (key) => {
    await put(key, `content of ${key}`);
    expect(await textOf(key)).toBe(`content of ${key}`);
    expect(await keys()).toEqual([key]);
    expect(await readdir(dirname(folder))).not.toContain('etc');
    expect(await readdir(folder)).toEqual([BUCKET]);
  });

  test('a key may also be the folder of another', async () => {
    await put('a', 'file');
    await put('a/b', 'below');
    expect([await textOf('a'), await textOf('a/b'), await keys()]).toEqual(['file', 'below', ['a', 'a/b']]);
  });

  test('a key of more than 1024 bytes is refused', async () => {
    await expect(put('k'.repeat(1025), 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
    await put('k'.repeat(1024), 'x');
    expect((await keys())[0]).toHaveLength(1024);
  });
});

describe('tags', () => {
  test('replacing tags changes the tags and nothing else', async () => {
    await put('t', 'body', { Tagging: 'a=1', Metadata: { keep: 'me' } });
    const set = [{ Key: 'state', Value: 'sent + read' }];
    await s3.send(new PutObjectTaggingCommand({ ...at('t'), Tagging: { TagSet: set } }));

    const tags = await s3.send(new GetObjectTaggingCommand(at('t')));
    const head = await s3.send(new HeadObjectCommand(at('t')));
    expect(tags.TagSet).toEqual(set);
    expect(head.Metadata).toEqual({ keep: 'me' });
    expect(await textOf('t')).toBe('body');
    expect(await versions('t')).toHaveLength(1);
  });

  test('a tag S3 would not take is refused and the old tags stay', async () => {
    await put('t', 'body', { Tagging: 'a=1' });
    const set = [{ Key: 'a', Value: 'semi;colon' }];
    const refused = s3.send(new PutObjectTaggingCommand({ ...at('t'), Tagging: { TagSet: set } }));
    await expect(refused).rejects.toMatchObject({ name: 'InvalidTag' });
    expect((await s3.send(new GetObjectTaggingCommand(at('t')))).TagSet).toEqual([{ Key: 'a', Value: '1' }]);
  });
});

describe('refusing', () => {
  test('a delete is not implemented, and the object stays', async () => {
    await put('kept', 'safe');
    const refused = s3.send(new DeleteObjectCommand(at('kept')));
    await expect(refused).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
    expect(await textOf('kept')).toBe('safe');
  });

  test('an operation or header not known here is refused, never half done', async () => {
    await put('from', 'x');
    const copy = () => s3.send(new CopyObjectCommand({ ...at('to'), CopySource: `${BUCKET}/from` }));
    const part = () => s3.send(new GetObjectCommand({ ...at('from'), Range: 'bytes=0-0' }));
    const folders = () => s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Delimiter: '/' }));
    for (const ask of [copy, part, folders]) await expect(ask()).rejects.toMatchObject({ name: 'NotImplemented' });
    expect(await keys()).toEqual(['from']);
  });

  test('what is missing is named as S3 names it', async () => {
    await expect(textOf('nowhere')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new HeadObjectCommand(at('nowhere')))).rejects.toMatchObject({ name: 'NotFound' });
    const elsewhere = s3.send(new GetObjectCommand({ Bucket: 'no-such-bucket', Key: 'k' }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'no-such-bucket' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
  });

  test('a request nobody signed is refused, so that a web page cannot write into the archive', async () => {
    const reply = await fetch(`${service.endpoint}/${BUCKET}/planted`, { method: 'PUT', body: 'x' });
    expect(reply.status).toBe(403);
    expect(await keys()).toEqual([]);
  });

  test('a port in use is reported by its number', async () => {
    const second = startLocalS3({ port: service.port, folder, buckets: [BUCKET] });
    await expect(second).rejects.toThrow(`port ${service.port} is already in use`);
  });
});

describe('lasting', () => {
  test('objects, versions, tags and metadata are there after a restart', async () => {
    const old = await put('runs/x', 'old');
    await put('runs/x', 'new', { Tagging: 'a=1', Metadata: { m: '2' }, IfNoneMatch: undefined });
    await restart();
    expect(await textOf('runs/x')).toBe('new');
    expect(await textOf('runs/x', old.VersionId)).toBe('old');
    expect(await s3.send(new HeadObjectCommand(at('runs/x')))).toMatchObject({ TagCount: 1, Metadata: { m: '2' } });
    await expect(put('runs/x', 'again', { IfNoneMatch: '*' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });

  test('bytes without a description, as a kill between the two leaves them, are no object', async () => {
    await put('runs/whole', 'x');
    const objects = join(folder, BUCKET, 'objects', 'runs');
    await writeFile(join(objects, 'whole@', `${'a'.repeat(32)}.bytes`), 'half');
    await writeFile(join(folder, BUCKET, 'drafts', 'left-over'), 'half');
    await restart();
    expect(await keys()).toEqual(['runs/whole']);
    expect(await versions('runs/whole')).toHaveLength(1);
    expect(await textOf('runs/whole')).toBe('x');
  });
});

async function start(): Promise<void> {
  service = await startLocalS3({ port: 0, folder, buckets: [BUCKET] });
  s3 = new S3Client({
    endpoint: service.endpoint,
    forcePathStyle: true,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

async function restart(): Promise<void> {
  s3.destroy();
  await service.close();
  await start();
}

function at(key: string) {
  return { Bucket: BUCKET, Key: key };
}

function put(key: string, body: string | Buffer | Readable, more: Partial<PutObjectCommandInput> = {}) {
  return s3.send(new PutObjectCommand({ ...at(key), Body: body, ...more }));
}

async function textOf(key: string, versionId?: string): Promise<string | undefined> {
  const version = versionId === undefined ? {} : { VersionId: versionId };
  return (await s3.send(new GetObjectCommand({ ...at(key), ...version }))).Body?.transformToString();
}

async function keys(prefix = ''): Promise<string[]> {
  const reply = await s3.send(new ListObjectsV2Command({ Bucket: BUCKET, Prefix: prefix }));
  return (reply.Contents ?? []).map((item) => item.Key ?? '');
}

async function versions(key: string) {
  const reply = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: key }));
  return (reply.Versions ?? []).map((version) => ({ id: version.VersionId, latest: version.IsLatest }));
}

/** Promises a thousand bytes, sends four and hangs up. */
function brokenUpload(path: string): Promise<void> {
  return new Promise((resolve) => {
    const headers = { authorization: 'AWS4-HMAC-SHA256 Credential=local', 'content-length': 1000 };
    const upload = httpRequest({ host: '127.0.0.1', port: service.port, method: 'PUT', path, headers });
    upload.on('error', () => undefined);
    upload.on('close', () => resolve());
    upload.write('half', () => setTimeout(() => upload.destroy(), 50));
  });
}
