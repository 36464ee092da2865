import type { Instant } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { Run } from '../../shared/reports/run.ts';
import { closedState, isClosed } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { isGood, isSettled } from '../../shared/reports/sending/delivery.ts';
import { unwitnessedWrite } from '../stores/checkpoint-store.ts';
import { deliveryCheck, readDeliveries, readRun, runWrite } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { Mailed } from './mailing.ts';
import { recorded, stepped } from './run-record.ts';

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
    more: [unwitnessedWrite(deps.tables, run.key), ...stillWrong(deps, run, deliveries)],
  });
}

/** That a run which closes with problems because of its mails still has one: news may have come since they were read. */
function stillWrong(deps: ReportingDeps, { issues }: Run, deliveries: readonly Delivery[]): readonly Write[] {
  if (issues.some(({ state }) => state === 'failed')) return [];
  const [wrong] = deliveries.filter((one) => !isGood(one));
  return wrong === undefined ? [] : [deliveryCheck(deps.tables, wrong)];
}

/** How often a run others keep moving is looked at again before the news is told anew. */
const LOOKS = 10;

/**
 * Looks at a run again after one of its mails was told of or decided. A closed one is closed as its mails now are. An open
 * one with a mail that went wrong is stored anew: whoever is about to close it read the mails before, and reads them again.
 * @throws FaultError `unavailable` when the run keeps moving.
 */
export async function reassessed(deps: ReportingDeps, runKey: string): Promise<void> {
  for (let look = 0; look < LOOKS; look += 1) {
    const run = await readRun(deps.tables, runKey);
    if (run === undefined) return;
    const deliveries = await readDeliveries(deps.tables, runKey);
    if (!isClosed(run)) {
      if (deliveries.every((one) => !isSettled(one) || isGood(one))) return;
      if ((await committed(deps.tables, [runWrite(deps.tables, run)])).stored) return;
      continue;
    }
    const state = closedState(run.issues, deliveries);
    if (state === run.state) return;
    const step = { runKey, action: 'run.reassessed', object: runKey, data: { state } };
    if (await stepped(deps, { ...run, state }, deps.clock(), step)) return;
  }
  throw new FaultError(fault('unavailable', 'This run is being moved by others. Try again.'));
}

/** When to look again: as soon as a mail may be tried again, in five minutes where one is in doubt or being sent. */
function nextLook(deliveries: readonly Delivery[], now: Instant): Instant {
  const waits = deliveries.flatMap((delivery) =>
    delivery.state === 'ready' && delivery.nextAt ? [delivery.nextAt] : [],
  );
  return waits.sort()[0] ?? plusMinutes(now, NEXT_LOOK_MIN);
}
