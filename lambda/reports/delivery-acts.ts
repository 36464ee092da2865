import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import type { Run } from '../../shared/reports/run.ts';
import { isClosed } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { markedSent, sentAgain } from '../../shared/reports/sending/transitions.ts';
import type { DeliveryAct } from '../../shared/wire/reports.ts';
import { listRegister } from '../stores/register-store.ts';
import { deliveryWrite, readDeliveries, readDelivery, readRun, runWrite } from '../stores/run-store.ts';
import type { Write } from '../stores/transaction.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { PreparedDelivery } from './issue-archiver.ts';
import { preparedDelivery } from './issue-archiver.ts';
import { issueMail } from './issue-mail.ts';
import { lineOf, movedDelivery } from './moving.ts';
import { reassessed } from './run-service.ts';
import type { Step } from './steps.ts';
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
 * run has something to do again. @throws FaultError `not-found`, `conflict`, or `refused` with why it cannot be.
 */
export async function decided(
  deps: ReportingDeps,
  user: User,
  decision: Decision,
): Promise<{ readonly delivery: Delivery; readonly isDue: boolean }> {
  const { runKey, act, reason } = decision;
  if (act === 'send-again') return { delivery: await again(deps, user, decision), isDue: true };
  const { delivery } = await lookedAt(deps, decision);
  const now = deps.clock();
  if (delivery.state !== 'held') throw refused('Only a mail that waits for a decision can be marked as sent.');
  const word = { actor: user.id, data: { reason } };
  const marked = await movedDelivery(deps, delivery, (held) => markedSent(held, now), word);
  await reassessed(deps, runKey);
  return { delivery: marked, isDue: false };
}

/** The run and the mail as the person saw it. @throws FaultError when there is none, or it is another by now. */
async function lookedAt(deps: ReportingDeps, { runKey, deliveryId, version }: Decision): Promise<Looked> {
  const [run, delivery] = await Promise.all([
    readRun(deps.tables, runKey),
    readDelivery(deps.tables, runKey, deliveryId),
  ]);
  if (!run || !delivery) throw new FaultError(fault('not-found', 'There is no such mail.'));
  if (delivery.version !== version) {
    throw new FaultError(fault('conflict', 'The mail has moved on since you looked. Look again.'));
  }
  return { run, delivery };
}

interface Looked {
  readonly run: Run;
  readonly delivery: Delivery;
}

/**
 * Lets a mail go again: the mail, the word on it and the run that is due with it are stored together or not at all, over
 * the version the person saw. The same click twice sends once, and no mail is left ready in a run nobody looks at.
 */
async function again(deps: ReportingDeps, user: User, decision: Decision): Promise<Delivery> {
  for (;;) {
    const looked = await lookedAt(deps, decision);
    const { delivery, steps, writes } = await goingAgain(deps, user, looked, decision.reason);
    const due = dueAgain(deps, user, looked.run, decision.reason);
    const { stored } = await committed(deps.tables, [...writes, ...due.writes]);
    if (!stored) continue; // the run moved on, or the mail did: that is seen at the next look
    for (const step of [...steps, ...due.steps]) logStep(deps, step);
    return delivery;
  }
}

/** The mail that will go, and what stores it with the word of who let it. */
async function goingAgain(
  deps: ReportingDeps,
  user: User,
  { run, delivery }: Looked,
  reason: string,
): Promise<Going & { readonly delivery: Delivery }> {
  const freed = sentAgain(delivery);
  if (freed !== undefined) {
    const step = lineOf(freed, { data: { reason } });
    const writes = [deliveryWrite(deps.tables, freed.delivery), stepWrite(deps, step, deps.clock(), user.id)];
    return { delivery: { ...freed.delivery, version: delivery.version + 1 }, steps: [step], writes };
  }
  const more = await oneMore(deps, run, delivery);
  const { revision } = more.delivery;
  const step = lineOf({ delivery, action: 'delivery.sent-again' }, { data: { reason, revision } });
  const word = [deliveryWrite(deps.tables, delivery), stepWrite(deps, step, deps.clock(), user.id)];
  return { delivery: more.delivery, steps: [more.step, step], writes: [...more.writes, ...word] };
}

/** What is stored together, and what is logged once it is. */
interface Going {
  readonly steps: readonly Step[];
  readonly writes: readonly Write[];
}

/** A further mail of the same issue to the same person, made of what was archived. */
async function oneMore(deps: ReportingDeps, run: Run, delivery: Delivery): Promise<PreparedDelivery> {
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
  return preparedDelivery(deps, run, issue, recipient, await issueMail(deps, issue), revision);
}

/** Makes the run due at once; one that was closed has the decision in its history. */
function dueAgain(deps: ReportingDeps, user: User, run: Run, reason: string): Going {
  const due = runWrite(deps.tables, { ...run, state: 'snapshotted' });
  if (!isClosed(run)) return { steps: [], writes: [due] };
  const step = { runKey: run.key, action: 'run.reopened', object: run.key, data: { reason } };
  return { steps: [step], writes: [due, stepWrite(deps, step, deps.clock(), user.id)] };
}

function isSameMail(one: Delivery, other: Delivery): boolean {
  return one.report === other.report && one.scopeName === other.scopeName && one.recipientId === other.recipientId;
}

function refused(message: string): FaultError {
  return new FaultError(fault('refused', message));
}
