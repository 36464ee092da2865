import * as z from 'zod/mini';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { instant, isInstant } from '../../shared/kernel/calendar.ts';

/**
 * What is read of the event records SES publishes through a configuration set (SES developer guide, "Contents of event
 * data that Amazon SES publishes to Amazon SNS"). Fields not named here are passed over, so AWS may add to them.
 */

const at = z.pipe(
  z.custom<Instant>((value) => typeof value === 'string' && isInstant(value)),
  z.transform((value: Instant) => instant(value)),
);
const short = z.string().check(z.minLength(1), z.maxLength(320));
/** Mail servers say a lot; what is kept of it is cut later. */
const words = z.nullish(z.string());

const mail = z.object({
  messageId: z.string().check(z.regex(/^[A-Za-z0-9_.@-]{1,256}$/)),
  timestamp: at,
  destination: z.array(short).check(z.minLength(1), z.maxLength(50)),
  tags: z.nullish(z.record(z.string(), z.array(z.string()))),
  headers: z.nullish(z.array(z.object({ name: z.string(), value: z.string() }))),
});
export type SesMail = z.infer<typeof mail>;

const recipients = z.array(z.object({ emailAddress: short, diagnosticCode: words })).check(z.maxLength(50));

/** One event record; the kinds nobody here asks for, such as Open and Click, do not fit. */
export const sesEvent = z.discriminatedUnion('eventType', [
  z.object({ eventType: z.literal('Send'), mail }),
  z.object({
    eventType: z.literal('Delivery'),
    mail,
    delivery: z.object({ timestamp: at, recipients: z.array(short).check(z.maxLength(50)) }),
  }),
  z.object({
    eventType: z.literal('Bounce'),
    mail,
    bounce: z.object({
      timestamp: at,
      bounceType: z.enum(['Undetermined', 'Permanent', 'Transient']),
      bounceSubType: words,
      bouncedRecipients: recipients,
    }),
  }),
  z.object({
    eventType: z.literal('Complaint'),
    mail,
    complaint: z.object({
      timestamp: at,
      complaintFeedbackType: words,
      complaintSubType: words,
      complainedRecipients: recipients,
    }),
  }),
  z.object({
    eventType: z.literal('DeliveryDelay'),
    mail,
    deliveryDelay: z.object({ timestamp: at, delayType: words, delayedRecipients: recipients }),
  }),
  z.object({ eventType: z.literal('Reject'), mail, reject: z.object({ reason: words }) }),
  z.object({ eventType: z.literal('Rendering Failure'), mail, failure: z.object({ errorMessage: words }) }),
]);
export type SesEvent = z.infer<typeof sesEvent>;

/** The records AWS shows are five levels deep; the schema itself must not be what finds a hundred thousand. */
const DEEPEST = 12;

/** Whether a parsed value is nested no deeper than an event can be. Walks without recursion. */
export function isShallow(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return false;
    level = level.flatMap((held) => (typeof held === 'object' && held !== null ? Object.values(held) : []));
  }
  return true;
}
