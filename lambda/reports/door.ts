import type { Instant } from '../../shared/kernel/calendar.ts';
import { dayIn } from '../../shared/kernel/calendar.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { Run } from '../../shared/reports/run.ts';
import { completionRunKey } from '../../shared/reports/run.ts';
import type { GatedRoutes } from '../http/gated-routes.ts';
import { dueRunKeys, newRunWrite } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { announced } from './announce.ts';
import type { ReportingDeps } from './deps.ts';
import { inTurn } from './in-turn.ts';
import { mountReportRoutes } from './report-routes.ts';
import { stepWrite } from './steps.ts';

/** What a completion adds to its own transaction, and what to call once that holds. */
export interface CompletionWrites {
  readonly runKey: string;
  readonly writes: readonly Write[];
  /** The fast path: asks for the run to be finished now. Losing this call costs minutes, never the reports. */
  announce(): Promise<void>;
}

/** All the host knows of reporting. */
export interface ReportingDoor {
  mountRoutes(app: GatedRoutes): void;
  charterCompleted(charter: Charter, actor: string, now: Instant): CompletionWrites;
  /** The run of a charter's last completion, when it has been completed. */
  lastRunOf(charter: Charter): string | undefined;
  /** Finishes one run that was announced. */
  runAnnounced(runKey: string): Promise<void>;
  /** Records have changed: prepares the dashboards that show them anew. */
  recordsMoved(): Promise<void>;
  /** Finishes every run that is due: the guarantee behind the fast path. Dashboards that are behind are prepared too.
   * Answers how many runs it touched. */
  clockTicked(): Promise<number>;
}

/** The rooms that compute and print reports load with the first run. */
const runs = () => import('./run-service.ts');
const dashboards = () => import('./dashboard-refresh.ts');

/** The reporting module behind its door. */
export function reportingDoor(deps: ReportingDeps): ReportingDoor {
  const refreshed = inTurn(async () => (await dashboards()).refreshDashboards(deps));
  return {
    mountRoutes: (app) => mountReportRoutes(app, deps),
    charterCompleted: (charter, actor, now) => completion(deps, charter, actor, now),
    lastRunOf: ({ id, completionSeq }) => (completionSeq > 0 ? completionRunKey(id, completionSeq) : undefined),
    async runAnnounced(runKey) {
      await (await runs()).finishRun(deps, runKey);
    },
    recordsMoved: refreshed,
    clockTicked: () => sweep(deps, refreshed),
  };
}

function completion(deps: ReportingDeps, charter: Charter, actor: string, now: Instant): CompletionWrites {
  const { id: charterId, completionSeq, entityId } = charter;
  const key = completionRunKey(charterId, completionSeq);
  const run: Run = {
    key,
    trigger: { kind: 'charter', charterId, completionSeq, entityId },
    state: 'pending',
    createdAt: now,
    createdBy: actor,
    archivedOn: dayIn(deps.config.zone, now),
    issues: [],
    requested: [],
    version: 1,
  };
  const step = { runKey: key, action: 'run.created', object: key, data: { trigger: 'charter', charter: charterId } };
  return {
    runKey: key,
    writes: [newRunWrite(deps.tables, run), stepWrite(deps, step, now, actor)],
    announce: () => announced(deps, key),
  };
}

/** One run that cannot be finished never stops the others. */
async function sweep(deps: ReportingDeps, refreshed: () => Promise<void>): Promise<number> {
  const keys = await dueRunKeys(deps.tables, deps.clock());
  for (const key of keys) {
    try {
      await (await runs()).finishRun(deps, key);
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
