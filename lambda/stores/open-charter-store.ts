import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import type { Charter } from '../../shared/records/charter.ts';
import type { OpenCharter } from '../../shared/records/open-charter.ts';
import { openCharterKey, openCharterPartition } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** The charters of an entity whose money is not settled. One query, however long the history. */
export async function readOpenCharters(tables: Tables, entityId: string): Promise<OpenCharter[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, openCharterPartition(entityId)));
  return items.map((item) => recordIn<OpenCharter>(item));
}

/**
 * The one write that keeps the list right: it belongs into every transaction that writes the charter with a posting or a
 * move, whose check of the charter's version keeps two of them apart.
 */
export function openCharterWrite(tables: Tables, charter: Charter, balances: Readonly<Record<string, number>>): Write {
  const open = openCharterOf(charter, balances);
  return open === undefined
    ? { Delete: { TableName: tables.main, Key: openCharterKey(charter.entityId, charter.id) } }
    : { Put: { TableName: tables.main, Item: openCharterItem(open) } };
}

/** The item an open charter is stored as. */
export function openCharterItem(open: OpenCharter): Record<string, unknown> {
  return { ...open, ...openCharterKey(open.entityId, open.charterId) };
}
