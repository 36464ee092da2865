import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { CheckImportBody, ImportRecord } from '../../shared/wire/imports.ts';
import { IMPORTS, importKey, importPartKey } from './keys.ts';
import { everyItem, partitionQuery, recordIn } from './paging.ts';
import type { Tables } from './tables.ts';
import { BY_MONTH } from './tables.ts';
import type { Write } from './transaction.ts';

/** An import as it is stored: what the history tells, and what the person said about the file. */
export interface StoredImport extends ImportRecord {
  readonly version: number;
  readonly settings?: CheckImportBody;
}

const NEWEST = 50;

export async function readImport(tables: Tables, importId: string): Promise<StoredImport | undefined> {
  const Key = importKey(importId);
  const found = await tables.client.send(new GetCommand({ TableName: tables.main, Key, ConsistentRead: true }));
  return found.Item ? recordIn<StoredImport>(found.Item) : undefined;
}

/** The last fifty imports, newest first. */
export async function newestImports(tables: Tables): Promise<StoredImport[]> {
  const page = await tables.client.send(
    new QueryCommand({
      TableName: tables.main,
      IndexName: BY_MONTH,
      KeyConditionExpression: 'monthPk = :all',
      ExpressionAttributeValues: { ':all': IMPORTS },
      ScanIndexForward: false,
      Limit: NEWEST,
    }),
  );
  return (page.Items ?? []).map((item) => recordIn<StoredImport>(item));
}

/** The write that stores an import over the version before it; new when its version is 1. */
export function importWrite(tables: Tables, record: StoredImport): Write {
  const isNew = record.version === 1;
  return {
    Put: {
      TableName: tables.main,
      Item: {
        ...record,
        ...importKey(record.id),
        monthPk: IMPORTS,
        monthSk: `${record.createdAt}#${record.id}`,
      },
      ...(isNew
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': record.version - 1 },
          }),
    },
  };
}

/** Keeps one part of a file until it expires; the same part again replaces it. */
export async function saveImportPart(
  tables: Tables,
  importId: string,
  part: { readonly number: number; readonly bytes: Uint8Array; readonly exp: number },
): Promise<void> {
  const { number, bytes, exp } = part;
  const Item = { ...importPartKey(importId, number), bytes, exp };
  await tables.client.send(new PutCommand({ TableName: tables.main, Item }));
}

/** The parts of a file that have arrived, in their order. */
export async function readImportParts(tables: Tables, importId: string): Promise<readonly Uint8Array[]> {
  const items = await everyItem(tables, partitionQuery(tables.main, importKey(importId).pk, 'PART#'));
  return items.map((item) => item['bytes'] as Uint8Array);
}
