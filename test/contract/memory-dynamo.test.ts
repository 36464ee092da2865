import { GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableDefinitions } from '../../lambda/stores/tables.ts';
import type { Command } from '../faults/world/memory-dynamo.ts';
import { MemoryDynamo } from '../faults/world/memory-dynamo.ts';
import type { EmbeddedTables } from '../support/embedded-dynamo.ts';
import { embeddedTables } from '../support/embedded-dynamo.ts';
import { commandSequence } from './random-commands.ts';

/** The DynamoDB in memory that the simulations run on answers like the one over HTTP, command for command. */

let embedded: EmbeddedTables;
beforeAll(async () => {
  embedded = await embeddedTables();
}, 60_000);
afterAll(() => embedded.close());

/** What a command was answered, with everything a store looks at. */
async function answerOf(send: () => unknown): Promise<unknown> {
  try {
    const {
      $metadata: _metadata,
      ConsumedCapacity: _used,
      ScannedCount: _scanned,
      ...answer
    } = (await send()) as Record<string, unknown>;
    return answer;
  } catch (error) {
    const { name, CancellationReasons, Item } = error as Record<string, unknown>;
    const reasons = (CancellationReasons as readonly { Code?: string; Item?: unknown }[] | undefined)?.map(
      ({ Code, Item: item }) => ({ Code, Item: item }),
    );
    return { name, reasons, Item };
  }
}

async function sameAnswers(commands: readonly Command[]): Promise<void> {
  const memory = new MemoryDynamo(tableDefinitions('main', 'audit'));
  for (const [i, command] of commands.entries()) {
    const there = await answerOf(() => embedded.tables.client.send(command as GetCommand));
    const here = await answerOf(async () => memory.perform(command));
    expect(here, `command ${i}: ${command.constructor.name} ${JSON.stringify(command.input)}`).toEqual(there);
  }
}

const at = (partition: string, sk = 'META') => ({ TableName: 'main', Key: { pk: partition, sk } });
const put = (Item: object, more: object = {}) =>
  new PutCommand({ TableName: 'main', Item: Item as Record<string, unknown>, ...more });

