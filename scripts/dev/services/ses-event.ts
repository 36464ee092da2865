import type { StoredMail } from './mail-store.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { recipientsOf } from './ses-recipients.ts';

/** What can be made to happen to a mail at one recipient. */
export type Outcome = 'delivery' | 'delay' | 'hard-bounce' | 'suppressed' | 'automatic-reply' | 'complaint';

/** An event record as SES publishes it, as far as this service looks into it again. */
export interface SesEvent {
  readonly eventType: string;
  readonly [part: string]: unknown;
}

const ACCOUNT = '000000000000';
const FEEDBACK_ID = 'local-feedback';
const REPORTING_MTA = 'dns; localhost';

/** SES took the mail (SES developer guide, "Examples of event data that Amazon SES publishes to Amazon SNS"). */
export function sendEvent(mail: StoredMail, parsed: ParsedMail): SesEvent {
  return { eventType: 'Send', mail: mailPart(mail, parsed), send: {} };
}

/** What became of the mail at one recipient, in the shape of the record SES publishes of it. */
export function outcomeEvent(
  mail: StoredMail,
  parsed: ParsedMail,
  outcome: Outcome,
  recipient: string,
  at: Date,
): SesEvent {
  const of = (eventType: string, part: string, fields: object) => {
    return { eventType, mail: mailPart(mail, parsed), [part]: { ...fields, timestamp: at.toISOString() } };
  };
  const bounce = (bounceType: string, bounceSubType: string, said: object) =>
    of('Bounce', 'bounce', {
      feedbackId: FEEDBACK_ID,
      bounceType,
      bounceSubType,
      bouncedRecipients: [{ emailAddress: recipient, ...said }],
      reportingMTA: REPORTING_MTA,
    });
  switch (outcome) {
    case 'delivery':
      return of('Delivery', 'delivery', {
        processingTimeMillis: Math.max(0, at.getTime() - Date.parse(mail.receivedAt)),
        recipients: [recipient],
        smtpResponse: '250 2.0.0 Kept on this machine',
        reportingMTA: REPORTING_MTA,
      });
    case 'delay':
      return of('DeliveryDelay', 'deliveryDelay', {
        delayType: 'MailboxFull',
        expirationTime: new Date(at.getTime() + KEEPS_TRYING_MS).toISOString(),
        delayedRecipients: [
          { emailAddress: recipient, status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 The mailbox is full' },
        ],
      });
    case 'hard-bounce':
      return bounce('Permanent', 'General', {
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: `smtp; 550 5.1.1 <${recipient}> unknown user`,
      });
    case 'suppressed':
      return bounce('Permanent', 'Suppressed', {
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: 'Not sent: the address bounced lately and is on the suppression list of SES.',
      });
    case 'automatic-reply':
      return bounce('Transient', 'General', {});
    case 'complaint':
      return of('Complaint', 'complaint', {
        feedbackId: FEEDBACK_ID,
        complaintSubType: null,
        complainedRecipients: [{ emailAddress: recipient }],
        userAgent: 'Local inbox',
        complaintFeedbackType: 'abuse',
        arrivalDate: at.toISOString(),
      });
  }
}

/** SES goes on trying for about fourteen hours. */
const KEEPS_TRYING_MS = 14 * 60 * 60_000;

/** What SES says of the mail itself in every record. Headers beyond 10 KB are left out, as SES leaves them out. */
function mailPart(mail: StoredMail, parsed: ParsedMail): object {
  const headers = headersWithin(parsed, 10 * 1024);
  return {
    timestamp: mail.receivedAt,
    source: mail.source,
    sourceArn: `arn:aws:ses:us-west-2:${ACCOUNT}:identity/example.com`,
    sendingAccountId: ACCOUNT,
    messageId: mail.messageId,
    destination: recipientsOf(mail),
    headersTruncated: headers.length < parsed.headers.length,
    headers,
    commonHeaders: { from: mail.from, to: mail.to, messageId: mail.messageId, subject: mail.subject },
    tags: {
      ...(mail.configurationSet === undefined ? {} : { 'ses:configuration-set': [mail.configurationSet] }),
      ...Object.fromEntries(mail.tags.map(({ name, value }) => [name, [value]])),
    },
  };
}

function headersWithin({ headers }: ParsedMail, limitBytes: number): ParsedMail['headers'] {
  let sizeBytes = 0;
  return headers.filter(({ name, value }) => {
    sizeBytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    return sizeBytes <= limitBytes;
  });
}
