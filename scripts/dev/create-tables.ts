import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { CreateTableCommand, DescribeTableCommand, ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import type { Tables } from '../../lambda/stores/tables.ts';
import { tableDefinitions } from '../../lambda/stores/tables.ts';

/** Creates the two tables where they do not exist yet. */
export async function ensureTables(tables: Tables): Promise<void> {
  for (const definition of tableDefinitions(tables.main, tables.audit)) {
    if (!(await exists(tables, definition))) await tables.client.send(new CreateTableCommand(definition));
  }
}

async function exists(tables: Tables, definition: CreateTableCommandInput): Promise<boolean> {
  try {
    await tables.client.send(new DescribeTableCommand({ TableName: definition.TableName }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
