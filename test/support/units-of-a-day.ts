import type { Mailer } from '../../lambda/mail/ses.ts';
import { createDueRuns } from '../../lambda/reports/schedule.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { loadPortfolio } from '../../scripts/sample/load-portfolio.ts';
import type { Portfolio } from '../../scripts/sample/portfolio.ts';
import { monthsOfBooks, samplePortfolio } from '../../scripts/sample/portfolio.ts';
import type { SampleDay } from '../../scripts/sample/sample-day.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import type { Instant, LocalDate, Zone } from '../../shared/kernel/calendar.ts';
import { completed, sailedUntilReturned } from './a-charter-day.ts';
import { withEntries } from './a-longer-past.ts';
import { aStack, signedIn } from './a-stack.ts';
import type { Request } from './capacity.ts';
import { requestsDuring } from './capacity.ts';
import { enterIssues } from './earlier-issues.ts';

/** What one day of the company asks of the database. */
export interface DayOfRequests {
  readonly entries: number;
  /** The dashboard, looked at again. */
  readonly dashboard: readonly Request[];
  /** The last press of Complete. */
  readonly recording: readonly Request[];
  /** The run it started, to the last mail. */
  readonly completionRun: readonly Request[];
  /** The run of the month, to the last mail. */
  readonly monthlyRun: readonly Request[];
  /** Whether the stored balances were what the entries say, when all was over. */
  readonly isSound: boolean;
}

/** Takes every mail and tells nothing of it later: what becomes of mails is not the run's. */
const QUIET: Mailer = {
  send: async () => ({ kind: 'accepted', messageId: 'taken' }),
  standing: async () => ({ isEnabled: true }),
};

/** The day that is measured. */
export const DAY_MEASURED: SampleDay = {
  today: '2026-11-21' as LocalDate,
  now: '2026-11-21T21:00:00.000Z' as Instant,
  zone: 'America/Los_Angeles' as Zone,
};
const MONTH_OVER = '2026-12-08T20:00:00.000Z' as Instant;
/** So many entries leave one issue of every report behind. */
export const ENTRIES_PER_ISSUE = 100;

/** A company with a past that is stored already. */
export interface StoredCompany {
  readonly folder: string;
  /** Looks through its tables and businesses when all is over. */
  readonly check: (tables: Tables, entityIds: readonly string[]) => Promise<BooksCount>;
}

/** How many entries books hold, and whether they are what their entries say. */
export type BooksCount = Pick<DayOfRequests, 'entries' | 'isSound'>;

/**
 * A captain's day and the end of its month, in a company with so many entries or a few more behind it: one that is loaded
 * for it, or one that is stored already.
 */
export async function requestsOfADay(company: number | StoredCompany): Promise<DayOfRequests> {
  let { now } = DAY_MEASURED;
  const stack = await aStack({
    sample: false,
    ...(typeof company === 'number' ? {} : { folder: company.folder }),
    substitutes: { clock: () => now, invoker: { invoke: async () => undefined }, mailer: QUIET },
  });
  try {
    const { tables, reporting, reportingDeps } = stack.runtime;
    const entityIds = entitiesOf(samplePortfolio(DAY_MEASURED));
    const check = typeof company === 'number' ? await loadedCompany(tables, company) : company.check;
    const during = (act: () => Promise<unknown>) => requestsDuring(tables, act);

    await createDueRuns(reportingDeps); // from now on the schedule is kept
    const [captain, office] = [
      await signedIn(stack, 'captain@example.com'),
      await signedIn(stack, 'admin@example.com'),
    ];
    await sailedUntilReturned(captain, todaysCharterId(DAY_MEASURED));
    await office.get('/api/reports/dashboard');
    const dashboard = await during(() => office.get('/api/reports/dashboard'));
    let runKey = '';
    const recording = await during(async () => {
      runKey = (await completed(captain, todaysCharterId(DAY_MEASURED))).runKey ?? '';
    });
    const completionRun = await during(() => reporting.runAnnounced(runKey));
    now = MONTH_OVER;
    await createDueRuns(reportingDeps);
    const monthlyRun = await during(() => reporting.runAnnounced('monthly.2026-12'));
    return { ...(await check(tables, entityIds)), dashboard, recording, completionRun, monthlyRun };
  } finally {
    await stack.remove();
  }
}

/** The businesses of a portfolio. */
export function entitiesOf({ registers }: Portfolio): readonly string[] {
  return registers.flatMap(({ kind, record }) => (kind === 'entity' ? [record.id] : []));
}

/** Loads a company as long a past as asked for, and answers how its books are looked through afterwards. */
async function loadedCompany(tables: Tables, entries: number): Promise<StoredCompany['check']> {
  const portfolio = withEntries(samplePortfolio(DAY_MEASURED), entries);
  await loadPortfolio(tables, portfolio);
  const issues = Math.ceil(entries / ENTRIES_PER_ISSUE);
  await enterIssues(tables, entitiesOf(portfolio), DAY_MEASURED.today, issues);
  return (_, entityIds) => verifyBooks(tables, entityIds, monthsOfBooks(portfolio));
}
