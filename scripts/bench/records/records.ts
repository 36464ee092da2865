import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import type { Row } from '../table.ts';
import type { Contender, Go, Kept } from './contenders.ts';
import { contenders } from './contenders.ts';
import { keepForDuck } from './duckdb.ts';
import { AS_OF } from './made-records.ts';
import type { Taken, Times } from './record-rows.ts';
import { rowsOf } from './record-rows.ts';
import { mustAgree } from './said.ts';
import { isInstalled, spentBy } from './spent.ts';
import { keepForSqlite, SQLITE } from './sqlite.ts';
import { recordFiles, writeRecords } from './written-records.ts';

const SEED = 'bench';
/** Whoever takes longer is asked once, and that round counts. */
const PATIENCE_MS = 20_000;

/** M1: every figure from so many records, by each engine in a process of its own; nothing is printed unless all agree. */
export async function recordRows({ rounds, size }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('records');
  await mkdir(folder, { recursive: true });
  try {
    const kept = await written(join(folder, 'entries'), size);
    const times = await takenBy(contenders(kept, await bundled(folder), AS_OF), rounds);
    return rowsOf(times, { records: size, bytes: (await stat(kept.lines)).size, seed: SEED });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The records in every form, and in the tables of whoever keeps some. */
async function written(path: string, count: number): Promise<Kept> {
  const kept = { ...recordFiles(path), duckdb: `${path}.duckdb`, sqlite: `${path}.sqlite` };
  writeRecords(kept, count, SEED);
  await keepForDuck(kept.lines, kept.duckdb);
  if (isInstalled(SQLITE)) await spentBy(keepForSqlite(kept.lines, kept.sqlite));
  return kept;
}

async function bundled(folder: string): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, 'child.ts')],
    outdir: join(folder, 'out'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'], // of the database's client nothing is left then
    plugins: [{ name: 'duckdb-as-installed', setup: ({ onResolve }) => onResolve({ filter: /^@duckdb/ }, duckdbPath) }],
    logLevel: 'warning',
  });
  return join(folder, 'out/child.mjs');
}

function duckdbPath() {
  return { path: import.meta.resolve('@duckdb/node-api'), external: true };
}

/** Medians over interleaved rounds, the first of which is not counted. @throws Error when two of them disagree. */
async function takenBy(all: readonly Contender[], rounds: number): Promise<Times> {
  const goes = new Map<string, Go[]>(all.map(({ name }) => [name, []]));
  const slow = new Set<string>();
  const said: { readonly name: string; readonly said: Go['said'] }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, go } of all.filter((one) => !slow.has(one.name))) {
      process.stderr.write(`  round ${round}: ${name} …\n`);
      const one = await go();
      said.push({ name, said: one.said });
      mustAgree(said);
      if (one.ms > PATIENCE_MS) slow.add(name);
      if (round > 0 || slow.has(name)) goes.get(name)?.push(one);
    }
  }
  return new Map([...goes].map(([name, some]) => [name, takenIn(some)]));
}

function takenIn(goes: readonly Go[]): Taken {
  const middle = (of: (go: Go) => number) => median(goes.map(of));
  return { ms: middle(({ ms }) => ms), peakMb: middle(({ peakMb }) => peakMb), rounds: goes.length };
}
