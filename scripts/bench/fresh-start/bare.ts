import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

/** The floor of a cold start: the SDK's document client and one read, with no checking of anything. */
export async function handler(): Promise<{ statusCode: number; body: string }> {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: 'us-west-2',
      endpoint: process.env['DYNAMODB_ENDPOINT'] ?? '',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
  );
  const found = await client.send(
    new GetCommand({ TableName: process.env['TABLE_MAIN'] ?? '', Key: { pk: 'REGISTER#company', sk: 'entity#jada' } }),
  );
  return { statusCode: found.Item === undefined ? 404 : 200, body: JSON.stringify(found.Item) };
}
