import { readFile, writeFile } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { databaseUnitRows } from './database-units/database-units.ts';
import { everyReportRows } from './every-report/every-report.ts';
import { firstFigureRows } from './first-figure/first-figure.ts';
import { freshStartRows } from './fresh-start/fresh-start.ts';
import { recordRows } from './records/records.ts';
import { sheetRows } from './sheets/sheets.ts';
import type { Row } from './table.ts';
import { keptLines, tableOf } from './table.ts';
import { underLoadRows } from './under-load/under-load.ts';

const HELP = `npm run bench -- [--only M3,M5] [--rounds 7] [--n 100000] [--node <another node>] [--write]

  M1   every figure from --n records, beside JSON.parse alone, DuckDB, SQLite, a plain script, ledger, hledger, beancount
  M2   read and write units of a day, with 1,000 entries behind it, ten times as many, and so on up to --n, beside a scan
  M3   a fresh process to its first authenticated dashboard answer, beside a bare handler and an eager bundle
  M4   the dashboard beside a bare GetItem, and a minute of eight people at once
  M5   script bytes and the time to the first figure in a browser, beside React with Recharts
  M6   every report in five formats and as mails: processor time, fresh and warm
  S1   a spreadsheet of 100,000 rows, beside papaparse alone: time, and memory above a small one

Every runner goes in interleaved rounds of one run; the results are ratios. --write renews what was
measured in scripts/bench/results.md and keeps the rest, what M1 took of other numbers of records too.
`;

const RESULTS = join(import.meta.dirname, 'results.md');

/** The measurements by their number in the performance targets. */
const METRICS: Readonly<Record<string, (options: BenchOptions) => Promise<readonly Row[]>>> = {
  M1: recordRows,
  M2: databaseUnitRows,
  M3: freshStartRows,
  M4: underLoadRows,
  M5: firstFigureRows,
  M6: everyReportRows,
  S1: sheetRows,
};

/** How a bench run was asked for. */
export interface BenchOptions {
  readonly rounds: number;
  /** How many records M1 reads, and the most that M2 has behind its day. */
  readonly size: number;
  /** Node programs to measure fresh processes with: this one and any named. */
  readonly nodes: readonly string[];
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: Object.keys(METRICS).join(',') },
      rounds: { type: 'string', default: '7' },
      n: { type: 'string', default: '100000' },
      node: { type: 'string', multiple: true, default: [] },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => METRICS[name] === undefined);
  const [rounds, size] = [Number(values.rounds), Number(values.n)];
  const isCount = (count: number) => Number.isInteger(count) && count > 0;
  if (values.help || unknown.length > 0 || !isCount(rounds) || !isCount(size)) {
    process.stdout.write(unknown.length > 0 ? `There is no measurement ${unknown.join(', ')}.\n${HELP}` : HELP);
    return values.help ? 0 : 2;
  }
  const rows: Row[] = [];
  for (const name of wanted) {
    process.stderr.write(`Measuring ${name} …\n`);
    rows.push(...((await METRICS[name]?.({ rounds, size, nodes: [process.execPath, ...values.node] })) ?? []));
  }
  process.stdout.write(`${tableOf(rows)}\n`);
  if (values.write) {
    const before = await readFile(RESULTS, 'utf8').catch(() => '');
    await writeFile(RESULTS, resultsPage(tableOf(rows, keptLines(before, rows)), rounds));
  }
  return rows.some(({ target }) => target?.holds === false) ? 1 : 0;
}

function resultsPage(table: string, rounds: number): string {
  const [cpu] = cpus();
  return `# What was measured

Written by \`npm run bench -- --write\`. Medians of interleaved rounds in one run, ${rounds} in the last; the targets are those
the product set itself. Times mean nothing on another machine: read the ratios.

Machine: ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${process.platform} ${process.arch}, Node ${process.version}.

${table}
`;
}

/** Where a measurement may put what it needs and forget it. */
export function scratchFolder(name: string): string {
  return join(tmpdir(), `scc-bench-${name}-${process.pid}`);
}

process.exitCode = await main();
