import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { entryIn } from '../../../lambda/stores/entry-items.ts';
import type { Tables } from '../../../lambda/stores/tables.ts';
import { rebuiltBalances } from '../../../shared/ledger/balances.ts';
import type { JournalEntry, MonthBalances } from '../../../shared/records/journal.ts';

/** The month balances as a script would have them that keeps none: the whole table scanned, every entry added up. */
export async function scannedBalances(tables: Tables): Promise<readonly MonthBalances[]> {
  const entries: JournalEntry[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new ScanCommand({ TableName: tables.main, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    for (const item of page.Items ?? []) {
      if (String(item['pk']).startsWith('LEDGER#')) entries.push(entryIn(item));
    }
    from = page.LastEvaluatedKey;
  } while (from);
  return rebuiltBalances(entries);
}
