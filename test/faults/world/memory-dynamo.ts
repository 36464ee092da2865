import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import {
  ConditionalCheckFailedException,
  DynamoDBServiceException,
  ResourceNotFoundException,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { QueryCommandInput, TransactWriteCommandInput, UpdateCommandInput } from '@aws-sdk/lib-dynamodb';
import {
  BatchGetCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item, Values } from './attributes.ts';
import { holds } from './attributes.ts';
import type { Condition } from './expression.ts';
import { conditionIn } from './expression.ts';
import { MemoryTable } from './memory-table.ts';
import { marshalled, stored } from './stored-item.ts';
import type { Names } from './tokens.ts';
import { changed, changesIn } from './update.ts';

/** A command of the document client. */
export interface Command {
  readonly input: object;
}

/** One write as commands and transactions say it. */
interface WriteInput {
  readonly TableName?: string | undefined;
  readonly Item?: Item | undefined;
  readonly Key?: Item | undefined;
  readonly UpdateExpression?: string | undefined;
  readonly ConditionExpression?: string | undefined;
  readonly ExpressionAttributeNames?: Names | undefined;
  readonly ExpressionAttributeValues?: Values | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: string | undefined;
}

const FAILED = { $metadata: { httpStatusCode: 400, attempts: 1, totalRetryDelay: 0 } } as const;

/** A DynamoDB in memory that takes the document client's commands and answers as the document client does, at once. */
export class MemoryDynamo {
  readonly #tables: ReadonlyMap<string, MemoryTable>;
  readonly #definitions: readonly CreateTableCommandInput[];

  constructor(definitions: readonly CreateTableCommandInput[], from?: MemoryDynamo) {
    this.#definitions = definitions;
    this.#tables = new Map(
      definitions.map((definition) => {
        const name = definition.TableName ?? '';
        return [name, new MemoryTable(definition, from?.table(name).items)];
      }),
    );
  }

  /** Another with the same content, which goes its own way from here. */
  copy(): MemoryDynamo {
    return new MemoryDynamo(this.#definitions, this);
  }

  /** @throws ResourceNotFoundException when there is no such table. */
  table(name: string | undefined): MemoryTable {
    const table = this.#tables.get(name ?? '');
    if (!table) throw new ResourceNotFoundException({ ...FAILED, message: `no table ${name}` });
    return table;
  }

  /** Does what a command asks. @throws what the SDK throws; for a command or option no store uses, a TypeError. */
  perform(command: Command): object {
    if (command instanceof GetCommand) return this.#get(command.input.TableName, command.input.Key);
    if (command instanceof BatchGetCommand) return this.#batchGet(command.input.RequestItems ?? {});
    if (command instanceof QueryCommand) return this.#query(command.input);
    if (command instanceof PutCommand) return this.#written(command.input);
    if (command instanceof DeleteCommand) return this.#written(command.input);
    if (command instanceof UpdateCommand) return this.#update(command.input);
    if (command instanceof TransactWriteCommand) return this.#transact(command.input);
    throw new TypeError(`${command.constructor.name} is not known here`);
  }

  #get(name: string | undefined, key: Item | undefined): object {
    const found = this.table(name).at(key ?? {});
    return found === undefined ? {} : { Item: found };
  }

  #batchGet(asked: NonNullable<BatchGetCommand['input']['RequestItems']>): object {
    const Responses = Object.fromEntries(
      Object.entries(asked).map(([name, { Keys = [] }]) => [
        name,
        Keys.flatMap((key) => this.table(name).at(key) ?? []),
      ]),
    );
    return { Responses, UnprocessedKeys: {} };
  }

  #query(input: QueryCommandInput): object {
    const names = input.ExpressionAttributeNames;
    if (input.ProjectionExpression !== undefined || input.Select !== undefined)
      throw new TypeError('queries answer whole items here');
    if (input.IndexName !== undefined && input.ConsistentRead === true)
      throw refused('ValidationException', 'Consistent reads are not supported on global secondary indexes');
    const { items, lastKey } = this.table(input.TableName).query({
      index: input.IndexName,
      where: conditionOf(input.KeyConditionExpression ?? '', names),
      filter: input.FilterExpression === undefined ? undefined : conditionOf(input.FilterExpression, names),
      values: input.ExpressionAttributeValues ?? {},
      isBackwards: input.ScanIndexForward === false,
      limit: input.Limit,
      after: input.ExclusiveStartKey,
    });
    return { Items: [...items], Count: items.length, ...(lastKey === undefined ? {} : { LastEvaluatedKey: lastKey }) };
  }

  #update(input: UpdateCommandInput): object {
    const before = this.table(input.TableName).at(input.Key ?? {});
    this.#written(input);
    const after = this.table(input.TableName).at(input.Key ?? {}) ?? {};
    switch (input.ReturnValues) {
      case undefined:
        return {};
      case 'ALL_NEW':
        return { Attributes: after };
      case 'ALL_OLD':
        return before === undefined ? {} : { Attributes: before };
      case 'UPDATED_NEW':
        return {
          Attributes: Object.fromEntries(
            Object.entries(after).filter(([name, held]) => before?.[name] !== held && !(name in (input.Key ?? {}))),
          ),
        };
      default:
        throw new TypeError(`ReturnValues ${input.ReturnValues} is not known here`);
    }
  }

  #written(input: WriteInput): object {
    const refusedItem = this.#unmet(input);
    if (refusedItem !== 'met') {
      const shown = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && refusedItem !== undefined;
      throw new ConditionalCheckFailedException({
        ...FAILED,
        message: 'The conditional request failed',
        ...(shown ? { Item: marshalled(refusedItem) } : {}),
      });
    }
    this.#write(input);
    return {};
  }

  #transact({ TransactItems = [] }: TransactWriteCommandInput): object {
    const writes = TransactItems.map(({ Put, Update, Delete, ConditionCheck }) => {
      const write = Put ?? Update ?? Delete ?? ConditionCheck;
      if (write === undefined) throw new TypeError('a transaction of nothing');
      return { input: write as WriteInput, isLook: ConditionCheck !== undefined };
    });
    const touched = writes.map(
      ({ input }) => `${input.TableName} ${this.table(input.TableName).idOf(input.Item ?? input.Key ?? {})}`,
    );
    if (new Set(touched).size !== touched.length)
      throw refused('ValidationException', 'Transaction request cannot include multiple operations on one item');
    if (writes.length === 0 || writes.length > 100) throw refused('ValidationException', 'between 1 and 100 items');
    const found = writes.map(({ input }) => this.#unmet(input));
    if (found.some((item) => item !== 'met')) {
      const CancellationReasons = found.map((item, i) => {
        if (item === 'met') return { Code: 'None' };
        const shown = writes[i]?.input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD' && item !== undefined;
        const Message = 'The conditional request failed';
        return { Code: 'ConditionalCheckFailed', Message, ...(shown ? { Item: marshalled(item) } : {}) };
      });
      throw new TransactionCanceledException({ ...FAILED, message: 'Transaction cancelled', CancellationReasons });
    }
    for (const { input, isLook } of writes) if (!isLook) this.#write(input);
    return {};
  }

  /** The item, or its absence, of which a condition does not hold. */
  #unmet(input: WriteInput): Item | undefined | 'met' {
    const item = this.table(input.TableName).at(input.Item ?? input.Key ?? {});
    if (input.ConditionExpression === undefined) return 'met';
    const condition = conditionOf(input.ConditionExpression, input.ExpressionAttributeNames);
    return holds(condition, item, input.ExpressionAttributeValues ?? {}) ? 'met' : item;
  }

  #write({ TableName, Item: whole, Key, UpdateExpression, ExpressionAttributeNames, ...input }: WriteInput): void {
    const table = this.table(TableName);
    if (whole !== undefined) table.put(stored(whole));
    else if (UpdateExpression === undefined) table.remove(Key ?? {});
    else {
      const changes = changesIn(UpdateExpression, ExpressionAttributeNames);
      table.put(stored(changed(table.at(Key ?? {}) ?? { ...Key }, changes, input.ExpressionAttributeValues ?? {})));
    }
  }
}

const read = new Map<string, Condition>();

/** A condition, parsed once however often it is asked. */
function conditionOf(text: string, names: Names | undefined): Condition {
  const asked = names === undefined ? text : `${text} ${JSON.stringify(names)}`;
  const known = read.get(asked) ?? conditionIn(text, names);
  read.set(asked, known);
  return known;
}

function refused(name: string, message: string): DynamoDBServiceException {
  return new DynamoDBServiceException({ ...FAILED, name, message, $fault: 'client' });
}
