import { newCharterWrites, readCharterFile } from '../../lambda/stores/charter-store.ts';
import { newCustomerWrite } from '../../lambda/stores/customer-store.ts';
import { openCharterWrite } from '../../lambda/stores/open-charter-store.ts';
import { postingWrites } from '../../lambda/stores/posting-writes.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { samplePeople } from './people.ts';
import { moneyItem } from './portfolio-items.ts';
import type { SampleDay } from './sample-day.ts';
import { todaysCharter, todaysCharterId } from './todays-charter.ts';

/**
 * Adds the charter of a day to a sample loaded on an earlier one, with its payments and entries, once: whatever was
 * stored before a crash is left as it is, and books that have moved since are added to. The charter itself comes last.
 */
export async function addTodaysCharter(tables: Tables, day: SampleDay): Promise<'added' | 'already there'> {
  if (await readCharterFile(tables, todaysCharterId(day))) return 'already there';
  const { file, customer, moneyRecords, entries } = todaysCharter(day, samplePeople(day));
  for (const entry of entries) {
    const records = moneyRecords
      .filter(({ entryId }) => entryId === entry.id)
      .map((money) => ({ Put: { TableName: tables.main, Item: { ...moneyItem(money) } } }));
    await committed(tables, [...postingWrites(tables, [postingOf(entry)]), ...records]);
  }
  await committed(tables, [newCustomerWrite(tables, customer)]);
  const result = await committed(tables, [
    ...newCharterWrites(tables, file),
    openCharterWrite(tables, file.charter, file.balances),
  ]);
  return result.stored ? 'added' : 'already there';
}
