import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { companyRegisters } from '../../lambda/stores/register-store.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import { firstDifference, repairedLedger, verifiedLedger } from './ledger-verification.ts';

const USAGE = `Usage: npm run verify -- ledger [--entity ID[,ID]] [--repair]

Rebuilds month balances, the balances of charters and of everything else money is about, and the lists of unsettled
charters from the journal entries, and compares them with what is stored. With --repair, what differs is shown and then
set to what the entries say; the entries themselves are never changed.

Exit codes: 0 all is as the entries say · 1 something differs, and the first difference is named · 2 it could not be checked`;

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');
const SOUND = 0;
const DIFFERS = 1;
const UNCHECKED = 2;

async function main(): Promise<number> {
  const option = {
    entity: { type: 'string' },
    repair: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  const { values, positionals } = parseArgs({ options: option, allowPositionals: true });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return SOUND;
  }
  if (positionals.length !== 1 || positionals[0] !== 'ledger') throw new Error(`expected "ledger"\n\n${USAGE}`);
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
      : await verifiedLedger(tables, entityIds);
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

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  return UNCHECKED;
});
