import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreparedDashboard } from '../../lambda/stores/dashboard-store.ts';
import { nextTicket, readPrepared, savePrepared } from '../../lambda/stores/dashboard-store.ts';
import { registerKey } from '../../lambda/stores/keys.ts';
import { entitiesMoved, noteFollowed, readMoved } from '../../lambda/stores/moved-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { committed } from '../../lambda/stores/transaction.ts';
import type { EmbeddedTables } from '../support/embedded-dynamo.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

let embedded: EmbeddedTables;
let told: string[][] = [];
let tables: Tables;

beforeAll(async () => {
  embedded = await embeddedTables();
  tables = {
    ...embedded.tables,
    whenMoved: async (ids) => {
      told.push([...ids]);
    },
  };
});
afterAll(() => embedded.close());

const put = (Item: Record<string, unknown>, table = 'main'): Write => ({
  Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' },
});

describe('which entities a change moves', () => {
  test.each([
    ['a journal entry', put({ pk: 'LEDGER#jada#2026-11', sk: '2026-11-21#e1' }), ['jada']],
    ['a record of an entity', put({ pk: 'REGISTER#qos', sk: 'target#t1' }), ['qos']],
    ['a record of the company', put({ pk: 'REGISTER#company', sk: 'channel#c1' }), ['company']],
    ['a lead', put({ ...registerKey('lead', 'jada', 'l1') }), ['jada']],
    ['an invoice', put({ ...registerKey('invoice', 'dc', 'i1') }), ['dc']],
    ['a line of a bank statement', put({ ...registerKey('bank-line', 'qos', 'b1') }), ['qos']],
    [
      'a stay that is struck out',
      { Delete: { TableName: 'main', Key: registerKey('stay', 'rental', 's1') } },
      ['rental'],
    ],
    ['a charter', put({ pk: 'CHARTER#c1', sk: 'META', entityId: 'jada' }), ['jada']],
    [
      'a charter that is settled',
      { Delete: { TableName: 'main', Key: { pk: 'OPENCHARTERS#qos', sk: 'c1' } } },
      ['qos'],
    ],
    ['a ticked checklist', put({ pk: 'CHARTER#c1', sk: 'CHECK#i1' }), []],
    ['a session', put({ pk: 'SID#s1', sk: 'T' }), []],
    ['a report run', put({ pk: 'RUN#r1', sk: 'META' }), []],
    ['an audit line', put({ pk: 'LEDGER#jada#2026-11', sk: 'x' }, 'audit'), []],
  ] as const)('%s', (_, write, entities) => {
    expect(entitiesMoved(embedded.tables, [write as Write])).toEqual(entities);
  });

  test('is said once each, whatever the number of writes', () => {
    const writes = ['e1', 'e2', 'e3'].map((sk) => put({ pk: `LEDGER#${sk === 'e3' ? 'qos' : 'jada'}#2026-11`, sk }));
    expect(entitiesMoved(embedded.tables, writes)).toEqual(['jada', 'qos']);
  });
});

describe('a change and the note that figures are behind', () => {
  test('are stored together, and whoever prepares figures is told after it', async () => {
    told = [];
    expect(await committed(tables, [put({ pk: 'REGISTER#jada', sk: 'asset#1' })])).toEqual({ stored: true });
    expect(await readMoved(tables)).toEqual([{ entityId: 'jada', count: 1 }]);
    expect(told).toEqual([['jada']]);
  });

  test('a change that is refused leaves no note and tells nobody', async () => {
    told = [];
    const before = await readMoved(tables);
    expect(await committed(tables, [put({ pk: 'REGISTER#jada', sk: 'asset#1' })])).toEqual({
      stored: false,
      unmet: [0],
    });
    expect([await readMoved(tables), told]).toEqual([before, []]);
  });

  test('a move that came while figures were prepared stays noted', async () => {
    const seen = await readMoved(tables);
    await committed(tables, [put({ pk: 'REGISTER#jada', sk: 'asset#2' })]);
    await noteFollowed(tables, seen);
    expect(await readMoved(tables)).toEqual([{ entityId: 'jada', count: 2 }]);
    await noteFollowed(tables, await readMoved(tables));
    expect(await readMoved(tables)).toEqual([]);
  });

  test('a slow preparation does not undo what a later one noted', async () => {
    const late = [{ entityId: 'jada', count: 1 }];
    await noteFollowed(tables, late);
    expect(await readMoved(tables)).toEqual([]);
  });
});

describe('preparations at once', () => {
  const made = (ticket: number): PreparedDashboard =>
    ({
      set: 'jada',
      ticket,
      takenAt: '2026-11-21T20:00:00.000Z',
      day: '2026-11-21',
      edition: '1',
      body: Buffer.from(String(ticket)),
    }) as unknown as PreparedDashboard;

  test('take numbers of which no two are the same', async () => {
    const tickets = await Promise.all(Array.from({ length: 30 }, () => nextTicket(tables)));
    expect(new Set(tickets).size).toBe(30);
  });

  test('whatever order they end in, the one that read last stays', async () => {
    const order = [7, 3, 12, 1, 9, 11, 2];
    await Promise.all(order.map((ticket) => savePrepared(tables, made(ticket), Buffer.from('r'))));
    expect((await readPrepared(tables, 'jada'))?.ticket).toBe(12);
    expect(await savePrepared(tables, made(12), Buffer.from('r'))).toBe(false);
    expect(await savePrepared(tables, made(13), Buffer.from('r'))).toBe(true);
  });
});