describe('the DynamoDB in memory and the embedded one answer alike', () => {
  it('to conditions on what is there and what is not', async () => {
    const conditions = [
      ['attribute_not_exists(pk)'],
      ['attribute_exists(pk) AND attribute_not_exists(withdrawn)'],
      ['#state IN (:a, :b) AND attemptId = :mine', { ':a': 'ready', ':b': 'sending', ':mine': 'x' }],
      ['attribute_not_exists(n) OR n < :limit', { ':limit': 3 }],
      ['NOT (n >= :limit OR begins_with(attemptId, :x))', { ':limit': 3, ':x': 'x' }],
      ['n BETWEEN :low AND :high', { ':low': 1, ':high': 2 }],
      ['lacking <> :limit', { ':limit': 3 }],
      ['lacking = :limit', { ':limit': 3 }],
      ['attemptId < :limit', { ':limit': 3 }],
      ['size(attemptId) > :limit', { ':limit': 0 }],
      ['parties.#to = :a', { ':a': 'ready' }],
    ] as const;
    const commands = conditions.flatMap(([ConditionExpression, values], i) => {
      const names = {
        ...(ConditionExpression.includes('#state') ? { '#state': 'state' } : {}),
        ...(ConditionExpression.includes('#to') ? { '#to': 'to' } : {}),
      };
      const given = {
        ConditionExpression,
        ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
        ...(values ? { ExpressionAttributeValues: values } : {}),
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
      };
      const held = { pk: `CONDITION#${i}`, sk: 'META', state: 'ready', attemptId: 'x', n: 2, parties: { to: 'ready' } };
      return [put(held, given), put(held), put({ ...held, again: true }, given), new GetCommand(at(held.pk))];
    });
    await sameAnswers(commands);
  });

  it('to every kind of change, and to what it returns', async () => {
    const update = (UpdateExpression: string, values: object, more: object = {}) =>
      new UpdateCommand({
        ...at('UPDATE#1'),
        UpdateExpression,
        ExpressionAttributeValues: values as Record<string, unknown>,
        ...more,
      });
    await sameAnswers([
      update('ADD n :one', { ':one': 1 }, { ReturnValues: 'UPDATED_NEW' }),
      update('ADD n :one, m :two SET exp = :exp', { ':one': -3, ':two': 2, ':exp': 9 }, { ReturnValues: 'ALL_NEW' }),
      update('SET revokedAt = if_not_exists(revokedAt, :at)', { ':at': 'first' }),
      update(
        'SET revokedAt = if_not_exists(revokedAt, :at), grown = n + :at2',
        { ':at': 'second', ':at2': 5 },
        { ReturnValues: 'ALL_NEW' },
      ),
      update(
        'SET n = :n',
        { ':n': 1 },
        { ConditionExpression: 'n > :n', ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      ),
      update('SET joined = list_append(if_not_exists(joined, :none), :more)', { ':none': [], ':more': ['a'] }),
      update(
        'SET joined = list_append(if_not_exists(joined, :none), :more)',
        { ':none': [], ':more': ['b', 'a'] },
        { ReturnValues: 'ALL_NEW' },
      ),
      new UpdateCommand({ ...at('UPDATE#1'), UpdateExpression: 'REMOVE revokedAt, m', ReturnValues: 'ALL_OLD' }),
      new GetCommand({ ...at('UPDATE#1'), ConsistentRead: true }),
    ]);
  });

  it('to queries of a partition and of an index, forwards and backwards, page by page', async () => {
    const items = ['a', 'b', 'ba', 'c', 'é'].map((sk, i) => ({
      pk: 'QUERY',
      sk,
      duePk: 'DUE',
      dueAt: i % 2 === 0 ? '1' : '2',
      i,
    }));
    const query = (text: string, values: object, more: object = {}) =>
      new QueryCommand({
        TableName: 'main',
        KeyConditionExpression: text,
        ExpressionAttributeValues: values as Record<string, unknown>,
        ...more,
      });
    const [pk, due] = [{ ':pk': 'QUERY' }, { ':due': 'DUE' }];
    await sameAnswers([
      ...items.map((item) => put(item)),
      query('pk = :pk', pk, { ConsistentRead: true }),
      query('pk = :pk AND begins_with(sk, :b)', { ...pk, ':b': 'b' }),
      query('pk = :pk AND sk BETWEEN :a AND :z', { ...pk, ':a': 'b', ':z': 'c' }, { ScanIndexForward: false }),
      query('pk = :pk AND sk < :c', { ...pk, ':c': 'c' }, { Limit: 2 }),
      query('pk = :pk', pk, { Limit: 2, ExclusiveStartKey: { pk: 'QUERY', sk: 'b' } }),
      query('pk = :pk', pk, { Limit: 5 }),
      query('duePk = :due AND dueAt <= :now', { ...due, ':now': '1' }, { IndexName: 'due' }),
      query('duePk = :due AND dueAt > :now', { ...due, ':now': '1' }, { IndexName: 'due', ScanIndexForward: false }),
    ]);
  });

  it('to transactions that hold, and to those that do not', async () => {
    const item = { pk: 'TX', sk: 'META', version: 1 };
    const fresh = {
      TableName: 'main',
      Item: item,
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    };
    const counted = { ...at('TX', 'COUNT'), UpdateExpression: 'ADD n :one', ExpressionAttributeValues: { ':one': 1 } };
    const seen = { ...at('TX'), ConditionExpression: 'version = :v', ExpressionAttributeValues: { ':v': 1 } };
    const transaction = (...TransactItems: NonNullable<TransactWriteCommand['input']['TransactItems']>) =>
      new TransactWriteCommand({ TransactItems });
    await sameAnswers([
      transaction({ Put: fresh }, { Update: counted }),
      transaction({ Put: fresh }, { Update: counted }),
      transaction({ ConditionCheck: seen }, { Update: counted }),
      transaction({ Update: counted }, { Update: counted }),
      transaction({
        Delete: { ...at('TX', 'COUNT'), ConditionExpression: 'n = :v', ExpressionAttributeValues: { ':v': 2 } },
      }),
      new GetCommand(at('TX', 'COUNT')),
      new GetCommand(at('TX')),
    ]);
  });

  it('to any sequence of the commands the stores send', async () => {
    let sequence = 0;
    await fc.assert(
      fc.asyncProperty(commandSequence(), async (build) => {
        sequence += 1;
        await sameAnswers(build(`R${sequence}`));
      }),
      { numRuns: 60, seed: 20261121 },
    );
  });
});
