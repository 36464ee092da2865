import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { RecordKind, RecordOf } from '../../shared/records/registry.ts';
import { REGISTER } from '../../shared/records/registry.ts';
import { COMPANY_REGISTER, entityRegister, openLeads, registerKey, registerPartition } from './keys.ts';
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

/** Everything one entity keeps but its leads. One query, whatever there is. */
export function entityRegisters(tables: Tables, entityId: string): Promise<RegisterPage> {
  return pageOf(tables, entityRegister(entityId));
}

/** The leads of an entity that are neither won nor lost. */
export async function readOpenLeads(tables: Tables, entityId: string): Promise<RecordOf<'lead'>[]> {
  const items = await everyItem(tables, indexQuery(tables.main, OPEN, 'openPk', openLeads(entityId)));
  return items.map((item) => recordIn<RecordOf<'lead'>>(item));
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

/** The item a record is stored as, index attributes included. */
export function registerItem(kind: RecordKind, record: RegisterRecord): Record<string, unknown> {
  const entityId = REGISTER[kind].of === 'company' ? 'company' : (record.entityId ?? '');
  const lead = kind === 'lead' ? (record as RecordOf<'lead'>) : undefined;
  const open = lead && lead.stage !== 'won' && lead.stage !== 'lost';
  return {
    ...record,
    ...registerKey(kind, entityId, record.id),
    ...(open ? { openPk: openLeads(entityId), openSk: `${lead.askedOn}#${lead.id}` } : {}),
  };
}

async function pageOf(tables: Tables, partition: string): Promise<RegisterPage> {
  const page: Record<string, unknown[]> = {};
  for (const item of await everyItem(tables, partitionQuery(tables.main, partition))) {
    const kind = String(item['sk']).split('#', 1)[0] ?? '';
    page[kind] = [...(page[kind] ?? []), recordIn(item)];
  }
  return page as RegisterPage;
}
