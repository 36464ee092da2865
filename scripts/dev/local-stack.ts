import { join } from 'node:path';
import type { Config } from '../../lambda/config.ts';
import { configOf } from '../../lambda/config.ts';
import { handlerOf } from '../../lambda/handler.ts';
import type { Invoker } from '../../lambda/invoker.ts';
import type { Log } from '../../lambda/log.ts';
import type { Runtime, Substitutes } from '../../lambda/runtime.ts';
import { runtimeOf } from '../../lambda/runtime.ts';
import { quietSdk } from '../quiet-sdk.ts';
import { CONSOLE_LINK } from './console-link.ts';
import { ensureTables } from './create-tables.ts';
import { startEdge } from './edge.ts';
import { type Handler, type LocalInvoker, localInvoker } from './local-invoker.ts';
import { ensureSecrets } from './local-secrets.ts';
import type { LocalService } from './services/http-service.ts';
import { startLocalDynamo } from './services/local-dynamo.ts';
import { startLocalS3 } from './services/local-s3.ts';
import type { LocalSes, SesOutcome } from './services/local-ses.ts';
import { startLocalSes } from './services/local-ses.ts';
import type { SesRequest } from './services/ses-request.ts';
import { LOCAL_TOPIC_ARN, topicEvent } from './topic-event.ts';

/** The ports of a local stack; 0 picks any free one. */
export interface StackPorts {
  readonly app: number;
  readonly inbox: number;
  readonly dynamo: number;
  readonly s3: number;
}

export interface StackOptions {
  /** Where everything is kept; the same folder again continues where it stood. */
  readonly folder: string;
  /** The built pages of the app. */
  readonly webFolder: string;
  readonly ports: StackPorts;
  readonly log: Log;
  readonly report: (message: string) => void;
  readonly endpoints?: Config['endpoints'];
  readonly beforeSesReply?: (request: SesRequest) => Promise<SesOutcome>;
  /** Until it is told what became of a mail. */
  readonly mailEventAfterMs?: number;
  readonly substitutes?: Substitutes;
}

