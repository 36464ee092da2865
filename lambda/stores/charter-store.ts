import type { Instant, Month } from '../../shared/kernel/calendar.ts';
import { plusMinutes } from '../../shared/kernel/calendar.ts';
import { accountName } from '../../shared/ledger/posting.ts';
import type {
  Charter,
  CharterFile,
  CharterOutline,
  ChecklistItem,
  Guest,
  RoleSlot,
} from '../../shared/records/charter.ts';
import { accountBalances } from './account-balances.ts';
import type { RecordedTimes } from './charter-items.ts';
import { charterIn, outlineItem, planItem, recordedTimes } from './charter-items.ts';
import {
  charterBalanceKey,
  charterKey,
  charterPartition,
  chartersOfMonth,
  checklistKey,
  crewedBy,
  guestKey,
  slotKey,
} from './keys.ts';
import { everyItem, indexQuery, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH, OPEN } from './tables.ts';
import type { Write } from './transaction.ts';

/** A charter's file as it was read: with how often its parts had been changed by then. */
export interface StoredCharterFile extends CharterFile {
  readonly partsVersion: number;
}

/** A charter with all its parts and its balances, in one consistent query; nothing when there is no such charter. */
export async function readCharterFile(tables: Tables, charterId: string): Promise<StoredCharterFile | undefined> {
  const items = await everyItem(tables, partitionQuery(tables.main, charterPartition(charterId)));
  const parts = <T>(prefix: string) =>
    items.filter((item) => String(item['sk']).startsWith(prefix)).map((item) => recordIn<T>(item));
  const at = (sk: string) => items.find((item) => item['sk'] === sk);
  const [outline, plan, day = {}] = [at('META'), at('PLAN'), at('BALANCE')];
  if (!outline || !plan) return undefined;
  return {
    charter: charterIn(outline, plan, day['times'] as RecordedTimes | undefined),
    checklist: parts<ChecklistItem>('CHECK#').sort((a, b) => a.order - b.order),
    slots: parts<RoleSlot>('ROLE#'),
    guests: parts<Guest>('GUEST#'),
    balances: accountBalances(day),
    partsVersion: Number(day['n'] ?? 0),
  };
}

/** The charters of an entity that sail in a month, by start; of those that start from an instant on. */
export async function chartersIn(
  tables: Tables,
  entityId: string,
  month: Month,
  from: Instant | '' = '',
): Promise<CharterOutline[]> {
  const query = indexQuery(tables.main, BY_MONTH, 'monthPk', chartersOfMonth(entityId, month));
  const items = await everyItem(tables, {
    ...query,
    KeyConditionExpression: `${query.KeyConditionExpression} AND monthSk >= :from`,
    ExpressionAttributeValues: { ...query.ExpressionAttributeValues, ':from': from === '' ? '0' : from },
  });
  return items.map((item) => recordIn<CharterOutline>(item));
}

/** The charters somebody holds a role on that start within two days of an instant. */
export async function chartersCrewedBy(tables: Tables, userId: string, around: Instant): Promise<Charter[]> {
  const items = await everyItem(tables, {
    TableName: tables.main,
    IndexName: OPEN,
    KeyConditionExpression: 'openPk = :crew AND openSk BETWEEN :from AND :until',
    ExpressionAttributeValues: {
      ':crew': crewedBy(userId),
      ':from': plusMinutes(around, -2_880),
      ':until': plusMinutes(around, 2_880),
    },
  });
  const ids = [...new Set(items.map((item) => String(item['charterId'])))];
  const files = await Promise.all(ids.map((id) => readCharterFile(tables, id)));
  return files.flatMap((file) => (file ? [file.charter] : []));
}

/**
 * The writes that store a changed charter over the version it was read at; the stored version is one higher. What was
 * planned, and what happened on the day, is written only where it changed.
 */
export function charterWrites(tables: Tables, before: Charter, after: Charter): Write[] {
  const differs = (part: (charter: Charter) => unknown) => JSON.stringify(part(before)) !== JSON.stringify(part(after));
  return [
    {
      Put: {
        TableName: tables.main,
        Item: outlineItem({ ...after, version: before.version + 1 }),
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': before.version },
      },
    },
    ...(differs(planItem) ? [{ Put: { TableName: tables.main, Item: planItem(after) } }] : []),
    ...(differs(recordedTimes) ? [timesWrite(tables, after)] : []),
  ];
}

/** The write that keeps when what happened, beside the charter's balances. */
function timesWrite(tables: Tables, charter: Charter): Write {
  return {
    Update: {
      TableName: tables.main,
      Key: { ...charterBalanceKey(charter.id) },
      UpdateExpression: 'SET times = :times',
      ExpressionAttributeValues: { ':times': recordedTimes(charter) },
    },
  };
}

