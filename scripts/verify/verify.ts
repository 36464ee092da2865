import { resolve } from 'node:path';
import type { Runtime } from '../../lambda/runtime.ts';
import { openBooks } from '../report/books.ts';
import { figuresPart, ledgerPart } from './books-parts.ts';
import { readExport, writeExport } from './export-folder.ts';
import type { Gathered } from './gathering.ts';
import { gathered } from './gathering.ts';
import type { Checked } from './outcome.ts';
import { SOUND, UNCHECKED, worstOf } from './outcome.ts';
import { archivePart, auditPart, booksToExport, exportedBooksPart, reprintPart } from './proof-parts.ts';
import { VERIFY_USAGE, verifyArguments } from './verify-arguments.ts';

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');
/** The version of this code, where a deployment gave it one. */
const VERSION = process.env['APP_VERSION']?.trim() || 'local';

type Asked = Exclude<ReturnType<typeof verifyArguments>, 'help'>;

async function main(argv: readonly string[]): Promise<number> {
  const asked = verifyArguments(argv);
  if (asked === 'help') return say({ lines: [VERIFY_USAGE], code: SOUND });
  if (asked.from !== undefined) return checkedFrom(resolve(asked.from), asked);
  const books = await openBooks(FOLDER);
  try {
    return await checkedHere(books.runtime, asked);
  } finally {
    await books.close();
  }
}

/** Checks what the product's own services hold. */
async function checkedHere(runtime: Runtime, asked: Asked): Promise<number> {
  const { tables, config } = runtime;
  if (asked.what === 'figures') return say(await figuresPart(tables, asked.report ?? ''));
  const codes: number[] = [];
  if (asked.what === 'ledger' || asked.what === 'all') codes.push(say(await ledgerPart(tables, asked, tell)));
  if (asked.what === 'ledger') return worstOf(codes);
  const proof = await gathered(runtime);
  try {
    if (asked.what === 'export') return await exported(runtime, proof, resolve(asked.out ?? ''));
    codes.push(...(await proofCodes(proof, asked, config.version)));
    return worstOf(codes);
  } finally {
    proof.close();
  }
}

/** Checks what lies in an exported folder. */
async function checkedFrom(folder: string, asked: Asked): Promise<number> {
  const codes = asked.what === 'all' ? [say(await exportedBooksPart(folder))] : [];
  return worstOf([...codes, ...(await proofCodes(await readExport(folder), asked, VERSION))]);
}

async function proofCodes(proof: Gathered, { what, rerender, issue }: Asked, version: string): Promise<number[]> {
  const codes: number[] = [];
  if (what !== 'archive') codes.push(say(auditPart(proof.evidence)));
  if (what !== 'audit') codes.push(say(archivePart(proof.evidence)));
  if (rerender || issue !== undefined) codes.push(say(await reprintPart(proof, version, issue)));
  return codes;
}

async function exported({ tables }: Runtime, proof: Gathered, folder: string): Promise<number> {
  const books = await booksToExport(tables);
  const objects = await writeExport(folder, proof, books);
  const lines = [
    `${objects} objects, ${proof.evidence.streams.size} streams, ${books.entries.length} entries: ${folder}`,
  ];
  return say({ lines, code: SOUND });
}

function say({ lines, code }: Checked): number {
  for (const line of lines) tell(line);
  return code;
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return UNCHECKED;
});
