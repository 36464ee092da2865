import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { journalText } from '../lambda/host/journal-export.ts';
import { NoBooks, openBooks } from './report/books.ts';

const USAGE = `Usage: npm run journal -- [--entity ID[,ID]] [--out FILE]

Prints the books as a plain-text journal that hledger and ledger read.

Exit codes: 0 done · 1 it could not be made · 2 the arguments do not fit · 3 there is nothing to read`;

const FOLDER = resolve(import.meta.dirname, '..', process.env['SCC_DATA'] ?? '.local');

async function main(): Promise<number> {
  const asked = read();
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n\n${USAGE}\n`);
    return 2;
  }
  if (asked.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  const books = await openBooks(FOLDER);
  try {
    const text = await journalText(books.runtime.tables, asked.entity?.split(','));
    if (asked.out === undefined) process.stdout.write(text);
    else {
      await mkdir(dirname(resolve(asked.out)), { recursive: true });
      await writeFile(asked.out, text);
      process.stdout.write(`${asked.out}\n`);
    }
    return 0;
  } finally {
    await books.close();
  }
}

function read(): { readonly entity?: string; readonly out?: string; readonly help?: boolean } | string {
  try {
    const option = { type: 'string' } as const;
    return parseArgs({ options: { entity: option, out: option, help: { type: 'boolean', short: 'h' } } }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof NoBooks ? 3 : 1;
});
