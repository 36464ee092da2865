import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs, plusMs } from '../../shared/kernel/calendar.ts';
import { sha256Hex } from '../../shared/kernel/digest.ts';
import type { Recipient } from '../../shared/records/recipient.ts';
import type { Delivery, DeliveryState } from '../../shared/reports/run.ts';
import { outboundProblem } from '../mail/outbound.ts';
import type { SendOutcome } from '../mail/ses.ts';
import { deliveryWrite, readDelivery } from '../stores/run-store.ts';
import { committed } from '../stores/transaction.ts';
import type { ReportingDeps } from './deps.ts';
import type { Step } from './steps.ts';
import { logStep, stepWrite } from './steps.ts';

/** A claim older than this was made by a process that no longer lives: Lambda's longest run is 15 minutes. */
const CLAIM_OUTLIVES_MS = 20 * 60_000;
const ATTEMPTS = 6;

/**
 * Takes one delivery as far as it will go: claims it, sends the archived bytes once, records what SES said. A claim left
 * behind by a dead process becomes unknown and stays so; it is never sent again by itself. Answers it as it then stands.
 */
export async function settledDelivery(
  deps: ReportingDeps,
  delivery: Delivery,
  recipient: Recipient | undefined,
): Promise<Delivery> {
  const now = deps.clock();
  if (delivery.state === 'sending') {
    if (epochMs(now) - epochMs(delivery.startedAt ?? now) < CLAIM_OUTLIVES_MS) return delivery;
    const lost: Delivery = {
      ...delivery,
      state: 'unknown',
      problem: 'no answer was recorded',
      parties: parties('unknown'),
    };
    return moved(deps, lost, ['sending'], delivery.attemptId);
  }
  if (delivery.state !== 'ready' || (delivery.nextAt !== undefined && delivery.nextAt > now)) return delivery;
  const attemptId = newAttemptId(deps);
  const held = await claimed(deps, delivery, attemptId, now);
  if (held.attemptId !== attemptId || held.state !== 'sending') return held;
  const sent = afterSend(held, await sendClaimed(deps, held, recipient), deps.clock());
  return moved(deps, sent, ['sending'], attemptId);
}

function newAttemptId(deps: ReportingDeps): string {
  return [...deps.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The delivery claimed by an attempt, or as somebody else has it. Our own lost reply is recognised by the attempt's id. */
function claimed(deps: ReportingDeps, delivery: Delivery, attemptId: string, startedAt: Instant): Promise<Delivery> {
  const { nextAt: _waited, ...rest } = delivery;
  return moved(deps, { ...rest, state: 'sending', attempt: delivery.attempt + 1, attemptId, startedAt }, ['ready']);
}

/** Sends the bytes that lie in the archive, to the address they were made for and the audit mailbox, after a last look. */
async function sendClaimed(
  deps: ReportingDeps,
  delivery: Delivery,
  recipient: Recipient | undefined,
): Promise<SendOutcome> {
  const bytes = await deps.archive.get(delivery.messageKey);
  if (!bytes) return { kind: 'not-sent', because: 'the archived mail could not be read' };
  if (sha256Hex(bytes) !== delivery.messageDigest)
    return { kind: 'refused', because: 'the archived mail is not the one recorded' };
  if (!recipient) return { kind: 'refused', because: 'the recipient is gone' };
  const problem = outboundProblem(bytes, recipient.email, deps.config.mailDomains);
  if (problem !== undefined) return { kind: 'refused', because: problem };
  if ((await deps.addressMark(recipient.email)) !== delivery.addressMark) {
    return { kind: 'refused', because: 'the address has changed since the mail was made' };
  }
  const outcome = await deps.mailer.send({
    from: deps.config.mailFrom,
    destinations: [recipient.email, deps.config.auditBcc],
    bytes,
    tags: { delivery: delivery.id, report: delivery.report },
  });
  if (outcome.kind === 'accepted') {
    deps.log('ses.accepted', { delivery: delivery.id, message: outcome.messageId, attempt: delivery.attemptId });
  }
  return outcome;
}

/** The delivery as SES's answer leaves it. */
export function afterSend(delivery: Delivery, outcome: SendOutcome, now: Instant): Delivery {
  switch (outcome.kind) {
    case 'accepted':
      return { ...delivery, state: 'accepted', messageId: outcome.messageId, parties: parties('accepted') };
    case 'refused':
      return { ...delivery, state: 'failed', problem: outcome.because, parties: parties('failed') };
    case 'unknown':
      return { ...delivery, state: 'unknown', problem: outcome.because, parties: parties('unknown') };
    case 'not-sent':
      return delivery.attempt >= ATTEMPTS
        ? {
            ...delivery,
            state: 'failed',
            problem: `given up after ${ATTEMPTS} attempts: ${outcome.because}`,
            parties: parties('failed'),
          }
        : { ...delivery, state: 'ready', problem: outcome.because, nextAt: plusMs(now, backoffMs(delivery.attempt)) };
  }
}

/** 30 seconds, doubling, a quarter of an hour at most. */
function backoffMs(attempt: number): number {
  return Math.min(15 * 60_000, 30_000 * 2 ** (attempt - 1));
}

/** The delivery as it stands once it was moved, by us or by whoever was faster. */
async function moved(
  deps: ReportingDeps,
  next: Delivery,
  from: readonly DeliveryState[],
  attemptId?: string,
): Promise<Delivery> {
  const step = stepOf(next);
  const { stored } = await committed(deps.tables, [
    deliveryWrite(deps.tables, next, from, attemptId),
    stepWrite(deps, step, deps.clock()),
  ]);
  if (!stored) return (await readDelivery(deps.tables, next.runKey, next.id)) ?? next;
  logStep(deps, step);
  return next;
}

const ACTIONS: Readonly<Record<DeliveryState, string>> = {
  ready: 'delivery.postponed',
  sending: 'delivery.claimed',
  accepted: 'delivery.accepted',
  failed: 'delivery.failed',
  unknown: 'delivery.unknown',
};

function stepOf(delivery: Delivery): Step {
  return {
    runKey: delivery.runKey,
    action: ACTIONS[delivery.state],
    object: delivery.id,
    data: {
      report: delivery.report,
      scope: delivery.scopeName,
      recipient: delivery.addressMark,
      attempt: delivery.attempt,
      ...(delivery.messageId === undefined ? {} : { message: delivery.messageId }),
      ...(delivery.problem === undefined ? {} : { because: delivery.problem }),
    },
  };
}

function parties(state: Delivery['parties']['to']): Delivery['parties'] {
  return { to: state, bcc: state };
}
