import { afterAll, beforeAll, expect, test } from 'vitest';
import { entityRegisters, readOpenItems, registerWrite } from '../../lambda/stores/register-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import { mustCommit } from '../../lambda/stores/transaction.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

let tables: Tables;
let close: () => Promise<void>;
beforeAll(async () => ({ tables, close } = await embeddedTables()), 60_000);
afterAll(() => close());

const invoice = { id: 'inv_1', entityId: 'jada', number: 'A-1', status: 'open', version: 1 };

test('an invoice is read by reports until it is paid, and never with the other registers', async () => {
  await mustCommit(tables, [registerWrite(tables, 'invoice', invoice)], 'twice');
  expect((await readOpenItems(tables, 'jada')).invoice).toEqual([invoice]);
  expect((await readOpenItems(tables, 'qos')).invoice).toBeUndefined();
  expect(await entityRegisters(tables, 'jada')).toEqual({});
  await mustCommit(
    tables,
    [registerWrite(tables, 'invoice', { ...invoice, status: 'paid', version: 2 } as never)],
    'late',
  );
  expect(await readOpenItems(tables, 'jada')).toEqual({});
});

test('a bank line leaves when it is matched, a question about an expense when it is answered', async () => {
  const line = { id: 'bnk_1', entityId: 'jada', version: 1 };
  const question = { id: 'que_1', entityId: 'jada', version: 1 };
  await mustCommit(
    tables,
    [registerWrite(tables, 'bank-line', line), registerWrite(tables, 'expense-question', question)],
    'twice',
  );
  expect(Object.keys(await readOpenItems(tables, 'jada')).sort()).toEqual(['bank-line', 'expense-question']);
  const matched = { ...line, matchedEntryId: 'je_1', version: 2 };
  const answered = { ...question, answeredOn: '2026-11-21', version: 2 };
  await mustCommit(
    tables,
    [registerWrite(tables, 'bank-line', matched), registerWrite(tables, 'expense-question', answered)],
    'late',
  );
  expect(await readOpenItems(tables, 'jada')).toEqual({});
});
