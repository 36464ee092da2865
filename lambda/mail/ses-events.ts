import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import { detailText } from './event-detail.ts';
import type { SesEvent, SesMail } from './ses-event-shape.ts';
import { isShallow, sesEvent } from './ses-event-shape.ts';
import type { TopicMessage } from './topic-messages.ts';

/** Why a message of a topic tells nothing of a mail. */
export type EventProblem =
  | 'foreign-topic'
  | 'oversized'
  | 'not-json'
  | 'too-deep'
  | 'not-such-an-event'
  | 'impossible-instants'
  | 'no-recipient'
  | 'not-of-the-envelope';

/** What the messages of an event of SNS tell, and those that tell nothing, by the id SNS gave them. */
export interface MailEventsRead {
  readonly events: readonly MailEvent[];
  readonly problems: readonly { readonly message: string; readonly because: EventProblem }[];
}

/** SNS carries no more in one message (SNS quotas). */
const LIMIT_BYTES = 256 * 1024;
/** SES's clocks may differ; a bounce an hour before its mail was taken is made up. */
const CLOCKS_DIFFER_MS = 5 * 60_000;

/**
 * What SES tells of mails in messages of its topic, each judged alone. Nothing is thrown for what cannot be read, because
 * it would read no better the next time.
 */
export function mailEventsIn(messages: readonly TopicMessage[], topicArn: string): MailEventsRead {
  const read = messages.map((message) => ({ message: message.id, told: toldBy(message, topicArn) }));
  return {
    events: read.flatMap(({ told }) => (typeof told === 'string' ? [] : [told])),
    problems: read.flatMap(({ message, told }) => (typeof told === 'string' ? [{ message, because: told }] : [])),
  };
}

function toldBy(message: TopicMessage, topicArn: string): MailEvent | EventProblem {
  if (message.topicArn !== topicArn) return 'foreign-topic';
  if (Buffer.byteLength(message.text) > LIMIT_BYTES) return 'oversized';
  let value: unknown;
  try {
    value = JSON.parse(message.text);
  } catch {
    return 'not-json'; // SES itself greets a new topic with a sentence
  }
  if (!isShallow(value)) return 'too-deep';
  const read = sesEvent.safeParse(value);
  return read.success ? eventIn(read.data) : 'not-such-an-event';
}

function eventIn(event: SesEvent): MailEvent | EventProblem {
  const { mail } = event;
  const told = {
    messageId: mail.messageId,
    sentAt: mail.timestamp,
    destinations: mail.destination,
    tags: ownTags(mail),
  };
  switch (event.eventType) {
    case 'Send':
      return { ...told, kind: 'send', at: mail.timestamp, recipients: [] };
    case 'Reject':
      return { ...told, kind: 'reject', at: mail.timestamp, recipients: [], ...detailText(event.reject.reason) };
    case 'Rendering Failure': {
      const detail = detailText(event.failure.errorMessage);
      return { ...told, kind: 'rendering-failure', at: mail.timestamp, recipients: [], ...detail };
    }
    case 'Delivery':
      return ofRecipients({ ...told, kind: 'delivery' }, event.delivery.timestamp, event.delivery.recipients);
    case 'DeliveryDelay': {
      const { timestamp, delayType, delayedRecipients } = event.deliveryDelay;
      const detail = detailText(delayType, delayedRecipients[0]?.diagnosticCode);
      return ofRecipients({ ...told, kind: 'delay', ...detail }, timestamp, addresses(delayedRecipients));
    }
    case 'Bounce': {
      const { timestamp, bounceType, bounceSubType, bouncedRecipients } = event.bounce;
      const detail = detailText(bounceSubType, bouncedRecipients[0]?.diagnosticCode);
      const bounced = { ...told, kind: 'bounce' as const, permanent: bounceType === 'Permanent', ...detail };
      return ofRecipients(bounced, timestamp, addresses(bouncedRecipients));
    }
    case 'Complaint': {
      const { timestamp, complaintFeedbackType, complaintSubType, complainedRecipients } = event.complaint;
      const detail = detailText(complaintFeedbackType, complaintSubType);
      return ofRecipients({ ...told, kind: 'complaint', ...detail }, timestamp, addresses(complainedRecipients));
    }
  }
}

/** The event about those of its recipients who are in the mail's own envelope: nobody else can be told about by it. */
function ofRecipients(
  event: Omit<MailEvent, 'at' | 'recipients'>,
  at: Instant,
  recipients: readonly string[],
): MailEvent | EventProblem {
  if (recipients.length === 0) return 'no-recipient';
  if (epochMs(at) < epochMs(event.sentAt) - CLOCKS_DIFFER_MS) return 'impossible-instants';
  const envelope = new Set(event.destinations.map((address) => address.toLowerCase()));
  const known = recipients.filter((address) => envelope.has(address.toLowerCase()));
  return known.length === 0 ? 'not-of-the-envelope' : { ...event, at, recipients: known };
}

function addresses(recipients: readonly { readonly emailAddress: string }[]): readonly string[] {
  return recipients.map(({ emailAddress }) => emailAddress);
}

/**
 * The tags the mail was sent with: SES's own have a colon in their names, which ours cannot have. A mail that lost the
 * tag of its delivery still says it in a header.
 */
function ownTags({ tags, headers }: SesMail): Readonly<Record<string, string>> {
  const header = headers?.find(({ name }) => name.toLowerCase() === 'x-delivery-id')?.value ?? '';
  const said: readonly (readonly [string, string])[] = [
    ['delivery', header],
    ...Object.entries(tags ?? {}).map(([name, [value = '']]) => [name, value] as const),
  ];
  return Object.fromEntries(said.filter(([name, value]) => isTagText(name) && isTagText(value)));
}

/** What SES allows as the name or value of a tag (SES API reference, MessageTag). */
function isTagText(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,256}$/.test(text);
}
