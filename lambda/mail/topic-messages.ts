import * as z from 'zod/mini';

/** A message that came over a topic, and where it came from. */
export interface TopicMessage {
  /** The id SNS gave it: the same each time the same message is delivered again. */
  readonly id: string;
  readonly topicArn: string;
  readonly text: string;
}

/** What an event of Lambda must have to be SNS's (Lambda developer guide, "Process Amazon SNS notifications"). */
const topicEvent = z.object({
  Records: z
    .array(
      z.object({
        EventSource: z.literal('aws:sns'),
        Sns: z.object({ MessageId: z.string(), TopicArn: z.string(), Message: z.string() }),
      }),
    )
    .check(z.minLength(1)),
});

/**
 * The messages of an event SNS invoked the function with; nothing for an event of any other source, or of several. Keys
 * SNS may add are passed over.
 */
export function topicMessagesIn(event: unknown): readonly TopicMessage[] | undefined {
  const read = topicEvent.safeParse(event);
  if (!read.success) return undefined;
  return read.data.Records.map(({ Sns }) => ({ id: Sns.MessageId, topicArn: Sns.TopicArn, text: Sns.Message }));
}
