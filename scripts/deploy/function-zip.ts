import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';

/** The function's code as it is uploaded. */
export interface FunctionZip {
  readonly bytes: Uint8Array;
  /** SHA-256 in base64, as Lambda tells it. */
  readonly digest: string;
}

/** The first day a zip can name, in whatever zone this machine is: zip times have none. */
const ALWAYS = new Date(1980, 0, 1);
const UNIX = 3;
const READABLE_FILE = 0o100644 << 16;

/** The files of a folder as a zip. The same files make the same bytes, on any machine, on any day. */
export async function functionZip(folder: string): Promise<FunctionZip> {
  const names = await fileNames(folder);
  if (!names.includes('handler.mjs')) throw new Error(`${folder} has no handler.mjs; npm run build makes it`);
  const files = await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const));
  const bytes = zipSync(Object.fromEntries(files.map(([name, file]) => [name, new Uint8Array(file)])), {
    level: 9,
    mtime: ALWAYS,
    os: UNIX,
    attrs: READABLE_FILE,
  });
  return { bytes, digest: createHash('sha256').update(bytes).digest('base64') };
}

/** Every file below a folder, by path with slashes, sorted by code unit. */
export async function fileNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}
