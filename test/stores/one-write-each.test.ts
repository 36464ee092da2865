import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { oneWriteEach } from '../../lambda/stores/one-write-each.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { storedTogether } from '../../lambda/stores/transaction.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

let tables: Tables;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ tables, close } = await embeddedTables());
});
afterAll(() => close());

const Key = { pk: 'SUBJECT#1', sk: 'BALANCE' };
const add = (name: string, by: number): Write => ({
  Update: {
    TableName: 'main',
    Key,
    UpdateExpression: 'ADD #name :by',
    ExpressionAttributeNames: { '#name': name },
    ExpressionAttributeValues: { ':by': by },
  },
});
const seenAt = (n: number): Write => ({
  ConditionCheck: {
    TableName: 'main',
    Key,
    ConditionExpression: 'n = :by',
    ExpressionAttributeValues: { ':by': n },
  },
});
const said: Write = {
  Update: {
    TableName: 'main',
    Key,
    UpdateExpression: 'SET said = :by',
    ExpressionAttributeValues: { ':by': 'so' },
  },
};
const other: Write = { Put: { TableName: 'main', Item: { pk: 'SUBJECT#2', sk: 'BALANCE' } } };

beforeEach(async () => {
  await storedTogether(tables, [{ Put: { TableName: 'main', Item: { ...Key, n: 3, a2100: -50 } } }]);
});

async function stored() {
  return (await tables.client.send(new GetCommand({ TableName: 'main', Key, ConsistentRead: true }))).Item;
}

test('what several writes add to one item, set in it and ask of it happens at once', async () => {
  const writes = oneWriteEach([add('a2100', 50), other, seenAt(3), add('a4010', -50), said]);
  expect(writes).toHaveLength(2);
  expect(await storedTogether(tables, writes)).toEqual({ stored: true });
  expect(await stored()).toEqual({ ...Key, n: 3, a2100: 0, a4010: -50, said: 'so' });
});

test('what one of them asks binds them all, and is told by the place of the first', async () => {
  const writes = oneWriteEach([other, add('a2100', 50), said, seenAt(4)]);
  expect(await storedTogether(tables, writes)).toEqual({ stored: false, unmet: [1] });
  expect(await stored()).toEqual({ ...Key, n: 3, a2100: -50 });
});

test('two looks at an item are one look, and writes of different items are left as they are', async () => {
  expect(await storedTogether(tables, oneWriteEach([seenAt(3), seenAt(3)]))).toEqual({ stored: true });
  expect(await storedTogether(tables, oneWriteEach([seenAt(3), seenAt(4)]))).toEqual({ stored: false, unmet: [0] });
  expect(oneWriteEach([add('a2100', 1), other])).toEqual([add('a2100', 1), other]);
});

test('an item is not replaced and touched besides', () => {
  const replaced: Write = { Put: { TableName: 'main', Item: { ...Key } } };
  expect(() => oneWriteEach([replaced, said])).toThrow(RangeError);
});
