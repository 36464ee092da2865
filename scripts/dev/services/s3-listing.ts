import { type BucketFolder, findVersion, keysWithPrefix, type StoredVersion, versionsOf } from './s3-object-store.ts';
import { listedVersion, S3Error } from './s3-replies.ts';
import { element } from './xml.ts';

const PAGE_SIZE = 1_000;

/** The inside of a ListObjectsV2 reply: one page of newest versions, keys in byte order. */
export async function objectListing(bucketName: string, bucket: BucketFolder, query: URLSearchParams): Promise<string> {
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : keyOfToken(token);
  const prefix = query.get('prefix') ?? '';
  const rest = (await keysWithPrefix(bucket, prefix)).filter((key) => isAfter(key, after));
  const size = pageSize(query);
  const page = rest.slice(0, size);
  const found = await Promise.all(page.map((key) => findVersion(bucket, key, undefined)));
  const more = size > 0 && rest.length > page.length;
  return (
    element('Name', bucketName) +
    element('Prefix', prefix) +
    element('KeyCount', page.length) +
    element('MaxKeys', size) +
    element('IsTruncated', more) +
    (more ? element('NextContinuationToken', tokenOf(page.at(-1) ?? '')) : '') +
    found.map((version) => (version === undefined ? '' : `<Contents>${listedVersion(version)}</Contents>`)).join('')
  );
}

/** The inside of a ListObjectVersions reply: keys in byte order, each key's versions newest first. */
export async function versionListing(
  bucketName: string,
  bucket: BucketFolder,
  query: URLSearchParams,
): Promise<string> {
  const prefix = query.get('prefix') ?? '';
  const keyMarker = query.get('key-marker') ?? '';
  const idMarker = query.get('version-id-marker') ?? '';
  const keys = (await keysWithPrefix(bucket, prefix)).filter((key) => isAfter(key, keyMarker) || key === keyMarker);
  const size = pageSize(query);
  const listed: { readonly version: StoredVersion; readonly isLatest: boolean }[] = [];
  for (const key of keys) {
    const versions = await versionsOf(bucket, key);
    // The key marker alone means "after every version of it"; with an id, "after that version".
    const from = key !== keyMarker ? 0 : idMarker === '' ? versions.length : indexAfter(versions, idMarker);
    listed.push(...versions.map((version, index) => ({ version, isLatest: index === 0 })).slice(from));
    if (listed.length > size) break;
  }
  const page = listed.slice(0, size);
  const last = listed.length > size ? page.at(-1)?.version : undefined;
  return (
    element('Name', bucketName) +
    element('Prefix', prefix) +
    element('KeyMarker', keyMarker) +
    element('MaxKeys', size) +
    element('IsTruncated', last !== undefined) +
    (last ? element('NextKeyMarker', last.key) + element('NextVersionIdMarker', last.versionId) : '') +
    page.map(({ version, isLatest }) => versionElement(version, isLatest)).join('')
  );
}

function versionElement(version: StoredVersion, isLatest: boolean): string {
  const own = element('VersionId', version.versionId) + element('IsLatest', isLatest);
  return `<Version>${own}${listedVersion(version)}</Version>`;
}

function indexAfter(versions: readonly StoredVersion[], versionId: string): number {
  const index = versions.findIndex((version) => version.versionId === versionId);
  if (index < 0) throw new S3Error(400, 'InvalidArgument', 'The version id marker is not a version of that key.');
  return index + 1;
}

function pageSize(query: URLSearchParams): number {
  const asked = Number(query.get('max-keys') ?? PAGE_SIZE);
  if (Number.isInteger(asked) && asked >= 0) return Math.min(asked, PAGE_SIZE);
  throw new S3Error(400, 'InvalidArgument', 'max-keys must be a whole number, zero or more.');
}

function isAfter(key: string, other: string): boolean {
  return Buffer.compare(Buffer.from(key), Buffer.from(other)) > 0;
}

function tokenOf(key: string): string {
  return Buffer.from(`after:${key}`).toString('base64url');
}

function keyOfToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString('utf8');
  if (text.startsWith('after:')) return text.slice('after:'.length);
  throw new S3Error(400, 'InvalidArgument', 'The continuation token provided is incorrect');
}
