import type { MailEvent } from '../../shared/reports/mail-event.ts';
import type { Delivery, PartyName } from '../../shared/reports/sending/delivery.ts';
import { told } from '../../shared/reports/sending/merging.ts';
import { noteHandled } from '../stores/feedback-store.ts';
import { readDelivery } from '../stores/run-store.ts';
import { eachOnItsOwn } from './bulkhead.ts';
import type { ReportingDeps } from './deps.ts';
import { movedDelivery } from './moving.ts';
import { reassessed } from './run-service.ts';
import { runKeyIn } from './run-tag.ts';
import { suspendRecipient, suspensionReason } from './suspension.ts';

/**
 * Takes in what SES told of mails: the same event again, or events in any order, end in the same state. Once an event is
 * taken in, it also proves that events find us. @throws the first error, so that they are told again.
 */
export async function mailEventsCame(deps: ReportingDeps, events: readonly MailEvent[]): Promise<void> {
  await eachOnItsOwn(events, async (event) => {
    await takenIn(deps, event);
    await noteHandled(deps.tables, event.sentAt, event.messageId, deps.clock());
  });
}

async function takenIn(deps: ReportingDeps, event: MailEvent): Promise<void> {
  const delivery = await deliveryTold(deps, event);
  if (delivery === undefined) return;
  const about = await partiesTold(deps, delivery, event);
  const word = { actor: 'ses', data: { event: event.kind } };
  const moved = await movedDelivery(deps, delivery, (held) => told(held, event, about), word);
  await suspendedFor(deps, delivery, event);
  if (moved.version !== delivery.version && about.includes('bcc') && moved.parties.bcc.state === 'bounced') {
    deps.log('audit-copy.bounced', { run: moved.runKey, report: moved.report, delivery: moved.id });
  }
  await reassessed(deps, moved.runKey); // also where nothing is new: the first to be told may not have come this far
}

/** Stops mail to a recipient whose own copy came back for good or was not wanted; dealt with once, however often told. */
async function suspendedFor(deps: ReportingDeps, delivery: Delivery, event: MailEvent): Promise<void> {
  for (const address of event.recipients) {
    if ((await deps.addressMark(address)) !== delivery.addressMark) continue;
    const reason = suspensionReason(event, address);
    if (reason === undefined) continue;
    const outcome = await suspendRecipient(deps, delivery.recipientId, reason);
    deps.log('recipient.suspension', { recipient: delivery.recipientId, cause: reason.cause, outcome });
  }
}

/**
 * The delivery an event is about: the one its tags name, when it was sent at least once and went to the recipient the
 * event's own envelope holds. Nothing for mails that are no reports, and for what only claims to be one.
 */
async function deliveryTold(
  deps: ReportingDeps,
  { tags, destinations, kind }: MailEvent,
): Promise<Delivery | undefined> {
  const runKey = runKeyIn(tags['run']);
  const id = tags['delivery'];
  if (runKey === undefined || id === undefined) return undefined;
  const delivery = await readDelivery(deps.tables, runKey, id);
  const marks = await Promise.all(destinations.map(deps.addressMark));
  if (delivery !== undefined && delivery.attempt > 0 && marks.includes(delivery.addressMark)) return delivery;
  deps.log('mail-event.stray', { run: runKey, delivery: id, event: kind });
  return undefined;
}

/** Whose copies an event is about: both where it names nobody. */
async function partiesTold(
  deps: ReportingDeps,
  { addressMark }: Delivery,
  { recipients }: MailEvent,
): Promise<PartyName[]> {
  if (recipients.length === 0) return ['to', 'bcc'];
  const marks = await Promise.all(recipients.map(deps.addressMark));
  const audit = await deps.addressMark(deps.config.auditBcc);
  return [...(marks.includes(addressMark) ? ['to' as const] : []), ...(marks.includes(audit) ? ['bcc' as const] : [])];
}
