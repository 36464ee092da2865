import type { ReportingDeps } from './deps.ts';

/** Asks for a run to be finished in the background. A failure is logged and left to the sweep. */
export async function announced(deps: ReportingDeps, runKey: string): Promise<void> {
  try {
    await deps.invoker.invoke({ source: 'scc.self', kind: 'finish-run', runKey });
  } catch (error) {
    deps.log('run.announce-failed', { run: runKey, error: String(error) });
  }
}
