import type { Month } from '../../shared/kernel/calendar.ts';
import type { BooksHead } from './books-head.ts';
import { booksKey } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/**
 * The write that shuts an entity's books up to a month, or opens the last one again (`through` is then the month before,
 * or nothing). Fails when anything was posted, or another month moved, since the books were seen.
 */
export function closedThroughWrite(tables: Tables, seen: BooksHead, through: Month | undefined): Write {
  const { entityId, entries, closedThrough } = seen;
  const unmoved = entries === 0 ? 'attribute_not_exists(n)' : 'n = :entries';
  const unclosed = closedThrough === undefined ? 'attribute_not_exists(closedThrough)' : 'closedThrough = :seen';
  return {
    Update: {
      TableName: tables.main,
      Key: { ...booksKey(entityId) },
      UpdateExpression: through === undefined ? 'REMOVE closedThrough' : 'SET closedThrough = :through',
      ConditionExpression: `${unmoved} AND ${unclosed}`,
      ExpressionAttributeValues: {
        ...(entries === 0 ? {} : { ':entries': entries }),
        ...(closedThrough === undefined ? {} : { ':seen': closedThrough }),
        ...(through === undefined ? {} : { ':through': through }),
      },
    },
  };
}
