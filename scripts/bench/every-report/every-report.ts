import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Snapshot } from '../../../shared/records/snapshot.ts';
import { buildLambda } from '../../build.ts';
import type { BenchOptions } from '../bench.ts';
import { scratchFolder } from '../bench.ts';
import { median } from '../rounds.ts';
import { sampleVisit } from '../sample-visit.ts';
import type { Row } from '../table.ts';
import { everythingAsked } from './asked.ts';
import { factRows } from './facts.ts';

const run = promisify(execFile);
const CHILD = join(import.meta.dirname, 'child.mjs');
const PASSES = 5;
const MOST_FRESH_MS = 1_500;
const MOST_WARM_MS = 400;

interface Spent {
  readonly documents: number;
  readonly digest: string;
  readonly freshMs: number;
  readonly warmMs: number;
}

/**
 * M6: every report there is of the sample's books, in five formats and as a mail with its pictures: processor time of a
 * fresh process, its start included, and of one that has done it before. Bundled as the function is.
 */
export async function everyReportRows({ rounds, nodes }: BenchOptions): Promise<readonly Row[]> {
  const folder = scratchFolder('every-report');
  await mkdir(folder, { recursive: true });
  try {
    await writeQuestions(folder);
    await buildLambda(join(folder, 'out'), ['scripts/bench/every-report/one-run.ts']);
    const bundle = join(folder, 'out/one-run.mjs');
    const rows: Row[] = [];
    for (const node of nodes) {
      const spent: Spent[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const { stdout } = await run(node, [CHILD, bundle, folder]);
        spent.push(JSON.parse(stdout) as Spent);
      }
      const digests = new Set(spent.map(({ digest }) => digest));
      if (digests.size !== 1) throw new Error('the same snapshot gave other bytes in another process');
      const version = (await run(node, ['--version'])).stdout.trim().replace(/^v/, '');
      rows.push(...rowsOf(spent, version));
    }
    return [...rows, ...(await factRows(folder, bundle, rounds))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The snapshot a run would take now, and as many others of the same company with its balances twice, thrice and so on. */
async function writeQuestions(folder: string): Promise<void> {
  const visit = await sampleVisit(join(folder, 'data'));
  try {
    const { snapshot, asked } = await everythingAsked(visit.tables, visit.zone, visit.clock());
    await writeFile(join(folder, 'asked.json'), JSON.stringify(asked));
    for (let times = 1; times <= PASSES; times += 1) {
      await writeFile(join(folder, `snapshot-${times}.json`), JSON.stringify(multiplied(snapshot, times)));
    }
  } finally {
    await visit.close();
  }
}

function multiplied(snapshot: Snapshot, times: number): Snapshot {
  const { balances } = snapshot;
  if (balances.state === 'unreadable') throw new Error(`the books cannot be read: ${balances.because}`);
  const grown = (totals: object) =>
    Object.fromEntries(Object.entries(totals).map(([name, held]) => [name, held * times]));
  const records = balances.records.map((month) => ({
    ...month,
    groups: Object.fromEntries(Object.entries(month.groups).map(([group, totals]) => [group, grown(totals)])),
  }));
  return { ...snapshot, balances: { state: 'read', records } } as unknown as Snapshot; // the same groups, each with the same names
}

function rowsOf(spent: readonly Spent[], version: string): readonly Row[] {
  const documents = spent[0]?.documents ?? 0;
  const of = (what: string, ms: number, most: number): Row => ({
    metric: 'M6',
    what: `Node ${version}: ${documents} reports, five formats, mails and checks, ${what}`,
    measured: `${(ms / 1_000).toFixed(2)} s CPU`,
    target: { text: `≤ ${(most / 1_000).toFixed(1)} s`, holds: ms <= most },
  });
  return [
    of('fresh process', median(spent.map(({ freshMs }) => freshMs)), MOST_FRESH_MS),
    of('warm, other figures each time', median(spent.map(({ warmMs }) => warmMs)), MOST_WARM_MS),
  ];
}
