import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bundledDynamo } from '../../scripts/dev/services/dynamo-start.ts';
import {
  type LocalDynamo,
  type LocalDynamoOptions,
  startLocalDynamo,
} from '../../scripts/dev/services/local-dynamo.ts';
import { anyFreePort, choosePort } from '../../scripts/dev/services/ports.ts';

const TABLE = 'business';
const closers: (() => Promise<void>)[] = [];
let folder: string;
let dbPath: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-dynamo-'));
  dbPath = join(folder, 'store', 'dynamo.db');
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await rm(folder, { recursive: true, force: true });
});

describe('what the stores rely on', () => {
  let tables: DynamoDBDocumentClient;

  beforeEach(async () => {
    tables = await withTable(await started({ port: 0 }));
  });

  test('a transaction with the same token twice adds once', async () => {
    const transaction = new TransactWriteCommand({
      ClientRequestToken: 'completion-1',
      TransactItems: [
        { Put: { TableName: TABLE, Item: { PK: 'ENTRY', SK: '1' }, ConditionExpression: 'attribute_not_exists(PK)' } },
        balanceOf(1250),
      ],
    });
    await tables.send(transaction);
    await tables.send(transaction);
    expect(await item('BALANCE', '2026-10')).toEqual({ PK: 'BALANCE', SK: '2026-10', cash: 1250, count: 1 });
  });

  test('the same token with another content is refused', async () => {
    const token = { ClientRequestToken: 'completion-1' };
    await tables.send(new TransactWriteCommand({ ...token, TransactItems: [balanceOf(1250)] }));
    const other = tables.send(new TransactWriteCommand({ ...token, TransactItems: [balanceOf(9999)] }));
    await expect(other).rejects.toMatchObject({ name: 'IdempotentParameterMismatchException' });
    expect(await item('BALANCE', '2026-10')).toMatchObject({ cash: 1250 });
  });

  test('a transaction whose condition fails writes nothing and tells what is there', async () => {
    await tables.send(new PutCommand({ TableName: TABLE, Item: { PK: 'RUN', SK: 'META', attemptId: 'mine' } }));
    const condition = { ConditionExpression: 'attribute_not_exists(PK)' };
    const refused = tables.send(
      new TransactWriteCommand({
        TransactItems: [
          balanceOf(1250),
          {
            Put: {
              TableName: TABLE,
              Item: { PK: 'RUN', SK: 'META', attemptId: 'theirs' },
              ...condition,
              ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
            },
          },
        ],
      }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed', Item: { attemptId: { S: 'mine' } } }],
    });
    expect(await item('BALANCE', '2026-10')).toBeUndefined();
    expect(await item('RUN', 'META')).toMatchObject({ attemptId: 'mine' });
  });

  test('an update whose condition fails tells what is there', async () => {
    await tables.send(new PutCommand({ TableName: TABLE, Item: { PK: 'DLV', SK: '1', state: 'SENDING' } }));
    const refused = tables.send(
      new UpdateCommand({
        TableName: TABLE,
        Key: { PK: 'DLV', SK: '1' },
        UpdateExpression: 'SET #s = :next',
        ConditionExpression: '#s = :ready',
        ExpressionAttributeNames: { '#s': 'state' },
        ExpressionAttributeValues: { ':next': 'SENDING', ':ready': 'READY' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: { state: { S: 'SENDING' } },
    });
  });

  test('ADD on numbers starts at nothing, sums, and goes below zero; parallel adds lose none', async () => {
    const add = (amount: number) => tables.send(new TransactWriteCommand({ TransactItems: [balanceOf(amount)] }));
    await add(500);
    await add(-800);
    expect(await item('BALANCE', '2026-10')).toMatchObject({ cash: -300, count: 2 });
    const updates = Array.from({ length: 20 }, () => tables.send(new UpdateCommand(balanceOf(7).Update)));
    await Promise.all(updates);
    expect(await item('BALANCE', '2026-10')).toMatchObject({ cash: -160, count: 22 });
  });

  test('an index is queried by its own order and holds only items that have its keys', async () => {
    const items = [
      { PK: 'RUN#1', SK: 'META', duePk: 'DUE', dueAt: '2026-11-21T10:00:00.000Z' },
      { PK: 'RUN#2', SK: 'META', duePk: 'DUE', dueAt: '2026-11-20T10:00:00.000Z' },
      { PK: 'RUN#3', SK: 'META', duePk: 'DUE', dueAt: '2026-11-23T10:00:00.000Z' },
      { PK: 'RUN#4', SK: 'META' },
    ];
    for (const each of items) await tables.send(new PutCommand({ TableName: TABLE, Item: each }));
    const due = await tables.send(
      new QueryCommand({
        TableName: TABLE,
        IndexName: 'due',
        KeyConditionExpression: 'duePk = :due AND dueAt <= :now',
        ExpressionAttributeValues: { ':due': 'DUE', ':now': '2026-11-22T00:00:00.000Z' },
      }),
    );
    expect(due.Items?.map((found) => found['PK'])).toEqual(['RUN#2', 'RUN#1']);
  });

  async function item(PK: string, SK: string) {
    return (await tables.send(new GetCommand({ TableName: TABLE, Key: { PK, SK }, ConsistentRead: true }))).Item;
  }
});

describe('lasting', () => {
  test('what was acknowledged is there after the database is killed and started again', async () => {
    const first = await started({ port: 0, dbPath });
    const tables = await withTable(first);
    await tables.send(new PutCommand({ TableName: TABLE, Item: { PK: 'CHARTER#1', SK: 'META', guests: 12 } }));

    process.kill(first.pid, 'SIGKILL');
    expect(await first.ended).toContain('SIGKILL');

    const second = clientOf(await started({ port: 0, dbPath }));
    const found = await second.send(new GetCommand({ TableName: TABLE, Key: { PK: 'CHARTER#1', SK: 'META' } }));
    expect(found.Item).toEqual({ PK: 'CHARTER#1', SK: 'META', guests: 12 });
  });

  test('closing is no failure, and the data is there for the next start', async () => {
    const first = await started({ port: 0, dbPath });
    await withTable(first);
    await first.close();
    expect(await first.ended).toBeUndefined();
    expect(isRunning(first.pid)).toBe(false);
    expect(await tableNames(await started({ port: 0, dbPath }))).toEqual([TABLE]);
  });

  test('without a file everything is in memory and gone with it', async () => {
    const first = await started({ port: 0 });
    await withTable(first);
    await first.close();
    expect(await tableNames(await started({ port: 0 }))).toEqual([]);
  });

  test('the database does not outlive the process that started it, even one that was killed', async () => {
    const parent = await parentWithDynamo();
    expect(isRunning(parent.dynamoPid)).toBe(true);

    parent.process.kill('SIGKILL');
    await once(parent.process, 'close');

    await expect.poll(() => isRunning(parent.dynamoPid), { timeout: 5_000 }).toBe(false);
    expect(await tableNames(await started({ port: 0, dbPath }))).toEqual([]);
  });
});

describe('refusing to start', () => {
  test('a port in use is reported by its number, and the program that has it is left alone', async () => {
    const port = await occupiedPort();
    await expect(startLocalDynamo({ port })).rejects.toThrow(`port ${port} is already in use`);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(204);
  });

  test('a store that another run has open is refused, naming the process', async () => {
    const first = await started({ port: 0, dbPath });
    await expect(startLocalDynamo({ port: 0, dbPath })).rejects.toThrow(`in use by process ${first.pid}`);
    expect(await tableNames(first)).toEqual([]);
  });

  test.each([
    'this is no database, but a text of more than a hundred bytes '.repeat(4),
    `SQLite format 3\0${'Z'.repeat(9000)}`,
  ])('a damaged store is left as it is, and the message says which folder to delete (%#)', async (content) => {
    await mkdir(join(folder, 'store'));
    await writeFile(dbPath, content);
    await expect(startLocalDynamo({ port: 0, dbPath })).rejects.toThrow(`delete the folder ${join(folder, 'store')}`);
    expect(await readFile(dbPath, 'utf8')).toBe(content);
  });

  test('a platform without the program is told which setting to use instead', () => {
    expect(() => bundledDynamo('sunos', 'sparc')).toThrow(/sunos-sparc.*DYNAMODB_ENDPOINT/);
    expect(existsSync(bundledDynamo())).toBe(true);
  });
});

describe('choosing a port', () => {
  test('a free preferred port is taken without a word', async () => {
    const port = await anyFreePort();
    expect(await choosePort('app', port)).toEqual({ port });
  });

  test('a port in use is passed over, and the note names both', async () => {
    const busy = await occupiedPort();
    const chosen = await choosePort('app', busy);
    expect(chosen.port).toBeGreaterThan(busy);
    expect(chosen.note).toBe(`Port ${busy} is in use, so the app listens on ${chosen.port} instead.`);
  });

  test('a port in use on the IPv6 side of localhost alone is passed over too', async () => {
    const busy = await occupiedPort('::1');
    expect((await choosePort('app', busy)).port).not.toBe(busy);
  });

  test('a port promised to another service is passed over', async () => {
    const port = await anyFreePort();
    expect((await choosePort('app', port, new Set([port]))).port).not.toBe(port);
  });
});

async function started(options: LocalDynamoOptions): Promise<LocalDynamo> {
  const dynamo = await startLocalDynamo(options);
  closers.push(dynamo.close);
  return dynamo;
}

function clientOf({ endpoint }: LocalDynamo): DynamoDBDocumentClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new DynamoDBClient({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  closers.push(async () => client.destroy());
  return DynamoDBDocumentClient.from(client);
}

async function tableNames(dynamo: LocalDynamo): Promise<string[] | undefined> {
  return (await clientOf(dynamo).send(new ListTablesCommand({}))).TableNames;
}

async function withTable(dynamo: LocalDynamo): Promise<DynamoDBDocumentClient> {
  const client = clientOf(dynamo);
  const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  const keys = (hash: string, range: string) => [
    { AttributeName: hash, KeyType: 'HASH' as const },
    { AttributeName: range, KeyType: 'RANGE' as const },
  ];
  await client.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['PK', 'SK', 'duePk', 'dueAt'].map(text),
      KeySchema: keys('PK', 'SK'),
      GlobalSecondaryIndexes: [
        { IndexName: 'due', KeySchema: keys('duePk', 'dueAt'), Projection: { ProjectionType: 'ALL' } },
      ],
    }),
  );
  return client;
}

function balanceOf(amount: number) {
  return {
    Update: {
      TableName: TABLE,
      Key: { PK: 'BALANCE', SK: '2026-10' },
      UpdateExpression: 'ADD cash :amount, #n :one',
      ExpressionAttributeNames: { '#n': 'count' },
      ExpressionAttributeValues: { ':amount': amount, ':one': 1 },
    },
  };
}

/** Another Node process that starts the database on `dbPath` and then does nothing. */
async function parentWithDynamo() {
  const module = new URL('../../scripts/dev/services/local-dynamo.ts', import.meta.url).href;
  const code = `
    const { startLocalDynamo } = await import(${JSON.stringify(module)});
    const { pid } = await startLocalDynamo({ port: 0, dbPath: ${JSON.stringify(dbPath)} });
    console.log(pid);
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  closers.push(async () => void child.kill('SIGKILL'));
  const [printed] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, dynamoPid: Number(printed.toString()) };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function occupiedPort(host = '127.0.0.1'): Promise<number> {
  const server = createServer((_request, response) => response.writeHead(204).end());
  await new Promise<void>((listening) => server.listen({ host, port: 0 }, listening));
  closers.push(() => new Promise((closed) => server.close(() => closed())));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('not listening');
  return address.port;
}
