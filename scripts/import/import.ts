import { resolve } from 'node:path';
import { checkSheet } from '../../lambda/collect/spreadsheet/import-check.ts';
import { openSheet } from '../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesOnDisk } from '../../lambda/collect/spreadsheet/sheet-bytes.ts';
import type { Zone } from '../../shared/kernel/calendar.ts';
import { isZone } from '../../shared/kernel/calendar.ts';
import { FaultError } from '../../shared/kernel/fault.ts';
import { ACCOUNTS } from '../../shared/ledger/accounts.ts';
import type { ImportArguments } from './arguments.ts';
import { importArguments, USAGE } from './arguments.ts';
import { checkText, columnsText } from './check-text.ts';

/** The accounts an expense may stand on, by code and name. */
const EXPENSE_ACCOUNTS = ACCOUNTS.filter(({ type }) => type === 'cogs' || type === 'opex').map(({ code, name }) => ({
  id: code,
  names: [name],
}));

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
  if (!asked.check) {
    process.stderr.write('  --check is needed: this command checks files and does not store what they hold.\n');
    return 2;
  }
  return check(asked);
}

async function check(asked: ImportArguments): Promise<number> {
  const { file, kind, entityId, columns, values, dateOrder, dateOrders, decimalMark, keepProblems } = asked;
  const { sheet: sheetName, separator } = asked;
  const bytes = await bytesOnDisk(resolve(file));
  const sheet = await openSheet(bytes, {
    ...(sheetName === undefined ? {} : { sheet: sheetName }),
    ...(separator === undefined ? {} : { separator }),
  });
  process.stderr.write(`Reading ${sheet.about}.\n`);
  const checked = await checkSheet(
    sheet,
    {
      kind,
      entityId,
      zone: businessZone(),
      names: { account: EXPENSE_ACCOUNTS },
      wishes: { columns, values },
      answers: { dateOrders, ...(dateOrder && { dateOrder }), ...(decimalMark && { decimalMark }) },
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

/** The zone the company counts its days in: what the environment says, else that of the company this was made for. */
function businessZone(): Zone {
  const named = process.env['BUSINESS_ZONE'] ?? 'America/Los_Angeles';
  if (!isZone(named))
    throw new Error(`BUSINESS_ZONE ${named}: expected an IANA time zone, such as America/Los_Angeles`);
  return named;
}

process.exitCode = await main().catch((error: unknown) => {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  process.stderr.write(
    `${isMissing ? 'There is no such file.' : error instanceof Error ? error.message : String(error)}\n`,
  );
  return error instanceof FaultError || isMissing ? 2 : 1;
});
