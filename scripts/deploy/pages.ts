import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { lookup } from 'mrmime';
import { fileNames } from './function-zip.ts';

/** One file of the app as it will lie in the bucket. */
export interface Page {
  readonly key: string;
  readonly bytes: Uint8Array;
  /** MD5 in hex, which is what S3 calls the entity tag of what was put in one piece. */
  readonly tag: string;
  readonly type: string;
  readonly cacheControl: string;
  /** Whether its name carries a digest of its content, so that it never changes under one name. */
  readonly hashed: boolean;
}

/** What browsers ask for first, and what names all the rest. */
export const INDEX = 'index.html';

/** The built app, file by file. @throws Error without an index, or for a file whose type nobody knows. */
export async function pagesIn(folder: string): Promise<Page[]> {
  const names = (await fileNames(folder)).filter((name) => !basename(name).startsWith('.'));
  if (!names.includes(INDEX)) throw new Error(`${folder} has no ${INDEX}; npm run build makes it`);
  return Promise.all(names.map(async (key) => pageOf(key, new Uint8Array(await readFile(join(folder, key))))));
}

function pageOf(key: string, bytes: Uint8Array): Page {
  const type = lookup(key);
  if (type === undefined) throw new Error(`${key}: no content type is known for it`);
  const hashed = /^assets\/.+-[A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(key);
  return {
    key,
    bytes,
    tag: createHash('md5').update(bytes).digest('hex'),
    type: /^text\/|javascript$/.test(type) ? `${type}; charset=utf-8` : type,
    cacheControl: hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    hashed,
  };
}
