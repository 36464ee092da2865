import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import * as z from 'zod/mini';
import { createDurably, isErrno, writeDurably } from './durable-file.ts';
import { folderOfPrefix, keyOfPath, pathOfKey } from './s3-key-path.ts';

const Tag = z.readonly(z.object({ name: z.string(), value: z.string() }));

/** One object tag, as S3 keeps them: unique by name. */
export type Tag = z.infer<typeof Tag>;

const StoredVersion = z.readonly(
  z.object({
    key: z.string(),
    versionId: z.string(),
    sizeBytes: z.number(),
    /** MD5 of the bytes in hex, without quotes. */
    etag: z.string(),
    lastModifiedAt: z.string(),
    /** content-type, x-amz-meta-* and the like, given back as they came. */
    headers: z.readonly(z.record(z.string(), z.string())),
    /** x-amz-checksum-* headers, checked when the bytes came in. */
    checksums: z.readonly(z.record(z.string(), z.string())),
    tags: z.readonly(z.array(Tag)),
  }),
);

/** One version of an object, as the file beside its bytes says it. */
export type StoredVersion = z.infer<typeof StoredVersion>;

/** What a put brings; the store adds the id, the size, the digest and the time. */
export type NewVersion = Pick<StoredVersion, 'key' | 'headers' | 'checksums' | 'tags'> & { readonly bytes: Uint8Array };

/** A bucket's folder on disk: `objects` with every version ever put, `drafts` with what is half written. */
export type BucketFolder = string;

/** Makes the bucket if it is new and forgets what a killed run left half written. */
export async function openBucket(bucket: BucketFolder): Promise<void> {
  await rm(join(bucket, 'drafts'), { recursive: true, force: true });
  await mkdir(join(bucket, 'objects'), { recursive: true });
}

/** Adds a version; undefined when `onlyIfAbsent` and the key has one. Of conditional puts at one time exactly one wins. */
export async function putVersion(
  bucket: BucketFolder,
  object: NewVersion,
  onlyIfAbsent: boolean,
): Promise<StoredVersion | undefined> {
  const { bytes, ...said } = object;
  const folder = objectFolder(bucket, object.key);
  let number = ((await versionFiles(folder))[0]?.number ?? 0) + 1;
  if (onlyIfAbsent && number > 1) return undefined;
  const version: StoredVersion = {
    ...said,
    versionId: randomBytes(16).toString('hex'),
    sizeBytes: bytes.length,
    etag: createHash('md5').update(bytes).digest('hex'),
    lastModifiedAt: new Date().toISOString(),
  };
  // The bytes first: the version exists from the moment its description has a number.
  const bytesPath = join(folder, `${version.versionId}.bytes`);
  await writeDurably(drafts(bucket), bytesPath, bytes);
  while (!(await createDurably(drafts(bucket), versionPath(folder, number), JSON.stringify(version, null, 2)))) {
    if (onlyIfAbsent) {
      await rm(bytesPath, { force: true });
      return undefined;
    }
    number += 1;
  }
  return version;
}

/** Every version of a key, newest first. */
export async function versionsOf(bucket: BucketFolder, key: string): Promise<StoredVersion[]> {
  const folder = objectFolder(bucket, key);
  return Promise.all((await versionFiles(folder)).map((file) => readVersion(join(folder, file.name))));
}

/** The version asked for, or the newest when none is named; undefined when there is no such thing. */
export async function findVersion(
  bucket: BucketFolder,
  key: string,
  versionId: string | undefined,
): Promise<StoredVersion | undefined> {
  const folder = objectFolder(bucket, key);
  for (const file of await versionFiles(folder)) {
    const version = await readVersion(join(folder, file.name));
    if (versionId === undefined || version.versionId === versionId) return version;
  }
  return undefined;
}

/** The bytes of a version, exactly as they were put. */
export async function bytesOf(bucket: BucketFolder, version: StoredVersion): Promise<Buffer> {
  return readFile(join(objectFolder(bucket, version.key), `${version.versionId}.bytes`));
}

/** Replaces a version's tags; everything else about a version never changes. */
export async function retag(bucket: BucketFolder, version: StoredVersion, tags: readonly Tag[]): Promise<void> {
  const folder = objectFolder(bucket, version.key);
  for (const file of await versionFiles(folder)) {
    const path = join(folder, file.name);
    if ((await readVersion(path)).versionId !== version.versionId) continue;
    await writeDurably(drafts(bucket), path, JSON.stringify({ ...version, tags }, null, 2));
  }
}

/** The keys that begin with a prefix, in S3's order: by their UTF-8 bytes. */
export async function keysWithPrefix(bucket: BucketFolder, prefix: string): Promise<string[]> {
  const root = join(bucket, 'objects');
  const keys: string[] = [];
  for (const path of await filesBelow(join(root, folderOfPrefix(prefix)))) {
    if (!path.endsWith(`${sep}000000001.json`)) continue; // every object has a first version
    const key = keyOfPath(relative(root, dirname(path)).split(sep).join('/'));
    if (key.startsWith(prefix)) keys.push(key);
  }
  return keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function objectFolder(bucket: BucketFolder, key: string): string {
  return join(bucket, 'objects', pathOfKey(key));
}

function drafts(bucket: BucketFolder): string {
  return join(bucket, 'drafts');
}

function versionPath(folder: string, number: number): string {
  return join(folder, `${String(number).padStart(9, '0')}.json`);
}

async function filesBelow(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

async function versionFiles(folder: string): Promise<{ readonly name: string; readonly number: number }[]> {
  try {
    const names = (await readdir(folder)).filter((name) => /^\d{9}\.json$/.test(name));
    return names.map((name) => ({ name, number: Number.parseInt(name, 10) })).sort((a, b) => b.number - a.number);
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return [];
    throw error;
  }
}

async function readVersion(path: string): Promise<StoredVersion> {
  return StoredVersion.parse(JSON.parse(await readFile(path, 'utf8')));
}
