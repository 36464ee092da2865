import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import { monthOf } from '../../shared/kernel/calendar.ts';
import type { Completion, Run } from '../../shared/reports/run.ts';
import type { Delivery } from '../../shared/reports/sending/delivery.ts';
import { DUE_PARTITION, deliveryKey, runKey, runsOfMonth } from './keys.ts';
import { everyItem, indexQuery, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH, DUE } from './tables.ts';
import type { Write } from './transaction.ts';

export async function readRun(tables: Tables, key: string): Promise<Run | undefined> {
  const found = await tables.client.send(
    new GetCommand({ TableName: tables.main, Key: runKey(key), ConsistentRead: true }),
  );
  return found.Item ? recordIn<Run>(found.Item) : undefined;
}

/** Every delivery of a run, by id. */
export async function readDeliveries(tables: Tables, key: string): Promise<Delivery[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, runKey(key).pk, 'DLV#'));
  return items.map((item) => recordIn<Delivery>(item));
}

export async function readDelivery(tables: Tables, key: string, deliveryId: string): Promise<Delivery | undefined> {
  const found = await tables.client.send(
    new GetCommand({ TableName: tables.main, Key: deliveryKey(key, deliveryId), ConsistentRead: true }),
  );
  return found.Item ? recordIn<Delivery>(found.Item) : undefined;
}

/** The runs of a month, newest first: those that are over, and those that still have something to do. */
export async function runsIn(tables: Tables, month: Month): Promise<Run[]> {
  const [over, due] = await Promise.all([
    everyItem(tables, indexQuery(tables.main, BY_MONTH, 'monthPk', runsOfMonth(month))),
    everyItem(tables, indexQuery(tables.main, DUE, 'duePk', DUE_PARTITION)),
  ]);
  const runs = [...due, ...over].map((item) => recordIn<Run>(item)).filter((run) => monthOf(run.archivedOn) === month);
  const newest = (run: Run) => `${run.createdAt}#${run.key}`;
  return [...new Map(runs.map((run) => [run.key, run])).values()].sort((a, b) => (newest(a) > newest(b) ? -1 : 1));
}

/** Every run that is not over, however far ahead it is due. */
export async function openRuns(tables: Tables): Promise<Run[]> {
  const items = await everyItem(tables, indexQuery(tables.main, DUE, 'duePk', DUE_PARTITION));
  return items.map((item) => recordIn<Run>(item));
}

/** Keys of the runs that still have something to do at an instant, the longest waiting first. */
export async function dueRunKeys(tables: Tables, now: Instant): Promise<string[]> {
  const items = await everyItem(tables, {
    TableName: tables.main,
    IndexName: DUE,
    KeyConditionExpression: 'duePk = :due AND dueAt <= :now',
    ExpressionAttributeValues: { ':due': DUE_PARTITION, ':now': now },
  });
  return items.map((item) => String(item['key']));
}

/** The write that creates a run, once: a second attempt finds the first. */
export function newRunWrite(tables: Tables, run: Run): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: runItem(run),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

/**
 * The write by which a completion joins a run, which the first to join creates. Nobody reads it first: whoever joins at the
 * same time joins too. Its condition is unmet once the run is closed to more.
 */
export function joinWrite(tables: Tables, run: Run, completion: Completion): Write {
  const { key, version, ...fresh } = run;
  const { pk, sk } = runKey(key);
  const begun = { ...fresh, key, duePk: DUE_PARTITION, dueAt: run.joiningUntil };
  const names = Object.keys(begun);
  return {
    Update: {
      TableName: tables.main,
      Key: { pk, sk },
      UpdateExpression: [
        `SET ${names.map((_, i) => `#f${i} = if_not_exists(#f${i}, :f${i})`).join(', ')}`,
        '#joined = list_append(if_not_exists(#joined, :none), :one)',
        '#version = if_not_exists(#version, :zero) + :step',
      ].join(', '),
      ConditionExpression: 'attribute_not_exists(pk) OR attribute_exists(joiningUntil)',
      ExpressionAttributeNames: {
        ...Object.fromEntries(names.map((name, i) => [`#f${i}`, name])),
        '#joined': 'joined',
        '#version': 'version',
      },
      ExpressionAttributeValues: {
        ...Object.fromEntries(Object.values(begun).map((value, i) => [`:f${i}`, value])),
        ':none': [],
        ':one': [completion],
        ':zero': 0,
        ':step': version,
      },
    },
  };
}

/** The write that stores a changed run over the version it was read at; the stored version is one higher. */
export function runWrite(tables: Tables, run: Run, dueAt?: Instant): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: runItem({ ...run, version: run.version + 1 }, dueAt),
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': run.version },
    },
  };
}

/** The write that creates a delivery, once. */
export function newDeliveryWrite(tables: Tables, delivery: Delivery): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...delivery, ...deliveryKey(delivery.runKey, delivery.id) },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

/** Stores what comes with it only while a delivery is as it was read. */
export function deliveryCheck(tables: Tables, read: Delivery): Write {
  return {
    ConditionCheck: {
      TableName: tables.main,
      Key: deliveryKey(read.runKey, read.id),
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': read.version },
    },
  };
}

/** The write that moves a delivery on from the version it was read at; the stored version is one higher. */
export function deliveryWrite(tables: Tables, next: Delivery): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...next, ...deliveryKey(next.runKey, next.id), version: next.version + 1 },
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': next.version },
    },
  };
}

/** A run is found as due while there is something to do, and by its month once it is over: never paid for twice. */
function runItem(run: Run, dueAt?: Instant): Record<string, unknown> {
  const isDue = run.state === 'pending' || run.state === 'snapshotted';
  return {
    ...run,
    ...runKey(run.key),
    ...(isDue
      ? { duePk: DUE_PARTITION, dueAt: dueAt ?? run.createdAt }
      : { monthPk: runsOfMonth(monthOf(run.archivedOn)), monthSk: `${run.createdAt}#${run.key}` }),
  };
}
