import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs, plusMs } from '../../shared/kernel/calendar.ts';
import { FEEDBACK, FEEDBACK_PROBE, feedbackKey } from './keys.ts';
import type { Tables } from './tables.ts';

/** How long a handled event proves anything: no mail is in doubt for longer than a day. */
const KEPT_DAYS = 7;

/** Notes that the event of a mail taken at an instant was handled: events find their way to us. The first note stands. */
export async function noteHandled(
  tables: Tables,
  sentAt: Instant,
  messageId: string,
  handledAt: Instant,
): Promise<void> {
  const exp = Math.floor(epochMs(handledAt) / 1_000) + KEPT_DAYS * 86_400;
  try {
    await tables.client.send(
      new PutCommand({
        TableName: tables.main,
        Item: { ...feedbackKey(sentAt, messageId), handledAt, exp },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
  }
}

/** Whether some mail taken after one instant had its event handled by another. */
export async function channelProven(tables: Tables, sentAfter: Instant, handledBy: Instant): Promise<boolean> {
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new QueryCommand({
        TableName: tables.main,
        KeyConditionExpression: 'pk = :feedback AND sk > :after',
        FilterExpression: 'handledAt <= :by',
        ExpressionAttributeValues: { ':feedback': FEEDBACK, ':after': `${sentAfter}~`, ':by': handledBy },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    if ((page.Items ?? []).length > 0) return true;
    from = page.LastEvaluatedKey;
  } while (from);
  return false;
}

/** How far apart two probes lie at least. */
const PROBE_APART_MS = 10 * 60_000;

/** Whether a probe may be sent now; of many askers one is told so. */
export async function probeIsOurs(tables: Tables, now: Instant): Promise<boolean> {
  try {
    await tables.client.send(
      new UpdateCommand({
        TableName: tables.main,
        Key: FEEDBACK_PROBE,
        UpdateExpression: 'SET probedAt = :now',
        ConditionExpression: 'attribute_not_exists(probedAt) OR probedAt <= :before',
        ExpressionAttributeValues: { ':now': now, ':before': plusMs(now, -PROBE_APART_MS) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}
