import { createReadStream } from 'node:fs';
import Papa from 'papaparse';
import { checkSheet } from '../../../lambda/collect/spreadsheet/import-check.ts';
import { openSheet } from '../../../lambda/collect/spreadsheet/open-sheet.ts';
import { bytesOnDisk } from '../../../lambda/collect/spreadsheet/sheet-bytes.ts';
import { expenses } from '../../../shared/imports/kinds/expenses.ts';
import type { Zone } from '../../../shared/kernel/calendar.ts';

/** One reading of one file in a process of its own: how long it took, and the most memory the process ever held. */
const [how = '', path = '', expected = '0'] = process.argv.slice(2);
const started = process.hrtime.bigint();
const rows = how === 'check' ? await checked(path) : await plain(path);
const ms = Number(process.hrtime.bigint() - started) / 1e6;
if (rows !== Number(expected)) throw new Error(`read ${rows} rows of ${expected}`);
process.stdout.write(JSON.stringify({ ms, peakMb: process.resourceUsage().maxRSS / 1_000 }));

async function checked(file: string): Promise<number> {
  const { summary } = await checkSheet(
    await openSheet(await bytesOnDisk(file)),
    {
      kind: expenses,
      entityId: 'jada',
      zone: 'America/Los_Angeles' as Zone,
      names: { account: [{ id: '5020', names: ['Fuel'] }] },
      wishes: {},
      answers: {},
      keepProblems: 50,
      progress: () => undefined,
    },
    () => undefined,
  );
  return summary?.records ?? 0;
}

/** The floor: what it costs to take the file apart and write each row as JSON, understanding nothing of it. */
async function plain(file: string): Promise<number> {
  const parser = createReadStream(file, 'utf8').pipe(Papa.parse(Papa.NODE_STREAM_INPUT, { header: true }));
  let count = 0;
  let letters = 0;
  for await (const row of parser) {
    count += 1;
    letters += JSON.stringify(row).length;
  }
  return letters > 0 ? count : 0;
}
