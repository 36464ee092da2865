import type { Recipient } from '../../shared/records/recipient.ts';
import { deliveryIdOf } from '../../shared/reports/plan.ts';
import type { Issue, Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { isDue } from '../../shared/reports/sending/delivery.ts';
import { listRegister } from '../stores/register-store.ts';
import { readDeliveries } from '../stores/run-store.ts';
import type { Trouble } from './bulkhead.ts';
import { firstTrouble } from './bulkhead.ts';
import type { ReportingDeps } from './deps.ts';
import { afterTime } from './evidence.ts';
import { readyDelivery } from './issue-archiver.ts';
import { issueMail } from './issue-mail.ts';
import type { Waiting } from './preflight.ts';
import { flowsAgain, mayGo, stoppedBy } from './preflight.ts';
import type { IssueMail } from './press.ts';
import type { Remaining } from './remaining.ts';
import { hasTimeToSend } from './remaining.ts';
import { sentOnce } from './sending.ts';

/** One turn at a run: the time it has, and whether it began by taking the snapshot, so that what it read is of just now. */
export interface Turn {
  readonly remaining: Remaining;
  readonly isFresh: boolean;
}

/** The mails of a run after everything was tried that could be. */
export interface Mailed {
  readonly deliveries: readonly Delivery[];
  /** Why the rest waits, when something holds all of it. */
  readonly waiting?: Waiting;
  /** What kept a mail from being made or moved, while all others had their turn. */
  readonly trouble?: Trouble;
}

/**
 * Takes the mails of a run as far as they will go: makes those not made yet, settles what time and evidence settle, and
 * sends what is ready, one after the other. Mails that do not all fit today wait together.
 */
export async function mailed(
  deps: ReportingDeps,
  run: Run,
  planned: ReadonlyMap<string, Recipient>,
  turn: Turn,
): Promise<Mailed> {
  const stored = turn.isFresh ? [] : await readDeliveries(deps.tables, run.key);
  const all = new Map(stored.map((delivery) => [delivery.id, delivery]));
  const unmade = await allReady(deps, run, planned, all);
  const unsettled = await firstTrouble(inOrder(all), async (read) => {
    all.set(read.id, await afterTime(deps, read));
  });
  const due = inOrder(all).filter((one) => isDue(one, deps.clock()));
  const recipients = async () => (turn.isFresh ? planned : currentRecipients(deps));
  const sent = due.length === 0 ? {} : await sendAll(deps, due, all, await recipients(), turn.remaining);
  const trouble = unmade ?? unsettled ?? sent.trouble;
  return { ...sent, deliveries: inOrder(all), ...(trouble === undefined ? {} : { trouble }) };
}

/** Sends mails one by one until something is learned that holds all of them. */
async function sendAll(
  deps: ReportingDeps,
  due: readonly Delivery[],
  all: Map<string, Delivery>,
  recipients: ReadonlyMap<string, Recipient>,
  remaining: Remaining,
): Promise<Omit<Mailed, 'deliveries'>> {
  const may = await mayGo(deps, due.length);
  if (may.waiting !== undefined) return { waiting: may.waiting };
  let waiting: Waiting | undefined;
  let isHalfOpen = may.isHalfOpen;
  const trouble = await firstTrouble(due, async (delivery) => {
    if (waiting !== undefined || !hasTimeToSend(remaining)) return;
    const tried = await sentOnce(deps, delivery, recipients.get(delivery.recipientId));
    all.set(delivery.id, tried.delivery);
    waiting = await stoppedBy(deps, tried.outcome);
    if (isHalfOpen && tried.outcome?.kind === 'accepted') {
      await flowsAgain(deps);
      isHalfOpen = false;
    }
  });
  return { ...(waiting === undefined ? {} : { waiting }), ...(trouble === undefined ? {} : { trouble }) };
}

/** The recipients as they are now: one may have been suspended since the run was planned. */
async function currentRecipients(deps: ReportingDeps): Promise<ReadonlyMap<string, Recipient>> {
  return new Map((await listRegister(deps.tables, 'recipient', 'company')).map((one) => [one.id, one]));
}

/** Makes the mails that were not made yet, each issue's out of the archive once. */
function allReady(
  deps: ReportingDeps,
  run: Run,
  recipients: ReadonlyMap<string, Recipient>,
  made: Map<string, Delivery>,
): Promise<Trouble | undefined> {
  const archived = run.issues.filter((one) => one.state === 'archived');
  return firstTrouble(archived, async (issue) => {
    for (const delivery of await readyFor(deps, run, issue, recipients, made)) made.set(delivery.id, delivery);
  });
}

async function readyFor(
  deps: ReportingDeps,
  run: Run,
  issue: Issue,
  recipients: ReadonlyMap<string, Recipient>,
  made: ReadonlyMap<string, Delivery>,
): Promise<Delivery[]> {
  const ready: Delivery[] = [];
  let mail: IssueMail | undefined;
  for (const recipientId of issue.recipientIds) {
    const recipient = recipients.get(recipientId);
    if (!recipient || made.has(deliveryIdOf(run.key, issue.report, issue.scopeName, recipientId))) continue;
    mail ??= await issueMail(deps, issue);
    ready.push(await readyDelivery(deps, run, issue, recipient, mail));
  }
  return ready;
}

function inOrder(deliveries: ReadonlyMap<string, Delivery>): Delivery[] {
  return [...deliveries.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
