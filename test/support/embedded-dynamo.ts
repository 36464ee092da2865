import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Tables } from '../../lambda/stores/tables.ts';
import { tableDefinitions } from '../../lambda/stores/tables.ts';
import { startLocalDynamo } from '../../scripts/dev/services/local-dynamo.ts';

export interface EmbeddedTables {
  readonly tables: Tables;
  close(): Promise<void>;
}

/** The two tables, empty, on an embedded DynamoDB of their own that is asked over HTTP like the real one. */
export async function embeddedTables(): Promise<EmbeddedTables> {
  const dynamo = await startLocalDynamo({ port: 0 });
  const plain = new DynamoDBClient({
    region: 'us-west-2',
    endpoint: dynamo.endpoint,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
  });
  for (const definition of tableDefinitions('main', 'audit')) await plain.send(new CreateTableCommand(definition));
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  return {
    tables: { client, main: 'main', audit: 'audit', heads: new Map() },
    async close() {
      client.destroy();
      plain.destroy();
      await dynamo.close();
    },
  };
}
