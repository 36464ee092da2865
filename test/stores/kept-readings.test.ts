import { afterAll, beforeAll, expect, test } from 'vitest';
import { quarterName, quarterOf, readHead, readHeads } from '../../lambda/stores/books-head.ts';
import type { Key } from '../../lambda/stores/keys.ts';
import { balanceKey, booksKey } from '../../lambda/stores/keys.ts';
import { readBalances, readBooks } from '../../lambda/stores/ledger-store.ts';
import { postingWrites } from '../../lambda/stores/posting-writes.ts';
import { entityRegisters, keptRegisters, registerRemoval, registerWrite } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { mustCommit, storedTogether } from '../../lambda/stores/transaction.ts';
import { repairedLedger } from '../../scripts/verify/ledger-verification.ts';
import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { differences, rebuiltBalances } from '../../shared/ledger/balances.ts';
import { postingOf } from '../../shared/ledger/posting.ts';
import type { MonthBalances } from '../../shared/records/journal.ts';
import { aHistory } from '../ledger/a-history.ts';
import { HISTORY_ENTITIES } from '../ledger/history-dice.ts';
import { requestsDuring } from '../support/capacity.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

const HISTORY = aHistory(3);
/** A day on which every month of the history is long settled. */
const LATER = '2031-05-05' as LocalDate;

let tables: Tables;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ tables, close } = await embeddedTables());
});
afterAll(() => close());

const commit = (...writes: Write[]) => mustCommit(tables, writes, 'somebody else writes here');
const asset = (id: string, version: number) => ({ id, version, entityId: 'jada', name: `boat ${version}` });
const registers = async () => keptRegisters(tables, await readHead(tables, 'jada'));

test('registers are what they are after every change, and are read whole once for each', async () => {
  const changes: readonly Write[] = [
    registerWrite(tables, 'asset', asset('ast_1', 1)),
    registerWrite(tables, 'asset', asset('ast_2', 1)),
    registerWrite(tables, 'asset', asset('ast_1', 2)),
    registerRemoval(tables, 'asset', asset('ast_2', 1)),
  ];
  for (const change of changes) {
    await commit(change);
    expect(await registers()).toEqual(await entityRegisters(tables, 'jada'));
    const again = await requestsDuring(tables, registers);
    expect(again.map(({ command, keys }) => `${command} ${keys}`)).toEqual([
      'GetItemCommand BOOKS',
      'GetItemCommand KEPT',
    ]);
  }
  expect(await registers()).toEqual({ asset: [asset('ast_1', 2)] });
});

test('registers of somebody who never counted their changes are not kept', async () => {
  const uncounted = registerWrite(tables, 'asset', { id: 'ast_9', version: 1, entityId: 'qos' });
  const read = async () => keptRegisters(tables, await readHead(tables, 'qos'));
  expect(await read()).toEqual({});
  await storedTogether(tables, [uncounted]);
  expect(await read()).toEqual({ asset: [{ id: 'ast_9', version: 1, entityId: 'qos' }] });
});

test('settled months are what they are after every entry, however late it comes', async () => {
  for (const [i, entry] of HISTORY.entries.entries()) {
    await commit(...postingWrites(tables, [postingOf(entry)]));
    if (i % 40 === 0) await expectSame();
  }
  await expectSame();
  const again = await requestsDuring(tables, booksNow);
  expect(again.filter(({ keys }) => keys === 'KEPT').length).toBe(HISTORY_ENTITIES.length);
  expect(again.filter(({ keys }) => keys === 'BALANCE').map(({ readUnits }) => readUnits)).toEqual(
    HISTORY_ENTITIES.map(() => 1), // the months still moving: none
  );
});

test('a repair is seen by whoever had kept what was wrong', async () => {
  const [month] = HISTORY.held.months;
  const { entityId, month: of } = month!; // the history has months
  const added = (key: Key, name: string): Write => ({
    Update: {
      TableName: tables.main,
      Key: { ...key },
      UpdateExpression: 'ADD #name :one',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':one': 1 },
    },
  });
  await storedTogether(tables, [
    added(balanceKey(entityId, of), 'a1010'),
    added(booksKey(entityId), quarterName(quarterOf(of))),
  ]);
  const right = rebuiltBalances(HISTORY.entries);
  expect(differences(await booksNow(), right).map(({ name, left, right: said }) => [name, left - said])).toEqual([
    ['a1010', 1],
  ]);
  await repairedLedger(tables, HISTORY_ENTITIES, () => undefined);
  expect(differences(await booksNow(), right)).toEqual([]);
});

async function booksNow(): Promise<MonthBalances[]> {
  return readBooks(tables, HISTORY_ENTITIES, await readHeads(tables), LATER);
}

async function expectSame(): Promise<void> {
  const whole = (await Promise.all(HISTORY_ENTITIES.map((id) => readBalances(tables, id)))).flat();
  expect(sorted(await booksNow())).toEqual(sorted(whole));
}

function sorted(balances: readonly MonthBalances[]): MonthBalances[] {
  return [...balances].sort((a, b) => (a.entityId + a.month < b.entityId + b.month ? -1 : 1));
}
