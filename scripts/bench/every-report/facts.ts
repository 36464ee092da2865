import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Rebuilding } from '../../../shared/ledger/rebuilding.ts';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import { madeEntries } from '../records/made-records.ts';
import { median } from '../rounds.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';

const run = promisify(execFile);
const CHILD = join(import.meta.dirname, 'facts-child.mjs');
const [FEW, MANY] = [10_000, 1_000_000];
const MOST_MS = 40;
/** As much as two medians of the same thing may differ on a busy machine. */
const FLAT = 1.25;

/** The first pass over the figures read off month balances in a fresh process, with few records behind them and with many. */
export async function factRows(folder: string, bundle: string, rounds: number): Promise<readonly Row[]> {
  const snapshot = JSON.parse(await readFile(join(folder, 'snapshot-1.json'), 'utf8')) as Snapshot;
  for (const count of [FEW, MANY]) {
    const records = booksOf(count);
    await writeFile(
      join(folder, `books-${count}.json`),
      JSON.stringify({ ...snapshot, balances: { state: 'read', records } }),
    );
  }
  const times = new Map<number, number[]>([FEW, MANY].map((count) => [count, []]));
  let facts = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [count, taken] of times) {
      const { stdout } = await run(process.execPath, [CHILD, bundle, folder, `books-${count}`]);
      const said = JSON.parse(stdout) as { ms: number; facts: number };
      taken.push(said.ms);
      facts = said.facts;
    }
  }
  const ms = (count: number) => median(times.get(count) ?? []);
  return [
    {
      metric: 'M6',
      what: `${facts} figures from month balances, first pass of a fresh process`,
      measured: `${ms(FEW).toFixed(0)} ms`,
      target: { text: `≤ ${MOST_MS} ms`, holds: ms(FEW) <= MOST_MS },
    },
    ratioRow(
      'M6',
      `the same with ${MANY.toLocaleString('en-US')} records behind them ÷ ${FEW.toLocaleString('en-US')}`,
      ms(MANY) / ms(FEW),
      FLAT,
    ),
  ];
}

function booksOf(count: number) {
  const rebuilding = new Rebuilding();
  for (const entry of madeEntries(count, 'balances')) rebuilding.add(entry);
  return rebuilding.months();
}
