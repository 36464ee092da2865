import { createDueRuns } from '../../lambda/reports/schedule.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { loadPortfolio } from '../../scripts/sample/load-portfolio.ts';
import { monthsOfBooks, samplePortfolio } from '../../scripts/sample/portfolio.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
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

const DAY = '2026-11-21T21:00:00.000Z' as Instant;
const MONTH_OVER = '2026-12-08T20:00:00.000Z' as Instant;

/**
 * A captain's day and the end of its month, in a company with so many entries or a few more behind it. Whoever wants to
 * look at its tables and businesses besides may do so when all is over.
 */
export async function requestsOfADay(
  entries: number,
  besides: (tables: Tables, entityIds: readonly string[]) => Promise<void> = async () => undefined,
): Promise<DayOfRequests> {
  let now = DAY;
  const stack = await aStack({
    sample: false,
    substitutes: { clock: () => now, invoker: { invoke: async () => undefined } },
  });
  try {
    const { tables, config, reporting, reportingDeps } = stack.runtime;
    const today = dayIn(config.zone, now);
    const day = { today, now, zone: config.zone };
    const portfolio = withEntries(samplePortfolio(day), entries);
    await loadPortfolio(tables, portfolio);
    const entityIds = portfolio.registers.flatMap(({ kind, record }) => (kind === 'entity' ? [record.id] : []));
    await enterIssues(tables, entityIds, today, Math.ceil(entries / 100));
    const during = (act: () => Promise<unknown>) => requestsDuring(tables, act);

    await createDueRuns(reportingDeps); // from now on the schedule is kept
    const [captain, office] = [
      await signedIn(stack, 'captain@example.com'),
      await signedIn(stack, 'admin@example.com'),
    ];
    await sailedUntilReturned(captain, todaysCharterId(day));
    await office.get('/api/reports/dashboard');
    const dashboard = await during(() => office.get('/api/reports/dashboard'));
    let runKey = '';
    const recording = await during(async () => {
      runKey = (await completed(captain, todaysCharterId(day))).runKey ?? '';
    });
    const completionRun = await during(() => reporting.runAnnounced(runKey));
    now = MONTH_OVER;
    await createDueRuns(reportingDeps);
    const monthlyRun = await during(() => reporting.runAnnounced('monthly.2026-12'));
    const { isSound, entries: stored } = await verifyBooks(tables, entityIds, monthsOfBooks(portfolio));
    await besides(tables, entityIds);
    return { entries: stored, dashboard, recording, completionRun, monthlyRun, isSound };
  } finally {
    await stack.remove();
  }
}
