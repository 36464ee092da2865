import type { LocalDate } from '../../shared/kernel/calendar.ts';
import { CHECKPOINTS, isUnwitnessed, LAST_CHECKPOINT, unwitnessedKey } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** The last checkpoint that is on record, and the day all streams were last looked at. */
export interface LastCheckpoint {
  readonly n: number;
  readonly digest: string;
  readonly dailyOn?: LocalDate;
}

/** What a checkpoint goes on from: the one before, and the runs that closed since. */
export interface Unwitnessed {
  readonly last?: LastCheckpoint;
  readonly runKeys: readonly string[];
}

/** One query, however many runs there ever were. */
export async function readUnwitnessed(tables: Tables): Promise<Unwitnessed> {
  const items = await everyItem(tables, partitionQuery(tables.main, CHECKPOINTS));
  const last = items.find(({ sk }) => sk === LAST_CHECKPOINT.sk);
  return {
    ...(last === undefined ? {} : { last: recordIn<LastCheckpoint>(last) }),
    runKeys: items.filter(({ sk }) => isUnwitnessed(sk)).map(({ runKey }) => String(runKey)),
  };
}

/** Notes that a run has closed and stands in no checkpoint yet. */
export function unwitnessedWrite(tables: Pick<Tables, 'main'>, runKey: string): Write {
  return { Put: { TableName: tables.main, Item: { ...unwitnessedKey(runKey), runKey } } };
}

/** The writes that put a checkpoint on record behind the one it was made after, once, and the runs it covers with it. */
export function checkpointWrites(
  tables: Pick<Tables, 'main'>,
  next: LastCheckpoint,
  covered: readonly string[],
): readonly Write[] {
  const isFirst = next.n === 1;
  const put: Write = {
    Put: {
      TableName: tables.main,
      Item: { ...LAST_CHECKPOINT, ...next },
      ConditionExpression: isFirst ? 'attribute_not_exists(pk)' : 'n = :before',
      ...(isFirst ? {} : { ExpressionAttributeValues: { ':before': next.n - 1 } }),
    },
  };
  return [
    put,
    ...covered.map((runKey): Write => ({ Delete: { TableName: tables.main, Key: { ...unwitnessedKey(runKey) } } })),
  ];
}
