import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median, raced } from '../rounds.ts';
import type { SampleVisit } from '../sample-visit.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { ratioRow } from '../table.ts';
import { inProcess, timed } from './in-process.ts';

const run = promisify(execFile);
const ASKER = join(import.meta.dirname, 'asker.mjs');
const AT_ONCE = 8;
const LOAD_MS = 60_000;
/** Asked one after another in a turn; each round gives everybody a turn. */
const ASKED = 300;
/** The dashboard may take so many times as long as fetching the item it is answered from. */
const MOST_TIMES = 2;

interface Answers {
  readonly answers: number;
  readonly errors: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * M4: the dashboard over HTTP on the local stack beside a bare GetItem through the client the app itself uses, in turn;
 * then eight people at once for a minute. Everything is on this machine; those who ask are a process of their own.
 *
 * The bare GetItem fetches the very item the dashboard is answered from, inside the process of the stack: what any answer
 * with these bytes must cost, and nothing else. The dashboard's time holds all the rest: the way over HTTP from another
 * process, the gate, the session and the person read anew, the headers. Beside it stand two ratios without a target:
 * the stricter one, to a GetItem of a small item, and that of the function alone, without HTTP.
 */
export async function underLoadRows({ rounds }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('under-load');
  const visit = await sampleVisit(folder);
  try {
    await asked(visit, 1, ASKED, LOAD_MS);
    const { itsItem, smallItem, theFunction } = await inProcess(visit);
    const turns = {
      first: async () => (await asked(visit, 1, ASKED, LOAD_MS)).p50,
      again: async () => (await asked(visit, 1, ASKED, LOAD_MS, 'again')).p50,
      alone: async () => median(await timed(theFunction, ASKED)),
      bare: async () => median(await timed(itsItem, ASKED)),
      small: async () => median(await timed(smallItem, ASKED)),
    };
    const runners = Object.entries(turns).map(([name, go]) => ({ name, go }));
    const p50s = await raced(runners, rounds);
    const p50 = (turn: keyof typeof turns) => p50s.get(turn) ?? Number.NaN;
    const load = await asked(visit, AT_ONCE, Number.MAX_SAFE_INTEGER, LOAD_MS);
    const perSecond = Math.round(load.answers / (LOAD_MS / 1_000));
    const its = `a bare GetItem of its item (${ms(p50('bare'))})`;
    const small = `a bare GetItem of a small item (${ms(p50('small'))})`;
    return [
      against(`over HTTP, first look (${ms(p50('first'))}) ÷ ${its}`, p50('first') / p50('bare'), MOST_TIMES),
      against(`over HTTP, looked at again (${ms(p50('again'))}) ÷ ${its}`, p50('again') / p50('bare'), MOST_TIMES),
      against(`over HTTP, first look ÷ ${small}`, p50('first') / p50('small')),
      against(`over HTTP, looked at again ÷ ${small}`, p50('again') / p50('small')),
      against(`by the function alone, first look (${ms(p50('alone'))}) ÷ ${its}`, p50('alone') / p50('bare')),
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

/** A ratio of two medians of one run; without a limit it only informs. */
function against(what: string, ratio: number, most?: number): Row {
  const said = `dashboard p50 ${what}`;
  return most === undefined
    ? { metric: 'M4', what: said, measured: ratio.toFixed(2) }
    : ratioRow('M4', said, ratio, most);
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

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}
