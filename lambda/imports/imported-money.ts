import { orThrow } from '../../shared/kernel/fault.ts';
import { closedMonthProblems } from '../../shared/ledger/closing.ts';
import type { MoneyBooks } from '../../shared/ledger/money-posting.ts';
import type { Posting } from '../../shared/ledger/posting.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import { parsed } from '../../shared/records/fields.ts';
import type { MoneyKind, MoneyNames, MoneyOf } from '../../shared/records/money-registry.ts';
import { MONEY } from '../../shared/records/money-registry.ts';
import type { Asking } from '../host/deps.ts';
import { historyWrite } from '../host/history.ts';
import { entriesOf, postedNotes } from '../host/money-writes.ts';
import { moneyPlace, moneyWrite, readMoneyAt } from '../stores/money-store.ts';
import type { Write } from '../stores/transaction.ts';
import type { ReadyRow } from './import-sink.ts';
import { byRow, importedRecord, requireNone } from './import-sink.ts';
import type { ImportWorld } from './import-world.ts';

/** A record of money as a row says it. @throws FaultError naming every field that does not fit. */
export function importedMoney<K extends MoneyKind>(kind: K, asking: Asking, row: ReadyRow): MoneyOf<K> {
  const { schema, prefix, one } = MONEY[kind];
  return orThrow(parsed<unknown>(schema, importedRecord(asking, prefix, row), `This ${one}`)) as MoneyOf<K>;
}

/** The records of money some rows became, by the ids of their rows; what was taken back since is among them. */
export async function moneyOnRecord(
  kind: MoneyKind,
  { asking, deps }: ImportWorld,
  rows: readonly ReadyRow[],
): Promise<ReadonlyMap<string, object>> {
  const { prefix } = MONEY[kind];
  const places = rows.map((row) => moneyPlace(kind, importedRecord(asking, prefix, row) as MoneyOf<MoneyKind>));
  const held = await readMoneyAt(deps.tables, places);
  return byRow(
    prefix,
    held.map(({ record }) => record as MoneyNames),
  );
}

/**
 * What a record of money posts on top of what stands, decided as for one a person records.
 * @throws FaultError naming why it cannot be posted; a closed month is named at the field given.
 */
export function importedPostings<K extends MoneyKind>(
  kind: K,
  { asking, closed }: ImportWorld,
  record: MoneyOf<K>,
  books: MoneyBooks,
  dayField: string = MONEY[kind].day,
): readonly Posting[] {
  const entries = orThrow(entriesOf(kind, record, books, asking));
  requireNone(closedMonthProblems(entries, closed, dayField));
  return entries.map(postingOf);
}

/** What a record of money writes of its own: itself and its audit line. */
export function moneyWrites<K extends MoneyKind>(
  kind: K,
  { deps, asking }: ImportWorld,
  record: MoneyOf<K>,
  postings: readonly Posting[],
): readonly Write[] {
  const notes = postedNotes(postings.map(({ entry }) => entry));
  return [
    moneyWrite(deps.tables, { kind, record, notes }),
    historyWrite(deps, asking, 'money.record', (record as MoneyNames).id, { kind, entry: notes.entry }),
  ];
}
