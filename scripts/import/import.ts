import { resolve } from 'node:path';
import { checkSheet } from '../../lambda/collect/spreadsheet/import-check.ts';
import type { OpenWishes } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesOnDisk } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { EXPENSE_ACCOUNTS } from '../../lambda/imports/known-names.ts';
import type { KnownNames } from '../../shared/imports/cell-reading.ts';
import type { Answers } from '../../shared/imports/open-questions.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { isZone } from '../../shared/kernel/calendar.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import { NoBooks, openBooks } from '../report/books.ts';
import type { ImportArguments } from './arguments.ts';
import { importArguments, USAGE } from './arguments.ts';
import { checkText, columnsText, outcomeText, refusalText } from './check-text.ts';
import { operatorsWorld, storeFile } from './store.ts';

const FOLDER = resolve(import.meta.dirname, '../..', process.env['SCC_DATA'] ?? '.local');

async function main(): Promise<number> {
  const asked = importArguments(process.argv.slice(2));
  if ('page' in asked) {
    process.stdout.write(asked.page === 'help' ? `${USAGE}\n` : columnsText(asked.page));
    return 0;
  }
  if (!('file' in asked)) {
    process.stderr.write(`${asked.map((problem) => `  ${problem}`).join('\n')}\n\n${USAGE}\n`);
    return 2;
  }
  return asked.check ? check(asked) : store(asked);
}

/** Imports a file into the books the environment names, else into those of the local stack. */
async function store(asked: ImportArguments): Promise<number> {
  const { file, kind, entityId, columns, values, leaveOutBadRows, keepProblems } = asked;
  const path = resolve(file);
  const bytes = await bytesOnDisk(path);
  const sheet = await openSheet(bytes, openWishes(asked));
  const books = await openBooks(FOLDER);
  try {
    const { findings, counts } = await storeFile(books.runtime, {
      path,
      sizeBytes: bytes.size,
      sheet,
      kind,
      entityId,
      settings: { wishes: { columns, values }, answers: answersIn(asked), leaveOutBadRows, excluded: [] },
      keepProblems,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    process.stdout.write(counts === undefined ? refusalText(kind, findings) : outcomeText(kind, counts, entityId));
    return counts === undefined ? 1 : 0;
  } finally {
    await books.close();
  }
}

/** Reads a whole file and keeps nothing. What rows name is looked up in the books, where there are any. */
async function check(asked: ImportArguments): Promise<number> {
  const { file, kind, entityId, columns, values, keepProblems } = asked;
  const sheet = await openSheet(await bytesOnDisk(resolve(file)), openWishes(asked));
  process.stderr.write(`Reading ${sheet.about}.\n`);
  const names = await namesHere(asked);
  const checked = await checkSheet(
    sheet,
    {
      kind,
      entityId,
      zone: businessZone(),
      names,
      wishes: { columns, values },
      answers: answersIn(asked),
      keepProblems,
      progress: (step, rows) => {
        if (rows % 10_000 !== 0) return;
        const done = rows.toLocaleString('en-US');
        process.stderr.write(step === 'survey' ? `${done} rows looked over\n` : `${done} rows read\n`);
      },
    },
    () => undefined,
  );
  process.stdout.write(checkText(kind, checked, entityId));
  const { summary } = checked;
  if (summary === undefined) return 1;
  return summary.badRows === 0 || asked.leaveOutBadRows ? 0 : 1;
}

/** Everything rows may name, as people call it; without books here, only the accounts, and all else goes by its id. */
async function namesHere({ kind, entityId }: ImportArguments): Promise<KnownNames> {
  try {
    const books = await openBooks(FOLDER);
    try {
      return (await operatorsWorld(books.runtime, kind, entityId)).names;
    } finally {
      await books.close();
    }
  } catch (error) {
    if (!(error instanceof NoBooks)) throw error;
    process.stderr.write('There are no books here: channels, clients, properties and jobs go by their ids.\n');
    return { account: EXPENSE_ACCOUNTS };
  }
}

function openWishes({ sheet, separator }: ImportArguments): OpenWishes {
  return { ...(sheet === undefined ? {} : { sheet }), ...(separator === undefined ? {} : { separator }) };
}

function answersIn({ dateOrder, dateOrders, decimalMark }: ImportArguments): Answers {
  return { dateOrders, ...(dateOrder && { dateOrder }), ...(decimalMark && { decimalMark }) };
}

/** The zone the company counts its days in: what the environment says, else that of the company this was made for. */
function businessZone(): Zone {
  const named = process.env['BUSINESS_ZONE'] ?? 'America/Los_Angeles';
  if (!isZone(named))
    throw new Error(`BUSINESS_ZONE ${named}: expected an IANA time zone, such as America/Los_Angeles`);
  return named;
}

process.exitCode = await main().catch((error: unknown) => {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  const reasons =
    error instanceof FaultError ? error.fault.problems.map((one) => `  ${one.field}: ${one.message}`) : [];
  const message = isMissing ? 'There is no such file.' : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${[message, ...reasons].join('\n')}\n`);
  if (error instanceof NoBooks) return 3;
  return error instanceof FaultError || isMissing ? 2 : 1;
});
