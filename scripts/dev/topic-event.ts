import { randomUUID } from 'node:crypto';

/** The topic of this machine, which only looks like one. */
export const LOCAL_TOPIC_ARN = 'arn:aws:sns:us-west-2:000000000000:local-mail-events';

/** What Lambda hands a function for one message of a topic (Lambda developer guide, "Process Amazon SNS notifications"). */
export function topicEvent(message: unknown, at: Date): unknown {
  return {
    Records: [
      {
        EventVersion: '1.0',
        EventSubscriptionArn: `${LOCAL_TOPIC_ARN}:${randomUUID()}`,
        EventSource: 'aws:sns',
        Sns: {
          Type: 'Notification',
          MessageId: randomUUID(),
          TopicArn: LOCAL_TOPIC_ARN,
          Subject: 'Amazon SES Email Event Notification',
          Message: JSON.stringify(message),
          Timestamp: at.toISOString(),
          MessageAttributes: {},
        },
      },
    ],
  };
}
