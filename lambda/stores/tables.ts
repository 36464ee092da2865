import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ChainHead } from '../../shared/kernel/audit-chain.ts';

/** The two tables and the client that speaks to them. Every store function takes this first. */
export interface Tables {
  readonly client: DynamoDBDocumentClient;
  readonly main: string;
  readonly audit: string;
  /** Where this process last saw streams of history end; each begins with none. */
  readonly heads: Map<string, ChainHead>;
  /** Called once records of these entities have changed; the changes are stored whatever becomes of the call. */
  readonly whenMoved?: (entityIds: readonly string[]) => Promise<void>;
  /** Waits a random while of at most so long; left out, by the machine's clock and dice. */
  readonly pause?: (upToMs: number) => Promise<void>;
}

/** Index of charters by entity and month, of runs by month, of users. */
export const BY_MONTH = 'by-month';
/** Index of what is still open, by kind and entity, ordered by when it is due; of issues by those they follow. */
export const OPEN = 'open';
/** Index of what still has to happen, ordered by when. */
export const DUE = 'due';

/** How the two tables are laid out; the same for the cloud template and for a local start. */
export function tableDefinitions(main: string, audit: string): CreateTableCommandInput[] {
  const index = (name: string, pk: string, sk: string) => ({
    IndexName: name,
    KeySchema: [
      { AttributeName: pk, KeyType: 'HASH' as const },
      { AttributeName: sk, KeyType: 'RANGE' as const },
    ],
    Projection: { ProjectionType: 'ALL' as const },
  });
  const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
  const key = [
    { AttributeName: 'pk', KeyType: 'HASH' as const },
    { AttributeName: 'sk', KeyType: 'RANGE' as const },
  ];
  return [
    {
      TableName: main,
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: key,
      AttributeDefinitions: ['pk', 'sk', 'monthPk', 'monthSk', 'openPk', 'openSk', 'duePk', 'dueAt'].map(text),
      GlobalSecondaryIndexes: [
        index(BY_MONTH, 'monthPk', 'monthSk'),
        index(OPEN, 'openPk', 'openSk'),
        index(DUE, 'duePk', 'dueAt'),
      ],
    },
    { TableName: audit, BillingMode: 'PAY_PER_REQUEST', KeySchema: key, AttributeDefinitions: ['pk', 'sk'].map(text) },
  ];
}
