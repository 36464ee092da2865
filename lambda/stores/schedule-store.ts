import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { SCHEDULE } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** From when the schedule is kept, or nothing before the first tick. */
export async function scheduleSince(tables: Tables): Promise<Instant | undefined> {
  const found = await tables.client.send(
    new GetCommand({ TableName: tables.main, Key: SCHEDULE, ConsistentRead: true }),
  );
  return found.Item?.['since'] as Instant | undefined;
}

/** The write that says from when the schedule is kept, once. */
export function scheduleBeginWrite(tables: Tables, since: Instant): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...SCHEDULE, since },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}
