import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import type { Row } from '../table.ts';
import { madeFiles } from './made-files.ts';

const run = promisify(execFile);
const MANY = 100_000;
const FEW = 100;

interface Reading {
  readonly ms: number;
  readonly peakMb: number;
}

/** What reading a spreadsheet of 100,000 rows costs: memory above a process that reads 100, and time beside a plain reader. */
export async function sheetRows({ rounds }: BenchOptions): Promise<Row[]> {
  const folder = scratchFolder('sheets');
  await mkdir(folder, { recursive: true });
  try {
    const script = join(folder, 'one-reading.mjs');
    await build({
      entryPoints: [join(import.meta.dirname, 'one-reading.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      format: 'esm',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    const many = await madeFiles(folder, MANY);
    const few = await madeFiles(folder, FEW);
    const runners = {
      floor: ['plain', many.csv, String(MANY)],
      csv: ['check', many.csv, String(MANY)],
      xlsx: ['check', many.xlsx, String(MANY)],
      smallCsv: ['check', few.csv, String(FEW)],
      smallXlsx: ['check', few.xlsx, String(FEW)],
    } as const;
    const readings: Record<keyof typeof runners, Reading[]> = {
      floor: [],
      csv: [],
      xlsx: [],
      smallCsv: [],
      smallXlsx: [],
    };
    for (let round = 0; round < rounds; round += 1) {
      for (const [name, args] of Object.entries(runners)) {
        const { stdout } = await run(process.execPath, [script, ...args]);
        readings[name as keyof typeof runners].push(JSON.parse(stdout) as Reading);
      }
    }
    const ms = (name: keyof typeof runners) => median(readings[name].map((reading) => reading.ms));
    const mb = (name: keyof typeof runners) => median(readings[name].map((reading) => reading.peakMb));
    return [
      row(
        'CSV, 100,000 rows checked: time ÷ papaparse and JSON alone',
        `${(ms('csv') / ms('floor')).toFixed(2)} (${seconds(ms('csv'))} ÷ ${seconds(ms('floor'))})`,
      ),
      row(
        'XLSX, 100,000 rows checked: time ÷ papaparse and JSON alone',
        `${(ms('xlsx') / ms('floor')).toFixed(2)} (${seconds(ms('xlsx'))})`,
      ),
      memoryRow('CSV', mb('csv') - mb('smallCsv')),
      memoryRow('XLSX', mb('xlsx') - mb('smallXlsx')),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function row(what: string, measured: string): Row {
  return { metric: 'S1', what, measured };
}

/** A function has 512 MB; reading may take a quarter of it, whatever the length of the file. */
function memoryRow(form: string, mb: number): Row {
  const what = `${form}, 100,000 rows checked: peak memory above the same with 100 rows`;
  return { metric: 'S1', what, measured: `${mb.toFixed(0)} MB`, target: { text: '≤ 128 MB', holds: mb <= 128 } };
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
