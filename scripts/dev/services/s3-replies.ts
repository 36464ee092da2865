import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { StoredVersion, Tag } from './s3-object-store.ts';
import { element, elementsIn, plainText } from './xml.ts';

/** A refusal as S3 words it. Answered in one place. */
export class S3Error extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const NAMESPACE = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** Answers 200 with an S3 document around what is inside. */
export function sendXml(response: ServerResponse, rootName: string, inner: string): void {
  send(response, 200, { 'content-type': 'application/xml' }, document(rootName, inner));
}

/** Answers with S3's error document; `resource` is the path that was asked for. */
export function sendError(response: ServerResponse, error: S3Error, resource: string): void {
  const inner = element('Code', error.code) + element('Message', error.message) + element('Resource', resource);
  send(response, error.status, { 'content-type': 'application/xml' }, `${PROLOG}<Error>${inner}</Error>`);
}

/** Ends a reply with the request id every S3 reply carries. */
export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string | number>>,
  body: string | Uint8Array = '',
): void {
  const length = headers['content-length'] ?? Buffer.byteLength(body);
  response.writeHead(status, { ...headers, 'content-length': length, 'x-amz-request-id': randomUUID() });
  response.end(body);
}

/** The headers that describe a version; checksums only for the caller that asked for them, as S3 does. */
export function versionHeaders(version: StoredVersion, withChecksums: boolean): Record<string, string | number> {
  return {
    'content-type': 'binary/octet-stream',
    ...version.headers,
    etag: `"${version.etag}"`,
    'last-modified': new Date(version.lastModifiedAt).toUTCString(),
    'content-length': version.sizeBytes,
    'x-amz-version-id': version.versionId,
    ...(version.tags.length > 0 ? { 'x-amz-tagging-count': version.tags.length } : {}),
    ...(withChecksums ? { ...version.checksums, 'x-amz-checksum-type': 'FULL_OBJECT' } : {}),
  };
}

/** What both listings say about a version. */
export function listedVersion(version: StoredVersion): string {
  return (
    element('Key', version.key) +
    element('LastModified', version.lastModifiedAt) +
    element('ETag', `"${version.etag}"`) +
    element('Size', version.sizeBytes) +
    element('StorageClass', 'STANDARD')
  );
}

/** The inside of a Tagging document. */
export function taggingXml(tags: readonly Tag[]): string {
  const listed = tags.map((tag) => `<Tag>${element('Key', tag.name)}${element('Value', tag.value)}</Tag>`);
  return `<TagSet>${listed.join('')}</TagSet>`;
}

/** The tags of a PutObjectTagging body. @throws S3Error unless it is one. */
export function tagsOfXml(body: string): Tag[] {
  if (elementsIn(body, 'TagSet').length !== 1 && !/<TagSet\s*\/>/.test(body)) {
    throw new S3Error(400, 'MalformedXML', 'The XML you provided was not well-formed or did not validate.');
  }
  const tags = elementsIn(body, 'Tag').map((tag) => ({
    name: plainText(elementsIn(tag, 'Key')[0] ?? ''),
    value: plainText(elementsIn(tag, 'Value')[0] ?? ''),
  }));
  return checkedTags(tags);
}

/** The tags of an `x-amz-tagging` header: a=b&c=d, form-encoded. @throws S3Error unless S3 would take them. */
export function tagsOfHeader(header: string | undefined): Tag[] {
  return checkedTags([...new URLSearchParams(header ?? '')].map(([name, value]) => ({ name, value })));
}

function checkedTags(tags: Tag[]): Tag[] {
  const names = new Set(tags.map((tag) => tag.name));
  if (tags.length > 10) throw new S3Error(400, 'BadRequest', 'Object tags cannot be greater than 10');
  if (names.size < tags.length) {
    throw new S3Error(400, 'InvalidTag', 'Cannot provide multiple Tags with the same key');
  }
  // The characters S3 documents for tags: letters, digits, spaces and + - = . _ : / @
  const fits = (text: string, most: number) => text.length <= most && /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u.test(text);
  if (tags.every((tag) => tag.name !== '' && fits(tag.name, 128) && fits(tag.value, 256))) return tags;
  throw new S3Error(400, 'InvalidTag', 'The tag you have provided is not valid.');
}

const PROLOG = '<?xml version="1.0" encoding="UTF-8"?>\n';

function document(rootName: string, inner: string): string {
  return `${PROLOG}<${rootName} xmlns="${NAMESPACE}">${inner}</${rootName}>`;
}
