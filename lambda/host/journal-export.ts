import type { Month } from '../../shared/kernel/calendar.ts';
import { monthsThrough } from '../../shared/kernel/calendar.ts';
import { beancountJournal } from '../../shared/ledger/beancount-journal.ts';
import { plainTextJournal } from '../../shared/ledger/plain-text-journal.ts';
import { readBalances, readEntries } from '../stores/ledger-store.ts';
import { companyRegisters } from '../stores/register-store.ts';
import type { Tables } from '../stores/tables.ts';

/** The forms the books leave in: what hledger and ledger read, and what beancount reads. */
export const JOURNAL_FORMS = { ledger: plainTextJournal, beancount: beancountJournal } as const;
export type JournalForm = keyof typeof JOURNAL_FORMS;

/** The books of some entities, or of all, as one plain-text journal. */
export async function journalText(
  tables: Tables,
  entityIds?: readonly string[],
  form: JournalForm = 'ledger',
): Promise<string> {
  const { entity = [] } = await companyRegisters(tables);
  const ids = entityIds ?? entity.map((one) => one.id);
  const entries = await Promise.all(ids.map((id) => entriesOf(tables, id)));
  return JOURNAL_FORMS[form](entries.flat());
}

/** Every entry of an entity: its months are the months its balances know. */
async function entriesOf(tables: Tables, entityId: string) {
  const months = (await readBalances(tables, entityId)).map((balances) => balances.month as Month).sort();
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return [];
  const lists = await Promise.all(monthsThrough(first, last).map((month) => readEntries(tables, entityId, month)));
  return lists.flat();
}
