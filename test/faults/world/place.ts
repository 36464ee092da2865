import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Config } from '../../../lambda/config.ts';
import { configOf } from '../../../lambda/config.ts';
import type { SelfEvent } from '../../../lambda/invoker.ts';
import type { SesConnection } from '../../../lambda/mail/ses.ts';
import { sesMailer } from '../../../lambda/mail/ses.ts';
import type { S3Connection } from '../../../lambda/reports/archive.ts';
import { s3Archive } from '../../../lambda/reports/archive.ts';
import type { Press } from '../../../lambda/reports/press.ts';
import type { Substitutes } from '../../../lambda/runtime.ts';
import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import type { SendingRules } from '../../../shared/reports/sending/rules.ts';
import { DeliveryHistory } from './delivery-history.ts';
import type { Dice } from './dice.ts';
import { TOPIC_ARN } from './mail-channel.ts';
import { MemoryArchive, tornBody } from './memory-archive.ts';
import type { Command, MemoryDynamo } from './memory-dynamo.ts';
import { MemoryMail } from './memory-mail.ts';
import { rememberingPress } from './remembering-press.ts';
import type { Process } from './service-call.ts';
import { archiveThrottled, failureOf, invokeThrottled, mailThrottled, tablesThrottled } from './service-errors.ts';
import type { World } from './world.ts';

/** The services of a world, and what was said in its logs. */
export interface Place {
  readonly world: World;
  readonly dice: Dice;
  readonly tables: MemoryDynamo;
  readonly archive: MemoryArchive;
  readonly mail: MemoryMail;
  /** Every delivery as it was stored, each time. */
  readonly history: DeliveryHistory;
  readonly said: string[];
  readonly config: Config;
}

export const AUDIT_BCC = 'audit@example.com';

/** The pepper, which no log may ever show. */
export const PEPPER = Buffer.from('a pepper that never shows in any log line').toString('base64url');

const KEY = Buffer.from('a key that never shows in any log line, either').toString('base64url');
const SECRET = { active: 'k1', keys: [{ kid: 'k1', key: KEY }], pepper: PEPPER };

/** The environment of every process; a scenario may say more. */
export const ENVIRONMENT: Readonly<Record<string, string>> = {
  AWS_REGION: 'us-west-2',
  TABLE_MAIN: 'main',
  TABLE_AUDIT: 'audit',
  ARCHIVE_BUCKET: 'archive',
  COMPANY_NAME: 'Ship Captain Crew',
  BUSINESS_ZONE: 'America/Los_Angeles',
  APP_URL: 'https://app.example.com',
  MAIL_FROM: 'Ship Captain Crew <reports@example.com>',
  AUDIT_BCC,
  MAIL_DOMAINS: 'example.com',
  SECRET_ARN: 'arn:aws:secretsmanager:us-west-2:000000000000:secret:scc',
  SES_CONFIGURATION_SET: 'scc',
  MAIL_TOPIC_ARN: TOPIC_ARN,
};

/** A place at its beginning: nothing archived, mailed or said; in these tables, under this environment. */
export function aPlace(
  world: World,
  dice: Dice,
  tables: MemoryDynamo,
  { mail = new MemoryMail(() => world.now), environment = {} }: Beginning = {},
): Place {
  return {
    world,
    dice,
    tables,
    archive: new MemoryArchive(),
    mail,
    history: new DeliveryHistory(),
    said: [],
    config: configOf({ ...ENVIRONMENT, ...environment }),
  };
}

interface Beginning {
  readonly mail?: MemoryMail;
  readonly environment?: Readonly<Record<string, string>> | undefined;
}

/** A client as its commands see it. */
export type Send = (command: object) => Promise<object>;

/** What stands between the function and a service: nothing, in the product as it is. */
export interface Between {
  readonly tables?: (send: Send) => Send;
  readonly archive?: (send: Send) => Send;
  readonly mail?: (send: Send) => Send;
  readonly press?: (press: Press, world: World, process: Process) => Press;
  /** Other rules of sending than its own. */
  readonly sending?: SendingRules;
}

/**
 * What the function is wired to when a process of this world runs it: the production clients' commands go to the memory
 * services, every one of them through the world.
 */
