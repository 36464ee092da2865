import { describe, expect, it } from 'vitest';
import type { MailEventsRead } from '../../lambda/mail/ses-events.ts';
import { mailEventsIn } from '../../lambda/mail/ses-events.ts';
import { topicMessagesIn } from '../../lambda/mail/topic-messages.ts';
import { aMail, aRecord, aTopicEvent, MESSAGE_ID, TOPIC } from './a-ses-event.ts';

function read(...messages: readonly unknown[]): MailEventsRead {
  return mailEventsIn(topicMessagesIn(aTopicEvent(messages)) ?? [], TOPIC);
}

/** Why a single message tells nothing; the events it told, where it told some. */
function refusal(message: unknown): unknown {
  const { events, problems } = read(message);
  return problems[0]?.because ?? events;
}

const MAIL = {
  messageId: MESSAGE_ID,
  sentAt: '2026-11-21T16:00:00.120Z',
  destinations: ['ceo@example.com', 'audit@example.com'],
  tags: { delivery: 'dlv7k2m', report: 'ceo' },
};
const TO_CEO = { ...MAIL, at: '2026-11-21T16:00:03.480Z', recipients: ['ceo@example.com'] };

describe('what SES tells of a mail', () => {
  it.each([
    ['Send', { ...MAIL, kind: 'send', at: MAIL.sentAt, recipients: [] }],
    ['Delivery', { ...TO_CEO, kind: 'delivery' }],
    [
      'Bounce',
      { ...TO_CEO, kind: 'bounce', permanent: true, detail: 'General: smtp; 550 5.1.1 <(address)> is unknown here' },
    ],
    ['Complaint', { ...TO_CEO, kind: 'complaint', detail: 'abuse' }],
    ['DeliveryDelay', { ...TO_CEO, kind: 'delay', detail: 'MailboxFull: smtp; 452 4.2.2 mailbox is full' }],
    ['Reject', { ...MAIL, kind: 'reject', at: MAIL.sentAt, recipients: [], detail: 'Bad content' }],
    [
      'Rendering Failure',
      { ...MAIL, kind: 'rendering-failure', at: MAIL.sentAt, recipients: [], detail: 'A value is missing' },
    ],
  ])('is read: %s', (eventType, told) => {
    expect(read(aRecord(eventType))).toEqual({ events: [told], problems: [] });
  });

  it.each(['Transient', 'Undetermined'])('is a bounce that may go away when it is %s', (bounceType) => {
    const bounce = { ...(aRecord('Bounce')['bounce'] as object), bounceType };
    expect(read(aRecord('Bounce', { bounce })).events).toMatchObject([{ kind: 'bounce', permanent: false }]);
  });

  it('may hold fields AWS adds later, wherever they are', () => {
    const delivery = { ...(aRecord('Delivery')['delivery'] as object), greenEnergy: { share: 1 } };
    const grown = aRecord('Delivery', { delivery, mail: aMail({ priority: 'high' }), schema: 9 });
    expect(read(grown)).toEqual({ events: [{ ...TO_CEO, kind: 'delivery' }], problems: [] });
  });

  it('names its delivery in a header where the tag was lost', () => {
    const { events } = read(aRecord('Send', { mail: aMail({ tags: { 'ses:caller-identity': ['app'] } }) }));
    expect(events[0]?.tags).toEqual({ delivery: 'from-the-header' });
    const bare = read(aRecord('Send', { mail: aMail({ tags: undefined, headers: undefined }) }));
    expect(bare.events[0]?.tags).toEqual({});
  });

  it('takes no tag whose name or value SES would not have taken', () => {
    const tags = { report: ['ceo@x'], 'a b': ['c'], __proto__x: ['y'], empty: [], long: ['x'.repeat(257)] };
    const { events } = read(aRecord('Send', { mail: aMail({ tags, headers: [] }) }));
    expect(events[0]?.tags).toEqual({ __proto__x: 'y' });
  });

  it('is about recipients of the mail alone, however their mail server spells them', () => {
    const delivery = { timestamp: TO_CEO.at, recipients: ['CEO@Example.com', 'stranger@example.com'] };
    expect(read(aRecord('Delivery', { delivery })).events).toMatchObject([{ recipients: ['CEO@Example.com'] }]);
  });

  it('is repeated in at most 200 signs on one line, without the addresses in it', () => {
    const diagnosticCode = `smtp; 550\r\n<ceo@example.com>\u202e refused\u0000 ${'🚢'.repeat(300)}`;
    const bounce = {
      ...(aRecord('Bounce')['bounce'] as object),
      bouncedRecipients: [{ emailAddress: 'ceo@example.com', diagnosticCode }],
    };
    const detail = read(aRecord('Bounce', { bounce })).events[0]?.detail ?? '';
    expect(detail.startsWith('General: smtp; 550 <(address)> refused 🚢')).toBe(true);
    expect([...detail]).toHaveLength(200);
    expect(detail.isWellFormed()).toBe(true);
  });

  it('is read in one spelling of time', () => {
    const { events } = read(aRecord('Send', { mail: aMail({ timestamp: '2026-11-21T16:00:00Z' }) }));
    expect(events[0]?.sentAt).toBe('2026-11-21T16:00:00.000Z');
  });
});

