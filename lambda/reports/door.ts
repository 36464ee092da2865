import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import type { WatchBeat } from '../../shared/wire/reports.ts';
import type { RouteName } from '../../shared/wire/routes.ts';
import type { GatedRoutes } from '../http/gated-routes.ts';
import { dueRunKeys } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { completionWrites } from './completion.ts';
import { mountDashboard } from './dashboard-route.ts';
import type { ReportingDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import type { Remaining } from './remaining.ts';
import { UNBOUND } from './remaining.ts';
import type { Tell } from './watch.ts';

/**
 * What a completion adds to its own transaction, and what to call once that holds. The audit line of the charter names the
 * run; the run's own first line is written with its first step.
 */
export interface CompletionWrites {
  readonly runKey: string;
  /** Joins the run that reports on all completions of a window. Its condition is unmet once that run is closed to more. */
  readonly join?: Write;
  readonly writes: readonly Write[];
  /** The same for the window after, where this one is closed already. */
  later(): CompletionWrites;
  /** The fast path: asks for the run to be finished now. Losing this call costs minutes, never the reports. */
  announce(): Promise<void>;
}

/** What a tick did: the scheduled runs it created, and how many runs it touched. */
export interface Tick {
  readonly created: readonly string[];
  readonly swept: number;
}

/** All the host knows of reporting. */
export interface ReportingDoor {
  mountRoutes(app: GatedRoutes): void;
  charterCompleted(charter: Charter, actor: string, now: Instant): CompletionWrites;
  /** The run of a charter's last completion, when it has been completed. */
  lastRunOf(charter: Charter): string | undefined;
  /** Finishes one run that was announced, as far as the time that remains allows. */
  runAnnounced(runKey: string, remaining?: Remaining): Promise<void>;
  /** SES told what became of mails: in any order, and the same more than once. */
  mailEventsCame(events: readonly MailEvent[]): Promise<void>;
  /** Records have changed: prepares the dashboards that show them anew. */
  recordsMoved(): Promise<void>;
  /**
   * Creates the scheduled runs that are due, finishes every run with something left to do, and prepares the dashboards
   * that are behind: the guarantee behind the fast paths. The clock decides, not the tick: late or repeated ticks change
   * nothing.
   */
  clockTicked(scheduledTime: Instant, remaining?: Remaining): Promise<Tick>;
  /** Looks for reports that should be out and are not, and has the office told of each once. */
  watchLooked(tell: Tell): Promise<WatchBeat>;
}

/** What of reporting waits for its first request: everything but the dashboard, which most people open first. */
const REPORT_ROUTES: readonly RouteName[] = [
  'dashboardReceipts',
  'reportCatalog',
  'previewReport',
  'listRuns',
  'startRun',
  'readRun',
  'reportsDue',
  'decideDelivery',
  'listIssues',
  'compareIssues',
  'readIssue',
];

/** The rooms that compute and print reports load with the first run. */
const runs = () => import('./run-service.ts');
const schedules = () => import('./schedule.ts');
const feedback = () => import('./feedback.ts');
const watch = () => import('./watch.ts');
const dashboards = () => import('./dashboard-refresh.ts');

/** The reporting module behind its door. */
export function reportingDoor(deps: ReportingDeps): ReportingDoor {
  const refreshed = inTurn(async () => (await dashboards()).refreshDashboards(deps));
  return {
    mountRoutes(app) {
      mountDashboard(app, deps);
      app.later(REPORT_ROUTES, async () => {
        const { mountReportRoutes } = await import('./report-routes.ts');
        return (held) => mountReportRoutes(held, deps);
      });
    },
    charterCompleted: (charter, actor, now) => completionWrites(deps, charter, actor, now),
    lastRunOf: ({ id, completionSeq }) => (completionSeq > 0 ? completionRunKey(id, completionSeq) : undefined),
    async runAnnounced(runKey, remaining) {
      await (await runs()).finishRun(deps, runKey, remaining);
    },
    async mailEventsCame(events) {
      await (await feedback()).mailEventsCame(deps, events);
    },
    watchLooked: async (tell) => (await watch()).watchLooked(deps, tell),
    recordsMoved: refreshed,
    clockTicked: (scheduledTime, remaining = UNBOUND) => ticked(deps, scheduledTime, remaining, refreshed),
  };
}

/** A clock that is this far behind the scheduler's is worth a line in the log. */
const AHEAD_MS = 60_000;

/** A schedule that cannot be read never stops the runs there are; the tick fails afterwards, so that it is tried again. */
async function ticked(
  deps: ReportingDeps,
  scheduledTime: Instant,
  remaining: Remaining,
  refreshed: () => Promise<void>,
): Promise<Tick> {
  if (epochMs(scheduledTime) - epochMs(deps.clock()) > AHEAD_MS) deps.log('tick.ahead-of-clock', { scheduledTime });
  let failure: { readonly error: unknown } | undefined;
  const created = await (await schedules()).createDueRuns(deps).catch((error: unknown) => {
    deps.log('schedule.error', { error: String(error) });
    failure = { error };
    return [];
  });
  const swept = await sweep(deps, created, remaining, refreshed);
  if (failure) throw failure.error;
  deps.log('sweep.done', { created: created.length, swept });
  return { created, swept };
}

/** One run that cannot be finished never stops the others. Just created ones may not be in the index yet. */
async function sweep(
  deps: ReportingDeps,
  created: readonly string[],
  remaining: Remaining,
  refreshed: () => Promise<void>,
): Promise<number> {
  const keys = [...new Set([...created, ...(await dueRunKeys(deps.tables, deps.clock()))])];
  for (const key of keys) {
    try {
      await (await runs()).finishRun(deps, key, remaining);
    } catch (error) {
      deps.log('run.error', { run: key, error: String(error) });
    }
  }
  try {
    await refreshed();
  } catch (error) {
    deps.log('dashboard.error', { error: String(error) });
  }
  return keys.length;
}
