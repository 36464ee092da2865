import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { SubjectBalances } from '../../shared/ledger/subject-books.ts';
import { accountBalances } from './account-balances.ts';
import { subjectBalanceKey } from './keys.ts';
import type { Tables } from './tables.ts';

/** What the books hold for a subject, and how often they moved: what the next posting about it is decided on. */
export interface StoredSubject {
  readonly subjectId: string;
  readonly version: number;
  readonly balances: SubjectBalances;
}

/** The books of a subject; at version 0 while nothing was ever posted about it. */
export async function readSubject(tables: Tables, subjectId: string): Promise<StoredSubject> {
  const Key = subjectBalanceKey(subjectId);
  const { Item = {} } = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return { subjectId, version: Number(Item['n'] ?? 0), balances: accountBalances(Item) };
}
