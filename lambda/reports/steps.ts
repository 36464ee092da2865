import type { Instant } from '../../shared/kernel/calendar.ts';
import { newId } from '../../shared/kernel/ids.ts';
import { auditWrite } from '../stores/audit-store.ts';
import type { Write } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';

export type StepData = Readonly<Record<string, string | number | boolean>>;

/** A step of a run: the audit line that joins the transaction it records, and the log line that says the same. */
export interface Step {
  readonly runKey: string;
  readonly action: string;
  readonly object: string;
  readonly data: StepData;
}

/** The stream a run's history is kept under. */
export const runStream = (runKey: string): string => `run.${runKey}`;

/** The step as a write for its transaction. */
export function stepWrite(deps: ReportingDeps, step: Step, at: Instant, actor = 'scc'): Write {
  return auditWrite({
    stream: runStream(step.runKey),
    at,
    id: newId('aud', at, deps.random),
    actor,
    action: step.action,
    object: step.object,
    data: step.data,
  });
}

/** The step as a log line, written once its transaction holds. */
export function logStep(deps: ReportingDeps, step: Step): void {
  deps.log(step.action, { run: step.runKey, object: step.object, ...step.data });
}
