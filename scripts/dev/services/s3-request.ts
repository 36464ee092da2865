import type { IncomingMessage } from 'node:http';
import { S3Error } from './s3-replies.ts';

/** Everything this S3 can do. Deleting is left out so that an archive cannot be lost. */
export type OperationName =
  | 'PutObject'
  | 'GetObject'
  | 'HeadObject'
  | 'PutObjectTagging'
  | 'GetObjectTagging'
  | 'ListObjectsV2'
  | 'ListObjectVersions'
  | 'GetBucketVersioning'
  | 'HeadBucket';

/** What a request asks for, in S3's words. */
export interface S3Request {
  readonly operation: OperationName;
  readonly bucket: string;
  /** Empty for operations on the bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
}

interface Operation {
  readonly name: OperationName;
  readonly method: string;
  readonly on: 'bucket' | 'object';
  /** The query parameter that sets it apart, if any. */
  readonly marker?: string;
  readonly also?: readonly string[];
}

const OPERATIONS: readonly Operation[] = [
  { name: 'PutObject', method: 'PUT', on: 'object' },
  { name: 'GetObject', method: 'GET', on: 'object', also: ['versionId'] },
  { name: 'HeadObject', method: 'HEAD', on: 'object', also: ['versionId'] },
  { name: 'PutObjectTagging', method: 'PUT', on: 'object', marker: 'tagging', also: ['versionId'] },
  { name: 'GetObjectTagging', method: 'GET', on: 'object', marker: 'tagging', also: ['versionId'] },
  {
    name: 'ListObjectsV2',
    method: 'GET',
    on: 'bucket',
    marker: 'list-type',
    also: ['prefix', 'max-keys', 'continuation-token', 'start-after'],
  },
  {
    name: 'ListObjectVersions',
    method: 'GET',
    on: 'bucket',
    marker: 'versions',
    also: ['prefix', 'max-keys', 'key-marker', 'version-id-marker'],
  },
  { name: 'GetBucketVersioning', method: 'GET', on: 'bucket', marker: 'versioning' },
  { name: 'HeadBucket', method: 'HEAD', on: 'bucket' },
];

/** Headers that would change what a request means and that nobody here acts on. */
const UNKNOWN_HEADERS =
  /^(range|if-match|if-modified-since|if-unmodified-since|x-amz-(copy-source|acl|grant|write-offset|server-side-encryption-customer).*)$/;

/**
 * Reads the operation off a path-style request.
 * @throws S3Error 501 for anything that is not one of the operations here: never half an answer.
 */
export function s3Request(request: IncomingMessage): S3Request {
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  const slash = path.indexOf('/', 1);
  const bucket = decoded(slash < 0 ? path.slice(1) : path.slice(1, slash));
  // Read raw: a URL parser would fold "..", which is part of a name here.
  const key = slash < 0 ? '' : decoded(path.slice(slash + 1));
  const query = new URLSearchParams(search);
  const operation = OPERATIONS.find((candidate) => fits(candidate, request.method ?? '', key, query));
  const asked = query.get('x-id') ?? `${request.method} ${key === '' ? 'on a bucket' : 'on an object'}`;
  if (operation === undefined || bucket === '') {
    throw new S3Error(501, 'NotImplemented', `The local S3 does not implement ${asked} with these parameters.`);
  }
  refuseUnknownHeaders(request, operation.name);
  return { operation: operation.name, bucket, key, query };
}

function fits(operation: Operation, method: string, key: string, query: URLSearchParams): boolean {
  if (operation.method !== method || (operation.on === 'object') !== (key !== '')) return false;
  const names = [...query.keys()].filter((name) => name !== 'x-id');
  const allowed = [operation.marker, ...(operation.also ?? [])];
  return (
    (operation.marker === undefined || names.includes(operation.marker)) && names.every((n) => allowed.includes(n))
  );
}

function refuseUnknownHeaders(request: IncomingMessage, operation: OperationName): void {
  const unknown = Object.keys(request.headers).find((name) => UNKNOWN_HEADERS.test(name));
  const condition = request.headers['if-none-match'];
  const unknownCondition = condition !== undefined && !(operation === 'PutObject' && condition === '*');
  if (unknown === undefined && !unknownCondition) return;
  const name = unknown ?? 'if-none-match in this form';
  throw new S3Error(501, 'NotImplemented', `The local S3 does not implement the header ${name} for ${operation}.`);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new S3Error(400, 'InvalidURI', 'Could not parse the specified URI.');
  }
}
