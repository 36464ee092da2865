import { describe, expect, it } from 'vitest';
import { handlerOf, UnknownEvent } from '../../lambda/handler.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { gatewayEvent } from '../../scripts/dev/api-gateway.ts';
import type { MailEvent } from '../../shared/reports/mail-event.ts';
import { aRecord, aTopicEvent, TOPIC } from '../mail/a-ses-event.ts';

/** A function that notes what it is asked for and told, without anything behind it. */
function aFunction({ topic = TOPIC, came }: { topic?: string | null; came?: () => Promise<void> } = {}) {
  const asked: string[] = [];
  const events: MailEvent[] = [];
  const logged: unknown[] = [];
  const log = (step: string, fields = {}) => void logged.push({ step, ...fields });
  const config = { auditBcc: 'audit@example.com', ...(topic === null ? {} : { mailTopicArn: topic }) };
  const runtime = {
    config,
    log,
    app: {
      answer: async ({ url, body }: { url: URL; body: readonly Uint8Array[] }) => {
        asked.push(`${url.pathname} ${Buffer.concat(body).length}`);
        return { status: 200, headers: {}, cookies: [], body: '' };
      },
    },
    reporting: {
      async mailEventsCame(told: readonly MailEvent[]) {
        await came?.();
        events.push(...told);
      },
    },
  };
  return { handler: handlerOf(runtime as unknown as Runtime), asked, events, logged };
}

const BOUNCE = aRecord('Bounce');

describe('a message of the topic', () => {
  it('is told to reporting, and the log says so without an address', async () => {
    const { handler, events, logged } = aFunction();
    expect(await handler(aTopicEvent([BOUNCE]))).toEqual({ events: 1, refused: 0 });
    expect(events).toMatchObject([{ kind: 'bounce', recipients: ['ceo@example.com'] }]);
    expect(logged).toMatchObject([{ step: 'mail.event', kind: 'bounce', delivery: 'dlv7k2m' }]);
    expect(JSON.stringify(logged)).not.toContain('@');
  });

  it('that is garbage is dropped with a line in the log, so that nobody tries it again', async () => {
    const { handler, events, logged } = aFunction();
    expect(await handler(aTopicEvent(['garbage', '{}']))).toEqual({ events: 0, refused: 2 });
    expect(events).toEqual([]);
    expect(logged).toEqual([
      { step: 'mail.event-refused', topicMessage: 'sns-1', because: 'not-json' },
      { step: 'mail.event-refused', topicMessage: 'sns-2', because: 'not-such-an-event' },
    ]);
  });

  it('of another topic is not believed, whatever it says', async () => {
    const { handler, events } = aFunction();
    expect(await handler(aTopicEvent([BOUNCE], `${TOPIC}-of-somebody`))).toEqual({ events: 0, refused: 1 });
    expect(events).toEqual([]);
  });

  it('is tried again when reporting could not take it', async () => {
    const { handler } = aFunction({ came: () => Promise.reject(new Error('the table is throttled')) });
    await expect(handler(aTopicEvent([BOUNCE]))).rejects.toThrow('throttled');
  });

  it('is not lost where no topic is configured', async () => {
    const { handler, events } = aFunction({ topic: null });
    await expect(handler(aTopicEvent([BOUNCE]))).rejects.toThrow('MAIL_TOPIC_ARN');
    expect(events).toEqual([]);
  });
});

describe('an event dressed up as another', () => {
  it('is a body when it came over HTTP, whatever is in it', async () => {
    for (const dressed of [
      aTopicEvent([BOUNCE]),
      { source: 'scc.self', kind: 'finish-run', runKey: 'monthly.2026-10' },
      { source: 'scc.scheduler', kind: 'sweep', scheduledTime: '2026-11-21T16:00:00.000Z' },
    ]) {
      const { handler, asked, events } = aFunction();
      const body = JSON.stringify(dressed);
      const request = new Request('https://app.example.com/api/sign-in/link', { method: 'POST', body });
      const event = await gatewayEvent(request, 'req_1', '192.0.2.1', new Date(0));
      await handler(event);
      await handler({ ...event, ...dressed });
      expect(asked).toEqual([`/api/sign-in/link ${body.length}`, `/api/sign-in/link ${body.length}`]);
      expect(events).toEqual([]);
    }
  });

  it.each([
    ['records of several sources', { Records: [...aTopicEvent([BOUNCE]).Records, { EventSource: 'aws:s3' }] }],
    ['no records', { Records: [] }],
    ['a bare record of SES', BOUNCE],
    ['the message of SNS without its envelope', aTopicEvent([BOUNCE]).Records[0]?.['Sns']],
    ['a tick with records', { ...aTopicEvent([]), source: 'scc.scheduler', kind: 'sweep', scheduledTime: 'now' }],
  ])('is of no known kind: %s', async (_case, event) => {
    const { handler, events, logged } = aFunction();
    await expect(handler(event)).rejects.toThrow(UnknownEvent);
    expect(events).toEqual([]);
    expect(logged).toEqual([{ step: 'event.unknown' }]);
  });
});