/** The whole product running on this machine: services, function and edge in one process tree. */
export interface LocalStack {
  readonly runtime: Runtime;
  readonly appUrl: string;
  readonly inboxUrl: string;
  readonly endpoints: Endpoints;
  /** The real handler, for events that do not come over HTTP. */
  readonly invoke: (event: unknown) => Promise<unknown>;
  /** Waits until no background work is under way and nothing is left to tell of mails. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

const BUCKET = 'scc-archive';

/** Starts everything; what the environment already points elsewhere is not started. */
export async function startLocalStack(options: StackOptions): Promise<LocalStack> {
  quietSdk();
  const started: { close(): Promise<void> }[] = [];
  const keep = async <T extends { close(): Promise<void> }>(service: Promise<T>): Promise<T> => {
    const up = await service;
    started.unshift(up);
    return up;
  };
  const close = async () => {
    for (const service of started.splice(0)) await service.close();
  };
  try {
    let wire: (handler: Handler) => void = () => undefined;
    const handler = new Promise<Handler>((resolve) => {
      wire = resolve;
    });
    // A page that was open over a restart asks as soon as somebody listens: it waits until there is somebody to answer.
    const invoke = async (event: unknown) => (await handler)(event);
    const background = localInvoker(() => invoke, options.report);
    const { mail, ...inside } = await startServices(options, background, keep);
    const edge = await keep(startEdge({ port: options.ports.app, folder: options.webFolder, invoke }));
    const invoker: Invoker = options.substitutes?.invoker ?? background;
    const runtime = await wired(options, inside, edge.endpoint, invoker);
    wire(handlerOf(runtime));
    mail?.feedback.resume();
    return {
      runtime,
      appUrl: edge.endpoint,
      inboxUrl: inside.ses,
      endpoints: inside,
      invoke,
      async idle() {
        do {
          await mail?.feedback.idle();
          await background.idle();
        } while (background.isBusy() || mail?.feedback.isBusy());
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where the services of a stack answer. */
export interface Endpoints {
  readonly dynamo: string;
  readonly ses: string;
  readonly s3: string;
}

/** The services, each where it is started or found; the mail service itself only when it is this stack's own. */
async function startServices(
  options: StackOptions,
  background: LocalInvoker,
  keep: <T extends { close(): Promise<void> }>(service: Promise<T>) => Promise<T>,
): Promise<Endpoints & { readonly mail?: LocalSes }> {
  const { folder, ports, endpoints = {} } = options;
  const service = async (elsewhere: string | undefined, start: () => Promise<LocalService>) =>
    elsewhere ?? (await keep(start())).endpoint;
  const dynamo = await service(endpoints.dynamo, () =>
    startLocalDynamo({ port: ports.dynamo, dbPath: join(folder, 'dynamo.sqlite') }),
  );
  const s3 = await service(endpoints.s3, () =>
    startLocalS3({ port: ports.s3, folder: join(folder, 's3'), buckets: [BUCKET] }),
  );
  if (endpoints.ses !== undefined) return { dynamo, s3, ses: endpoints.ses };
  const mail = await keep(startMail(options, background));
  return { dynamo, s3, ses: mail.endpoint, mail };
}

/** The mail service, by the clock of the stack; what it tells of mails reaches the function as a topic would bring it. */
function startMail(options: StackOptions, background: LocalInvoker): Promise<LocalSes> {
  const { clock } = options.substitutes ?? {};
  const now = () => (clock === undefined ? new Date() : new Date(clock()));
  return startLocalSes({
    port: options.ports.inbox,
    folder: join(options.folder, 'mail'),
    now,
    onEvent: (event) => background.tell(topicEvent(event, now())),
    ...(options.beforeSesReply ? { beforeReply: options.beforeSesReply } : {}),
    ...(options.mailEventAfterMs === undefined ? {} : { eventAfterMs: options.mailEventAfterMs }),
  });
}

async function wired(options: StackOptions, inside: Endpoints, appUrl: string, invoker: Invoker): Promise<Runtime> {
  await ensureSecrets(secretsFileIn(options.folder));
  const config = localConfig(options.folder, appUrl, inside);
  const runtime = runtimeOf(config, { log: options.log, purposes: [CONSOLE_LINK], ...options.substitutes, invoker });
  await ensureTables(runtime.tables);
  return runtime;
}

/** The configuration of a local start on a data folder. */
export function localConfig(folder: string, appUrl: string, endpoints: Endpoints): Config {
  return configOf({
    AWS_REGION: 'us-west-2',
    TABLE_MAIN: 'scc-main',
    TABLE_AUDIT: 'scc-audit',
    ARCHIVE_BUCKET: BUCKET,
    COMPANY_NAME: 'Ship Captain Crew',
    BUSINESS_ZONE: 'America/Los_Angeles',
    APP_URL: appUrl,
    MAIL_FROM: 'Ship Captain Crew <reports@example.com>',
    AUDIT_BCC: 'audit@example.com',
    MAIL_DOMAINS: `${process.env['MAIL_DOMAINS'] ?? 'example.com'},simulator.amazonses.com`,
    JOINING_WINDOW_MIN: process.env['JOINING_WINDOW_MIN'],
    ON_UNKNOWN: process.env['ON_UNKNOWN'],
    SES_CONFIGURATION_SET: 'local-mail-events',
    MAIL_TOPIC_ARN: LOCAL_TOPIC_ARN,
    SECRETS_FILE: secretsFileIn(folder),
    APP_VERSION: 'local',
    DYNAMODB_ENDPOINT: endpoints.dynamo,
    SES_ENDPOINT: endpoints.ses,
    S3_ENDPOINT: endpoints.s3,
  });
}

function secretsFileIn(folder: string): string {
  return join(folder, 'secrets.json');
}
