import type { DayLogBody } from '../../shared/imports/kinds/day-logs.ts';
import { inOrder } from '../../shared/imports/kinds/day-logs.ts';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { subjectAfter } from '../../shared/ledger/subject-books.ts';
import type { DeliveryJob } from '../../shared/records/delivery-job.ts';
import { stepTaken } from '../host/money-writes.ts';
import { readRegister, readRegisters, registerWrite } from '../stores/register-store.ts';
import type { StoredSubject } from '../stores/subject-store.ts';
import { readSubject } from '../stores/subject-store.ts';
import type { ImportSink, ReadyRow, RowDesk } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';
import { importedMoney, importedPostings, moneyOnRecord, moneyWrites } from './imported-money.ts';

const KIND = 'delivery-day';

/** Rows become days of deliveries, posted as a person records them. A day that is in the log already is known by what it was. */
export const dayLogSink: ImportSink = {
  onRecord: async (world, rows) =>
    new Map([...(await inLogs(world, rows)), ...(await moneyOnRecord(KIND, world, rows))]),
  desk: (world) => deskOf(world),
};

/** A job and its books: as they were read, and as the rows taken so far leave them. */
interface JobAtHand {
  readonly read: { readonly job: DeliveryJob | undefined; readonly subject: StoredSubject };
  readonly job: DeliveryJob | undefined;
  readonly balances: SubjectBalances;
}

function deskOf(world: ImportWorld): RowDesk {
  const { deps, asking } = world;
  const jobs = new Map<string, JobAtHand>();
  return {
    take: async (row) => {
      const record = importedMoney(KIND, asking, row);
      const at = jobs.get(record.jobId) ?? (await jobAtHand(world, record.jobId));
      const { job, balances, read } = at;
      const postings = importedPostings(KIND, world, record, { subject: balances, terms: job });
      const after = subjectAfter(balances, postings);
      const step = stepTaken({ kind: KIND, record, isWithdrawn: false }, { subject: after, terms: job }, asking);
      jobs.set(record.jobId, { read, job: step.terms as DeliveryJob, balances: after }); // a day is kept with its job
      return { own: moneyWrites(KIND, world, record, postings), postings, subjects: [read.subject] };
    },
    inCommon: () =>
      [...jobs.values()].flatMap(({ job, read }) =>
        job === undefined
          ? []
          : [registerWrite(deps.tables, 'delivery-job', { ...job, version: (read.job?.version ?? 0) + 1 })],
      ),
  };
}

async function jobAtHand({ deps, entityId }: ImportWorld, jobId: string): Promise<JobAtHand> {
  const [job, subject] = await Promise.all([
    readRegister(deps.tables, 'delivery-job', entityId, jobId),
    readSubject(deps.tables, jobId),
  ]);
  return { read: { job, subject }, job, balances: subject.balances };
}

/** Days of the same job, date and kind that somebody logged already, by the ids of the rows that say them again. */
async function inLogs(
  { deps, entityId }: ImportWorld,
  rows: readonly ReadyRow[],
): Promise<readonly (readonly [string, object])[]> {
  const ids = [...new Set(rows.map(({ body }) => (body as DayLogBody).jobId))];
  const jobs = await readRegisters(deps.tables, 'delivery-job', entityId, ids);
  return rows.flatMap(({ rowId, body }) => {
    const { jobId, on, kind } = body as DayLogBody;
    const days = jobs.find(({ id }) => id === jobId)?.booked?.days ?? [];
    const day = days.find((one) => one.on === on && one.kind === kind);
    return day === undefined ? [] : [[rowId, { ...day, entityId, jobId, crew: inOrder(day.crew) }] as const];
  });
}
