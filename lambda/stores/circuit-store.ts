import { DeleteCommand, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../../shared/kernel/calendar.ts';
import { MAIL_CIRCUIT } from './keys.ts';
import type { Tables } from './tables.ts';

/** Mail that is not sent at all for a while, because the account refuses every one. */
export interface OpenCircuit {
  readonly until: Instant;
  readonly because: string;
}

/** The circuit while it is open; nothing while mail flows. */
export async function readCircuit(tables: Tables): Promise<OpenCircuit | undefined> {
  const { Item } = await tables.client.send(new GetCommand({ TableName: tables.main, Key: MAIL_CIRCUIT }));
  return Item === undefined ? undefined : { until: Item['until'] as Instant, because: String(Item['because']) };
}

/** Opens the circuit, or keeps it open for longer. */
export async function openCircuit(tables: Tables, { until, because }: OpenCircuit): Promise<void> {
  await tables.client.send(new PutCommand({ TableName: tables.main, Item: { ...MAIL_CIRCUIT, until, because } }));
}

/** Closes the circuit: a mail was taken. */
export async function closeCircuit(tables: Tables): Promise<void> {
  await tables.client.send(new DeleteCommand({ TableName: tables.main, Key: MAIL_CIRCUIT }));
}
