import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/kernel/calendar.ts';
import type { Tables } from './tables.ts';
import type { Write } from './transaction.ts';

/** One line of history: who did what to what, when. Ids only; no address, no token, no secret. */
export interface AuditLine {
  readonly stream: string;
  readonly at: Instant;
  readonly id: string;
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly data: Readonly<Record<string, string | number | boolean>>;
}

/** The line as part of the transaction whose change it records. */
export function auditWrite(tables: Tables, line: AuditLine): Write {
  return {
    Put: {
      TableName: tables.audit,
      Item: { pk: line.stream, sk: `${line.at}#${line.id}`, ...line },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** Every line of a stream, oldest first. */
export async function auditLines(tables: Tables, stream: string): Promise<AuditLine[]> {
  const lines: AuditLine[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new QueryCommand({
        TableName: tables.audit,
        KeyConditionExpression: 'pk = :stream',
        ExpressionAttributeValues: { ':stream': stream },
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    lines.push(...(page.Items ?? []).map(lineOf));
    from = page.LastEvaluatedKey;
  } while (from);
  return lines;
}

function lineOf(item: Record<string, unknown>): AuditLine {
  const { pk: _pk, sk: _sk, ...line } = item;
  return line as unknown as AuditLine;
}
