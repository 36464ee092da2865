import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchGetCommand, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Session } from '../../shared/access/session-rules.ts';
import type { RateWindow, SignInLink } from '../../shared/access/sign-in-rules.ts';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { epochMs } from '../../shared/kernel/calendar.ts';
import type { User } from '../../shared/records/user.ts';
import type { Key } from './keys.ts';
import { rateKey, sessionKey, signInLinkKey, userKey } from './keys.ts';
import { recordIn } from './paging.ts';
import { userIn } from './stored-user.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';
import { mustCommit } from './transaction.ts';
import { readUser } from './user-store.ts';

/** Stores a link under the digest of its token and makes it its person's newest for that purpose, in one transaction. */
export async function saveLink(tables: Tables, tokenDigest: string, link: SignInLink): Promise<void> {
  const exp = ttl(link.expiresAt);
  const put = (item: Record<string, unknown>): Write => ({ Put: { TableName: tables.main, Item: { ...item, exp } } });
  await mustCommit(
    tables,
    [put({ ...link, ...signInLinkKey(tokenDigest) }), put({ ...newestKey(link.userId, link.purpose), tokenDigest })],
    'Two links were asked for at once. Ask again.',
  );
}

/** What came of trying to use a link up. Only one attempt ever gets it. */
export type Consumed =
  | { readonly state: 'won'; readonly link: SignInLink }
  | { readonly state: 'other-browser' }
  | { readonly state: 'dead' };

export interface Consumption {
  readonly tokenDigest: string;
  readonly purposes: readonly string[];
  /** SHA-256 of this browser's cookie, where it has one. */
  readonly bindDigest: string | undefined;
  /** Names this attempt, so that a write whose answer was lost is known as our own when it is repeated. */
  readonly attemptId: string;
  readonly now: Instant;
}

/**
 * Uses a link up by one conditional write: it must be there, unused, unexpired, for one of these purposes, and bound to
 * this browser or to none. However many try at once, one wins. In another browser nothing is used up.
 */
export async function consumeLink(tables: Tables, attempt: Consumption): Promise<Consumed> {
  if (attempt.purposes.length === 0) return { state: 'dead' };
  const purposes = attempt.purposes.map((name, i) => [`:purpose${i}`, name] as const);
  try {
    const { Attributes } = await tables.client.send(
      new UpdateCommand({
        TableName: tables.main,
        Key: signInLinkKey(attempt.tokenDigest),
        UpdateExpression: 'SET usedAt = :now, usedBy = :attempt',
        ConditionExpression:
          `expiresAt > :now AND purpose IN (${purposes.map(([name]) => name).join(', ')}) AND ` +
          'attribute_not_exists(usedAt) AND (attribute_not_exists(bindDigest) OR bindDigest = :bind)',
        ExpressionAttributeValues: {
          ':now': attempt.now,
          ':attempt': attempt.attemptId,
          ':bind': attempt.bindDigest ?? '-',
          ...Object.fromEntries(purposes),
        },
        ReturnValues: 'ALL_OLD',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    return Attributes ? { state: 'won', link: recordIn<SignInLink>(Attributes) } : { state: 'dead' };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return lost(error.Item && plain(error.Item), attempt);
  }
}

function lost(found: Record<string, unknown> | undefined, attempt: Consumption): Consumed {
  if (found === undefined || String(found['expiresAt']) <= attempt.now) return { state: 'dead' };
  if (!attempt.purposes.includes(String(found['purpose']))) return { state: 'dead' };
  if (found['usedBy'] === attempt.attemptId) return { state: 'won', link: recordIn<SignInLink>(found) };
  return { state: found['usedAt'] === undefined ? 'other-browser' : 'dead' };
}

/** The document client leaves items inside exceptions as they came; a link holds texts and one number. */
function plain(item: Record<string, AttributeValue>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value.N === undefined ? value.S : Number(value.N)]),
  );
}

/** Whether this is the last link made for someone and a purpose; older ones no longer open anything. */
export async function isNewestLink(
  tables: Tables,
  of: Pick<SignInLink, 'userId' | 'purpose'>,
  tokenDigest: string,
): Promise<boolean> {
  const item = await itemAt(tables, newestKey(of.userId, of.purpose));
  return item?.['tokenDigest'] === tokenDigest;
}

/** The write that remembers a session. */
export function sessionWrite(tables: Tables, session: Session): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...session, ...sessionKey(session.sid), exp: ttl(session.endsAt) },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** A session as it is now, revoked ones included, or nothing. Whether it still holds is for the reader to decide. */
export async function readSession(tables: Tables, sid: string): Promise<Session | undefined> {
  const item = await itemAt(tables, sessionKey(sid));
  return item && recordIn<Session>(item);
}

/** A session and the person it is said to speak for, both as they are now, in one request. */
export async function readSessionAndUser(
  tables: Tables,
  sid: string,
  userId: string,
): Promise<{ readonly session: Session | undefined; readonly user: User | undefined }> {
  const Keys = [sessionKey(sid), userKey(userId)].map((key) => ({ ...key }));
  const { Responses, UnprocessedKeys } = await tables.client.send(
    new BatchGetCommand({ RequestItems: { [tables.main]: { Keys, ConsistentRead: true } } }),
  );
  if (UnprocessedKeys?.[tables.main]) {
    const [session, user] = await Promise.all([readSession(tables, sid), readUser(tables, userId)]);
    return { session, user };
  }
  const items = Responses?.[tables.main] ?? [];
  const at = (key: Key) => items.find(({ pk }) => pk === key.pk);
  const [session, user] = [at(sessionKey(sid)), at(userKey(userId))];
  return { session: session && recordIn<Session>(session), user: user && userIn(user) };
}

/** The write that ends a session for good. */
export function revokeWrite(tables: Tables, sid: string, at: Instant): Write {
  return {
    Update: {
      TableName: tables.main,
      Key: sessionKey(sid),
      UpdateExpression: 'SET revokedAt = if_not_exists(revokedAt, :at)',
      ConditionExpression: 'attribute_exists(pk)',
      ExpressionAttributeValues: { ':at': at },
    },
  };
}

/** Counts one more in a window, unless it is full. Answers whether there was room. */
export async function countedIn(tables: Tables, window: RateWindow): Promise<boolean> {
  try {
    await tables.client.send(
      new UpdateCommand({
        TableName: tables.main,
        Key: rateKey(window.scope, window.subject, `${window.startsAt}/${window.endsAt}`),
        UpdateExpression: 'ADD n :one SET exp = :exp',
        ConditionExpression: 'attribute_not_exists(n) OR n < :limit',
        ExpressionAttributeValues: { ':one': 1, ':limit': window.limit, ':exp': ttl(window.endsAt) },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Beside the links themselves, whose digests are hexadecimal and can never look like this. */
function newestKey(userId: string, purpose: string): Key {
  return signInLinkKey(`newest.${purpose}.${userId}`);
}

async function itemAt(tables: Tables, key: Key): Promise<Record<string, unknown> | undefined> {
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key: key, ConsistentRead: true }));
  return found.Item;
}

/** DynamoDB's time to live, in seconds. It deletes late, so every expiry is also checked where it is read. */
function ttl(at: Instant): number {
  return Math.ceil(epochMs(at) / 1_000);
}
