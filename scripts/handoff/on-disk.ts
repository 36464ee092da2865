import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { HandoffReading } from '../../shared/handoffs/handoff-document.ts';
import { readHandoff } from '../../shared/handoffs/handoff-document.ts';

/** A document, the file it is in as it was named, and what came of reading it. */
export interface NamedReading extends HandoffReading {
  readonly path: string;
}

/** A file that cannot be read as text at all. */
export class Unreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Unreadable';
  }
}

const MOST_BYTES = 1_000_000;

/** The documents in some files, read. @throws Unreadable naming the first file that is none. */
export async function documentsIn(files: readonly string[]): Promise<NamedReading[]> {
  const read: NamedReading[] = [];
  for (const path of files) read.push({ path, ...readHandoff(basename(path), await textOf(path)) });
  return read;
}

async function textOf(path: string): Promise<string> {
  const about = await stat(resolve(path)).catch(() => undefined);
  if (about === undefined || !about.isFile()) throw new Unreadable(`${path}: there is no such file.`);
  if (about.size > MOST_BYTES) throw new Unreadable(`${path}: expected a document of at most ${MOST_BYTES} bytes.`);
  const bytes = await readFile(resolve(path));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unreadable(`${path}: expected text in UTF-8.`);
  }
}
