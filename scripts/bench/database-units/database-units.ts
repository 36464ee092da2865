import { readHeads } from '../../../lambda/stores/books-head.ts';
import { readBooks } from '../../../lambda/stores/ledger-store.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import type { LocalDate } from '../../../shared/kernel/calendar.ts';
import { differences } from '../../../shared/ledger/balances.ts';
import type { MonthBalances } from '../../../shared/records/journal.ts';
import type { Request } from '../../../test/support/capacity.ts';
import { requestsDuring, unitsOf } from '../../../test/support/capacity.ts';
import type { DayOfRequests } from '../../../test/support/units-of-a-day.ts';
import { requestsOfADay } from '../../../test/support/units-of-a-day.ts';
import type { Row } from '../table.ts';
import { scannedBalances } from './scan-and-add-up.ts';

/** Entries behind the company in which the same day is measured. */
const SIZES = [1_000, 10_000] as const;

/** A day measured, and what the same balances cost to read, as kept and by a scan. */
interface Measured {
  readonly day: DayOfRequests;
  readonly kept: number;
  readonly scanned: number;
}

/** M2: what a day costs at the database, in a young company and in one with ten times as much behind it. */
export async function databaseUnitRows(): Promise<readonly Row[]> {
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(await measuredDay(size));
  const at = measured.map(({ day }) => day.entries.toLocaleString('en-US')).join(' and ');
  const own = ({ dashboard }: DayOfRequests) => dashboard.filter(({ keys }) => keys !== 'SID+USER');
  const row = (what: string, most: number, unitsOfDay: (day: DayOfRequests) => number): Row => {
    const units = measured.map(({ day }) => unitsOfDay(day));
    const holds = units.every((one) => one <= most && one === units[0]);
    return {
      metric: 'M2',
      what: `${what}, ${at} entries behind it`,
      measured: units.join(' and '),
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
      measured: measured.map(({ kept }) => kept).join(' and '),
    },
    {
      metric: 'M2',
      what: 'the same balances by a scan that adds up: read units',
      measured: measured.map(({ scanned }) => scanned).join(' and '),
    },
  ];
}

/** @throws Error when the books do not end as their entries say, or a scan finds others. */
async function measuredDay(size: number): Promise<Measured> {
  let [kept, scanned] = [0, 0];
  const day = await requestsOfADay(size, async (tables, entityIds) => {
    let [ours, theirs]: (readonly MonthBalances[])[] = [[], []];
    kept = await readDuring(tables, async () => {
      ours = await readBooks(tables, entityIds, await readHeads(tables), TODAY);
    });
    scanned = await readDuring(tables, async () => {
      theirs = await scannedBalances(tables);
    });
    const [first] = differences(ours ?? [], theirs ?? []);
    if (first) throw new Error(`the scan finds ${JSON.stringify(first)}`);
  });
  if (!day.isSound) throw new Error('the books did not end as their entries say');
  return { day, kept, scanned };
}

const TODAY = '2026-11-21' as LocalDate;

async function readDuring(tables: Tables, act: () => Promise<void>): Promise<number> {
  return unitsOf(await requestsDuring(tables, act)).read;
}
