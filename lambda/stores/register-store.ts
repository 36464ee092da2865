import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { ItemKind } from '../../shared/records/register-kinds.ts';
import { isCompanyKind, isItemKind } from '../../shared/records/register-kinds.ts';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import type { BooksHead } from './books-head.ts';
import { itemsAt } from './items-at.ts';
import { keptReading } from './kept-readings.ts';
import { COMPANY_REGISTER, entityRegister, openItems, registerKey, registerPartition, withdrawnKey } from './keys.ts';
import { everyItem, indexQuery, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { OPEN } from './tables.ts';
import type { Write } from './transaction.ts';

/** A record of any register, as far as the store needs to know it. */
export interface RegisterRecord {
  readonly id: string;
  readonly version: number;
  readonly entityId?: string;
}

/** The registers of one partition, by kind. Kinds without a record are absent. */
export type RegisterPage = { readonly [K in RecordKind]?: readonly RecordOf<K>[] };

/** The record, or nothing. */
export async function readRegister<K extends RecordKind>(
  tables: Tables,
  kind: K,
  entityId: string,
  recordId: string,
): Promise<RecordOf<K> | undefined> {
  const found = await tables.client.send(
    new GetCommand({ TableName: tables.main, Key: registerKey(kind, entityId, recordId), ConsistentRead: true }),
  );
  return found.Item ? recordIn<RecordOf<K>>(found.Item) : undefined;
}

/** Those of some records of one kind that exist. */
export async function readRegisters<K extends RecordKind>(
  tables: Tables,
  kind: K,
  entityId: string,
  recordIds: readonly string[],
): Promise<RecordOf<K>[]> {
  const items = await itemsAt(
    tables,
    recordIds.map((recordId) => registerKey(kind, entityId, recordId)),
  );
  return items.map((item) => recordIn<RecordOf<K>>(item));
}

/** All records of one kind of an entity (of the company for company registers), by id. */
export async function listRegister<K extends RecordKind>(
  tables: Tables,
  kind: K,
  entityId: string,
): Promise<RecordOf<K>[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, registerPartition(kind, entityId), `${kind}#`));
  return items.map((item) => recordIn<RecordOf<K>>(item));
}

/** Everything the company as a whole keeps: entities, channels, recipients. One query. */
export function companyRegisters(tables: Tables): Promise<RegisterPage> {
  return pageOf(tables, COMPANY_REGISTER);
}

/** Everything one entity keeps but what keeps coming: leads, invoices, bills, bank lines. One query, whatever there is. */
export function entityRegisters(tables: Tables, entityId: string): Promise<RegisterPage> {
  return pageOf(tables, entityRegister(entityId));
}

/** All that one entity, or the company, keeps as registers, as of its head: as it was kept while none has changed since. */
export function keptRegisters(tables: Tables, head: BooksHead): Promise<RegisterPage> {
  const { entityId } = head;
  return keptReading(tables, head, {
    what: 'registers',
    entityId,
    stateIn: ({ registers }) => (registers === 0 ? undefined : String(registers)),
    read: () => pageOf(tables, entityId === 'company' ? COMPANY_REGISTER : entityRegister(entityId)),
  });
}

/** What is open with an entity, by kind: leads neither won nor lost, invoices, bills, bank lines and the like. One query. */
export async function readOpenItems(tables: Tables, entityId: string): Promise<RegisterPage> {
  return byKind(await everyItem(tables, indexQuery(tables.main, OPEN, 'openPk', openItems(entityId))));
}

/** The write that stores a record: new when its version is 1, else over the version before it. */
export function registerWrite(tables: Tables, kind: RecordKind, record: RegisterRecord): Write {
  return {
    Put: {
      TableName: tables.main,
      Item: registerItem(kind, record),
      ...(record.version === 1
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': record.version - 1 },
          }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

/** The write that takes a record out of its register, unless somebody changed it after it was read. */
export function registerRemoval(tables: Tables, kind: RecordKind, record: RegisterRecord): Write {
  return {
    Delete: {
      TableName: tables.main,
      Key: registerKey(kind, isCompanyKind(kind) ? 'company' : (record.entityId ?? ''), record.id),
      ConditionExpression: '#version = :before',
      ExpressionAttributeNames: { '#version': 'version' },
      ExpressionAttributeValues: { ':before': record.version },
    },
  };
}

/** The write that keeps what was taken out of a register, with why, where no report looks. */
export function withdrawnRecordWrite(
  tables: Tables,
  kind: RecordKind,
  record: RegisterRecord,
  withdrawn: { readonly at: string; readonly by: string; readonly reason: string },
): Write {
  const entityId = isCompanyKind(kind) ? 'company' : (record.entityId ?? '');
  const Item = { ...withdrawnKey(kind, entityId, record.id, record.version), record, withdrawn };
  return { Put: { TableName: tables.main, Item } };
}

/** The item a record is stored as, index attributes included. */
export function registerItem(kind: RecordKind, record: RegisterRecord): Record<string, unknown> {
  const entityId = isCompanyKind(kind) ? 'company' : (record.entityId ?? '');
  return {
    ...record,
    ...registerKey(kind, entityId, record.id),
    ...openIndex(kind, entityId, record),
  };
}

/** The index attributes of a record that is still open; nothing for one that is done with, or never open. */
function openIndex(kind: RecordKind, entityId: string, record: RegisterRecord): object {
  if (!isItemKind(kind) || !isOpenItem(kind, record)) return {};
  return { openPk: openItems(entityId), openSk: `${kind}#${record.id}` };
}

function isOpenItem(kind: ItemKind, record: RegisterRecord): boolean {
  switch (kind) {
    case 'lead':
      return !['won', 'lost'].includes((record as RecordOf<'lead'>).stage);
    case 'invoice':
    case 'bill':
      return (record as RecordOf<'invoice' | 'bill'>).status === 'open';
    case 'bank-line':
      return (record as RecordOf<'bank-line'>).matchedEntryId === undefined;
    case 'expense-question':
      return (record as RecordOf<'expense-question'>).answeredOn === undefined;
    case 'rent-charge':
      return (record as RecordOf<'rent-charge'>).status === 'open';
    case 'stay': {
      const { cancelledOn, earnedCents, totalCents, openCents } = record as RecordOf<'stay'>;
      return cancelledOn === undefined && (earnedCents !== totalCents || openCents !== 0);
    }
    case 'delivery-job':
      return (record as RecordOf<'delivery-job'>).closedOn === undefined;
    case 'work-entry': {
      const { billable, invoiceId } = record as RecordOf<'work-entry'>;
      return billable && invoiceId === undefined;
    }
    case 'client-cost': {
      const { invoiceId, isVoid } = record as RecordOf<'client-cost'>;
      return invoiceId === undefined && isVoid !== true;
    }
  }
}

async function pageOf(tables: Tables, partition: string): Promise<RegisterPage> {
  return byKind(await everyItem(tables, partitionQuery(tables.main, partition)));
}

function byKind(items: readonly Record<string, unknown>[]): RegisterPage {
  const page: Record<string, unknown[]> = {};
  for (const item of items) {
    const kind = String(item['sk']).split('#', 1)[0] ?? '';
    page[kind] = [...(page[kind] ?? []), recordIn(item)];
  }
  return page as RegisterPage;
}
