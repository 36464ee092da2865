import type { Instant } from '../kernel/calendar.ts';

/** What can happen to a mail that SES was handed. */
export type MailEventKind = 'send' | 'delivery' | 'delay' | 'bounce' | 'complaint' | 'reject' | 'rendering-failure';

/** One thing SES told of one mail: for one recipient, or, where it names none, for the mail as a whole. */
export interface MailEvent {
  readonly kind: MailEventKind;
  readonly messageId: string;
  /** When SES took the mail, and when this happened to it. */
  readonly sentAt: Instant;
  readonly at: Instant;
  /** The addresses it is about, as SES spells them; empty for the mail as a whole. */
  readonly recipients: readonly string[];
  /** All envelope addresses of the mail (mail.destination). */
  readonly destinations: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
  /** A bounce that will not go away, as SES judges it (bounceType Permanent). */
  readonly permanent?: boolean;
  /** SES's own words, cut to 200 signs: bounce sub-type and diagnostic, complaint kind, delay type, reject reason. */
  readonly detail?: string;
}