/**
 * The writes that go with a change to one part: the charter must still be what was read, and its parts count the change,
 * so that no move is decided on a checklist that is being unticked.
 */
export function partChangeWrites(tables: Tables, { charter }: StoredCharterFile): Write[] {
  return [
    {
      ConditionCheck: {
        TableName: tables.main,
        Key: charterKey(charter.id),
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': charter.version },
      },
    },
    {
      Update: {
        TableName: tables.main,
        Key: { ...charterBalanceKey(charter.id) },
        UpdateExpression: 'ADD n :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  ];
}

/** Nothing but a look that no part of the charter has changed since it was read. */
export function partsUnchanged(tables: Tables, { charter, partsVersion }: StoredCharterFile): Write {
  return {
    ConditionCheck: {
      TableName: tables.main,
      Key: { ...charterBalanceKey(charter.id) },
      ConditionExpression: partsVersion === 0 ? 'attribute_not_exists(n)' : 'n = :read',
      ...(partsVersion === 0 ? {} : { ExpressionAttributeValues: { ':read': partsVersion } }),
    },
  };
}

/** The writes that store a charter nobody has seen before, with its parts; its balances come with what is posted. */
export function newCharterWrites(tables: Tables, file: CharterFile): Write[] {
  return [
    ...charterItems(file).map((Item) => ({
      Put: { TableName: tables.main, Item, ConditionExpression: 'attribute_not_exists(pk)' },
    })),
    ...(Object.keys(recordedTimes(file.charter)).length === 0 ? [] : [timesWrite(tables, file.charter)]),
  ];
}

/** Every item a charter and its parts are stored as, but what its books and its day add. */
function charterItems(file: CharterFile): Record<string, unknown>[] {
  const { id } = file.charter;
  return [
    outlineItem(file.charter),
    planItem(file.charter),
    ...file.checklist.map((item) => ({ ...item, ...checklistKey(id, item.id) })),
    ...file.slots.map((slot) => slotItem(slot, file.charter)),
    ...file.guests.map((guest) => ({ ...guest, ...guestKey(id, guest.id) })),
  ];
}

/** Every item of a charter that is loaded whole, with what was posted to its books and what happened on its day. */
export function loadedCharterItems(file: CharterFile): Record<string, unknown>[] {
  const { charter, balances } = file;
  const held = Object.entries(balances).map(([code, cents]) => [accountName(code), cents]);
  return [
    ...charterItems(file),
    { ...Object.fromEntries(held), times: recordedTimes(charter), ...charterBalanceKey(charter.id) },
  ];
}

export const checklistWrite = (tables: Tables, item: ChecklistItem): Write =>
  partWrite(tables, checklistKey(item.charterId, item.id), item);
export const slotWrite = (tables: Tables, slot: RoleSlot, charter: Charter): Write =>
  partWrite(tables, slotItem(slot, charter), slot);
export const guestWrite = (tables: Tables, guest: Guest): Write =>
  partWrite(tables, guestKey(guest.charterId, guest.id), guest);

/** The write that stores a role that was added after the charter was opened. */
export const newSlotWrite = (tables: Tables, slot: RoleSlot, charter: Charter): Write => ({
  Put: {
    TableName: tables.main,
    Item: slotItem(slot, charter),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** The write that takes a role out, as it was read. */
export const slotRemoval = (tables: Tables, slot: RoleSlot): Write => ({
  Delete: {
    TableName: tables.main,
    Key: { ...slotKey(slot.charterId, slot.id) },
    ConditionExpression: '#version = :read',
    ExpressionAttributeNames: { '#version': 'version' },
    ExpressionAttributeValues: { ':read': slot.version },
  },
});

/** The write that stores a guest who was named after the charter was opened. */
export const newGuestWrite = (tables: Tables, guest: Guest): Write => ({
  Put: {
    TableName: tables.main,
    Item: { ...guest, ...guestKey(guest.charterId, guest.id) },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

function partWrite(tables: Tables, key: { readonly pk: string }, part: { readonly version: number }): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: { ...part, ...key, version: part.version + 1 },
      ConditionExpression: '#version = :read',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':read': part.version },
    },
  };
}

/** A claimed slot is found by whoever claimed it, so that nobody is on two boats at once. */
function slotItem(slot: RoleSlot, charter: Charter): Record<string, unknown> & { readonly pk: string } {
  const claimed = slot.claim ? { openPk: crewedBy(slot.claim.userId), openSk: `${charter.startAt}#${charter.id}` } : {};
  return { ...slot, ...slotKey(charter.id, slot.id), ...claimed };
}
