import { monthOf } from '../../shared/kernel/calendar.ts';
import { movesAccounts } from '../../shared/ledger/closing.ts';
import type { MonthDelta, Posting } from '../../shared/ledger/posting.ts';
import { accountName } from '../../shared/ledger/posting.ts';
import { balancePlace } from './balance-items.ts';
import { quarterName, quarterOf } from './books-head.ts';
import { entryItem } from './entry-items.ts';
import type { Key } from './keys.ts';
import { booksKey, charterBalanceKey, subjectBalanceKey } from './keys.ts';
import type { StoredSubject } from './subject-store.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/**
 * Everything some economic events write together: each entry, once; the month balances they move; the balances of the
 * charters and other subjects they are about; and, per entity, the version that tells readers the books moved. Repeating
 * it fails on the entries and changes nothing; so does an entry in a month that is closed by then.
 */
export function postingWrites(
  tables: Tables,
  postings: readonly Posting[],
  subjects: readonly StoredSubject[] = [],
): Write[] {
  return [
    ...postings.map(
      ({ entry }): Write => ({
        Put: {
          TableName: tables.main,
          Item: entryItem(entry),
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      }),
    ),
    ...added(postings.flatMap(({ monthDeltas }) => monthDeltas.flatMap(additionsOf))).map(({ key, deltas }) =>
      addWrite(tables, key, deltas),
    ),
    ...entitiesOf(postings).map((entityId) => booksMovedWrite(tables, entityId, postings)),
    ...added(
      postings.flatMap(({ charterDeltas }) =>
        charterDeltas
          ? [{ key: charterBalanceKey(charterDeltas.charterId), deltas: byName(charterDeltas.deltas) }]
          : [],
      ),
    ).map(({ key, deltas }) => addWrite(tables, key, deltas)),
    ...subjectWrites(tables, postings, subjects),
  ];
}

interface Added {
  readonly key: Key;
  readonly deltas: Readonly<Record<string, number>>;
}

/** What a group's deltas add to which items. */
function additionsOf({ entityId, month, group, deltas }: MonthDelta): Added[] {
  return Object.entries(deltas).map(([figure, by]) => {
    const { key, name } = balancePlace(entityId, month, group, figure);
    return { key, deltas: { [name]: by } };
  });
}

/** One addition per item, because a transaction may touch an item once; what adds up to nothing is left out. */
function added(additions: readonly Added[]): Added[] {
  const byKey = new Map<string, { key: Key; deltas: Record<string, number> }>();
  for (const { key, deltas } of additions) {
    const sum = byKey.get(`${key.pk} ${key.sk}`) ?? { key, deltas: {} };
    for (const [name, by] of Object.entries(deltas)) sum.deltas[name] = (sum.deltas[name] ?? 0) + by;
    byKey.set(`${key.pk} ${key.sk}`, sum);
  }
  return [...byKey.values()].flatMap(({ key, deltas }) => {
    const moved = Object.entries(deltas).filter(([, by]) => by !== 0);
    return moved.length === 0 ? [] : [{ key, deltas: Object.fromEntries(moved) }];
  });
}

/** Account balances as attributes: a name must not begin with a digit to be added to without ceremony. */
function byName(byCode: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(byCode).map(([code, by]) => [accountName(code), by]));
}

function entitiesOf(postings: readonly Posting[]): string[] {
  return [...new Set(postings.map(({ entry }) => entry.entityId))];
}

/**
 * Counts the entries of an entity and in which quarters they moved balances, on condition that none which moves accounts
 * lies in a closed month.
 */
function booksMovedWrite(tables: Tables, entityId: string, postings: readonly Posting[]): Write {
  const ours = postings.filter(({ entry }) => entry.entityId === entityId);
  const quarters = new Set(ours.flatMap(({ monthDeltas }) => monthDeltas.map(({ month }) => quarterOf(month))));
  const bound = ours.map(({ entry }) => entry).filter(movesAccounts);
  const [earliest] = bound.map(({ businessOn }) => monthOf(businessOn)).sort();
  const counts = { n: ours.length, ...Object.fromEntries([...quarters].map((quarter) => [quarterName(quarter), 1])) };
  const write = addWrite(tables, booksKey(entityId), counts).Update!; // it is an update
  if (earliest === undefined) return { Update: write };
  return {
    Update: {
      ...write,
      ConditionExpression: 'attribute_not_exists(closedThrough) OR closedThrough < :earliest',
      ExpressionAttributeValues: { ...write.ExpressionAttributeValues, ':earliest': earliest },
    },
  };
}

/** A subject's balances, each at the version they were read at, so that nothing is decided on what has since moved. */
function subjectWrites(tables: Tables, postings: readonly Posting[], subjects: readonly StoredSubject[]): Write[] {
  const moved = added(
    postings.flatMap(({ subjectDeltas }) =>
      subjectDeltas ? [{ key: subjectBalanceKey(subjectDeltas.subjectId), deltas: byName(subjectDeltas.deltas) }] : [],
    ),
  );
  return moved.map(({ key, deltas }) => {
    const read = subjects.find(({ subjectId }) => subjectBalanceKey(subjectId).pk === key.pk);
    const write = addWrite(tables, key, { ...deltas, n: 1 }).Update!; // it is an update
    if (read === undefined) return { Update: write };
    if (read.version === 0) return { Update: { ...write, ConditionExpression: 'attribute_not_exists(pk)' } };
    return {
      Update: {
        ...write,
        ConditionExpression: '#read = :read',
        ExpressionAttributeNames: { ...write.ExpressionAttributeNames, '#read': 'n' },
        ExpressionAttributeValues: { ...write.ExpressionAttributeValues, ':read': read.version },
      },
    };
  });
}

function addWrite(tables: Tables, Key: { pk: string; sk: string }, deltas: Readonly<Record<string, number>>): Write {
  const moved = Object.entries(deltas);
  return {
    Update: {
      TableName: tables.main,
      Key,
      UpdateExpression: `ADD ${moved.map((_, i) => `#n${i} :v${i}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(moved.map(([name], i) => [`#n${i}`, name])),
      ExpressionAttributeValues: Object.fromEntries(moved.map(([, by], i) => [`:v${i}`, by])),
    },
  };
}
