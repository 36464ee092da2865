import type { OpenCharter } from '../../shared/records/open-charter.ts';
import { openCharterPartition } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';

/** The charters of an entity whose money is not settled. One query, however long the history. */
export async function readOpenCharters(tables: Tables, entityId: string): Promise<OpenCharter[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, openCharterPartition(entityId)));
  return items.map((item) => recordIn<OpenCharter>(item));
}
