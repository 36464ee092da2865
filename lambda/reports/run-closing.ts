import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import type { Run } from '../../shared/reports/run.ts';
import { closedState, isClosed } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { isSettled } from '../../shared/reports/sending/delivery.ts';
import { unwitnessedWrite } from '../stores/checkpoint-store.ts';
import { readRun, runWrite } from '../stores/run-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { Mailed } from './mailing.ts';
import { recorded } from './run-record.ts';

/** How long to wait before a run that could not be finished is looked at again. */
export const NEXT_LOOK_MIN = 5;

/** Closes a run of which nothing is left to try; otherwise leaves it due for the sweep, saying why when something holds it. */
export async function closed(
  deps: ReportingDeps,
  read: Run,
  { deliveries, waiting, trouble }: Mailed,
): Promise<Run | undefined | 'waiting'> {
  const now = deps.clock();
  const { waiting: before, ...run } = read;
  const isLeft = trouble !== undefined || run.issues.some(({ state }) => state === 'planned');
  if (isLeft || !deliveries.every(isSettled)) {
    const since = before?.because === waiting?.because ? (before?.since ?? now) : now;
    const held: Run = waiting === undefined ? run : { ...run, waiting: { because: waiting.because, since } };
    const { stored } = await committed(deps.tables, [
      runWrite(deps.tables, held, waiting?.until ?? nextLook(deliveries, now)),
    ]);
    return stored ? 'waiting' : readRun(deps.tables, run.key);
  }
  const state = closedState(run.issues, deliveries);
  const mails = deliveries.filter((one) => one.messageId !== undefined).length;
  const data = { state, issues: run.issues.length, mails };
  const step = { runKey: run.key, action: 'run.completed', object: run.key, data };
  return recorded(deps, { ...run, state, completedAt: now }, now, step, {
    more: [unwitnessedWrite(deps.tables, run.key)],
  });
}

/** Looks at a closed run again after one of its mails was told of or decided: whether it is still as it was closed. */
export async function reassessed(deps: ReportingDeps, runKey: string, deliveries: readonly Delivery[]): Promise<void> {
  const run = await readRun(deps.tables, runKey);
  if (run === undefined || !isClosed(run)) return;
  const state = closedState(run.issues, deliveries);
  if (state === run.state) return;
  const step = { runKey, action: 'run.reassessed', object: runKey, data: { state } };
  await recorded(deps, { ...run, state }, deps.clock(), step);
}

/** When to look again: as soon as a mail may be tried again, in five minutes where one is in doubt or being sent. */
function nextLook(deliveries: readonly Delivery[], now: Instant): Instant {
  const waits = deliveries.flatMap((delivery) =>
    delivery.state === 'ready' && delivery.nextAt ? [delivery.nextAt] : [],
  );
  return waits.sort()[0] ?? plusMinutes(now, NEXT_LOOK_MIN);
}
