import type { Invoker } from '../invoker.ts';
import type { Log } from '../log.ts';
import type { ReportingDeps } from './deps.ts';

/** Asks for a run to be finished in the background. A failure is logged and left to the sweep. */
export async function announced(deps: ReportingDeps, runKey: string): Promise<void> {
  try {
    await deps.invoker.invoke({ source: 'scc.self', kind: 'finish-run', runKey });
  } catch (error) {
    deps.log('run.announce-failed', { run: runKey, error: String(error) });
  }
}

/** Asks for the dashboards to be prepared anew in the background. A failure is logged and left to the sweep. */
export async function refreshAsked(invoker: Invoker, log: Log): Promise<void> {
  try {
    await invoker.invoke({ source: 'scc.self', kind: 'refresh-dashboard' });
  } catch (error) {
    log('dashboard.refresh-not-asked', { error: String(error) });
  }
}
