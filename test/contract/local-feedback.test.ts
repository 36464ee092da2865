import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mailEventsIn } from '../../lambda/mail/ses-events.ts';
import { topicMessagesIn } from '../../lambda/mail/topic-messages.ts';
import { type LocalSes, type LocalSesOptions, startLocalSes } from '../../scripts/dev/services/local-ses.ts';
import type { SesEvent } from '../../scripts/dev/services/ses-event.ts';
import { LOCAL_TOPIC_ARN, topicEvent } from '../../scripts/dev/topic-event.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';

const AT = new Date('2026-11-21T16:00:00.000Z');
let folder: string;
let service: LocalSes;
let ses: SESClient;
let told: SesEvent[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-feedback-'));
  told = [];
  await start();
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

describe('what is told of a mail', () => {
  test('is that it was taken, then that it was delivered, to each recipient apart, the blind copy too', async () => {
    const messageId = await sent(['ceo@example.com', 'Audit <audit@example.com>']);
    const mail = {
      messageId,
      sentAt: AT.toISOString(),
      destinations: ['ceo@example.com', 'audit@example.com'],
      tags: { delivery: 'd1', report: 'ceo' },
    };
    expect(events()).toEqual([
      { ...mail, kind: 'send', at: AT.toISOString(), recipients: [] },
      { ...mail, kind: 'delivery', at: AT.toISOString(), recipients: ['ceo@example.com'] },
      { ...mail, kind: 'delivery', at: AT.toISOString(), recipients: ['audit@example.com'] },
    ]);
  });

  test('has the fields AWS shows in its examples', async () => {
    await sent(['bounce@simulator.amazonses.com']);
    expect(told[1]).toMatchObject({
      eventType: 'Bounce',
      bounce: {
        bounceType: 'Permanent',
        bounceSubType: 'General',
        feedbackId: expect.any(String),
        timestamp: AT.toISOString(),
        bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com', action: 'failed', status: '5.1.1' }],
      },
      mail: {
        timestamp: AT.toISOString(),
        source: 'reports@example.com',
        headersTruncated: false,
        headers: expect.arrayContaining([{ name: 'X-Delivery-Id', value: 'd1' }]),
        tags: { 'ses:configuration-set': ['mail-events'], delivery: ['d1'], report: ['ceo'] },
      },
    });
  });

  test('leaves out headers beyond ten kilobytes and says so', async () => {
    await sent(['ceo@example.com'], { more: `X-Long: ${'words '.repeat(2_000)}\r\n` });
    expect(told[0]?.['mail']).toMatchObject({ headersTruncated: true });
    expect(JSON.stringify(told[0]).length).toBeLessThan(12_000);
  });

  test('is nothing for a mail sent without a configuration set, as with SES', async () => {
    await sent(['ceo@example.com'], { configurationSet: undefined });
    expect(told).toEqual([]);
  });

  test('is told though the sender never heard that the mail was taken', async () => {
    await restart({ beforeReply: async () => 'resetAfterStore' });
    await expect(sent(['ceo@example.com'])).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect.poll(() => told.length).toBe(2);
  });

  test.each([
    ['success', ['send', 'delivery']],
    ['bounce', ['send', 'bounce for good: General']],
    ['ooto', ['send', 'delivery', 'bounce: General']],
    ['complaint', ['send', 'delivery', 'complaint: abuse']],
    ['suppressionlist', ['send', 'bounce for good: Suppressed']],
  ])('follows the mailbox simulator: %s', async (name, kinds) => {
    await sent([`${name}+some-label@simulator.amazonses.com`]);
    const words = events().map(({ kind, permanent, detail }) => {
      const said = detail === undefined ? '' : `: ${detail.split(':')[0]}`;
      return `${kind}${permanent ? ' for good' : ''}${said}`;
    });
    expect(words).toEqual(kinds);
  });
});

describe('feedback that was cut off', () => {
  test('goes on at the next start where it stood; what was told is told once more, as a topic does, and noted once', async () => {
    await restart({ eventAfterMs: 60_000 });
    await send(['ceo@example.com', 'audit@example.com']);
    await expect.poll(() => told.length).toBe(1);
    await stop();
    await appendFile(join(folder, 'events.jsonl'), '{"messageId":"cut o');
    await start();
    service.feedback.resume();
    await service.feedback.idle();
    expect(events().map(({ kind, recipients }) => [kind, ...recipients])).toEqual([
      ['send'],
      ['send'],
      ['delivery', 'ceo@example.com'],
      ['delivery', 'audit@example.com'],
    ]);
    told = [];
    await restart();
    service.feedback.resume();
    await service.feedback.idle();
    expect(told).toHaveLength(3);
    const noted = (await readFile(join(folder, 'events.jsonl'), 'utf8'))
      .split('\n')
      .filter((line) => line.endsWith('}'));
    expect(noted).toHaveLength(3);
  });

  test('is left as it is when it is more than an hour old', async () => {
    await restart({ eventAfterMs: 60_000 });
    await send(['ceo@example.com']);
    await expect.poll(() => told.length).toBe(1);
    await restart({ now: () => new Date(AT.getTime() + 61 * 60_000) });
    service.feedback.resume();
    await service.feedback.idle();
    expect(told).toHaveLength(1);
  });
});

describe('the page of a mail', () => {
  test('lists what was told, and makes a bounce, a complaint or a delay happen at one recipient', async () => {
    const id = await sent(['ceo@example.com', 'audit@example.com']);
    for (const outcome of ['delay', 'hard-bounce', 'complaint']) {
      const reply = await made(id, { outcome, recipient: 'audit@example.com', view: 'text' });
      expect([reply.status, reply.headers.get('location')]).toEqual([303, `/mail/${id}?view=text#feedback`]);
    }
    expect(events().slice(3)).toMatchObject([
      { kind: 'delay', recipients: ['audit@example.com'] },
      { kind: 'bounce', permanent: true, recipients: ['audit@example.com'] },
      { kind: 'complaint', recipients: ['audit@example.com'] },
    ]);
    const page = await (await fetch(`${service.endpoint}/mail/${id}`)).text();
    const list = /<ol class="told">([\s\S]*?)<\/ol>/.exec(page)?.[1]?.replace(/<[^>]+>/g, '') ?? '';
    expect(list.split('\n').map((line) => line.replace(/^.*[AP]M /, ''))).toEqual([
      'Taken by the mail service ',
      'Delivered to ceo@example.com',
      'Delivered to audit@example.com',
      'Delayed for audit@example.com',
      'Bounced for good at audit@example.com',
      'Complained about by audit@example.com',
      '',
    ]);
    const read = (await (await fetch(`${service.endpoint}/api/mails/${id}`)).json()) as { events: unknown };
    expect(read.events).toEqual(told);
  });

  test.each<[string, number, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['a page of another site', 403, { 'sec-fetch-site': 'cross-site' }, {}],
    ['somebody who does not say where they come from', 403, {}, {}],
    ['a recipient the mail does not have', 400, { 'sec-fetch-site': 'same-origin' }, { recipient: 'a@example.com' }],
    ['an outcome there is no button for', 400, { 'sec-fetch-site': 'same-origin' }, { outcome: 'delivery' }],
    ['a form without end', 400, { 'sec-fetch-site': 'same-origin' }, { more: 'x'.repeat(10_000) }],
  ])('makes nothing happen for %s', async (_case, status, headers, form) => {
    const id = await sent(['ceo@example.com']);
    const reply = await made(id, { outcome: 'hard-bounce', recipient: 'ceo@example.com', ...form }, headers);
    expect([reply.status, told.length]).toEqual([status, 2]);
  });

  test('has no buttons for a mail nothing is told of, and no way around them', async () => {
    const id = await sent(['ceo@example.com'], { configurationSet: undefined });
    expect(await (await fetch(`${service.endpoint}/mail/${id}`)).text()).not.toContain('<button');
    expect((await made(id, { outcome: 'delay', recipient: 'ceo@example.com' })).status).toBe(404);
    expect((await made('0100-0', { outcome: 'delay', recipient: 'ceo@example.com' })).status).toBe(404);
  });
});

