import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readHeads } from '../../../lambda/stores/books-head.ts';
import { readBooks } from '../../../lambda/stores/ledger-store.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import { differences } from '../../../shared/ledger/balances.ts';
import type { MonthBalances } from '../../../shared/records/journal.ts';
import type { Request } from '../../../test/support/capacity.ts';
import { requestsDuring, unitsOf } from '../../../test/support/capacity.ts';
import type { DayOfRequests } from '../../../test/support/units-of-a-day.ts';
import { DAY_MEASURED, requestsOfADay } from '../../../test/support/units-of-a-day.ts';
import { monthsOfBooks, samplePortfolio } from '../../sample/portfolio.ts';
import { verifyBooks } from '../../verify/books-check.ts';
import type { BenchOptions } from '../bench.ts';
import type { Row } from '../table.ts';
import { importCompany } from './imported-company.ts';
import { patiently, scannedBooks } from './scan-and-add-up.ts';

/** The fewest entries behind the company in which the day is measured; each next company has ten times as many. */
const FEWEST = 1_000;
/** Up to how many entries every charter is looked at afterwards, and not only the balances of all of them. */
const MOST_LOOKED_AT_ONE_BY_ONE = 10_000;

/** A day measured, and what the same balances cost to read, as kept and by a scan. */
export interface Measured {
  readonly day: DayOfRequests;
  readonly kept: number;
  readonly scanned: number;
  readonly scanMs: number;
}

/** M2: what a day costs at the database, in a young company and in those with ten times as much behind them, and so on. */
export async function databaseUnitRows({ size: most }: BenchOptions): Promise<readonly Row[]> {
  const measured: Measured[] = [];
  for (let size = FEWEST; size === FEWEST || size <= most; size *= 10) {
    process.stderr.write(`  with ${size.toLocaleString('en-US')} entries …\n`);
    const one = await measuredDay(size);
    process.stderr.write(`    ${told(one)}\n`);
    measured.push(one);
  }
  const at = listed(measured.map(({ day }) => day.entries.toLocaleString('en-US')));
  const own = ({ dashboard }: DayOfRequests) => dashboard.filter(({ keys }) => keys !== 'SID+USER');
  const row = (what: string, most: number, unitsOfDay: (day: DayOfRequests) => number): Row => {
    const units = measured.map(({ day }) => unitsOfDay(day));
    const holds = units.every((one) => one <= most && one === units[0]);
    return {
      metric: 'M2',
      what: `${what}, ${at} entries behind it`,
      measured: listed(units),
      target: { text: `≤ ${most}, equal`, holds },
    };
  };
  const read = (of: (day: DayOfRequests) => readonly Request[]) => (day: DayOfRequests) => unitsOf(of(day)).read;
  return [
    row('dashboard, beside the session: read units', 0.5, read(own)),
    row('dashboard, beside the session: requests', 1, (day) => own(day).length),
    row(
      'run of a completion: read units',
      40,
      read(({ completionRun }) => completionRun),
    ),
    row(
      'run of a month: read units',
      120,
      read(({ monthlyRun }) => monthlyRun),
    ),
    row('a completed charter with its audit line: write units', 20, ({ recording }) => unitsOf(recording).write),
    {
      metric: 'M2',
      what: `balances by month, as kept, ${at} entries behind them: read units`,
      measured: listed(measured.map(({ kept }) => kept)),
    },
    {
      metric: 'M2',
      what: 'the same balances by a scan that adds up: read units and time',
      measured: listed(measured.map(({ scanned, scanMs }) => `${scanned} (${(scanMs / 1_000).toFixed(1)} s)`)),
    },
  ];
}

/** The day in a company with so many entries. @throws Error when the books do not end as their entries say. */
export async function measuredDay(size: number): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'scc-bench-units-'));
  await importCompany(folder, size);
  let [kept, scanned, scanMs] = [0, 0, 0];
  const check = async (tables: Tables, entityIds: readonly string[]) => {
    let ours: readonly MonthBalances[] = [];
    kept = await readDuring(tables, async () => {
      ours = await readBooks(tables, entityIds, await readHeads(tables), DAY_MEASURED.today);
    });
    return patiently(tables, async (patient) => {
      const began = performance.now();
      let entries = 0;
      scanned = await readDuring(patient, async () => {
        const books = await scannedBooks(patient);
        entries = books.entries;
        const [first] = differences(ours, books.months());
        if (first) throw new Error(`the scan finds ${JSON.stringify(first)}`);
      });
      scanMs = performance.now() - began;
      if (size > MOST_LOOKED_AT_ONE_BY_ONE) return { entries, isSound: true };
      return verifyBooks(patient, entityIds, monthsOfBooks(samplePortfolio(DAY_MEASURED)));
    });
  };
  const day = await requestsOfADay({ folder, check });
  if (!day.isSound) throw new Error('the books did not end as their entries say');
  return { day, kept, scanned, scanMs };
}

/** One company's figures on a line, for whoever waits for the next. */
function told({ day, kept, scanned }: Measured): string {
  const { dashboard, completionRun, monthlyRun, recording } = day;
  const read = [dashboard, completionRun, monthlyRun].map((of) => unitsOf(of).read);
  return `read units ${read.join(', ')}; written ${unitsOf(recording).write}; balances ${kept}, scanned ${scanned}`;
}

function listed(values: readonly (string | number)[]): string {
  return [values.slice(0, -1).join(', '), values.at(-1)].filter((part) => part !== '').join(' and ');
}

async function readDuring(tables: Tables, act: () => Promise<void>): Promise<number> {
  return unitsOf(await requestsDuring(tables, act)).read;
}
