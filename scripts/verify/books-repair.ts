import { readCharterFile } from '../../lambda/stores/charter-store.ts';
import type { Key } from '../../lambda/stores/keys.ts';
import { balanceKey, balanceVersionKey, charterBalanceKey, subjectBalanceKey } from '../../lambda/stores/keys.ts';
import { openCharterWrite } from '../../lambda/stores/open-charter-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import { accountName } from '../../shared/ledger/posting.ts';
import type { BooksCheck } from './books-check.ts';

/** One thing to be written, said in a line before it is. */
export interface Repair {
  readonly text: string;
  readonly write: Write;
}

/** How often each entity's books had moved when they were looked at; a repair of anything else would be a guess. */
export type SeenVersions = ReadonlyMap<string, number>;

/** What makes the stored balances what the entries say, as of the check; the entries themselves are never touched. */
export async function repairsOf(tables: Tables, check: BooksCheck): Promise<readonly Repair[]> {
  const set = (key: Key, name: string, cents: number, what: string): Repair => ({
    text: `${what}: set ${name} to ${cents}`,
    write: {
      Update: {
        TableName: tables.main,
        Key: { ...key },
        UpdateExpression: 'SET #name = :amount',
        ExpressionAttributeNames: { '#name': name },
        ExpressionAttributeValues: { ':amount': cents },
      },
    },
  });
  const months = check.differences.map(({ entityId, month, group, name, right }) =>
    set(balanceKey(entityId, month, group), name, right, `${entityId} ${month} ${group}`),
  );
  const charters = check.charterDifferences.map(({ charterId, account, entriesCents }) =>
    set(charterBalanceKey(charterId), accountName(account), entriesCents, `charter ${charterId}`),
  );
  const subjects = check.subjectDifferences.map(({ subjectId, account, entriesCents }) =>
    set(subjectBalanceKey(subjectId), accountName(account), entriesCents, `subject ${subjectId}`),
  );
  return [...months, ...charters, ...subjects];
}

/** What makes the lists of unsettled charters right; asked once the balances are. */
export async function listRepairsOf(tables: Tables, check: BooksCheck): Promise<readonly Repair[]> {
  const files = await Promise.all(check.openDifferences.map((id) => readCharterFile(tables, id)));
  return files.flatMap((file) => {
    if (file === undefined) return [];
    const write = openCharterWrite(tables, file.charter, file.balances);
    return [{ text: `charter ${file.charter.id}: ${write.Put ? 'list' : 'no longer list'} as not settled`, write }];
  });
}

/** Writes the repairs, each on condition that no entity's books have moved since. Answers whether all were written. */
export async function repaired(tables: Tables, repairs: readonly Repair[], seen: SeenVersions): Promise<boolean> {
  const unmoved = [...seen].map(
    ([entityId, n]): Write => ({
      ConditionCheck: {
        TableName: tables.main,
        Key: { ...balanceVersionKey(entityId) },
        ConditionExpression: n === 0 ? 'attribute_not_exists(n)' : 'n = :n',
        ...(n === 0 ? {} : { ExpressionAttributeValues: { ':n': n } }),
      },
    }),
  );
  for (const { write } of repairs) {
    const { stored } = await committed(tables, [write, ...unmoved]);
    if (!stored) return false;
  }
  return true;
}