describe('a message that tells nothing of a mail', () => {
  const at = (timestamp: unknown) => aRecord('Delivery', { delivery: { timestamp, recipients: ['ceo@example.com'] } });
  const deep = `{"eventType":"Send","mail":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;

  it.each<[string, string, unknown]>([
    ['the sentence SES greets a topic with', 'not-json', 'Successfully validated SNS topic for event publishing.'],
    ['half a record', 'not-json', '{"eventType":"Send"'],
    ['nothing', 'not-json', ''],
    ['a record too large for SNS', 'oversized', JSON.stringify(aRecord('Send', { more: 'é'.repeat(140_000) }))],
    ['a record nested without end', 'too-deep', deep],
    ['a list', 'not-such-an-event', []],
    ['null', 'not-such-an-event', 'null'],
    ['a kind nobody asked for', 'not-such-an-event', { ...aRecord('Send'), eventType: 'Open' }],
    ['the kind in other words', 'not-such-an-event', { ...aRecord('Send'), eventType: 'send' }],
    ['an identity’s own notification', 'not-such-an-event', { ...aRecord('Bounce'), eventType: undefined }],
    ['an event without its mail', 'not-such-an-event', aRecord('Send', { mail: undefined })],
    ['an event without its part', 'not-such-an-event', aRecord('Bounce', { bounce: undefined })],
    ['the part of another kind', 'not-such-an-event', { ...aRecord('Complaint'), eventType: 'Bounce' }],
    ['no message id', 'not-such-an-event', aRecord('Send', { mail: aMail({ messageId: '' }) })],
    ['a message id that is markup', 'not-such-an-event', aRecord('Send', { mail: aMail({ messageId: '<b>' }) })],
    ['no envelope', 'not-such-an-event', aRecord('Send', { mail: aMail({ destination: [] }) })],
    ['an envelope of 51', 'not-such-an-event', aRecord('Send', { mail: aMail({ destination: Array(51).fill('a') }) })],
    ['tags that are text', 'not-such-an-event', aRecord('Send', { mail: aMail({ tags: { delivery: 'dlv7k2m' } }) })],
    ['a day that does not exist', 'not-such-an-event', at('2026-02-30T10:00:00.000Z')],
    ['a year nobody lives in', 'not-such-an-event', at('9999-01-01T00:00:00.000Z')],
    ['a number for a time', 'not-such-an-event', at(1_795_276_803_480)],
    ['a delivery long before its mail', 'impossible-instants', at('2026-11-21T15:00:00.000Z')],
    [
      'a delivery to nobody',
      'no-recipient',
      aRecord('Delivery', { delivery: { timestamp: TO_CEO.at, recipients: [] } }),
    ],
    [
      'a delivery to strangers alone',
      'not-of-the-envelope',
      aRecord('Delivery', { delivery: { timestamp: TO_CEO.at, recipients: ['stranger@example.com'] } }),
    ],
  ])('is refused for what it is: %s', (_case, because, message) => {
    expect(refusal(message)).toBe(because);
  });

  it('is refused when it came over another topic, and each message is judged alone', () => {
    const mixed = {
      Records: [
        ...aTopicEvent([aRecord('Send')], `${TOPIC}-2`).Records,
        ...aTopicEvent(['garbage', aRecord('Delivery')]).Records,
      ],
    };
    const { events, problems } = mailEventsIn(topicMessagesIn(mixed) ?? [], TOPIC);
    expect(events).toMatchObject([{ kind: 'delivery' }]);
    expect(problems).toEqual([
      { message: 'sns-1', because: 'foreign-topic' },
      { message: 'sns-1', because: 'not-json' },
    ]);
  });
});

describe('an event that is not of SNS', () => {
  const [record] = aTopicEvent([aRecord('Send')]).Records;
  it.each([
    undefined,
    null,
    'Records',
    {},
    { Records: [] },
    { Records: {} },
    { Records: [{ ...record, EventSource: 'aws:s3' }] },
    { Records: [record, { ...record, EventSource: 'aws:sqs' }] },
    { Records: [{ ...record, Sns: { MessageId: 'a', TopicArn: TOPIC } }] },
    { Records: [{ ...record, Sns: { MessageId: 'a', TopicArn: TOPIC, Message: { eventType: 'Send' } } }] },
    { records: [record] },
  ])('brings no messages: %j', (event) => {
    expect(topicMessagesIn(event)).toBeUndefined();
  });
});
