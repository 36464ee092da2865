import { balancePlace } from '../../lambda/stores/balance-items.ts';
import { quarterName, quarterOf } from '../../lambda/stores/books-head.ts';
import { readCharterFile } from '../../lambda/stores/charter-store.ts';
import type { Key } from '../../lambda/stores/keys.ts';
import { booksKey, charterBalanceKey, subjectBalanceKey } from '../../lambda/stores/keys.ts';
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
  /** What must count the repair, so that nobody goes on reading what was kept before it. */
  readonly counted?: Write;
}

/** How often each entity's books had moved when they were looked at; a repair of anything else would be a guess. */
export type SeenVersions = ReadonlyMap<string, number>;

/** What makes the stored balances what the entries say, as of the check; the entries themselves are never touched. */
export async function repairsOf(tables: Tables, check: BooksCheck): Promise<readonly Repair[]> {
  const set = (key: Key, name: string, cents: number, what: string, said = name): Repair => ({
    text: `${what}: set ${said} to ${cents}`,
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
  const months = check.differences.map(({ entityId, month, group, name, right }): Repair => {
    const place = balancePlace(entityId, month, group, name);
    const repair = set(place.key, place.name, right, `${entityId} ${month} ${group}`, name);
    return { ...repair, counted: balancesMoved(tables, entityId, month) };
  });
  const charters = check.charterDifferences.map(({ charterId, account, entriesCents }) =>
    set(charterBalanceKey(charterId), accountName(account), entriesCents, `charter ${charterId}`),
  );
  const subjects = check.subjectDifferences.map(({ subjectId, account, entriesCents }) =>
    set(subjectBalanceKey(subjectId), accountName(account), entriesCents, `subject ${subjectId}`),
  );
  return [...months, ...charters, ...subjects];
}

/** Counts a change to a month's balances that is no entry. */
function balancesMoved(tables: Tables, entityId: string, month: string): Write {
  return {
    Update: {
      TableName: tables.main,
      Key: { ...booksKey(entityId) },
      UpdateExpression: 'ADD #quarter :one',
      ExpressionAttributeNames: { '#quarter': quarterName(quarterOf(month)) },
      ExpressionAttributeValues: { ':one': 1 },
    },
  };
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
        Key: { ...booksKey(entityId) },
        ConditionExpression: n === 0 ? 'attribute_not_exists(n)' : 'n = :n',
        ...(n === 0 ? {} : { ExpressionAttributeValues: { ':n': n } }),
      },
    }),
  );
  for (const { write, counted } of repairs) {
    const { stored } = await committed(tables, [write, ...(counted ? [counted] : []), ...unmoved]);
    if (!stored) return false;
  }
  return true;
}
