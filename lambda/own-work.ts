import * as z from 'zod/mini';
import { instantAt } from '../shared/records/fields.ts';
import { DESTINATIONS } from '../shared/wire/sign-in.ts';
import { mailEventsIn } from './mail/ses-events.ts';
import type { TopicMessage } from './mail/topic-messages.ts';
import { topicMessagesIn } from './mail/topic-messages.ts';
import type { Runtime } from './runtime.ts';

const selfEvent = z.discriminatedUnion('kind', [
  z.strictObject({ source: z.literal('scc.self'), kind: z.literal('finish-run'), runKey: z.string() }),
  z.strictObject({ source: z.literal('scc.self'), kind: z.literal('refresh-dashboard') }),
  z.strictObject({
    source: z.literal('scc.self'),
    kind: z.literal('sign-in-mail'),
    userId: z.string(),
    bindDigest: z.string(),
    destination: z.enum(DESTINATIONS),
    requestedAt: instantAt,
  }),
]);

const tickEvent = z.strictObject({
  source: z.literal('scc.scheduler'),
  kind: z.enum(['sweep', 'watch']),
  scheduledTime: instantAt,
});

/**
 * Work the function gave itself, one of the scheduler's ticks, or what a topic tells, as something to do; nothing for an event of
 * no such kind.
 */
export function ownWorkIn(
  event: unknown,
): ((runtime: Runtime, remaining?: () => number) => Promise<unknown>) | undefined {
  const self = selfEvent.safeParse(event);
  if (self.success) {
    return async (runtime, remaining) => {
      await done(runtime, self.data, remaining);
      return { done: self.data.kind };
    };
  }
  const messages = topicMessagesIn(event);
  if (messages) return (runtime) => mailEvents(runtime, messages);
  const tick = tickEvent.safeParse(event);
  if (!tick.success) return undefined;
  if (tick.data.kind === 'watch') return ({ reporting, tellOffice }) => reporting.watchLooked(tellOffice);
  return async (runtime, remaining) => {
    await dailyPostings(runtime);
    return runtime.reporting.clockTicked(tick.data.scheduledTime, remaining);
  };
}

/**
 * What tells nothing of a mail is named in the log and dropped: it would say no more if it came again.
 * @throws Error where no topic is configured, so that what SES told is kept as failed work instead of being lost.
 */
async function mailEvents(
  { config, log, reporting }: Runtime,
  messages: readonly TopicMessage[],
): Promise<{ readonly events: number; readonly refused: number }> {
  if (config.mailTopicArn === undefined) throw new Error('MAIL_TOPIC_ARN is not set: no topic is believed');
  const { events, problems } = mailEventsIn(messages, config.mailTopicArn);
  for (const { message, because } of problems) log('mail.event-refused', { topicMessage: message, because });
  for (const { kind, messageId, tags } of events) {
    log('mail.event', { kind, message: messageId, delivery: tags['delivery'] });
  }
  if (events.length > 0) await reporting.mailEventsCame(events);
  return { events: events.length, refused: problems.length };
}

/** Postings that cannot be made today never stop the reports; the next tick tries again. */
async function dailyPostings(runtime: Runtime): Promise<void> {
  try {
    await runtime.postWhatTimeBrings();
  } catch (error) {
    runtime.log('daily-postings.error', { error: String(error) });
  }
}

function done(runtime: Runtime, work: z.infer<typeof selfEvent>, remaining?: () => number): Promise<void> {
  switch (work.kind) {
    case 'finish-run':
      return runtime.reporting.runAnnounced(work.runKey, remaining);
    case 'refresh-dashboard':
      return runtime.reporting.recordsMoved();
    case 'sign-in-mail':
      return runtime.sendSignInMail(work);
  }
}
