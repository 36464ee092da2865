import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import type { SampleVisit } from '../sample-visit.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';

const run = promisify(execFile);
const ASKER = join(import.meta.dirname, 'asker.mjs');
const AT_ONCE = 8;
const LOAD_MS = 60_000;
/** Asked one after another in a round, of the dashboard and of the table in turn. */
const ASKED = 300;

interface Answers {
  readonly answers: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * M4: the dashboard over HTTP on the local stack beside a bare GetItem through the client the app itself uses, in turn;
 * then eight people at once for a minute. Everything is on this machine; those who ask are a process of their own.
 */
export async function underLoadRows({ rounds }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('under-load');
  const visit = await sampleVisit(folder);
  try {
    await asked(visit, 1, ASKED, LOAD_MS);
    const [first, again, bare]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      first.push((await asked(visit, 1, ASKED, LOAD_MS)).p50);
      again.push((await asked(visit, 1, ASKED, LOAD_MS, 'again')).p50);
      bare.push(median(await bareReads(visit, ASKED)));
    }
    const load = await asked(visit, AT_ONCE, Number.MAX_SAFE_INTEGER, LOAD_MS);
    const perSecond = Math.round(load.answers / (LOAD_MS / 1_000));
    return [
      against('first look', median(first), median(bare)),
      against('looked at again', median(again), median(bare)),
      ratioRow(
        'M4',
        `dashboard p99 ÷ p50, ${AT_ONCE} at once (${ms(load.p99)} ÷ ${ms(load.p50)}; ${perSecond} a second)`,
        load.p99 / load.p50,
        10,
      ),
      {
        metric: 'M4',
        what: `errors in ${LOAD_MS / 1_000} s of load, ${load.answers.toLocaleString('en-US')} answers`,
        measured: String(load.errors),
        target: { text: '0', holds: load.errors === 0 },
      },
    ];
  } finally {
    await visit.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function against(look: string, ours: number, bare: number): Row {
  return ratioRow(
    'M4',
    `dashboard p50 over HTTP, ${look} (${ms(ours)}) ÷ a bare GetItem (${ms(bare)})`,
    ours / bare,
    2,
  );
}

/** So many people at once, for so many requests or so long, whichever ends first. */
async function asked(
  { appUrl, cookie }: SampleVisit,
  atOnce: number,
  count: number,
  forMs: number,
  how: 'first' | 'again' = 'first',
): Promise<Answers> {
  const args = [`${appUrl}/api/reports/dashboard`, cookie, atOnce, count, forMs, how].map(String);
  const { stdout } = await run(process.execPath, [ASKER, ...args]);
  const answers = JSON.parse(stdout) as Answers;
  if (atOnce === 1 && answers.errors > 0) throw new Error('the dashboard did not answer');
  return answers;
}

async function bareReads({ tables }: SampleVisit, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const began = performance.now();
    await tables.client.send(
      new GetCommand({ TableName: tables.main, Key: { pk: 'REGISTER#company', sk: 'entity#jada' } }),
    );
    times.push(performance.now() - began);
  }
  return times;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
