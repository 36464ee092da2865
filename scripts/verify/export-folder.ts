import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { entryLines } from '../../shared/ledger/entry-lines.ts';
import type { JournalEntry, MonthBalances } from '../../shared/records/journal.ts';
import { each } from './books-check.ts';
import type { KeptObject } from './evidence.ts';
import { keptObject, streamsOf } from './evidence.ts';
import type { Gathered } from './gathering.ts';

/**
 * What can be checked without the product's services, as plain files: `audit.jsonl` (a line of history each), `archive/`
 * (every object under its key) with `archive.jsonl` (how often each was written), `books/entries.jsonl` and
 * `books/balances.json`.
 */
const AUDIT = 'audit.jsonl';
const ARCHIVE = 'archive';
const OBJECTS = 'archive.jsonl';
export const ENTRIES = join('books', 'entries.jsonl');
const BALANCES = join('books', 'balances.json');

/** The books that go out with an export. */
export interface ExportedBooks {
  readonly entries: readonly JournalEntry[];
  readonly balances: readonly MonthBalances[];
}

/** The export cannot be written or read as one. */
export class BadExport extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadExport';
  }
}

/** Writes evidence and books into a folder that must be new or empty. Answers how many objects there are. */
export async function writeExport(folder: string, { evidence, read }: Gathered, books: ExportedBooks): Promise<number> {
  if (existsSync(folder) && (await readdir(folder)).length > 0) throw new BadExport(`${folder} is not empty.`);
  const objects = [...evidence.objects.values()];
  await each(objects, async ({ key }) =>
    put(folder, join(ARCHIVE, pathOf(key)), (await read(key)) ?? new Uint8Array()),
  );
  await put(folder, OBJECTS, jsonLines(objects.map(({ key, versions }) => ({ key, versions }))));
  await put(folder, AUDIT, jsonLines([...evidence.streams.values()].flat()));
  await put(folder, ENTRIES, entryLines(books.entries));
  await put(folder, BALANCES, JSON.stringify(books.balances));
  return objects.length;
}

/** The evidence in an exported folder. @throws BadExport when it is none. */
export async function readExport(folder: string): Promise<Gathered> {
  const lines = linesIn(await textIn(folder, AUDIT)) as ChainedLine[];
  const written = linesIn(await textIn(folder, OBJECTS)) as Pick<KeptObject, 'key' | 'versions'>[];
  const versions = new Map(written.map(({ key, versions }) => [key, versions]));
  const root = resolve(folder, ARCHIVE);
  const keys = existsSync(root) ? await keysBelow(root) : [];
  const known = new Set(keys);
  const read = async (key: string) =>
    known.has(key) ? new Uint8Array(await readFile(join(root, pathOf(key)))) : undefined;
  const objects = await each(keys, async (key) =>
    keptObject(key, new Uint8Array(await readFile(join(root, pathOf(key)))), versions.get(key)),
  );
  return {
    evidence: { streams: streamsOf(lines), objects: new Map(objects.map((object) => [object.key, object])) },
    read,
    close: () => undefined,
  };
}

/** The month balances in an exported folder. */
export async function exportedBalances(folder: string): Promise<readonly MonthBalances[]> {
  return JSON.parse(await textIn(folder, BALANCES)) as readonly MonthBalances[];
}

async function textIn(folder: string, name: string): Promise<string> {
  const path = resolve(folder, name);
  if (!existsSync(path)) throw new BadExport(`${folder} holds no ${name}: it is no export.`);
  return readFile(path, 'utf8');
}

async function put(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const path = resolve(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

/** A key as a path below a folder. @throws BadExport for one that would lie elsewhere. */
function pathOf(key: string): string {
  const parts = key.split('/');
  if (parts.every((part) => /^[A-Za-z0-9_+=@-][A-Za-z0-9._+=@ -]*$/.test(part))) return join(...parts);
  throw new BadExport(`The key ${JSON.stringify(key)} is no name for a file.`);
}

async function keysBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.map((file) => relative(root, file).split(sep).join('/')).sort();
}

function jsonLines(values: readonly unknown[]): string {
  return values.map((value) => `${JSON.stringify(value)}\n`).join('');
}

function linesIn(text: string): unknown[] {
  try {
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as unknown);
  } catch (error) {
    throw new BadExport(`A line of the export is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
