import { execFile } from 'node:child_process';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';
import { keepForDuck } from './duckdb.ts';
import { AS_OF } from './made-records.ts';
import type { Program } from './programs.ts';
import { isInstalled, PROGRAMS, trialBalanceBy } from './programs.ts';
import { writeJournals, writeLines } from './written-records.ts';

const run = promisify(execFile);
const SEED = 'bench';
const FLOORS = ['read', 'parse'] as const;
const FIGURED = ['ours', 'duckdb-json', 'duckdb-native', 'naive'] as const;
/** Above this the journal programs take minutes and gigabytes each. */
const MOST_FOR_JOURNALS = 200_000;

interface Taken {
  readonly ms: number;
  readonly peakMb: number;
}
type Times = ReadonlyMap<string, Taken>;

/** M1: every figure from so many records, by each engine in a process of its own; nothing is printed unless all agree. */
export async function recordRows({ rounds, records }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('records');
  await mkdir(folder, { recursive: true });
  try {
    const lines = join(folder, 'entries.jsonl');
    writeLines(lines, records, SEED);
    await keepForDuck(lines);
    const child = await bundled(folder);
    const programs = PROGRAMS.filter((program) => records <= MOST_FOR_JOURNALS && isInstalled(program));
    if (programs.length > 0) writeJournals(lines, records, SEED);
    const times = await takenBy(child, lines, programs, rounds);
    const { size } = await stat(lines);
    const name = `${records.toLocaleString('en-US')} records, ${Math.round(size / 1e6)} MB`;
    return [...targetRows(times, name, records), ...peerRows(times, name, records)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
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
    plugins: [{ name: 'duckdb-as-installed', setup: ({ onResolve }) => onResolve({ filter: /^@duckdb/ }, duckdbPath) }],
    logLevel: 'warning',
  });
  return join(folder, 'out/child.mjs');
}

function duckdbPath() {
  return { path: import.meta.resolve('@duckdb/node-api'), external: true };
}

/** Medians over interleaved rounds, the first of which is not counted. @throws Error when two engines disagree. */
async function takenBy(child: string, lines: string, programs: readonly Program[], rounds: number): Promise<Times> {
  const taken = new Map<string, Taken[]>();
  const digests = new Map<string, string>();
  let trial: string | undefined;
  for (let round = 0; round <= rounds; round += 1) {
    const note = (name: string, one: Taken) => round > 0 && taken.set(name, [...(taken.get(name) ?? []), one]);
    for (const engine of [...FLOORS, ...FIGURED]) {
      const began = performance.now();
      const { stdout } = await run(process.execPath, [child, engine, lines, AS_OF], { maxBuffer: 1 << 26 });
      const said = JSON.parse(stdout) as { digest: string; trial: string; peakMb: number };
      note(engine, { ms: performance.now() - began, peakMb: said.peakMb });
      if (said.digest !== '') digests.set(engine, said.digest);
      if (engine === 'ours') trial = said.trial;
    }
    if (new Set(digests.values()).size !== 1) throw new Error(`the engines disagree: ${JSON.stringify([...digests])}`);
    for (const program of programs) {
      const began = performance.now();
      const text = trialBalanceBy(program, `${lines}.${program.form}`);
      note(program.name, { ms: performance.now() - began, peakMb: Number.NaN });
      if (text !== trial) throw new Error(`${program.name} has another trial balance:\n${text}\nours:\n${trial}`);
    }
  }
  return new Map(
    [...taken].map(([name, all]) => [
      name,
      { ms: median(all.map(({ ms }) => ms)), peakMb: median(all.map(({ peakMb }) => peakMb)) },
    ]),
  );
}

function targetRows(times: Times, name: string, records: number): readonly Row[] {
  const ms = (engine: string) => times.get(engine)?.ms ?? Number.NaN;
  const isMany = records > MOST_FOR_JOURNALS;
  const peak = times.get('ours')?.peakMb ?? Number.NaN;
  const most = isMany ? 128 : 80;
  const faster = (peer: string, least: number): Row[] =>
    times.has(peer)
      ? [
          {
            metric: 'M1',
            what: `${name}: ${peer}, its trial balance alone (${seconds(ms(peer))}) ÷ ours, every figure`,
            measured: (ms(peer) / ms('ours')).toFixed(1),
            target: { text: `≥ ${least}`, holds: ms(peer) / ms('ours') >= least },
          },
        ]
      : [];
  return [
    ratioRow(
      'M1',
      `${name}: ours (${seconds(ms('ours'))}) ÷ JSON.parse and drop (${seconds(ms('parse'))})`,
      ms('ours') / ms('parse'),
      isMany ? 1.35 : 1.5,
    ),
    ratioRow(
      'M1',
      `${name}: ours ÷ DuckDB from the same JSON (${seconds(ms('duckdb-json'))})`,
      ms('ours') / ms('duckdb-json'),
      1,
    ),
    ratioRow('M1', `${name}: ours ÷ filter and reduce (${seconds(ms('naive'))})`, ms('ours') / ms('naive'), 1),
    ...faster('ledger', 2.5),
    ...faster('hledger', 15),
    {
      metric: 'M1',
      what: `${name}: ours, peak memory`,
      measured: `${peak.toFixed(0)} MB`,
      target: { text: `≤ ${most} MB`, holds: peak <= most },
    },
  ];
}

/** What only informs: floors, engines with a head start, programs without a target, and who could not be asked. */
function peerRows(times: Times, name: string, records: number): readonly Row[] {
  const row = (what: string, measured: string): Row => ({ metric: 'M1', what: `${name}: ${what}`, measured });
  const of = (engine: string, what: string) => {
    const taken = times.get(engine);
    return taken === undefined
      ? []
      : [row(what, `${seconds(taken.ms)}${Number.isNaN(taken.peakMb) ? '' : `, ${taken.peakMb.toFixed(0)} MB`}`)];
  };
  const reason = records > MOST_FOR_JOURNALS ? 'not run: minutes at this size' : 'absent: not installed';
  const absent = PROGRAMS.filter(({ name: peer }) => !times.has(peer)).map(({ name: peer }) => row(peer, reason));
  return [
    ...of('read', 'read only'),
    ...of('parse', 'JSON.parse and drop'),
    ...of('duckdb-json', 'DuckDB from JSON'),
    ...of('duckdb-native', 'DuckDB from its own tables'),
    ...of('naive', 'filter and reduce'),
    ...of('beancount', 'beancount, its trial balance alone'),
    ...absent,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
