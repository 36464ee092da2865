import { DeleteCommand, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readCharterFile } from '../../lambda/stores/charter-store.ts';
import type { Key } from '../../lambda/stores/keys.ts';
import { balanceKey, charterBalanceKey, userEmailKey } from '../../lambda/stores/keys.ts';
import { readBalances } from '../../lambda/stores/ledger-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { listUsers, saveUser, userByEmail } from '../../lambda/stores/user-store.ts';
import { addTodaysCharter } from '../../scripts/sample/add-todays-charter.ts';
import { loadPortfolio } from '../../scripts/sample/load-portfolio.ts';
import type { Portfolio } from '../../scripts/sample/portfolio.ts';
import { monthsOfBooks } from '../../scripts/sample/portfolio.ts';
import { begunSample, loadedSample } from '../../scripts/sample/sample-marker.ts';
import { todaysCharterId } from '../../scripts/sample/todays-charter.ts';
import { verifyBooks } from '../../scripts/verify/books-check.ts';
import { monthOf, plusMonths } from '../../shared/kernel/calendar.ts';
import { canonicalJson } from '../../shared/kernel/digest.ts';
import { differences } from '../../shared/ledger/balances.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';
import { aDay, PORTFOLIO } from './a-sample.ts';

const SLOW = 120_000;
const ENTITIES = ['dc', 'delivery', 'jada', 'qdn', 'qos', 'rental'];
const MONTHS = monthsOfBooks(PORTFOLIO);
/** The same company without its charters and books, for what is not about them. */
const OFFICE: Portfolio = { ...PORTFOLIO, files: [], moneyRecords: [], entries: [], balances: [] };

let tables: Tables;
let close: () => Promise<void>;

beforeEach(async () => ({ tables, close } = await embeddedTables()), SLOW);
afterEach(() => close());

test('a loaded sample is there to the last item, says so, and its books are sound', { timeout: SLOW }, async () => {
  const told: [number, number][] = [];
  expect(await loadPortfolio(tables, PORTFOLIO, (done, total) => told.push([done, total]))).toBe('loaded');
  const [done, total] = told.at(-1) ?? [];
  expect(done).toBe(total);
  expect(await loadedSample(tables)).toEqual({ day: PORTFOLIO.day, items: total });
  expect((await everyItemText()).length).toBe((total ?? 0) + 2);

  const check = await verifyBooks(tables, ENTITIES, MONTHS);
  expect(check).toMatchObject({ isSound: true, entries: PORTFOLIO.entries.length, differences: [] });
  // Charters nobody has booked yet, in months the books do not reach, are none of theirs.
  const unbooked = PORTFOLIO.files.filter(
    ({ charter, balances }) => !MONTHS.includes(monthOf(charter.sailsOn)) && Object.keys(balances).length === 0,
  );
  expect(check.charters).toBe(PORTFOLIO.files.length - unbooked.length);

  const [file] = PORTFOLIO.files;
  expect(await readCharterFile(tables, file?.charter.id ?? '')).toMatchObject(file ?? {});
  const stored = (await Promise.all(ENTITIES.map((id) => readBalances(tables, id)))).flat();
  expect(differences(stored, PORTFOLIO.balances)).toEqual([]);
});

test('people are stored as the app stores them', async () => {
  await loadPortfolio(tables, OFFICE);
  const users = [...PORTFOLIO.users].sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(await listUsers(tables)).toEqual(users);
  const captain = await userByEmail(tables, 'captain@example.com');
  expect(captain).toEqual(users.find(({ id }) => id === 'usr_captain'));
  const renamed = await saveUser(tables, { ...captain!, name: 'Jonah M.' }, captain); // the line above found them
  expect(renamed.version).toBe(2);
});

test('a load that crashed is finished by loading the same day again', { timeout: SLOW }, async () => {
  const crash = loadPortfolio(tables, PORTFOLIO, (done) => {
    if (done > 3_000) throw new Error('the lights went out');
  });
  await expect(crash).rejects.toThrow('the lights went out');
  expect(await loadedSample(tables)).toBeUndefined();
  expect((await begunSample(tables))?.day).toEqual(PORTFOLIO.day);
  expect(await loadPortfolio(tables, PORTFOLIO)).toBe('loaded');
  expect((await verifyBooks(tables, ENTITIES, MONTHS)).isSound).toBe(true);
});

test('a sample that is there is left alone', async () => {
  await loadPortfolio(tables, OFFICE);
  await tables.client.send(new DeleteCommand({ TableName: tables.main, Key: userEmailKey('captain@example.com') }));
  const before = await everyItemText();
  expect(await loadPortfolio(tables, OFFICE)).toBe('already there');
  expect(await everyItemText()).toEqual(before);
});

test('a sample stored by another version is not added to', async () => {
  const marker = { pk: 'SAMPLE', sk: 'LOADED', day: PORTFOLIO.day, items: 1 };
  await tables.client.send(new PutCommand({ TableName: tables.main, Item: marker }));
  await expect(loadPortfolio(tables, PORTFOLIO)).rejects.toThrow('Delete the data folder and start again');
});

test('a cent too much in a month or on a charter is found', { timeout: SLOW }, async () => {
  await loadPortfolio(tables, PORTFOLIO);
  const charterId = todaysCharterId(PORTFOLIO.day);
  await addCent(balanceKey('jada', '2026-10'), 'a1010');
  await addCent(charterBalanceKey(charterId), 'a2100');
  const check = await verifyBooks(tables, ENTITIES, MONTHS);
  expect(check.isSound).toBe(false);
  expect(check.differences.map(({ month, name, left, right }) => [month, name, left - right])).toEqual([
    ['2026-10', 'a1010', 1],
  ]);
  const [found, ...more] = check.charterDifferences;
  expect(more).toEqual([]);
  expect(found).toMatchObject({ charterId, account: '2100' });
  expect((found?.storedCents ?? 0) - (found?.entriesCents ?? 0)).toBe(1);
});

test('a later day gets a charter of its own, once, and the books stay sound', { timeout: SLOW }, async () => {
  await loadPortfolio(tables, PORTFOLIO);
  const later = aDay('2026-12-03');
  expect(await addTodaysCharter(tables, later)).toBe('added');
  expect(await addTodaysCharter(tables, later)).toBe('already there');
  expect(await addTodaysCharter(tables, PORTFOLIO.day)).toBe('already there');
  expect((await readCharterFile(tables, todaysCharterId(later)))?.charter.sailsOn).toBe('2026-12-03');
  const check = await verifyBooks(tables, ENTITIES, [...new Set([...MONTHS, plusMonths('2026-11' as never, 1)])]);
  expect(check).toMatchObject({ isSound: true, entries: PORTFOLIO.entries.length + 5 });
});

async function addCent(at: Key, name: string): Promise<void> {
  await tables.client.send(
    new UpdateCommand({
      TableName: tables.main,
      Key: at,
      UpdateExpression: 'ADD #name :cent',
      ExpressionAttributeNames: { '#name': name },
      ExpressionAttributeValues: { ':cent': 1 },
    }),
  );
}

async function everyItemText(): Promise<string[]> {
  const keys: string[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new ScanCommand({ TableName: tables.main, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    keys.push(...(page.Items ?? []).map((item) => canonicalJson(item)));
    from = page.LastEvaluatedKey;
  } while (from);
  return keys.sort();
}
