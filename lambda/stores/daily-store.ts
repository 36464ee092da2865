import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { DAILY_POSTINGS } from './keys.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** The day on which what time alone brings was last posted; nothing before the first. */
export async function lastDailyPostings(tables: Tables): Promise<LocalDate | undefined> {
  const Key = DAILY_POSTINGS;
  const { Item } = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return Item?.['on'] as LocalDate | undefined;
}

/** The write that notes the day's postings as done. */
export function dailyPostingsWrite(tables: Tables, on: LocalDate): Write {
  return { Put: { TableName: tables.main, Item: { ...DAILY_POSTINGS, on } } };
}