export function substitutesIn(
  place: Place,
  process: Process,
  invoked: (event: SelfEvent) => void,
  between: Between = {},
): Substitutes {
  const { world, dice, said, config } = place;
  const { tables = asIs, archive = asIs, mail = asIs, press = (usual: Press) => usual } = between;
  const tablesClient = { send: tables(tablesSend(place, process)) };
  const archiveClient = { send: archive(archiveSend(place, process)) };
  const mailClient = { send: mail(mailSend(place, process)) };
  return {
    clock: () => instantOfMs(world.now + world.clockOffMs),
    random: (count) => dice.bytes(count),
    log: (step, fields) => said.push(JSON.stringify({ step, ...fields })),
    press: press(rememberingPress(world), world, process),
    ...(between.sending === undefined ? {} : { sending: between.sending }),
    secrets: () =>
      world.call(process, {
        service: 'secrets',
        operation: 'read',
        act: () => SECRET,
        failure: (kind) => failureOf(kind, () => new Error('the secrets extension answered 400')),
      }),
    // Of their clients, stores, archive and mailer use nothing but send.
    tables: {
      client: tablesClient as unknown as DynamoDBDocumentClient,
      pause: (upToMs) => world.pause(process, upToMs),
    },
    archive: s3Archive(
      { region: config.region, bucket: config.archiveBucket },
      async () => archiveClient as unknown as S3Connection,
    ),
    mailer: sesMailer(
      { region: config.region, configurationSet: 'scc' },
      async () => mailClient as unknown as SesConnection,
    ),
    invoker: {
      invoke: (event) =>
        world.call(process, {
          service: 'invoke',
          operation: event.kind,
          act: () => invoked(event),
          again: () => invoked(event),
          failure: (kind) => failureOf(kind, invokeThrottled),
        }),
    },
  };
}

function asIs(send: Send): Send {
  return send;
}

function tablesSend({ world, tables, history }: Place, process: Process): Send {
  return (sent) => {
    const command = sent as Command;
    const operation = command.constructor.name.replace('Command', '');
    const isTransaction = operation === 'TransactWrite';
    let isDone = false;
    const perform = () => {
      const answer = tables.perform(command);
      isDone = true;
      history.stored(command, process, world.clockOffMs);
      return answer;
    };
    return world.call(process, {
      service: 'tables',
      operation: `${operation} ${world.isTracing ? subjectOf(command) : ''}`,
      act: perform,
      // The client gives every transaction a token, by which DynamoDB knows the second one for the first, if that was stored.
      again: () => (isTransaction && isDone ? {} : perform()),
      failure: (kind) => failureOf(kind, () => tablesThrottled(isTransaction)),
    });
  };
}

function archiveSend({ world, archive }: Place, process: Process): Send {
  return (command) => {
    const isRead = command.constructor.name === 'GetObjectCommand';
    const { Key = '' } = (command as { readonly input: { readonly Key?: string } }).input;
    return world.call(process, {
      service: 'archive',
      operation: `${isRead ? 'Get' : 'Put'} ${Key}`,
      act: () => archive.perform(command),
      again: () => archive.perform(command),
      failure: (kind) => failureOf(kind, archiveThrottled),
      ...(isRead ? { torn: () => tornBody() } : {}),
    });
  };
}

function mailSend({ world, mail }: Place, process: Process): Send {
  return (command) =>
    world.call(process, {
      service: 'mail',
      operation: command.constructor.name.replace('Command', ''),
      act: () => mail.perform(command),
      failure: (kind) => failureOf(kind, mailThrottled),
    });
}

/** What a command is about, for whoever reads a schedule. */
function subjectOf({ input }: Command): string {
  const { Key, Item, TransactItems, ExpressionAttributeValues } = input as Readonly<Record<string, unknown>>;
  if (Array.isArray(TransactItems))
    return TransactItems.map((write) => subjectOf({ input: Object.values(write as object)[0] as object })).join(', ');
  const { pk, sk } = (Key ?? Item ?? {}) as { readonly pk?: string; readonly sk?: string };
  return pk === undefined ? Object.values(ExpressionAttributeValues ?? {}).join(' ') : `${pk} ${sk}`;
}
