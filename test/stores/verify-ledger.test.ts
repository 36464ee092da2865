import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCharterWrites } from '../../lambda/stores/charter-store.ts';
import type { Key } from '../../lambda/stores/keys.ts';
import {
  balanceKey,
  charterBalanceKey,
  entryKey,
  openCharterKey,
  subjectBalanceKey,
} from '../../lambda/stores/keys.ts';
import { openCharterWrite, readOpenCharters } from '../../lambda/stores/open-charter-store.ts';
import { postingWrites } from '../../lambda/stores/posting-writes.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import { firstDifference, repairedLedger, verifiedLedger } from '../../scripts/verify/ledger-verification.ts';
import { openCharterOf } from '../../shared/ledger/open-charter.ts';
import { accountName, postingOf } from '../../shared/ledger/posting.ts';
import { Rebuilding } from '../../shared/ledger/rebuilding.ts';
import type { JournalEntry, Tally } from '../../shared/records/journal.ts';
import { aHistory } from '../ledger/a-history.ts';
import { HISTORY_ENTITIES } from '../ledger/history-dice.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

/** A history of every kind of money, posted entry by entry as the product posts it. */
const HISTORY = aHistory(2);
const [subjectId, held] = [...HISTORY.subjects].find(([, balances]) => Object.keys(balances).length > 1)!; // bills have two accounts
const FILES = HISTORY.charters.map((id) => HISTORY.held.file(id));
const OPEN = FILES.find(({ charter, balances }) => openCharterOf(charter, balances) !== undefined)!; // most are not settled

/** Whether a count is what a channel earned. */
const isRevenue = ({ group, name }: Tally) => group === 'channels' && name.endsWith('.revenue');

let tables: Tables;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ tables, close } = await embeddedTables());
  for (const entry of HISTORY.entries) {
    await mustCommit(tables, postingWrites(tables, [postingOf(entry)]), 'the history was posted twice');
  }
  for (const { charter, balances } of FILES) {
    const file = { charter, checklist: [], slots: [], guests: [], balances };
    await mustCommit(tables, newCharterWrites(tables, file), 'the charter is there');
    await mustCommit(tables, [openCharterWrite(tables, charter, balances)], 'the list moved');
  }
}, 120_000);
afterAll(() => close());

test('books posted entry by entry are what their entries say', async () => {
  const sound = await verifiedLedger(tables, HISTORY_ENTITIES);
  expect(firstDifference(sound)).toBeUndefined();
  expect(sound.check).toMatchObject({ isSound: true, entries: HISTORY.entries.length });
  const withMoney = [...HISTORY.subjects.values()].filter((balances) => Object.keys(balances).length > 0);
  expect(sound.check.subjects).toBe(withMoney.length);
});

test('a wrong month, charter, subject and list are found, shown, and set to what the entries say', async () => {
  const [month] = HISTORY.held.months;
  await addCent(balanceKey(month!.entityId, month!.month), 'a1010'); // the history has months
  await addCent(charterBalanceKey(OPEN.charter.id), 'a2100');
  await addCent(subjectBalanceKey(subjectId), accountName(Object.keys(held)[0]!)); // it has two
  await tables.client.send(
    new DeleteCommand({ TableName: tables.main, Key: openCharterKey(OPEN.charter.entityId, OPEN.charter.id) }),
  );
  const wrong = await verifiedLedger(tables, HISTORY_ENTITIES);
  const { differences, charterDifferences, subjectDifferences, openDifferences } = wrong.check;
  expect([differences, charterDifferences, subjectDifferences, openDifferences].map((list) => list.length)).toEqual([
    1, 1, 1, 1,
  ]);
  expect(firstDifference(wrong)).toMatch(
    new RegExp(`^${month!.entityId} ${month!.month}, accounts a1010: .* is stored, the entries say .* And 3 more\\.$`),
  );
  const told: string[] = [];
  const now = await repairedLedger(tables, HISTORY_ENTITIES, (line) => told.push(line));
  expect(told).toHaveLength(4);
  expect(told[0]).toContain(`${month!.entityId} ${month!.month} accounts: set a1010 to`);
  expect(told[3]).toContain(`${OPEN.charter.id}: list as not settled`);
  expect([firstDifference(now), now.check.isSound]).toEqual([undefined, true]);
  const listed = await readOpenCharters(tables, OPEN.charter.entityId);
  expect(listed.find(({ charterId }) => charterId === OPEN.charter.id)).toEqual(
    openCharterOf(OPEN.charter, OPEN.balances),
  );
});

test('sound books need no repair, and none is written', async () => {
  const told: string[] = [];
  await repairedLedger(tables, HISTORY_ENTITIES, (line) => told.push(line));
  expect(told).toEqual([]);
});

test('stored books are held against entries kept elsewhere, and what those know otherwise is named', async () => {
  const kept = (entries: readonly JournalEntry[]) => {
    const books = new Rebuilding();
    for (const entry of entries) books.add(entry);
    return books;
  };
  expect(firstDifference(await verifiedLedger(tables, HISTORY_ENTITIES, kept(HISTORY.entries)))).toBeUndefined();
  const sold = HISTORY.entries.find(({ tallies }) => tallies.some(isRevenue))!; // charters sailed
  const tallies = sold.tallies.map((tally) => (isRevenue(tally) ? { ...tally, amount: 1 } : tally));
  const entries = HISTORY.entries.map((entry) => (entry === sold ? ({ ...sold, tallies } as JournalEntry) : entry));
  const { check } = await verifiedLedger(tables, HISTORY_ENTITIES, kept(entries));
  expect(check.channelDifferences).toHaveLength(1);
  expect(check.channelDifferences[0]).toMatchObject({ entityId: sold.entityId, channelId: sold.refs.channelId });
  const lost = await verifiedLedger(tables, HISTORY_ENTITIES, kept(HISTORY.entries.slice(1)));
  expect(firstDifference(lost)).toContain(`${HISTORY.entries.length - 1} are there.`);
});

test('an entry that is gone is missed', async () => {
  const entry = HISTORY.entries.find(({ lines }) => lines.length === 0)!; // bookings have no lines
  await tables.client.send(
    new DeleteCommand({ TableName: tables.main, Key: entryKey(entry.entityId, entry.businessOn, entry.id) }),
  );
  expect(firstDifference(await verifiedLedger(tables, HISTORY_ENTITIES))).toContain(
    `The books count ${HISTORY.entries.length} entries, ${HISTORY.entries.length - 1} are there.`,
  );
});

async function addCent(Key: Key, name: string): Promise<void> {
  await tables.client.send(
    new UpdateCommand({
      TableName: tables.main,
      Key: { ...Key },
      UpdateExpression: 'ADD #name :cent',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':cent': 1 },
    }),
  );
}
