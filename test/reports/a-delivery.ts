import { instant } from '../../shared/kernel/calendar.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { WAITING } from '../../shared/reports/sending/transitions.ts';

/** Ten in the morning of the day the tests of sending play on. */
export const TEN = instant('2026-11-21T18:00:00Z');
export const TO = 'ceo@example.com';
export const AUDIT = 'audit@example.com';

/** A mail that is ready; show what matters. */
export function aDelivery(over: Partial<Delivery> = {}): Delivery {
  return {
    id: 'dlv_1',
    runKey: 'charter.chr_1.1',
    report: 'ceo',
    scopeName: 'group',
    recipientId: 'rcp_1',
    recipientName: 'The CEO',
    addressMark: 'h1:ceo',
    revision: 1,
    state: 'ready',
    messageKey: 'mail.eml',
    messageDigest: 'abc',
    readyAt: TEN,
    attempt: 0,
    doubts: 0,
    parties: WAITING,
    version: 1,
    ...over,
  };
}

/** A mail claimed at ten by the attempt `mine`. */
export function aClaim(over: Partial<Delivery> = {}): Delivery {
  return aDelivery({ state: 'sending', attempt: 1, attemptId: 'mine', startedAt: TEN, ...over });
}

/** Something SES tells of that mail, taken a second past ten. */
export function anEvent(over: Partial<MailEvent> = {}): MailEvent {
  return {
    kind: 'delivery',
    messageId: 'ses-1',
    sentAt: instant('2026-11-21T18:00:01Z'),
    at: instant('2026-11-21T18:00:09Z'),
    recipients: [],
    destinations: [TO, AUDIT],
    tags: {},
    ...over,
  };
}
