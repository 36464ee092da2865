import { writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { databaseUnitRows } from './database-units/database-units.ts';
import { firstFigureRows } from './first-figure/first-figure.ts';
import { freshStartRows } from './fresh-start/fresh-start.ts';
import { sheetRows } from './sheets/sheets.ts';
import type { Row } from './table.ts';
import { tableOf } from './table.ts';

const HELP = `npm run bench -- [--only M3,M5] [--rounds 7] [--node <another node>] [--write]

  M2   read and write units of a day, behind it few entries and many, beside a scan that adds up
  M3   a fresh process to its first authenticated dashboard answer, beside a bare handler and an eager bundle
  M5   script bytes and the time to the first figure in a browser, beside React with Recharts
  S1   a spreadsheet of 100,000 rows, beside papaparse alone: time, and memory above a small one

Every runner goes in interleaved rounds of one run; the results are ratios. --write renews scripts/bench/results.md.
`;

const RESULTS = join(import.meta.dirname, 'results.md');

/** The measurements by their number in the performance targets. */
const METRICS: Readonly<Record<string, (options: BenchOptions) => Promise<readonly Row[]>>> = {
  M2: databaseUnitRows,
  M3: freshStartRows,
  M5: firstFigureRows,
  S1: sheetRows,
};

/** How a bench run was asked for. */
export interface BenchOptions {
  readonly rounds: number;
  /** Node programs to measure fresh processes with: this one and any named. */
  readonly nodes: readonly string[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(METRICS).join(',') },
      rounds: { type: 'string', default: '7' },
      node: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => METRICS[name] === undefined);
  const rounds = Number(values.rounds);
  if (values.help || unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    process.stdout.write(unknown.length > 0 ? `There is no measurement ${unknown.join(', ')}.\n${HELP}` : HELP);
    return values.help ? 0 : 2;
  }
  const rows: Row[] = [];
  for (const name of wanted) {
    process.stderr.write(`Measuring ${name} …\n`);
    rows.push(...((await METRICS[name]?.({ rounds, nodes: [process.execPath, ...values.node] })) ?? []));
  }
  const table = tableOf(rows);
  process.stdout.write(`${table}\n`);
  if (values.write) await writeFile(RESULTS, resultsPage(table, rounds));
  return rows.some(({ target }) => target?.holds === false) ? 1 : 0;
}

function resultsPage(table: string, rounds: number): string {
  const [cpu] = cpus();
  return `# What was measured

Written by \`npm run bench -- --write\`. Medians of ${rounds} interleaved rounds in one run; the targets are those the product
set itself. Times mean nothing on another machine: read the ratios.

Machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.version}.

${table}
`;
}

/** Where a measurement may put what it needs and forget it. */
export function scratchFolder(name: string): string {
  return join(tmpdir(), `scc-bench-${name}-${process.pid}`);
}

process.exitCode = await main();
