import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { entryIn } from '../../../lambda/stores/entry-items.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import { Rebuilding } from '../../../shared/ledger/rebuilding.ts';

/** The month balances as a script would have them that keeps none: the whole table scanned, every entry added up. */
export async function scannedBooks(tables: Tables): Promise<Rebuilding> {
  const books = new Rebuilding();
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new ScanCommand({ TableName: tables.main, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    for (const item of page.Items ?? []) {
      if (String(item['pk']).startsWith('LEDGER#')) books.add(entryIn(item));
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return books;
}

/** The same tables asked by somebody who waits for a page as long as it takes: the product itself gives up sooner. */
export async function patiently<T>(tables: Tables, use: (patient: Tables) => Promise<T>): Promise<T> {
  const { region, endpoint, credentials } = tables.client.config;
  if (endpoint === undefined) throw new Error('only tables on this machine are scanned');
  const requestHandler = { connectionTimeout: 2_000, requestTimeout: 120_000, throwOnRequestTimeout: true };
  const plain = new DynamoDBClient({ region, endpoint, credentials, requestHandler });
  try {
    return await use({ ...tables, client: DynamoDBDocumentClient.from(plain) });
  } finally {
    plain.destroy();
  }
}
