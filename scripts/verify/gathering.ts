import type { S3Client } from '@aws-sdk/client-s3';
import { GetObjectCommand, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Config } from '../../lambda/config.ts';
import { s3Client } from '../../lambda/reports/archive.ts';
import type { Runtime } from '../../lambda/runtime.ts';
import { CHAINED_LINES } from '../../lambda/stores/keys.ts';
import type { Tables } from '../../lambda/stores/tables.ts';
import type { ChainedLine } from '../../shared/kernel/audit-chain.ts';
import { each } from './books-check.ts';
import type { Evidence, KeptObject } from './evidence.ts';
import { keptObject, streamsOf } from './evidence.ts';

/** Evidence, and a way to the bytes behind it. */
export interface Gathered {
  readonly evidence: Evidence;
  readonly read: (key: string) => Promise<Uint8Array | undefined>;
  close(): void;
}

/** Reports were made all the while, so nothing can be said. */
export class HistoryMoving extends Error {
  constructor() {
    super('History was being written all the while. Try again when it is quieter.');
    this.name = 'HistoryMoving';
  }
}

const ATTEMPTS = 3;

/**
 * Everything the audit table and the archive hold, read while nobody writes a line. @throws HistoryMoving when somebody
 * always does.
 */
export async function gathered({
  tables,
  config,
  reportingDeps,
}: Pick<Runtime, 'tables' | 'config' | 'reportingDeps'>) {
  const s3 = await s3Client(archiveOf(config));
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const lines = await allLines(tables);
    const objects = await allObjects(s3, config.archiveBucket);
    if ((await allLines(tables)).length !== lines.length) continue;
    const evidence: Evidence = { streams: streamsOf(lines), objects };
    return { evidence, read: (key: string) => reportingDeps.archive.get(key), close: () => s3.destroy() };
  }
  s3.destroy();
  throw new HistoryMoving();
}

function archiveOf({ region, archiveBucket: bucket, endpoints: { s3 } }: Config) {
  return { region, bucket, ...(s3 === undefined ? {} : { endpoint: s3 }) };
}

/** Every chained line there is under the stream it lies with, each stream's in the order of their places. */
async function allLines(tables: Tables): Promise<ChainedLine[]> {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new ScanCommand({ TableName: tables.audit, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  const place = ({ pk, sk }: Record<string, unknown>) => `${pk}\0${sk}`;
  return items
    .filter(({ sk }) => String(sk).startsWith(CHAINED_LINES))
    .sort((a, b) => (place(a) < place(b) ? -1 : 1))
    .map(({ pk: _pk, sk: _sk, ...line }) => line as unknown as ChainedLine);
}

/** Every object with its newest bytes hashed, and how often it was written. */
async function allObjects(s3: S3Client, Bucket: string): Promise<Map<string, KeptObject>> {
  const versions = new Map<string, number>();
  let from: { readonly KeyMarker?: string | undefined; readonly VersionIdMarker?: string | undefined } | undefined = {};
  while (from) {
    const page: Awaited<ReturnType<typeof listed>> = await listed(s3, Bucket, from);
    for (const { Key = '' } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
      versions.set(Key, (versions.get(Key) ?? 0) + 1);
    from = page.IsTruncated ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
  }
  const objects = await each([...versions], async ([Key, count]) => {
    const bytes = await newest(s3, Bucket, Key);
    return bytes === undefined ? [] : [keptObject(Key, bytes, count)];
  });
  return new Map(objects.flat().map((object) => [object.key, object]));
}

function listed(s3: S3Client, Bucket: string, from: object) {
  return s3.send(new ListObjectVersionsCommand({ Bucket, ...from }));
}

/** The bytes of an object; nothing when its newest version is a deletion. */
async function newest(s3: S3Client, Bucket: string, Key: string): Promise<Uint8Array | undefined> {
  try {
    return await (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToByteArray();
  } catch (error) {
    if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
    throw error;
  }
}