/** What was told so far, as the function reads it. */
function events(): readonly MailEvent[] {
  return told.flatMap((event) => {
    const read = mailEventsIn(topicMessagesIn(topicEvent(event, AT)) ?? [], LOCAL_TOPIC_ARN);
    expect(read.problems).toEqual([]);
    return read.events;
  });
}

interface Sent {
  readonly configurationSet?: string | undefined;
  readonly more?: string;
}

/** Sends a mail and waits until everything was told of it. */
async function sent(destinations: readonly string[], how: Sent = {}): Promise<string> {
  const messageId = await send(destinations, how);
  await service.feedback.idle();
  return messageId;
}

async function send(destinations: readonly string[], how: Sent = {}): Promise<string> {
  const { configurationSet, more = '' } = { configurationSet: 'mail-events', ...how };
  const raw = `From: reports@example.com\r\nTo: ceo@example.com\r\nX-Delivery-Id: d1\r\n${more}Subject: Report\r\n\r\nWell.\r\n`;
  const { MessageId = '' } = await ses.send(
    new SendRawEmailCommand({
      Source: 'reports@example.com',
      Destinations: [...destinations],
      RawMessage: { Data: Buffer.from(raw) },
      Tags: [
        { Name: 'delivery', Value: 'd1' },
        { Name: 'report', Value: 'ceo' },
      ],
      ...(configurationSet === undefined ? {} : { ConfigurationSetName: configurationSet }),
    }),
  );
  // The service tells of a mail after it has replied.
  await expect.poll(() => configurationSet === undefined || told.length > 0).toBe(true);
  return MessageId;
}

function made(
  id: string,
  form: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = { 'sec-fetch-site': 'same-origin' },
): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(`${service.endpoint}/mail/${id}/events`, { method: 'POST', headers, body, redirect: 'manual' });
}

async function start(options: Partial<LocalSesOptions> = {}): Promise<void> {
  const onEvent = (event: SesEvent) => void told.push(event);
  service = await startLocalSes({ port: 0, folder, now: () => AT, eventAfterMs: 5, onEvent, ...options });
  ses = new SESClient({
    endpoint: service.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
}

async function stop(): Promise<void> {
  ses.destroy();
  await service.close();
}

async function restart(options: Partial<LocalSesOptions> = {}): Promise<void> {
  await stop();
  await start(options);
}
