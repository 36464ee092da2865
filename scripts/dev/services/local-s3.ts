import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { bodyOf, isSigned, type LocalService, startHttpService } from './http-service.ts';
import { keyProblem } from './s3-key-path.ts';
import { objectListing, versionListing } from './s3-listing.ts';
import * as store from './s3-object-store.ts';
import {
  S3Error,
  send,
  sendError,
  sendXml,
  taggingXml,
  tagsOfHeader,
  tagsOfXml,
  versionHeaders,
} from './s3-replies.ts';
import { type S3Request, s3Request } from './s3-request.ts';
import { uploadOf } from './s3-upload.ts';

/** Where the local S3 listens and what it keeps. */
export interface LocalS3Options {
  /** 0 picks a free port. */
  readonly port: number;
  /** Where the buckets are kept: one folder each. */
  readonly folder: string;
  /** The buckets that exist, versioned; requests for others are answered NoSuchBucket. */
  readonly buckets: readonly string[];
}

const LIMIT_BYTES = 64 * 1024 * 1024;

/** Request headers S3 keeps with an object and gives back. Nothing is ever deleted here, so every lock holds. */
const KEPT_HEADERS =
  /^(cache-control|content-disposition|content-encoding|content-language|content-type|expires|x-amz-meta-.+|x-amz-object-lock-.+|x-amz-server-side-encryption.*)$/;

/**
 * An S3 of this machine that keeps every version on disk and loses none to a kill.
 * Signatures are required but not checked. What it does not know it refuses with NotImplemented.
 */
export async function startLocalS3(options: LocalS3Options): Promise<LocalService> {
  const folders = new Map(options.buckets.map((name) => [name, join(resolve(options.folder), checkedName(name))]));
  for (const folder of folders.values()) await store.openBucket(folder);
  return startHttpService('local S3', options.port, async (request, response) => {
    try {
      await answer(folders, request, response);
    } catch (error) {
      if (!(error instanceof S3Error)) throw error;
      sendError(response, error, request.url ?? '/');
    }
  });
}

async function answer(
  folders: ReadonlyMap<string, store.BucketFolder>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (!isSigned(request)) throw new S3Error(403, 'AccessDenied', 'Access Denied: the request is not signed.');
  const asked = s3Request(request);
  const bucket = folders.get(asked.bucket);
  if (bucket === undefined) throw new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist');
  const problem = keyProblem(asked.key);
  if (problem !== undefined) throw new S3Error(400, problem, 'The local S3 cannot store this key.');

  switch (asked.operation) {
    case 'PutObject':
      return putObject(bucket, asked, request, response);
    case 'GetObject': {
      const version = await wanted(bucket, asked);
      const headers = versionHeaders(version, wantsChecksums(request));
      return send(response, 200, headers, await store.bytesOf(bucket, version));
    }
    case 'HeadObject':
      return send(response, 200, versionHeaders(await wanted(bucket, asked), wantsChecksums(request)));
    case 'PutObjectTagging': {
      const version = await wanted(bucket, asked);
      const { bytes } = uploadOf(await limitedBody(request), request.headers);
      await store.retag(bucket, version, tagsOfXml(bytes.toString('utf8')));
      return send(response, 200, { 'x-amz-version-id': version.versionId });
    }
    case 'GetObjectTagging':
      return sendXml(response, 'Tagging', taggingXml((await wanted(bucket, asked)).tags));
    case 'ListObjectsV2':
      return sendXml(response, 'ListBucketResult', await objectListing(asked.bucket, bucket, asked.query));
    case 'ListObjectVersions':
      return sendXml(response, 'ListVersionsResult', await versionListing(asked.bucket, bucket, asked.query));
    case 'GetBucketVersioning':
      return sendXml(response, 'VersioningConfiguration', '<Status>Enabled</Status>');
    case 'HeadBucket':
      return send(response, 200, { 'x-amz-bucket-region': 'us-east-1' });
  }
}

async function putObject(
  bucket: store.BucketFolder,
  { key }: S3Request,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const tags = tagsOfHeader(headerText(request, 'x-amz-tagging'));
  const { bytes, checksums } = uploadOf(await limitedBody(request), request.headers);
  const onlyIfAbsent = request.headers['if-none-match'] === '*';
  const object = { key, bytes, checksums, tags, headers: keptHeaders(request) };
  const version = await store.putVersion(bucket, object, onlyIfAbsent);
  if (version === undefined) {
    throw new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
  }
  send(response, 200, { etag: `"${version.etag}"`, 'x-amz-version-id': version.versionId, ...version.checksums });
}

async function wanted(bucket: store.BucketFolder, { key, query }: S3Request): Promise<store.StoredVersion> {
  const versionId = query.get('versionId') ?? undefined;
  const version = await store.findVersion(bucket, key, versionId);
  if (version !== undefined) return version;
  if (versionId === undefined) throw new S3Error(404, 'NoSuchKey', 'The specified key does not exist.');
  throw new S3Error(404, 'NoSuchVersion', 'The specified version does not exist.');
}

async function limitedBody(request: IncomingMessage): Promise<Buffer> {
  const body = await bodyOf(request, LIMIT_BYTES);
  if (body !== 'too-large') return body;
  throw new S3Error(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}

function keptHeaders(request: IncomingMessage): Record<string, string> {
  const kept = Object.keys(request.headers).filter((name) => KEPT_HEADERS.test(name));
  const texts = kept.map((name) => [name, headerText(request, name) ?? ''] as const);
  // "aws-chunked" only says how the bytes travelled.
  const lasting = texts.map(([name, text]) =>
    name === 'content-encoding'
      ? ([name, text.replace(/\s*aws-chunked\s*,?\s*/, '')] as const)
      : ([name, text] as const),
  );
  return Object.fromEntries(lasting.filter(([, text]) => text !== ''));
}

function headerText(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

function wantsChecksums(request: IncomingMessage): boolean {
  return headerText(request, 'x-amz-checksum-mode') === 'ENABLED';
}

function checkedName(bucket: string): string {
  if (/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket) && !bucket.includes('..')) return bucket;
  throw new Error(`Not a bucket name S3 would take: ${bucket}`);
}
