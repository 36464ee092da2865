import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { JournalForm } from '../lambda/host/journal-export.ts';
import { JOURNAL_FORMS, journalText } from '../lambda/host/journal-export.ts';
import { NoBooks, openBooks } from './report/books.ts';

const USAGE = `Usage: npm run journal -- [--entity ID[,ID]] [--as ledger|beancount] [--out FILE]

Prints the books as a plain-text journal that hledger and ledger read; with --as beancount, one that beancount reads.

Exit codes: 0 done · 1 it could not be made · 2 the arguments do not fit · 3 there is nothing to read`;

const FORMS = Object.keys(JOURNAL_FORMS) as readonly JournalForm[];
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
    const text = await journalText(books.runtime.tables, asked.entity?.split(','), asked.as);
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

interface Asked {
  readonly entity?: string;
  readonly as?: JournalForm;
  readonly out?: string;
  readonly help?: boolean;
}

function read(): Asked | string {
  try {
    const option = { type: 'string' } as const;
    const options = { entity: option, as: option, out: option, help: { type: 'boolean', short: 'h' } } as const;
    const { as, ...asked } = parseArgs({ options }).values;
    if (as === undefined) return asked;
    const form = FORMS.find((one) => one === as);
    return form === undefined ? `expected --as ${FORMS.join(' or ')}, not ${as}` : { ...asked, as: form };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return error instanceof NoBooks ? 3 : 1;
});
