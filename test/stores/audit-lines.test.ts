import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditLines, auditWrite } from '../../lambda/stores/audit-store.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { Write } from '../../lambda/stores/transaction.ts';
import { committed, storedTogether } from '../../lambda/stores/transaction.ts';
import { firstBreak } from '../../shared/kernel/audit-chain.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { EmbeddedTables } from '../support/embedded-dynamo.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';

let dynamo: EmbeddedTables;
let tables: Tables;
beforeAll(async () => {
  dynamo = await embeddedTables();
  tables = dynamo.tables;
});
afterAll(() => dynamo.close());

/** Another process: it remembers nothing of where streams end. */
const another = (): Tables => ({ ...tables, heads: new Map() });
let count = 0;
const lineOf = (stream: string, object = 'thing'): Write => {
  count += 1;
  const at = '2026-11-21T10:00:00.000Z' as Instant;
  return auditWrite({ stream, at, id: `aud_${count}`, actor: 'scc', action: 'thing.done', object, data: {} });
};
const once = (sk: string): Write => ({
  Put: { TableName: 'main', Item: { pk: 'ONCE', sk }, ConditionExpression: 'attribute_not_exists(pk)' },
});
const objects = async (stream: string) => (await auditLines(tables, stream)).map(({ object }) => object);

describe('lines of history', () => {
  it('stand behind each other in the order they were stored, whoever stored them', async () => {
    const other = another();
    await committed(tables, [lineOf('a', 'first'), lineOf('a', 'second')]);
    await committed(other, [lineOf('a', 'third')]);
    await committed(tables, [lineOf('a', 'fourth')]);
    expect(await objects('a')).toEqual(['first', 'second', 'third', 'fourth']);
    expect(firstBreak('a', await auditLines(tables, 'a'))).toBeUndefined();
  });

  it('are stored with what they record or not at all', async () => {
    expect(await committed(tables, [once('b'), lineOf('b')])).toEqual({ stored: true });
    expect(await committed(tables, [lineOf('b'), once('b')])).toEqual({ stored: false, unmet: [1] });
    expect(await objects('b')).toHaveLength(1);
  });

  it('never fork and lose nothing: 32 writers, 30 lines each, every one a process of its own', async () => {
    const writers = Array.from({ length: 32 }, another);
    await Promise.all(
      writers.map(async (own, w) => {
        for (let n = 0; n < 30; n += 1) await committed(own, [lineOf('c', `${w}.${n}`)]);
      }),
    );
    const lines = await auditLines(tables, 'c');
    expect(lines).toHaveLength(960);
    expect(new Set(lines.map(({ object }) => object)).size).toBe(960);
    expect(firstBreak('c', lines)).toBeUndefined();
  }, 120_000);

  it('written by an attempt whose reply was lost are known as our own, and stand once', async () => {
    const deaf: Tables = { ...another(), client: repeating(tables.client) };
    expect(await storedTogether(deaf, [once('d'), lineOf('d', 'heard twice')])).toEqual({ stored: true });
    expect(await objects('d')).toEqual(['heard twice']);
  });
});

/** A client whose every transaction reaches the service twice, as a retry after a lost reply does. */
function repeating(client: Tables['client']): Tables['client'] {
  const send = async (command: unknown) => {
    if (command instanceof TransactWriteCommand) await client.send(command);
    return client.send(command as TransactWriteCommand);
  };
  return Object.assign(Object.create(client) as Tables['client'], { send });
}
