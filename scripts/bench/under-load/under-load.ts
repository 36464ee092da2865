import { rm } from 'node:fs/promises';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import type { SampleVisit } from '../sample-visit.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';

const AT_ONCE = 8;
const LOAD_MS = 60_000;
/** Asked one after another in a round, of the dashboard and of the table in turn. */
const ASKED = 200;
const HEADERS = { 'sec-fetch-site': 'same-origin', 'accept-encoding': 'gzip, deflate, br' };

/**
 * M4: the dashboard over HTTP on the local stack beside a bare GetItem through the client the app itself uses, one at a
 * time in turn; then eight people at once for a minute. Everything is on this machine and in one process with the load.
 */
export async function underLoadRows({ rounds }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('under-load');
  const visit = await sampleVisit(folder);
  try {
    await asked(visit, ASKED);
    const pairs: { readonly ours: number; readonly bare: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ours = median(await asked(visit, ASKED));
      const bare = median(await bareReads(visit, ASKED));
      pairs.push({ ours, bare });
    }
    const ours = median(pairs.map((pair) => pair.ours));
    const bare = median(pairs.map((pair) => pair.bare));
    const load = await loaded(visit);
    return [
      ratioRow('M4', `dashboard p50 ÷ a bare GetItem (${ms(ours)} ÷ ${ms(bare)})`, ours / bare, 2),
      ratioRow(
        'M4',
        `dashboard p99 ÷ p50, ${AT_ONCE} at once (${ms(load.p99)} ÷ ${ms(load.p50)}; ${load.perSecond} a second)`,
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

/** Milliseconds of each of so many requests, one after another. @throws Error when one is not answered with 200. */
async function asked(visit: SampleVisit, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const { took, isGood } = await once(visit);
    if (!isGood) throw new Error('the dashboard did not answer');
    times.push(took);
  }
  return times;
}

async function once({ appUrl, cookie }: SampleVisit): Promise<{ readonly took: number; readonly isGood: boolean }> {
  const began = performance.now();
  try {
    const answer = await fetch(`${appUrl}/api/reports/dashboard`, { headers: { ...HEADERS, cookie } });
    const text = await answer.text();
    return { took: performance.now() - began, isGood: answer.status === 200 && text.length > 0 };
  } catch {
    return { took: performance.now() - began, isGood: false };
  }
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

async function loaded(visit: SampleVisit) {
  const until = performance.now() + LOAD_MS;
  const times: number[] = [];
  let errors = 0;
  const somebody = async () => {
    while (performance.now() < until) {
      const { took, isGood } = await once(visit);
      times.push(took);
      if (!isGood) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, somebody));
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  const perSecond = Math.round(sorted.length / (LOAD_MS / 1_000));
  return { p50: at(0.5), p99: at(0.99), errors, answers: sorted.length, perSecond };
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
