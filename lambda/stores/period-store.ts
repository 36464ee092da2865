import type { Month } from '../../shared/kernel/calendar.ts';
import { balanceVersionKey } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** How the books of an entity stood when a close was decided on them. */
export interface SeenBooks {
  readonly entityId: string;
  readonly version: number;
  readonly closedThrough: Month | undefined;
}

/**
 * The write that shuts an entity's books up to a month, or opens the last one again (`through` is then the month before,
 * or nothing). Fails when anything was posted, or another month moved, since the books were seen.
 */
export function closedThroughWrite(tables: Tables, seen: SeenBooks, through: Month | undefined): Write {
  const { entityId, version, closedThrough } = seen;
  const unmoved = version === 0 ? 'attribute_not_exists(n)' : 'n = :version';
  const unclosed = closedThrough === undefined ? 'attribute_not_exists(closedThrough)' : 'closedThrough = :seen';
  return {
    Update: {
      TableName: tables.main,
      Key: { ...balanceVersionKey(entityId) },
      UpdateExpression: through === undefined ? 'REMOVE closedThrough' : 'SET closedThrough = :through',
      ConditionExpression: `${unmoved} AND ${unclosed}`,
      ExpressionAttributeValues: {
        ...(version === 0 ? {} : { ':version': version }),
        ...(closedThrough === undefined ? {} : { ':seen': closedThrough }),
        ...(through === undefined ? {} : { ':through': through }),
      },
    },
  };
}
