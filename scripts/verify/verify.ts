import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { companyRegisters } from '../../lambda/stores/register-store.ts';
import { orThrow } from '../../shared/kernel/fault.ts';
import { eachEntry } from '../../shared/ledger/entry-lines.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import { decodedDocument } from '../../shared/reports/document/decoder.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import { withBytesOf } from './file-bytes.ts';
import { firstDifference, repairedLedger, verifiedLedger } from './ledger-verification.ts';
import { storedReceipts } from './receipts-check.ts';

const USAGE = `Usage: npm run verify -- ledger [--entity ID[,ID]] [--repair] [--entries FILE]
       npm run verify -- figures --report FILE

Rebuilds month balances, the balances of charters and of everything else money is about, and the lists of unsettled
charters from the journal entries, and compares them with what is stored. With --repair, what differs is shown and then
set to what the entries say; the entries themselves are never changed. With --entries, what is stored is held against
the entries of a file, one JSON object to a line, such as "npm run journal -- --as lines" writes.

"figures" follows the figures of a report, given as its JSON, back to the journal: the balances each names are added up
again from the entries posted by the time the report was read.

Exit codes: 0 all is as the entries say · 1 something differs, and the first difference is named · 2 it could not be checked`;

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');
const SOUND = 0;
const DIFFERS = 1;
const UNCHECKED = 2;

async function main(): Promise<number> {
  const option = {
    entity: { type: 'string' },
    repair: { type: 'boolean' },
    entries: { type: 'string' },
    report: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ options: option, allowPositionals: true });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return SOUND;
  }
  if (positionals.length === 1 && positionals[0] === 'figures' && values.report) return figures(values.report);
  if (positionals.length !== 1 || positionals[0] !== 'ledger' || values.report !== undefined) {
    throw new Error(`expected "ledger", or "figures" with a report\n\n${USAGE}`);
  }
  if (values.repair && values.entries !== undefined) throw new Error(`--repair goes by the stored entries\n\n${USAGE}`);
  const books = await openBooks(FOLDER);
  try {
    const { tables } = books.runtime;
    const { entity = [] } = await companyRegisters(tables);
    const known = entity.map(({ id }) => id);
    const entityIds = values.entity?.split(',') ?? known;
    const strangers = entityIds.filter((id) => !known.includes(id));
    if (strangers.length > 0 || entityIds.length === 0)
      throw new NoBooks(`There is no entity ${strangers.join(', ')}.`);
    const result = values.repair
      ? await repairedLedger(tables, entityIds, (line) => process.stdout.write(`${line}\n`))
      : await verifiedLedger(
          tables,
          entityIds,
          values.entries === undefined ? undefined : booksIn(values.entries, entityIds),
        );
    const { entries, charters, subjects } = result.check;
    const difference = firstDifference(result);
    process.stdout.write(
      `${entries} entries, ${charters} charters, ${subjects} other subjects of ${entityIds.join(', ')}.\n`,
    );
    process.stdout.write(`${difference ?? 'What is stored is what the entries say.'}\n`);
    return difference === undefined ? SOUND : DIFFERS;
  } finally {
    await books.close();
  }
}

/** Follows the figures of a report in a file back to the stored entries. */
async function figures(path: string): Promise<number> {
  const document = orThrow(decodedDocument(JSON.parse(readFileSync(resolve(path), 'utf8'))));
  const books = await openBooks(FOLDER);
  try {
    const { receipts, figures: count, broken } = await storedReceipts(books.runtime.tables, document);
    process.stdout.write(`${receipts} receipts of ${count} figures of ${document.title}.\n`);
    const [first, ...more] = broken;
    const told = first ?? 'Every one is what the entries say.';
    process.stdout.write(`${told}${more.length === 0 ? '' : ` And ${more.length} more.`}\n`);
    return first === undefined ? SOUND : DIFFERS;
  } finally {
    await books.close();
  }
}

/** The books a file of entries makes, of some entities. */
function booksIn(path: string, entityIds: readonly string[]): Rebuilding {
  const books = new Rebuilding();
  const wanted = new Set(entityIds);
  withBytesOf(resolve(path), (source) =>
    eachEntry(source, (entry) => {
      if (wanted.has(entry.entityId)) books.add(entry);
    }),
  );
  return books;
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return UNCHECKED;
});
