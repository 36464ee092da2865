import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import type { Command } from '../faults/world/memory-dynamo.ts';

/** Sequences of the commands the stores send, over a handful of items, so that conditions fail as often as they hold. */

/** A sequence, built for a partition that nobody else writes to. */
export function commandSequence(): fc.Arbitrary<(partition: string) => readonly Command[]> {
  return fc
    .array(oneCommand(), { minLength: 5, maxLength: 25 })
    .map((builders) => (partition: string) => builders.map((build) => build(partition)));
}

type Build = (partition: string) => Command;

const NUMBER = fc.integer({ min: -3, max: 3 });
const SORT = fc.constantFrom('META', 'DLV#1', 'DLV#2', 'x');
const STATE = fc.constantFrom('ready', 'sending', 'accepted');

function oneCommand(): fc.Arbitrary<Build> {
  const write = oneWrite();
  return fc.oneof(
    SORT.map(
      (sk): Build =>
        (pk) =>
          new GetCommand({ TableName: 'main', Key: { pk, sk }, ConsistentRead: true }),
    ),
    write.map(
      (of): Build =>
        (pk) => {
          const { Put, Update, Delete } = of(pk);
          if (Put) return new PutCommand(Put);
          return Update ? new UpdateCommand({ ...Update, ReturnValues: 'ALL_NEW' }) : new DeleteCommand(Delete!); // one of the three is there
        },
    ),
    fc.uniqueArray(fc.tuple(SORT, write), { minLength: 1, maxLength: 3, selector: ([sk]) => sk }).map(
      (of): Build =>
        (pk) =>
          new TransactWriteCommand({ TransactItems: of.map(([sk, build]) => build(pk, sk)) }),
    ),
    fc
      .record({
        start: fc.constantFrom('', 'DLV'),
        backwards: fc.boolean(),
        limit: fc.option(fc.integer({ min: 1, max: 3 })),
      })
      .map(
        ({ start, backwards, limit }): Build =>
          (pk) =>
            new QueryCommand({
              TableName: 'main',
              KeyConditionExpression: start === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :start)',
              ExpressionAttributeValues: { ':pk': pk, ...(start === '' ? {} : { ':start': start }) },
              ScanIndexForward: !backwards,
              ...(limit === null ? {} : { Limit: limit }),
            }),
      ),
  );
}

type WriteItem = NonNullable<TransactWriteCommand['input']['TransactItems']>[number];
type BuildWrite = (pk: string, sk?: string) => WriteItem;

function oneWrite(): fc.Arbitrary<BuildWrite> {
  const kinds = fc.constantFrom('put', 'add', 'set', 'delete');
  return fc.record({ kind: kinds, own: SORT, state: STATE, n: NUMBER, when: oneCondition() }).map(
    ({ kind, own, state, n, when }): BuildWrite =>
      (pk, sk = own) => {
        const TableName = 'main';
        const [condition, read] = when;
        const shared = {
          ...(condition === undefined ? {} : { ConditionExpression: condition }),
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
        };
        const values = (more: object) => {
          const all = { ...(condition === undefined ? {} : read), ...more };
          return Object.keys(all).length === 0 ? {} : { ExpressionAttributeValues: all };
        };
        const Key = { pk, sk };
        switch (kind) {
          case 'put':
            return {
              Put: { TableName, Item: { ...Key, stage: state, n, parts: { place: state } }, ...shared, ...values({}) },
            };
          case 'add':
            return { Update: { TableName, Key, UpdateExpression: 'ADD n :by', ...shared, ...values({ ':by': n }) } };
          case 'set':
            return {
              Update: { TableName, Key, UpdateExpression: 'SET stage = :to', ...shared, ...values({ ':to': state }) },
            };
          default:
            return { Delete: { TableName, Key, ...shared, ...values({}) } };
        }
      },
  );
}

function oneCondition(): fc.Arbitrary<readonly [string | undefined, object]> {
  return fc.oneof(
    fc.constant([undefined, {}] as const),
    fc.constant(['attribute_not_exists(pk)', {}] as const),
    fc.constant(['attribute_exists(pk)', {}] as const),
    NUMBER.map((n) => ['n = :n', { ':n': n }] as const),
    NUMBER.map((n) => ['attribute_not_exists(n) OR n < :n', { ':n': n }] as const),
    STATE.map((state) => ['stage IN (:s, :other)', { ':s': state, ':other': 'held' }] as const),
    STATE.map((state) => ['parts.place <> :s', { ':s': state }] as const),
  );
}
