import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeRecord } from '../../lambda/host/register-service.ts';
import { instantOfMs } from '../../shared/kernel/calendar.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import { OPERATOR } from '../report/operator.ts';
import { scanRepository } from './repository.ts';

const USAGE = `Usage: npm run inventory -- repository [--folder DIR] [--entity ID]

Looks into the repository: tests, what CI runs, gates, dependencies, the deploy log, secrets (by place and fingerprint,
never the secret itself). Prints what it found; with --entity it is kept as a record of that entity too.

Exit codes: 0 done · 1 it could not be made or kept · 2 the arguments do not fit · 3 there is nothing to keep it in`;

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = resolve(ROOT, process.env['SCC_DATA'] ?? '.local');

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
  const now = instantOfMs(Date.now());
  const scan = await scanRepository(asked.folder === undefined ? ROOT : resolve(asked.folder), now);
  process.stdout.write(`${JSON.stringify(scan, null, 2)}\n`);
  if (asked.entity === undefined) return 0;
  const books = await openBooks(FOLDER);
  try {
    const record = { entityId: asked.entity, ...scan };
    const { config, tables, log, reporting, reportingDeps } = books.runtime;
    const { clock, random } = reportingDeps;
    const id = newId('scn', now, random);
    const deps = { config, tables, log, clock, random, reporting };
    await writeRecord(deps, { user: OPERATOR, now }, 'repository-scan', id, { version: 0, record });
    process.stdout.write(`Kept as ${id} of ${asked.entity}.\n`);
    return 0;
  } finally {
    await books.close();
  }
}

interface Asked {
  readonly folder?: string;
  readonly entity?: string;
  readonly help?: boolean;
}

function read(): Asked | string {
  try {
    const option = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { folder: option, entity: option, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help || (positionals.length === 1 && positionals[0] === 'repository')) return values;
    return 'Take an inventory of what? for example: npm run inventory -- repository';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

process.exitCode = await main().catch((error: unknown) => {
  const problems =
    error instanceof FaultError ? error.fault.problems.map((of) => `\n  ${of.field}: ${of.message}`) : [];
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${problems.join('')}\n`);
  return error instanceof NoBooks ? 3 : 1;
});
