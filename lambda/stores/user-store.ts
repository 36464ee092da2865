import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { changedUser } from '../../shared/access/user-change.ts';
import { FaultError, fault } from '../../shared/kernel/fault.ts';
import type { User } from '../../shared/records/user.ts';
import type { Key } from './keys.ts';
import { USERS, userEmailKey, userKey } from './keys.ts';
import { everyItem, indexQuery } from './paging.ts';
import { userIn } from './stored-user.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH } from './tables.ts';
import type { Write } from './transaction.ts';
import { committed } from './transaction.ts';

/** The person with this id as they are now, or nothing. */
export async function readUser(tables: Tables, userId: string): Promise<User | undefined> {
  const item = await itemAt(tables, userKey(userId));
  return item && userIn(item);
}

/** The id of the person with exactly this canonical address, or nothing. One read either way. */
export async function userIdByEmail(tables: Tables, email: string): Promise<string | undefined> {
  const item = await itemAt(tables, userEmailKey(email));
  return item && String(item['userId']);
}

/** The person with exactly this canonical address, or nothing. */
export async function userByEmail(tables: Tables, email: string): Promise<User | undefined> {
  const userId = await userIdByEmail(tables, email);
  return userId === undefined ? undefined : readUser(tables, userId);
}

/** Everyone, by name. A change may take a moment to show here. */
export async function listUsers(tables: Tables): Promise<User[]> {
  const items = await everyItem(tables, indexQuery(tables.main, BY_MONTH, 'monthPk', USERS));
  return items.map(userIn);
}

/**
 * Stores a new person (`before` left out) or a change of one, with whatever must be stored together with it, and
 * answers the person as stored: version counted up, `authVersion` raised where the change must end their sessions.
 * @throws FaultError `conflict` when someone else changed them first or the address belongs to someone else.
 */
export async function saveUser(tables: Tables, after: User, before?: User, also: readonly Write[] = []): Promise<User> {
  const user = before ? changedUser(before, after) : { ...after, version: 1 };
  const result = await committed(tables, [...userWrites(tables, user, before), ...also]);
  if (result.stored) return user;
  const taken = result.unmet.includes(1);
  const message = taken
    ? 'Someone else has this address.'
    : 'This person was changed in the meantime. Load them again.';
  throw new FaultError(fault('conflict', message, taken ? [{ field: 'email', message: 'is taken' }] : []));
}

function userWrites(tables: Tables, user: User, before: User | undefined): Write[] {
  const writes: Write[] = [putUser(tables, user, before), holdAddress(tables, user)];
  return before && before.email !== user.email ? [...writes, freeAddress(tables, before)] : writes;
}

function putUser(tables: Tables, user: User, before: User | undefined): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...user, ...userKey(user.id), monthPk: USERS, monthSk: `${user.name}#${user.id}` },
      ...(before === undefined
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': before.version },
          }),
    },
  };
}

/** An item per address keeps two people from having the same one. */
function holdAddress(tables: Tables, user: User): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...userEmailKey(user.email), userId: user.id },
      ConditionExpression: 'attribute_not_exists(pk) OR userId = :user',
      ExpressionAttributeValues: { ':user': user.id },
    },
  };
}

function freeAddress(tables: Tables, user: User): Write {
  return {
    Delete: {
      TableName: tables.main,
      Key: userEmailKey(user.email),
      ConditionExpression: 'userId = :user',
      ExpressionAttributeValues: { ':user': user.id },
    },
  };
}

async function itemAt(tables: Tables, key: Key): Promise<Record<string, unknown> | undefined> {
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key: key, ConsistentRead: true }));
  return found.Item;
}
