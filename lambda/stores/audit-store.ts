import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditLine, ChainedLine, ChainHead } from '../../shared/kernel/audit-chain.ts';
import { BEFORE_ALL } from '../../shared/kernel/audit-chain.ts';
import type { DatabaseWrite } from './database-write.ts';
import { auditLineKey, CHAINED_LINES } from './keys.ts';
import type { Tables } from './tables.ts';

/** The line as part of the transaction whose change it records; where it stands in its stream is found as it is stored. */
export function auditWrite(line: AuditLine): { readonly Line: AuditLine } {
  return { Line: line };
}

/** Every line of a stream, oldest first. */
export async function auditLines(tables: Tables, stream: string): Promise<ChainedLine[]> {
  const lines: ChainedLine[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await tables.client.send(
      new QueryCommand({ ...linesOf(tables, stream), ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    lines.push(...(page.Items ?? []).map(lineIn));
    from = page.LastEvaluatedKey;
  } while (from);
  return lines;
}

/** The end of a stream: as this process last wrote or saw it, else as it lies in the table. */
export async function chainHead(tables: Tables, stream: string): Promise<ChainHead> {
  return tables.heads.get(stream) ?? (await newestHead(tables, stream, false));
}

/** The end of a stream as it lies in the table; a moment old where that is good enough. */
export async function newestHead(tables: Tables, stream: string, isExact = true): Promise<ChainHead> {
  const { Items = [] } = await tables.client.send(
    new QueryCommand({
      ...linesOf(tables, stream),
      ScanIndexForward: false,
      Limit: 1,
      ConsistentRead: isExact,
    }),
  );
  const head = Items.map(lineIn).map(({ seq, hash }) => ({ seq, hash }))[0] ?? BEFORE_ALL;
  keepHead(tables, stream, head);
  return head;
}

/** How many streams a process remembers the end of. */
const HEADS_HELD = 200;

/** Remembers the end of a stream. Wrong memory costs a second try, never a fork: a line is only put where none lies. */
export function keepHead(tables: Tables, stream: string, head: ChainHead | undefined): void {
  if (tables.heads.size >= HEADS_HELD) tables.heads.clear();
  if (head === undefined) tables.heads.delete(stream);
  else tables.heads.set(stream, head);
}

/** The line as a write: only where no line of that number lies yet. */
export function chainedWrite(tables: Tables, line: ChainedLine): DatabaseWrite {
  return {
    Put: {
      TableName: tables.audit,
      Item: { ...auditLineKey(line.stream, line.seq), ...line },
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}

function linesOf(tables: Tables, stream: string) {
  return {
    TableName: tables.audit,
    KeyConditionExpression: 'pk = :stream AND begins_with(sk, :chained)',
    ExpressionAttributeValues: { ':stream': stream, ':chained': CHAINED_LINES },
    ConsistentRead: true,
  };
}

function lineIn(item: Record<string, unknown>): ChainedLine {
  const { pk: _pk, sk: _sk, ...line } = item;
  return line as unknown as ChainedLine;
}
