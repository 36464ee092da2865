import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median, raced } from '../rounds.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';
import { startPeers, timed } from './peers.ts';

const run = promisify(execFile);
const ASKER = join(import.meta.dirname, 'asker.mjs');
const AT_ONCE = 8;
const LOAD_MS = 60_000;
/** Asked one after another in a turn; each round gives everybody a turn. */
const ASKED = 300;
/** The dashboard may take so many times as long as the least app there could be. */
const MOST_TIMES = 2;

interface Answers {
  readonly answers: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * M4: the dashboard over HTTP on the local stack; then eight people at once for a minute. Everything is on this machine,
 * those who ask are a process of their own, and everybody takes turns in one run.
 *
 * The target holds the dashboard against a bare GetItem reached in the same way: the same asker, the same HTTP server, the
 * same client, the very item the dashboard is answered from, its bytes as the answer. What the dashboard takes beyond it
 * is the app: the gate, the token, the session and the person read anew at each request, the headers.
 *
 * Stricter ratios stand beside it without a target: to a GetItem inside the process, of a small item, that no HTTP leads
 * to and nobody is answered. Who asks is a request of its own to the database, beside that for the figures, and the way
 * over HTTP is a third; the function alone, without HTTP, tells how much of it is the app.
 */
export async function underLoadRows({ rounds }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('under-load');
  const visit = await sampleVisit(folder);
  const { bareApp, getItem, theFunction } = await startPeers(visit);
  try {
    const dashboard = `${visit.appUrl}/api/reports/dashboard`;
    const oneByOne = async (url: string, how: How) => (await asked(url, visit.cookie, 1, ASKED, how)).p50;
    await oneByOne(dashboard, 'first');
    const turns = {
      first: () => oneByOne(dashboard, 'first'),
      again: () => oneByOne(dashboard, 'again'),
      bare: () => oneByOne(`${bareApp.endpoint}/api/reports/dashboard`, 'first'),
      alone: async () => median(await timed(theFunction, ASKED)),
      inside: async () => median(await timed(getItem, ASKED)),
    };
    const p50s = await raced(
      Object.entries(turns).map(([name, go]) => ({ name, go })),
      rounds,
    );
    const p50 = (turn: keyof typeof turns) => p50s.get(turn) ?? Number.NaN;
    const load = await asked(dashboard, visit.cookie, AT_ONCE, Number.MAX_SAFE_INTEGER, 'first');
    const perSecond = Math.round(load.answers / (LOAD_MS / 1_000));
    const bare = `a bare GetItem of its item over the same HTTP (${ms(p50('bare'))})`;
    const inside = `a bare GetItem inside the process (${ms(p50('inside'))})`;
    return [
      against(`first look (${ms(p50('first'))}) ÷ ${bare}`, p50('first') / p50('bare'), MOST_TIMES),
      against(`looked at again (${ms(p50('again'))}) ÷ ${bare}`, p50('again') / p50('bare'), MOST_TIMES),
      against(`stricter: first look ÷ ${inside}`, p50('first') / p50('inside')),
      against(`stricter: looked at again ÷ ${inside}`, p50('again') / p50('inside')),
      against(`without HTTP (${ms(p50('alone'))}) ÷ ${inside}`, p50('alone') / p50('inside')),
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
    await bareApp.close();
    await visit.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A ratio of two medians of one run; without a limit it only informs. */
function against(what: string, ratio: number, most?: number): Row {
  const said = `dashboard p50, ${what}`;
  return most === undefined
    ? { metric: 'M4', what: said, measured: ratio.toFixed(2) }
    : ratioRow('M4', said, ratio, most);
}

/** As somebody who has nothing of it yet, or as a browser that asks whether what it has is still so. */
type How = 'first' | 'again';

/** So many people at once, for so many requests or a minute, whichever ends first. */
async function asked(url: string, cookie: string, atOnce: number, count: number, how: How): Promise<Answers> {
  const args = [url, cookie, atOnce, count, LOAD_MS, how].map(String);
  const { stdout } = await run(process.execPath, [ASKER, ...args]);
  const answers = JSON.parse(stdout) as Answers;
  if (atOnce === 1 && answers.errors > 0) throw new Error(`${url} did not answer`);
  return answers;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
