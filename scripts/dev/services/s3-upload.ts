import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { crc32 } from 'node:zlib';
import { S3Error } from './s3-replies.ts';

/** The bytes a client meant to store, and the checksum headers it vouched for them with. */
export interface Upload {
  readonly bytes: Buffer;
  readonly checksums: Readonly<Record<string, string>>;
}

/**
 * Undoes the `aws-chunked` transfer encoding and checks every digest the client gave.
 * @throws S3Error when a digest does not fit, the body ends early, or the digest is of a kind not known here.
 */
export function uploadOf(body: Buffer, headers: IncomingHttpHeaders): Upload {
  const chunked = String(headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { bytes, trailers } = chunked ? unchunked(body) : { bytes: body, trailers: {} };
  const declared = headers['x-amz-decoded-content-length'];
  if (chunked && declared !== undefined && Number(declared) !== bytes.length) throw incomplete();
  checkTransport(body, bytes, headers);
  return { bytes, checksums: checkedChecksums(bytes, { ...headers, ...trailers }) };
}

const CHECKSUMS: Readonly<Record<string, (bytes: Buffer) => string>> = {
  'x-amz-checksum-crc32': (bytes) => {
    const word = Buffer.alloc(4);
    word.writeUInt32BE(crc32(bytes));
    return word.toString('base64');
  },
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

function checkedChecksums(bytes: Buffer, given: IncomingHttpHeaders): Record<string, string> {
  const checked: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!/^x-amz-checksum-(?!algorithm$|type$|mode$)/.test(name)) continue;
    const digest = CHECKSUMS[name];
    if (digest === undefined) throw new S3Error(501, 'NotImplemented', `${name} is not implemented locally.`);
    if (digest(bytes) !== value) {
      const kind = name.slice('x-amz-checksum-'.length).toUpperCase();
      throw new S3Error(400, 'BadDigest', `The ${kind} you specified did not match the calculated checksum.`);
    }
    checked[name] = String(value);
  }
  return checked;
}

function checkTransport(body: Buffer, bytes: Buffer, headers: IncomingHttpHeaders): void {
  const md5 = headers['content-md5'];
  if (md5 !== undefined && createHash('md5').update(bytes).digest('base64') !== md5) {
    throw new S3Error(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const sha256 = String(headers['x-amz-content-sha256'] ?? '');
  if (/^[0-9a-f]{64}$/.test(sha256) && createHash('sha256').update(body).digest('hex') !== sha256) {
    const message = 'The provided x-amz-content-sha256 header does not match what was computed.';
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', message);
  }
}

/** `<hex size>[;extensions]\r\n<bytes>\r\n` … `0\r\n<trailer>: <value>\r\n\r\n` (AWS: SigV4 streaming uploads). */
function unchunked(body: Buffer): { bytes: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let at = 0;
  for (;;) {
    const lineEnd = body.indexOf('\r\n', at);
    if (lineEnd < 0) throw incomplete();
    const size = /^([0-9a-f]{1,8})(?:;|$)/i.exec(body.toString('latin1', at, lineEnd))?.[1];
    if (size === undefined) throw incomplete();
    const sizeBytes = Number.parseInt(size, 16);
    at = lineEnd + 2;
    if (sizeBytes === 0) return { bytes: Buffer.concat(chunks), trailers: trailersOf(body.toString('latin1', at)) };
    if (at + sizeBytes + 2 > body.length) throw incomplete();
    chunks.push(body.subarray(at, at + sizeBytes));
    at += sizeBytes + 2;
  }
}

function trailersOf(text: string): Record<string, string> {
  const lines = text.split('\r\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
}

function incomplete(): S3Error {
  return new S3Error(400, 'IncompleteBody', 'You did not provide the number of bytes specified.');
}
