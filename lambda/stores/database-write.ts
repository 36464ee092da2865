import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';

/** One write of a transaction as DynamoDB takes it. */
export type DatabaseWrite = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
