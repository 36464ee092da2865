import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import type { Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { Moved } from '../../shared/reports/sending/transitions.ts';
import { markedSent, sentAgain } from '../../shared/reports/sending/transitions.ts';
import type { DeliveryAct } from '../../shared/wire/reports.ts';
import { listRegister } from '../stores/register-store.ts';
import { readDeliveries, readDelivery, readRun, runWrite } from '../stores/run-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import { readyDelivery } from './issue-archiver.ts';
import { issueMail } from './issue-mail.ts';
import { movedDelivery } from './moving.ts';
import { reassessed } from './run-service.ts';
import { logStep, stepWrite } from './steps.ts';

/** Somebody's decision about one mail of a run, and why. */
export interface Decision {
  readonly runKey: string;
  readonly deliveryId: string;
  readonly act: DeliveryAct;
  readonly reason: string;
  /** The version of the mail the person looked at. */
  readonly version: number;
}

/**
 * Does what a person decided, on record with their reason. A held mail is marked as sent, or goes again as the same mail;
 * one that is over goes again as a mail of its own, one revision on. Answers the mail as it then stands, and whether the
 * run has something to do again. @throws FaultError `not-found`, or `refused` with why it cannot be.
 */
export async function decided(
  deps: ReportingDeps,
  user: User,
  decision: Decision,
): Promise<{ readonly delivery: Delivery; readonly isDue: boolean }> {
  const { runKey, deliveryId, act, reason } = decision;
  const [run, delivery] = await Promise.all([
    readRun(deps.tables, runKey),
    readDelivery(deps.tables, runKey, deliveryId),
  ]);
  if (!run || !delivery) throw new FaultError(fault('not-found', 'There is no such mail.'));
  if (delivery.version !== decision.version) {
    throw new FaultError(fault('conflict', 'The mail has moved on since you looked. Look again.'));
  }
  const word = { actor: user.id, data: { reason } };
  if (act === 'mark-sent') {
    const now = deps.clock();
    if (delivery.state !== 'held') throw refused('Only a mail that waits for a decision can be marked as sent.');
    const marked = await movedDelivery(deps, delivery, (held) => markedSent(held, now), word);
    await reassessed(deps, runKey, await readDeliveries(deps.tables, runKey));
    return { delivery: marked, isDue: false };
  }
  if (delivery.state === 'held') {
    const freed = await movedDelivery(deps, delivery, sentAgain, word);
    await reopened(deps, runKey, user, reason);
    return { delivery: freed, isDue: true };
  }
  const again = await oneMore(deps, run, delivery);
  await movedDelivery(deps, delivery, (held) => resent(held, decision.version), word);
  await reopened(deps, runKey, user, reason);
  return { delivery: again, isDue: true };
}

/** What is noted of a mail that is sent once more: it is the next version, so that the same click twice sends once. */
function resent(delivery: Delivery, version: number): Moved | undefined {
  return delivery.version === version ? { delivery, action: 'delivery.sent-again' } : undefined;
}

/** A further mail of the same issue to the same person, made of what was archived. */
async function oneMore(deps: ReportingDeps, run: Run, delivery: Delivery): Promise<Delivery> {
  if (['ready', 'sending', 'unknown'].includes(delivery.state)) {
    throw refused('This mail is still on its way. Wait until it is settled.');
  }
  const recipients = await listRegister(deps.tables, 'recipient', 'company');
  const recipient = recipients.find(({ id }) => id === delivery.recipientId);
  if (recipient?.status !== 'active') throw refused('Its recipient gets no mail at present; see Records, Recipients.');
  const issue = run.issues.find((one) => one.report === delivery.report && one.scopeName === delivery.scopeName);
  if (issue?.state !== 'archived') throw refused('Its report is not in the archive.');
  const mayStillSee = issue.entityIds.every((entityId) =>
    recipient.grants.some((grant) => grant.report === issue.report && grant.entityId === entityId),
  );
  if (!mayStillSee) throw refused('Its recipient may no longer see this report for all of its businesses.');
  const others = await readDeliveries(deps.tables, run.key);
  const revision = 1 + Math.max(...others.filter((one) => isSameMail(one, delivery)).map((one) => one.revision));
  return readyDelivery(deps, run, issue, recipient, await issueMail(deps, issue), revision);
}

/** Makes a closed run due again, with the decision in its history. */
async function reopened(deps: ReportingDeps, runKey: string, user: User, reason: string): Promise<void> {
  const step = { runKey, action: 'run.reopened', object: runKey, data: { reason } };
  for (;;) {
    const run = await readRun(deps.tables, runKey);
    if (run === undefined || run.state === 'snapshotted' || run.state === 'pending') return;
    const line = stepWrite(deps, step, deps.clock(), user.id);
    const { stored } = await committed(deps.tables, [runWrite(deps.tables, { ...run, state: 'snapshotted' }), line]);
    if (!stored) continue;
    logStep(deps, step);
    return;
  }
}

function isSameMail(one: Delivery, other: Delivery): boolean {
  return one.report === other.report && one.scopeName === other.scopeName && one.recipientId === other.recipientId;
}

function refused(message: string): FaultError {
  return new FaultError(fault('refused', message));
}
