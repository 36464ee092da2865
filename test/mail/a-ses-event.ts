/** Event records as SES publishes them over SNS, built in the shape AWS documents; addresses of example.com. */

export const TOPIC = 'arn:aws:sns:us-west-2:111122223333:mail-events';
export const MESSAGE_ID = '0101019a7b3c2d10-5f0e6a1b-3c44-4d2e-9b0a-7e6d5c4b3a21-000000';
const SENT_AT = '2026-11-21T16:00:00.120Z';
const LATER = '2026-11-21T16:00:03.480Z';

type Fields = Readonly<Record<string, unknown>>;

/** What SES says of the mail itself, in every record. */
export function aMail(over: Fields = {}): Fields {
  return {
    timestamp: SENT_AT,
    source: 'Ship Captain Crew <reports@example.com>',
    sourceArn: 'arn:aws:ses:us-west-2:111122223333:identity/example.com',
    sendingAccountId: '111122223333',
    messageId: MESSAGE_ID,
    destination: ['ceo@example.com', 'audit@example.com'],
    headersTruncated: false,
    headers: [
      { name: 'From', value: 'Ship Captain Crew <reports@example.com>' },
      { name: 'X-Delivery-Id', value: 'from-the-header' },
    ],
    commonHeaders: { from: ['reports@example.com'], to: ['ceo@example.com'], subject: 'CEO report' },
    tags: {
      'ses:configuration-set': ['mail-events'],
      'ses:source-ip': ['192.0.2.7'],
      delivery: ['dlv7k2m'],
      report: ['ceo'],
    },
    ...over,
  };
}

const PARTS: Readonly<Record<string, Fields>> = {
  Send: { send: {} },
  Delivery: {
    delivery: {
      timestamp: LATER,
      processingTimeMillis: 3360,
      recipients: ['ceo@example.com'],
      smtpResponse: '250 2.6.0 Message received',
      remoteMtaIp: '192.0.2.25',
      reportingMTA: 'mta.example.com',
    },
  },
  Bounce: {
    bounce: {
      feedbackId: '0101019a7b3c-feedback',
      bounceType: 'Permanent',
      bounceSubType: 'General',
      bouncedRecipients: [
        {
          emailAddress: 'ceo@example.com',
          action: 'failed',
          status: '5.1.1',
          diagnosticCode: 'smtp; 550 5.1.1 <ceo@example.com> is unknown here',
        },
      ],
      timestamp: LATER,
      reportingMTA: 'dns; mta.example.com',
    },
  },
  Complaint: {
    complaint: {
      feedbackId: '0101019a7b3c-feedback',
      complaintSubType: null,
      complainedRecipients: [{ emailAddress: 'ceo@example.com' }],
      timestamp: LATER,
      userAgent: 'Example Feedback Loop/1.0',
      complaintFeedbackType: 'abuse',
      arrivalDate: LATER,
    },
  },
  DeliveryDelay: {
    deliveryDelay: {
      timestamp: LATER,
      delayType: 'MailboxFull',
      expirationTime: '2026-11-22T06:00:00.000Z',
      delayedRecipients: [
        { emailAddress: 'ceo@example.com', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox is full' },
      ],
    },
  },
  Reject: { reject: { reason: 'Bad content' } },
  'Rendering Failure': { failure: { errorMessage: 'A value is missing', templateName: 'a-template' } },
};

/** The record of one kind of event, with parts of it replaced. */
export function aRecord(eventType: string, over: Fields = {}): Fields {
  return { eventType, mail: aMail(), ...PARTS[eventType], ...over };
}

/** What Lambda hands the function for messages of a topic, one record each. */
export function aTopicEvent(messages: readonly unknown[], topicArn = TOPIC): { readonly Records: readonly Fields[] } {
  return {
    Records: messages.map((message, index) => ({
      EventSource: 'aws:sns',
      EventVersion: '1.0',
      EventSubscriptionArn: `${topicArn}:2bcfbf39-05c3-41de-beaa-fcfcc21c8f55`,
      Sns: {
        Type: 'Notification',
        MessageId: `sns-${index + 1}`,
        TopicArn: topicArn,
        Subject: 'Amazon SES Email Event Notification',
        Message: typeof message === 'string' ? message : JSON.stringify(message),
        Timestamp: LATER,
        SignatureVersion: '1',
        Signature: 'EXAMPLE',
        SigningCertUrl: 'EXAMPLE',
        UnsubscribeUrl: 'EXAMPLE',
        MessageAttributes: {},
      },
    })),
  };
}
