import type { Recipient } from '../../shared/records/recipient.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import type { SendOutcome } from '../../shared/reports/sending/outcome.ts';
import { answered, claimed } from '../../shared/reports/sending/transitions.ts';
import { outboundProblem } from '../mail/outbound.ts';
import { digestOf } from './archive.ts';
import type { ReportingDeps } from './deps.ts';
import { movedDelivery } from './moving.ts';
import { runTag } from './run-tag.ts';

/** A delivery after it was tried, and SES's answer when SES was asked. */
export interface Tried {
  readonly delivery: Delivery;
  readonly outcome?: SendOutcome;
}

/**
 * Sends one mail that is ready: claims it, looks at it a last time, hands SES the archived bytes once, and records the
 * answer. Whoever does not get the claim leaves it to who did.
 */
export async function sentOnce(
  deps: ReportingDeps,
  delivery: Delivery,
  recipient: Recipient | undefined,
): Promise<Tried> {
  const attemptId = newAttemptId(deps);
  const now = deps.clock();
  const held = await movedDelivery(deps, delivery, (read) => claimed(read, attemptId, now));
  if (held.attemptId !== attemptId || held.state !== 'sending') return { delivery: held };
  const outcome = await handedOver(deps, held, recipient);
  const settled = await movedDelivery(deps, held, (read) =>
    answered(read, attemptId, outcome, deps.clock(), deps.sending),
  );
  return { delivery: settled, outcome };
}

function newAttemptId(deps: ReportingDeps): string {
  return [...deps.random(16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** SES's answer, or why SES was not asked. Whatever fails before SES is asked surely sent nothing. */
async function handedOver(
  deps: ReportingDeps,
  delivery: Delivery,
  recipient: Recipient | undefined,
): Promise<SendOutcome> {
  let mail: LookedAt;
  try {
    mail = await lookedAt(deps, delivery, recipient);
  } catch (error) {
    return { kind: 'not-sent', because: error instanceof Error ? error.name : 'our own trouble', cause: 'ours' };
  }
  if ('kind' in mail) return mail;
  const outcome = await deps.mailer.send({
    from: deps.config.mailFrom,
    destinations: [mail.address, deps.config.auditBcc],
    bytes: mail.bytes,
    tags: {
      delivery: delivery.id,
      run: runTag(delivery.runKey),
      attempt: delivery.attemptId ?? '',
      report: delivery.report,
    },
  });
  if (outcome.kind === 'accepted') {
    deps.log('ses.accepted', {
      run: delivery.runKey,
      report: delivery.report,
      delivery: delivery.id,
      message: outcome.messageId,
      attempt: delivery.attemptId,
    });
  }
  return outcome;
}

/** The archived bytes and where they go, or why they must not or cannot leave. */
type LookedAt = { readonly bytes: Uint8Array; readonly address: string } | SendOutcome;

/** The last look at a mail: the bytes that lie in the archive, for the address they were made for, and nothing else. */
async function lookedAt(deps: ReportingDeps, delivery: Delivery, recipient: Recipient | undefined): Promise<LookedAt> {
  const refused = (because: string): SendOutcome => ({ kind: 'refused', because, byUs: true });
  if (!recipient) return refused('the recipient is gone');
  if (recipient.status !== 'active') return refused('no more mail goes to the recipient');
  const bytes = await deps.archive.get(delivery.messageKey);
  if (!bytes) return { kind: 'not-sent', because: 'the archived mail could not be read', cause: 'ours' };
  if (digestOf(bytes) !== delivery.messageDigest) return refused('the archived mail is not the one recorded');
  const problem = outboundProblem(bytes, recipient.email, deps.config.mailDomains);
  if (problem !== undefined) return refused(problem);
  const mark = await deps.addressMark(recipient.email);
  if (mark !== delivery.addressMark) return refused('the address has changed since the mail was made');
  return { bytes, address: recipient.email };
}
