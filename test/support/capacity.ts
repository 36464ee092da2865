import type { Tables } from '../../lambda/stores/tables.ts';

/** One request to the database: what it was, the partitions it named, and the units it took. */
export interface Request {
  readonly command: string;
  readonly keys: string;
  readonly readUnits: number;
  readonly writeUnits: number;
}

interface Input {
  readonly Key?: { readonly pk: string };
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly { readonly pk: string }[] }>>;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>>;
  ReturnConsumedCapacity?: string;
}
interface Capacity {
  readonly CapacityUnits?: number;
}

const WRITES = ['TransactWriteItemsCommand', 'UpdateItemCommand', 'PutItemCommand', 'DeleteItemCommand'];

/** What DynamoDB is asked while something happens, in order. Nothing else may use these tables meanwhile. */
export async function requestsDuring({ client }: Tables, act: () => Promise<unknown>): Promise<readonly Request[]> {
  const requests: Request[] = [];
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = args.input as Input;
        input.ReturnConsumedCapacity = 'TOTAL';
        const answer = await next(args);
        const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Capacity | readonly Capacity[] };
        const parts = ConsumedCapacity === undefined ? [] : [ConsumedCapacity].flat();
        const units = (parts as readonly Capacity[]).reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
        const isWrite = WRITES.includes(commandName);
        requests.push({
          command: commandName,
          keys: keysOf(input),
          readUnits: isWrite ? 0 : units,
          writeUnits: isWrite ? units : 0,
        });
        return answer;
      },
    { step: 'initialize', name: 'capacity' },
  );
  try {
    await act();
  } finally {
    client.middlewareStack.remove('capacity');
  }
  return requests;
}

/** The units of some requests together. */
export function unitsOf(requests: readonly Request[]): { readonly read: number; readonly write: number } {
  return {
    read: requests.reduce((sum, { readUnits }) => sum + readUnits, 0),
    write: requests.reduce((sum, { writeUnits }) => sum + writeUnits, 0),
  };
}

function keysOf(input: Input): string {
  const batch = Object.values(input.RequestItems ?? {}).flatMap(({ Keys }) => Keys);
  const named = [...(input.Key ? [input.Key] : []), ...batch].map(({ pk }) => pk.split('#', 1)[0]);
  const queried = String(input.ExpressionAttributeValues?.[':pk'] ?? '').split('#', 1)[0];
  return named.join('+') || queried || 'several';
}
